-- Weekly timetables of day programs, the meetings that come of them, and who is enrolled.

create table tracks.track (
  id uuid primary key,
  program_id uuid not null,
  name text not null check (name <> ''),
  first_day date not null,
  last_day date not null,
  made_at timestamptz not null,
  made_by uuid not null,
  constraint begins_before_it_ends check (first_day <= last_day)
);
comment on table tracks.track is 'A weekly timetable of groups with a first and a last day. Names no patient';
create index track_by_program on tracks.track (program_id, last_day);
select privacy.make_policies('tracks.track', 'program_id = any ((select privacy.my_programs())::uuid[])', 'chart.read', 'chart.write');

create table tracks.slot (
  id uuid primary key,
  track_id uuid not null references tracks.track (id),
  program_id uuid not null,
  weekday smallint not null check (weekday between 1 and 7),
  starts time not null,
  minutes integer not null check (minutes between 15 and 480),
  group_id uuid not null,
  room_id uuid,
  unique (track_id, weekday, starts)
);
comment on table tracks.slot is 'The hours of one group on one weekday, on the clock of the site';
comment on column tracks.slot.weekday is 'ISO: Monday is 1';
select privacy.make_policies('tracks.slot', 'program_id = any ((select privacy.my_programs())::uuid[])', 'chart.read', 'chart.write');

create table tracks.meeting (
  session_id uuid primary key,
  track_id uuid not null references tracks.track (id),
  slot_id uuid not null references tracks.slot (id),
  program_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  constraint ends_after_start check (starts_at < ends_at)
);
comment on table tracks.meeting is 'The sessions of a track, planned when it is opened. Days on which the track does not meet have none';
create index meeting_by_track on tracks.meeting (track_id, starts_at);
select privacy.make_policies('tracks.meeting', 'program_id = any ((select privacy.my_programs())::uuid[])', 'chart.read', 'chart.write');

create table tracks.enrolment (
  id uuid primary key,
  track_id uuid not null references tracks.track (id),
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  first_day date not null,
  left_on date,
  left_out uuid[] not null default '{}',
  left_because text check (left_because in ('completed', 'stepped-down', 'stepped-up', 'left-early', 'schedule', 'entered-in-error', 'moved')),
  made_at timestamptz not null,
  made_by uuid not null,
  constraint left_for_a_reason check ((left_on is null) = (left_because is null)),
  constraint leaves_after_joining check (left_on is null or left_on >= first_day)
);
comment on column tracks.enrolment.left_out is 'Sessions that the person was known to miss from the beginning';
comment on table tracks.enrolment is 'A person''s place in all meetings of a track from a day on; left_on is the first day without it';
create unique index enrolled_once on tracks.enrolment (track_id, patient_id) where left_on is null;
create index enrolment_by_patient on tracks.enrolment (patient_id);
select privacy.protect('tracks.enrolment', 'chart.read', 'chart.write');

grant select, insert on tracks.track, tracks.slot, tracks.meeting to mooring_app;
grant select, insert on tracks.enrolment to mooring_app;
grant update (left_on, left_because) on tracks.enrolment to mooring_app;
