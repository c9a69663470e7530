create table orders (
  id uuid primary key,
  number text not null unique,
  user_id uuid references users (id) on delete set null,
  state text not null check (state in ('pending', 'paid', 'shipped', 'delivered', 'cancelled', 'refunded')),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  total_amount bigint not null check (total_amount between 0 and 9007199254740991),
  shipping_address text,
  note text,
  payment_id text,
  expires_at timestamptz(3),
  version integer not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  constraint orders_expires_at_check check ((state = 'pending') = (expires_at is not null))
);
--> statement-breakpoint
create index orders_user_id on orders (user_id, id);
--> statement-breakpoint
create index orders_state on orders (state, id);
--> statement-breakpoint
create index orders_expires_at on orders (expires_at) where state = 'pending';
--> statement-breakpoint
create index orders_abandoned on orders (id) where user_id is null and (shipping_address is not null or note is not null);
--> statement-breakpoint
create table order_items (
  order_id uuid not null references orders (id) on delete cascade,
  line integer not null,
  product_id uuid references products (id) on delete set null,
  product_name text not null,
  quantity integer not null check (quantity > 0),
  unit_amount bigint not null check (unit_amount >= 0),
  primary key (order_id, line)
);
--> statement-breakpoint
create index order_items_product_id on order_items (product_id);
--> statement-breakpoint
create table order_events (
  id uuid primary key,
  order_id uuid not null references orders (id) on delete cascade,
  from_state text,
  to_state text not null,
  by text not null check (by in ('customer', 'admin', 'clock', 'payment')),
  by_user_id uuid,
  at timestamptz(3) not null
);
--> statement-breakpoint
create index order_events_order_id on order_events (order_id, id);
--> statement-breakpoint
create table order_requests (
  user_id uuid not null references users (id) on delete cascade,
  key text not null,
  fingerprint text not null,
  order_id uuid not null references orders (id) on delete cascade deferrable initially deferred,
  created_at timestamptz(3) not null,
  primary key (user_id, key)
);
--> statement-breakpoint
create index order_requests_order_id on order_requests (order_id);
--> statement-breakpoint
create index order_requests_created_at on order_requests (created_at);
