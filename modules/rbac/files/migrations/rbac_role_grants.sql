create table role_grants (
  user_id uuid not null references users (id) on delete cascade,
  role text not null,
  granted_by uuid references users (id) on delete set null,
  granted_at timestamptz(3) not null,
  primary key (user_id, role)
);
--> statement-breakpoint
create index role_grants_granted_by on role_grants (granted_by);
