-- When people are received: opening hours of a site, weekly hours of a clinician, and times when either is away.

create table scheduling.hours (
  id uuid primary key,
  site_id uuid not null,
  clinician_id uuid,
  weekday smallint not null check (weekday between 1 and 7),
  opens time not null,
  closes time not null,
  valid_from date not null,
  valid_to date,
  constraint closes_after_opening check (opens < closes),
  constraint ends_after_beginning check (valid_to is null or valid_from <= valid_to)
);
comment on table scheduling.hours is 'Weekly hours on the clock of the site. Without a clinician they are those of the site; a clinician without hours of their own is there when the site is open';
comment on column scheduling.hours.weekday is 'ISO: Monday is 1';
create index hours_by_clinician on scheduling.hours (clinician_id) where clinician_id is not null;
create index hours_by_site on scheduling.hours (site_id) where clinician_id is null;

create table scheduling.away (
  id uuid primary key,
  site_id uuid,
  clinician_id uuid,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  reason text not null,
  made_at timestamptz not null,
  made_by uuid,
  constraint one_of_them check ((site_id is null) <> (clinician_id is null)),
  constraint ends_after_start check (starts_at < ends_at)
);
comment on table scheduling.away is 'A clinician on leave, or a site that is closed. Nobody can be booked then; what stands there already stays until somebody moves it';
create index away_by_clinician on scheduling.away (clinician_id, starts_at) where clinician_id is not null;
create index away_by_site on scheduling.away (site_id, starts_at) where site_id is not null;

grant select, insert, delete on scheduling.hours, scheduling.away to mooring_app;
