create table outgoing_mails (
  id uuid primary key,
  key text unique,
  recipient text not null,
  subject text not null,
  text text,
  html text,
  language text not null,
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'failed')),
  attempts integer not null default 0,
  due_at timestamptz(3) not null default now(),
  lease_id uuid,
  last_error text,
  expires_at timestamptz(3),
  created_at timestamptz(3) not null default now(),
  finished_at timestamptz(3)
);
--> statement-breakpoint
create index outgoing_mails_due_at on outgoing_mails (due_at) where state in ('waiting', 'sending');
--> statement-breakpoint
create index outgoing_mails_expires_at on outgoing_mails (expires_at)
where state in ('waiting', 'sending') and expires_at is not null;
--> statement-breakpoint
create index outgoing_mails_finished_at on outgoing_mails (finished_at)
where state in ('sent', 'failed');
