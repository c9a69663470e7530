create table auth_sessions (
  id uuid primary key,
  user_id uuid not null references users (id) on delete cascade,
  user_agent text,
  created_at timestamptz(3) not null,
  last_used_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  ends_at timestamptz(3) not null
);
--> statement-breakpoint
create index auth_sessions_user_id on auth_sessions (user_id, last_used_at);
--> statement-breakpoint
create index auth_sessions_expires_at on auth_sessions (expires_at);
--> statement-breakpoint
create table auth_refresh_tokens (
  hash text primary key,
  session_id uuid not null references auth_sessions (id) on delete cascade,
  expires_at timestamptz(3) not null,
  used_at timestamptz(3)
);
--> statement-breakpoint
create index auth_refresh_tokens_session_id on auth_refresh_tokens (session_id);
--> statement-breakpoint
create index auth_refresh_tokens_expires_at on auth_refresh_tokens (expires_at);
