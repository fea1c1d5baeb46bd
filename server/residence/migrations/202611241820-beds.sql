-- Where people live: units, rooms and beds; who lives there, in which bed, away or expected. Facts are ended, never rewritten,
-- so that any past midnight can be counted again.

create table residence.unit (
  id uuid primary key default uuidv7(),
  site_id uuid not null,
  program_id uuid not null,
  name text not null check (name <> ''),
  gender_rule text not null default 'any' check (gender_rule in ('any', 'women', 'men', 'one-gender')),
  minimum_age integer check (minimum_age between 0 and 120),
  maximum_age integer check (maximum_age between 0 and 120),
  active boolean not null default true,
  constraint ages_in_order check (minimum_age <= maximum_age),
  unique (site_id, name)
);
comment on table residence.unit is 'A part of a house in which a program lodges people. Names no patient';
comment on column residence.unit.gender_rule is 'one-gender: whoever shares a room is of one gender, whichever it is';
create index unit_of_program on residence.unit (program_id);

create table residence.room (
  id uuid primary key default uuidv7(),
  unit_id uuid not null references residence.unit (id),
  program_id uuid not null,
  name text not null check (name <> ''),
  attributes text[] not null default '{}',
  gender_rule text check (gender_rule in ('any', 'women', 'men', 'one-gender')),
  active boolean not null default true,
  unique (unit_id, name)
);
comment on table residence.room is 'A room of a unit. Its gender rule, when it has one, stands before that of the unit';
comment on column residence.room.attributes is 'Codes of content/residence/attributes.json';

create table residence.bed (
  id uuid primary key default uuidv7(),
  room_id uuid not null references residence.room (id),
  program_id uuid not null,
  name text not null check (name <> ''),
  attributes text[] not null default '{}',
  active boolean not null default true,
  unique (room_id, name)
);
comment on table residence.bed is 'A bed. A retired one keeps its history';

create table residence.bed_outage (
  id uuid primary key default uuidv7(),
  bed_id uuid not null references residence.bed (id),
  program_id uuid not null,
  kind text not null check (kind in ('cleaning', 'out-of-service')),
  reason text not null default '',
  starts_at timestamptz not null,
  ends_at timestamptz check (ends_at >= starts_at),
  begun_by uuid,
  ended_by uuid
);
comment on table residence.bed_outage is 'A stretch in which nobody is put into a bed';
create index outage_of_bed on residence.bed_outage (bed_id, starts_at);

-- Who works in the program reads; who sets up programs builds.
select privacy.make_policies('residence.unit', 'program_id = any ((select privacy.my_programs())::uuid[])', 'residence.read,program.write', 'program.write');
select privacy.make_policies('residence.room', 'program_id = any ((select privacy.my_programs())::uuid[])', 'residence.read,program.write', 'program.write');
select privacy.make_policies('residence.bed', 'program_id = any ((select privacy.my_programs())::uuid[])', 'residence.read,program.write', 'program.write');
select privacy.make_policies('residence.bed_outage', 'program_id = any ((select privacy.my_programs())::uuid[])', 'residence.read', 'residence.write');

create table residence.residency (
  id uuid primary key default uuidv7(),
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  episode_id uuid not null,
  unit_id uuid not null references residence.unit (id),
  starts_at timestamptz not null,
  ends_at timestamptz,
  during tstzrange not null generated always as (tstzrange(starts_at, ends_at)) stored,
  expected_departure_on date,
  end_reason text,
  recorded_at timestamptz not null,
  recorded_by uuid,
  end_recorded_at timestamptz,
  ended_by uuid,
  constraint lasts check (ends_at > starts_at),
  constraint ends_with_reason check ((ends_at is null) = (end_reason is null)),
  constraint one_house_a_person unique (patient_id, during without overlaps),
  constraint residency_over_time unique (id, during without overlaps)
);
comment on table residence.residency is 'Somebody lives in the house from arrival to departure, within an episode. A bed is another matter: see occupancy';
create index residency_of_patient on residence.residency (patient_id);
create index residency_of_program on residence.residency (program_id, starts_at);
create unique index one_residency_an_episode on residence.residency (episode_id) where ends_at is null;
select privacy.protect('residence.residency', 'residence.read', 'residence.write');

create table residence.occupancy (
  id uuid primary key default uuidv7(),
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  residency_id uuid not null,
  bed_id uuid not null references residence.bed (id),
  starts_at timestamptz not null,
  ends_at timestamptz,
  during tstzrange not null generated always as (tstzrange(starts_at, ends_at)) stored,
  end_reason text check (end_reason in ('moved', 'swapped', 'freed', 'departed')),
  override_reason text check (override_reason <> ''),
  recorded_at timestamptz not null,
  recorded_by uuid,
  end_recorded_at timestamptz,
  ended_by uuid,
  constraint lasts check (ends_at > starts_at),
  constraint ends_with_reason check ((ends_at is null) = (end_reason is null)),
  constraint one_person_a_bed unique (bed_id, during without overlaps),
  constraint one_bed_a_person unique (residency_id, during without overlaps),
  constraint within_residency foreign key (residency_id, period during) references residence.residency (id, period during)
);
comment on table residence.occupancy is 'Who had which bed, from when to when';
comment on column residence.occupancy.override_reason is 'Why a rule of the room was set aside for this person';
create index occupancy_of_patient on residence.occupancy (patient_id);
select privacy.protect('residence.occupancy', 'residence.read', 'residence.write');

create table residence.leave (
  id uuid primary key default uuidv7(),
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  residency_id uuid not null references residence.residency (id),
  kind text not null check (kind <> ''),
  note text not null default '',
  starts_at timestamptz not null,
  expected_back_at timestamptz,
  ends_at timestamptz,
  during tstzrange not null generated always as (tstzrange(starts_at, ends_at)) stored,
  recorded_at timestamptz not null,
  recorded_by uuid,
  end_recorded_at timestamptz,
  ended_by uuid,
  constraint lasts check (ends_at > starts_at),
  constraint expected_later check (expected_back_at > starts_at),
  constraint one_leave_at_a_time unique (residency_id, during without overlaps)
);
comment on table residence.leave is 'Somebody who lives here is away for a while and is expected back';
comment on column residence.leave.kind is 'Code of content/residence/leave-kinds.json';
create index leave_of_patient on residence.leave (patient_id);
select privacy.protect('residence.leave', 'residence.read', 'residence.write');

create table residence.transfer (
  id uuid primary key default uuidv7(),
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  residency_id uuid not null references residence.residency (id),
  to_bed_id uuid not null references residence.bed (id),
  planned_for timestamptz,
  reason text not null default '',
  state text not null default 'pending' check (state in ('pending', 'done', 'cancelled')),
  recorded_at timestamptz not null,
  recorded_by uuid,
  settled_at timestamptz,
  settled_by uuid,
  constraint settled_when_not_pending check ((state = 'pending') = (settled_at is null))
);
comment on table residence.transfer is 'A move that is planned. A swap leaves it standing; only the move itself, its calling off or a departure settles it';
create index transfer_of_patient on residence.transfer (patient_id);
create unique index one_pending_transfer on residence.transfer (residency_id) where state = 'pending';
select privacy.protect('residence.transfer', 'residence.read', 'residence.write');

create table residence.reservation (
  id uuid primary key default uuidv7(),
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  episode_id uuid not null,
  bed_id uuid not null references residence.bed (id),
  starts_at timestamptz not null,
  expected_on date not null,
  state text not null default 'open' check (state in ('open', 'used', 'released')),
  recorded_by uuid,
  settled_at timestamptz,
  settled_by uuid,
  constraint settled_when_not_open check ((state = 'open') = (settled_at is null))
);
comment on table residence.reservation is 'A bed kept for somebody who is expected';
create index reservation_of_patient on residence.reservation (patient_id);
create unique index one_reservation_a_bed on residence.reservation (bed_id) where state = 'open';
create unique index one_bed_reserved_an_episode on residence.reservation (episode_id) where state = 'open';
select privacy.protect('residence.reservation', 'residence.read', 'residence.write');

grant select, insert, update on residence.unit, residence.room, residence.bed to mooring_app;
grant select, insert, update (ends_at, ended_by) on residence.bed_outage to mooring_app;
grant select, insert, update (ends_at, end_reason, end_recorded_at, ended_by, expected_departure_on, unit_id) on residence.residency to mooring_app;
grant select, insert, update (ends_at, end_reason, end_recorded_at, ended_by) on residence.occupancy to mooring_app;
grant select, insert, update (ends_at, end_recorded_at, ended_by, expected_back_at) on residence.leave to mooring_app;
grant select, insert, update (state, settled_at, settled_by) on residence.transfer, residence.reservation to mooring_app;
