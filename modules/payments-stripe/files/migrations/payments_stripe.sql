create table stripe_payments (
  id uuid primary key,
  reference text not null check (length(reference) between 1 and 500),
  amount bigint not null check (amount between 1 and 9007199254740991),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  state text not null default 'creating' check (state in ('creating', 'open', 'processing', 'paid', 'failed', 'expired', 'flagged')),
  session_id text unique,
  url text,
  payment_intent_id text unique,
  refunded_amount bigint not null default 0 check (refunded_amount between 0 and 9007199254740991),
  expires_at timestamptz(3) not null,
  next_check_at timestamptz(3) not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  constraint stripe_payments_session_check check (state <> 'open' or (session_id is not null and url is not null)),
  constraint stripe_payments_intent_check check (state not in ('paid', 'flagged') or payment_intent_id is not null)
);
--> statement-breakpoint
create index stripe_payments_reference on stripe_payments (reference, id);
--> statement-breakpoint
create unique index stripe_payments_payable on stripe_payments (reference) where state in ('creating', 'open');
--> statement-breakpoint
create index stripe_payments_next_check_at on stripe_payments (next_check_at) where state in ('creating', 'open', 'processing');
--> statement-breakpoint
create table stripe_refunds (
  id uuid primary key,
  payment_id uuid not null references stripe_payments (id) on delete cascade,
  amount bigint not null check (amount > 0),
  refund_id text unique,
  attempt integer not null default 1,
  created_at timestamptz(3) not null,
  unique (payment_id, amount)
);
--> statement-breakpoint
create table stripe_events (
  id text primary key,
  type text not null,
  received_at timestamptz(3) not null
);
--> statement-breakpoint
create index stripe_events_received_at on stripe_events (received_at);
