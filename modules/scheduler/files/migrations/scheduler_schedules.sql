create table scheduler_schedules (
  name text primary key,
  cron text not null,
  time_zone text not null,
  last_at timestamptz(3) not null
);
