create table files (
  id uuid primary key,
  -- A file without an owner is swept away: the object first, then its row.
  owner_id uuid references users (id) on delete set null,
  name text not null,
  type text not null,
  -- What is set aside of the quota until the file is complete.
  size bigint not null check (size >= 0),
  sha256 text not null default '',
  visibility text not null check (visibility in ('private', 'public')),
  state text not null check (state in ('uploading', 'ready', 'deleted')),
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  check (state <> 'ready' or sha256 ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
create index files_owner_id_id on files (owner_id, id);
--> statement-breakpoint
create index files_to_sweep on files (created_at) where state <> 'ready' or owner_id is null;
