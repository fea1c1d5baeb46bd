-- Appointments that repeat: one row says the rule; each occurrence is an ordinary appointment that knows its place in it.

create table scheduling.series (
  id uuid primary key,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  site_id uuid not null,
  clinician_id uuid not null,
  room_id uuid references scheduling.room (id),
  type_code text not null references scheduling.appointment_type (code),
  modality text not null check (modality in ('in-person', 'video', 'audio')),
  recurrence jsonb not null check (recurrence ->> 'frequency' in ('daily', 'weekly', 'monthly')),
  first_day date not null,
  time time not null,
  minutes integer not null check (minutes between 5 and 720),
  time_zone text not null,
  times integer not null check (times between 1 and 156),
  follows uuid references scheduling.series (id),
  version integer not null default 1,
  made_at timestamptz not null default now(),
  made_by uuid
);
comment on table scheduling.series is 'The rule by which appointments of one person repeat. Days and clock time are those of the site; daylight saving never moves the clock time';
comment on column scheduling.series.recurrence is 'frequency, interval and weekdays or place in the month, as server/scheduling/series/series.ts has them';
comment on column scheduling.series.times is 'How many occurrences the rule has. Some may have no appointment: left out, or called off';
comment on column scheduling.series.follows is 'The series from which this one was split when "this and all that follow" was changed';
create index series_by_patient on scheduling.series (patient_id);
select privacy.protect('scheduling.series', 'schedule.read', 'schedule.write');

alter table scheduling.appointment add column series_id uuid references scheduling.series (id), add column occurrence integer,
  add constraint occurrence_of_a_series check ((series_id is null) = (occurrence is null) and occurrence >= 0);
comment on column scheduling.appointment.occurrence is 'Which occurrence of its series this is, counted from 0';
create unique index appointment_by_occurrence on scheduling.appointment (series_id, occurrence) where series_id is not null;

grant select, insert, update on scheduling.series to mooring_app;

-- One occurrence may move to where the next one still stands. Judged at each statement as before, unless a change of a series asks otherwise.
alter table scheduling.busy_slot drop constraint clinician_in_one_place, drop constraint room_holds_one_session,
  add constraint clinician_in_one_place exclude using gist (clinician_id with =, session_id with <>, tstzrange(starts_at, ends_at) with &&) deferrable,
  add constraint room_holds_one_session exclude using gist (room_id with =, session_id with <>, tstzrange(starts_at, ends_at) with &&) deferrable;
