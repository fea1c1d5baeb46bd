-- Observation rounds: who is to be seen how often, what was seen by whom, and what was missed.

create table residence.watch (
  id uuid primary key default uuidv7(),
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  residency_id uuid not null references residence.residency (id),
  interval_minutes integer not null check (interval_minutes in (15, 30, 60)),
  reason text not null check (reason <> ''),
  starts_at timestamptz not null,
  ends_at timestamptz,
  during tstzrange not null generated always as (tstzrange(starts_at, ends_at)) stored,
  ordered_by uuid,
  ended_by uuid,
  constraint lasts check (ends_at > starts_at),
  constraint one_watch_at_a_time unique (residency_id, during without overlaps)
);
comment on table residence.watch is 'Somebody is to be seen by staff every so many minutes';
create index watch_of_patient on residence.watch (patient_id);
select privacy.protect('residence.watch', 'residence.read', 'residence.write');

create table residence.round (
  id uuid primary key,
  unit_id uuid not null references residence.unit (id),
  program_id uuid not null,
  signed_at timestamptz not null,
  signed_by uuid not null,
  recorded_at timestamptz not null
);
comment on table residence.round is 'One walk through a unit, signed by who walked. Names no patient; its checks do';
comment on column residence.round.signed_at is 'By the clock of the device that was carried; recorded_at is when the server heard of it, later where the network was gone';
create index round_of_unit on residence.round (unit_id, signed_at);
select privacy.make_policies('residence.round', 'program_id = any ((select privacy.my_programs())::uuid[])', 'residence.read', 'round.write');

create table residence.sighting (
  id uuid primary key,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  round_id uuid not null references residence.round (id),
  watch_id uuid not null references residence.watch (id),
  status text not null check (status <> ''),
  note text not null default '',
  seen_at timestamptz not null,
  seen_by uuid not null
);
comment on table residence.sighting is 'One person seen, or not found, in one round';
comment on column residence.sighting.status is 'Code of content/residence/rounds.json';
create index sighting_of_patient on residence.sighting (patient_id, seen_at);
create index sighting_of_watch on residence.sighting (watch_id, seen_at);
select privacy.protect('residence.sighting', 'residence.read', 'round.write');

create table residence.missed_sighting (
  watch_id uuid not null references residence.watch (id),
  due_at timestamptz not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  escalated_at timestamptz not null,
  primary key (watch_id, due_at)
);
comment on table residence.missed_sighting is 'Nobody saw the person in time. One line for each time that it was missed, which is also what keeps it from being told twice';
create index missed_sighting_of_patient on residence.missed_sighting (patient_id);
select privacy.protect('residence.missed_sighting', 'residence.read', 'round.write');

create function residence.refuse_round_change() returns trigger language plpgsql as $$
begin
  raise exception 'A signed round never changes. What was seen later is a round of its own.' using errcode = 'restrict_violation';
end $$;
comment on function residence.refuse_round_change is 'Keeps rounds as they were signed';
create trigger kept before update or delete on residence.round for each row execute function residence.refuse_round_change();
create trigger kept before update or delete on residence.sighting for each row execute function residence.refuse_round_change();

grant select, insert, update (ends_at, ended_by) on residence.watch to mooring_app;
grant select, insert on residence.round, residence.sighting, residence.missed_sighting to mooring_app;
