-- Reminders of appointments: what went where, so that none goes twice, and what came back.

create table scheduling.reminder (
  id uuid primary key,
  appointment_id uuid not null references scheduling.appointment (id),
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  starts_at timestamptz not null,
  lead text not null,
  channel text check (channel in ('text', 'email', 'voicemail')),
  decided_at timestamptz not null,
  expires_at timestamptz not null,
  confirm_hash text unique check (confirm_hash ~ '^[0-9a-f]{64}$'),
  cancel_hash text unique check (cancel_hash ~ '^[0-9a-f]{64}$'),
  answer text check (answer in ('confirm', 'cancel')),
  answered_at timestamptz,
  constraint sent_with_both_answers check ((confirm_hash is null) = (cancel_hash is null)),
  constraint answered_at_some_time check ((answer is null) = (answered_at is null)),
  unique (appointment_id, starts_at, lead)
);
comment on table scheduling.reminder is 'One line for each appointment, time and lead, so that none is reminded twice. Without a channel nothing went: no way was open that the patient allows';
comment on column scheduling.reminder.starts_at is 'The time of which was reminded. An appointment that moved is reminded of anew';
comment on column scheduling.reminder.confirm_hash is 'SHA-256 of the secret that may confirm and do nothing else; the secret stands only in the message';
create index reminder_by_patient on scheduling.reminder (patient_id);
select privacy.protect('scheduling.reminder', 'schedule.read', 'schedule.write');
create policy holder_of_the_secret on scheduling.reminder for select
  using (privacy.setting('reminder_hash') is not null and (select privacy.setting('reminder_hash')) in (confirm_hash, cancel_hash));
grant select, insert, update (answer, answered_at) on scheduling.reminder to mooring_app;
