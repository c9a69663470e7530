create table order_refunds (
  payment_id text primary key,
  order_id uuid not null references orders (id) on delete cascade,
  amount bigint not null check (amount > 0),
  tries integer not null default 0,
  next_try_at timestamptz(3) not null,
  done_at timestamptz(3)
);
--> statement-breakpoint
create index order_refunds_order_id on order_refunds (order_id);
--> statement-breakpoint
create index order_refunds_next_try_at on order_refunds (next_try_at) where done_at is null;
