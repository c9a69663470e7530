create table tenants (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9](-?[a-z0-9])*$' and length(slug) <= 35),
  name text not null,
  is_public boolean not null default false,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null
);
--> statement-breakpoint
create table tenant_memberships (
  tenant_id uuid not null references tenants (id) on delete cascade,
  user_id uuid not null references users (id) on delete cascade,
  role text not null check (role in ('owner', 'admin', 'member')),
  accepted_at timestamptz(3),
  created_at timestamptz(3) not null,
  primary key (tenant_id, user_id)
);
--> statement-breakpoint
create index tenant_memberships_user_id_idx on tenant_memberships (user_id, tenant_id);
--> statement-breakpoint
-- Null outside of a tenant; a setting that has ended with its transaction is left behind empty.
create function current_tenant_id() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.tenant_id', true), '')::uuid;
