create table auth_registrations (
  token_hash text primary key,
  email text not null,
  name text not null,
  password_hash text not null,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null
);
--> statement-breakpoint
create index auth_registrations_email on auth_registrations (email, created_at);
--> statement-breakpoint
create index auth_registrations_expires_at on auth_registrations (expires_at);
--> statement-breakpoint
create table auth_resets (
  user_id uuid primary key references users (id) on delete cascade,
  token_hash text not null unique,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null
);
