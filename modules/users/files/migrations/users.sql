create table users (
  id uuid primary key,
  email text not null unique check (email = lower(email)),
  name text not null,
  role text not null default 'member' check (role in ('member', 'admin')),
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null
);
--> statement-breakpoint
create index users_admins on users (id) where role = 'admin';
