-- What is planned: rooms, kinds of appointment, appointments, blocked time. Overlap is refused here, not in the application.

create table scheduling.room (
  id uuid primary key default uuidv7(),
  site_id uuid not null,
  name text not null check (name <> ''),
  seats integer not null default 2 check (seats > 0),
  active boolean not null default true,
  unique (site_id, name)
);
comment on table scheduling.room is 'Rooms in which people meet. A room that is no longer used is made inactive, never deleted';

create table scheduling.appointment_type (
  code text primary key,
  name text not null,
  service text not null,
  minutes integer not null check (minutes between 5 and 720),
  modality text not null check (modality in ('in-person', 'video', 'audio')),
  is_group boolean not null default false,
  note_template text not null default 'dap',
  position integer not null default 0,
  active boolean not null default true
);
comment on table scheduling.appointment_type is 'Kinds of appointment, loaded from content/appointment-types.json';
comment on column scheduling.appointment_type.service is 'What is done, in the words from which billing chooses a code: intake, individual-psychotherapy, ...';
comment on column scheduling.appointment_type.note_template is 'The note template that opens from such an appointment';

create table scheduling.loaded_content (
  name text primary key,
  version text not null,
  loaded_at timestamptz not null default now()
);
comment on table scheduling.loaded_content is 'Which version of each content file this database holds';

create table scheduling.appointment (
  id uuid primary key default uuidv7(),
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  site_id uuid not null,
  clinician_id uuid not null,
  room_id uuid references scheduling.room (id),
  session_id uuid,
  type_code text not null references scheduling.appointment_type (code),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  modality text not null check (modality in ('in-person', 'video', 'audio')),
  status text not null default 'booked'
    check (status in ('booked', 'confirmed', 'arrived', 'in-session', 'completed', 'no-show', 'cancelled')),
  cancel_reason text,
  arrived_at timestamptz,
  started_at timestamptz,
  ended_at timestamptz,
  note text not null default '',
  version integer not null default 1,
  booked_at timestamptz not null default now(),
  booked_by uuid,
  constraint ends_after_start check (starts_at < ends_at),
  constraint lasts_a_day_at_most check (ends_at - starts_at <= interval '24 hours'),
  constraint cancelled_has_reason check ((status = 'cancelled') = (cancel_reason is not null)),
  constraint ended_after_started check (ended_at is null or (started_at is not null and started_at <= ended_at))
);
comment on table scheduling.appointment is 'One person''s place in a clinician''s day. The planned time is starts_at to ends_at; what happened is arrived_at, started_at, ended_at';
comment on column scheduling.appointment.session_id is 'The group session in which this is a seat: seats of one session may share clinician and room. Null for a meeting of its own';
comment on column scheduling.appointment.note is 'A line for the front desk; nothing clinical';
comment on column scheduling.appointment.version is 'Grows with every change; who moves an appointment says which version they saw';
create index appointment_by_patient on scheduling.appointment (patient_id, starts_at);
create index appointment_by_clinician on scheduling.appointment (clinician_id, starts_at);
create index appointment_by_room on scheduling.appointment (room_id, starts_at) where room_id is not null;
create index appointment_by_start on scheduling.appointment (starts_at);
create index appointment_by_program on scheduling.appointment (program_id, starts_at);
select privacy.protect('scheduling.appointment', 'schedule.read', 'schedule.write');

create table scheduling.status_change (
  id uuid primary key default uuidv7(),
  appointment_id uuid not null references scheduling.appointment (id),
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  from_status text not null,
  to_status text not null,
  reason text,
  at timestamptz not null,
  by_staff uuid
);
comment on table scheduling.status_change is 'Every step of an appointment, with who and when. Insert only: what happened stays known when a step is taken back';
create index status_change_by_appointment on scheduling.status_change (appointment_id, at);
create index status_change_by_patient on scheduling.status_change (patient_id);
select privacy.protect('scheduling.status_change', 'schedule.read', 'schedule.write');

create table scheduling.blocked_time (
  id uuid primary key default uuidv7(),
  site_id uuid not null,
  clinician_id uuid,
  room_id uuid references scheduling.room (id),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  reason text not null default '',
  version integer not null default 1,
  made_by uuid,
  constraint blocks_something check (clinician_id is not null or room_id is not null),
  constraint ends_after_start check (starts_at < ends_at)
);
comment on table scheduling.blocked_time is 'Time of a clinician or a room without a patient: lunch, supervision, leave, repairs';
create index blocked_time_by_clinician on scheduling.blocked_time (clinician_id, starts_at) where clinician_id is not null;
create index blocked_time_by_room on scheduling.blocked_time (room_id, starts_at) where room_id is not null;

create table scheduling.busy_slot (
  source_id uuid primary key,
  session_id uuid not null,
  clinician_id uuid,
  room_id uuid,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  constraint clinician_in_one_place exclude using gist (clinician_id with =, session_id with <>, tstzrange(starts_at, ends_at) with &&),
  constraint room_holds_one_session exclude using gist (room_id with =, session_id with <>, tstzrange(starts_at, ends_at) with &&)
);
comment on table scheduling.busy_slot is 'When a clinician or a room is taken, and nothing else: what colleagues outside the program may know, so it has no patient and no policy. Kept by triggers from live appointments and blocked time; its constraints are what makes a double booking impossible';
comment on column scheduling.busy_slot.source_id is 'The appointment or blocked time; not readable by the application';
create index busy_slot_by_clinician on scheduling.busy_slot (clinician_id, starts_at) where clinician_id is not null;
create index busy_slot_by_room on scheduling.busy_slot (room_id, starts_at) where room_id is not null;
-- Definer, because the application may not write busy time itself: it exists only as the shadow of what is planned.
create function scheduling.keep_busy_slot(source uuid, session uuid, clinician uuid, room uuid, starts timestamptz, ends timestamptz) returns void
  language sql security definer set search_path = scheduling, pg_temp as $$
  insert into scheduling.busy_slot (source_id, session_id, clinician_id, room_id, starts_at, ends_at)
  values (source, session, clinician, room, starts, ends)
  on conflict (source_id) do update set session_id = excluded.session_id, clinician_id = excluded.clinician_id,
    room_id = excluded.room_id, starts_at = excluded.starts_at, ends_at = excluded.ends_at
$$;
comment on function scheduling.keep_busy_slot is 'Writes the busy time of one appointment or blocked time; for the triggers below';
revoke execute on function scheduling.keep_busy_slot from public;

create function scheduling.shadow_appointment() returns trigger
  language plpgsql security definer set search_path = scheduling, pg_temp as $$
begin
  if new.status in ('cancelled', 'no-show') then
    delete from scheduling.busy_slot where source_id = new.id;
  else
    perform scheduling.keep_busy_slot(new.id, coalesce(new.session_id, new.id), new.clinician_id, new.room_id, new.starts_at, new.ends_at);
  end if;
  return null;
end $$;
comment on function scheduling.shadow_appointment is 'A live appointment is busy time; a cancelled or missed one gives it back';
create trigger busy_slot after insert or update of clinician_id, room_id, session_id, starts_at, ends_at, status on scheduling.appointment
  for each row execute function scheduling.shadow_appointment();

create function scheduling.shadow_blocked_time() returns trigger
  language plpgsql security definer set search_path = scheduling, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    delete from scheduling.busy_slot where source_id = old.id;
  else
    perform scheduling.keep_busy_slot(new.id, new.id, new.clinician_id, new.room_id, new.starts_at, new.ends_at);
  end if;
  return null;
end $$;
comment on function scheduling.shadow_blocked_time is 'Blocked time is busy time';
create trigger busy_slot after insert or update or delete on scheduling.blocked_time
  for each row execute function scheduling.shadow_blocked_time();

create function scheduling.wire_time(at timestamptz) returns text
  -- Stable like to_char: declared immutable it would not be inlined, and cost ten times as much.
  language sql stable parallel safe
  return rtrim(rtrim(to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS'), '0'), '.') || 'Z';
comment on function scheduling.wire_time is 'An instant to the millisecond as replies carry it: 2026-11-24T17:00:00Z';

create view scheduling.appointment_fact with (security_invoker = true) as
  select a.id, a.patient_id, a.program_id, a.labels, a.site_id, a.clinician_id, a.room_id, a.type_code, t.name as type_name, t.service,
    t.note_template, a.starts_at, a.ends_at, a.modality, a.status, a.arrived_at, a.started_at, a.ended_at
  from scheduling.appointment a join scheduling.appointment_type t on t.code = a.type_code;
comment on view scheduling.appointment_fact is 'Appointments as other contexts may read them, with the kind spelled out';

grant select, insert, update on scheduling.room, scheduling.appointment_type, scheduling.loaded_content, scheduling.appointment to mooring_app;
grant select, insert on scheduling.status_change to mooring_app;
grant select, insert, update, delete on scheduling.blocked_time to mooring_app;
grant select (clinician_id, room_id, starts_at, ends_at) on scheduling.busy_slot to mooring_app;
grant select on scheduling.appointment_fact to mooring_app;
