create table auth_credentials (
  user_id uuid primary key references users (id) on delete cascade,
  password_hash text not null,
  updated_at timestamptz(3) not null
);
--> statement-breakpoint
create table auth_attempts (
  account text not null,
  client text not null,
  failures integer not null,
  last_at timestamptz(3) not null,
  locked_until timestamptz(3),
  primary key (account, client)
);
--> statement-breakpoint
create index auth_attempts_last_at on auth_attempts (last_at);
