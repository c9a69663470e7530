create table auth_cookie_sessions (
  id uuid primary key,
  token_hash text not null unique,
  user_id uuid not null references users (id) on delete cascade,
  user_agent text,
  created_at timestamptz(3) not null,
  last_used_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  ends_at timestamptz(3) not null
);
--> statement-breakpoint
create index auth_cookie_sessions_user_id on auth_cookie_sessions (user_id, last_used_at);
--> statement-breakpoint
create index auth_cookie_sessions_expires_at on auth_cookie_sessions (expires_at);
