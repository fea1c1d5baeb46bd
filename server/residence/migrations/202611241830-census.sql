-- The census of each midnight: written once, never changed. A correction is a new version that points to the one before.

create table residence.census (
  id uuid primary key default uuidv7(),
  site_id uuid not null,
  day date not null,
  midnight timestamptz not null,
  time_zone text not null,
  version integer not null check (version >= 1),
  corrects uuid references residence.census (id),
  reason text check (reason <> ''),
  taken_at timestamptz not null,
  taken_by uuid,
  constraint corrections_say_why check ((version = 1) = (corrects is null) and (corrects is null) = (reason is null)),
  constraint one_census_a_midnight unique (site_id, day, version),
  unique (corrects)
);
comment on table residence.census is 'A count of a house at the midnight that ends a day, in the time zone of the site. Names nobody; its lines do';
comment on column residence.census.midnight is 'The instant at which the day ended there: 23 or 25 hours after the one before when clocks change';
select privacy.make_policies('residence.census', 'true', 'residence.read', 'census.correct');

create table residence.census_line (
  census_id uuid not null references residence.census (id),
  residency_id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  episode_id uuid not null,
  bed_id uuid,
  unit_name text not null,
  room_name text,
  bed_name text,
  status text not null check (status in ('admitted', 'present', 'leave', 'bed-hold', 'discharged')),
  arrived_today boolean not null,
  level_of_care text not null,
  payer_id uuid,
  primary key (census_id, residency_id)
);
comment on table residence.census_line is 'One person in one census: where they slept and as what they count. A day of discharge is told and not counted';
comment on column residence.census_line.payer_id is 'First payer in force on that day, as it was known when the census was taken';
create index census_line_of_patient on residence.census_line (patient_id, census_id);
select privacy.protect('residence.census_line', 'residence.read', 'census.correct');

create function residence.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'A census never changes. Correct it: the correction is a new census that points to this one.' using errcode = 'restrict_violation';
end $$;
comment on function residence.refuse_change is 'Keeps censuses as they were taken';
create trigger kept before update or delete on residence.census for each row execute function residence.refuse_change();
create trigger kept before update or delete on residence.census_line for each row execute function residence.refuse_change();

create view residence.census_day with (security_invoker = true) as
  select c.id as census_id, c.site_id, c.day, c.midnight, c.version, l.residency_id, l.episode_id, l.patient_id, l.program_id, l.labels, l.bed_id, l.status, l.arrived_today,
    l.status <> 'discharged' as counts, l.level_of_care, l.payer_id
  from residence.census c join residence.census_line l on l.census_id = c.id
  where not exists (select from residence.census later where later.corrects = c.id);
comment on view residence.census_day is 'Patient-days as they stand: the latest census of each midnight, for whoever bills by the day';

grant select, insert on residence.census, residence.census_line to mooring_app;
grant select on residence.census_day to mooring_app;
