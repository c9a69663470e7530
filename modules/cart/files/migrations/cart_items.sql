create table cart_items (
  user_id uuid not null references users (id) on delete cascade,
  product_id uuid not null references products (id) on delete cascade,
  quantity integer not null check (quantity between 1 and 999),
  added_at timestamptz(3) not null,
  primary key (user_id, product_id)
);
--> statement-breakpoint
create index cart_items_product_id on cart_items (product_id);
