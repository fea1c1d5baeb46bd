-- A clinician's taken time for their own calendar program, behind an address that nobody can guess and that can be ended.

create table scheduling.calendar_link (
  id uuid primary key,
  staff_id uuid not null,
  token_hash text not null unique,
  made_at timestamptz not null,
  ended_at timestamptz,
  last_read_at timestamptz
);
comment on table scheduling.calendar_link is 'Addresses under which a calendar program reads when a clinician is busy, and nothing else. Only the digest of the secret is kept';
create index calendar_link_by_staff on scheduling.calendar_link (staff_id);
grant select, insert, update on scheduling.calendar_link to mooring_app;
