-- From the first call to the admission: who called, who refers, what was asked, who waits in which order, and what an admission still lacks.
-- Who asks for treatment is protected from the first call on: 42 CFR 2.11 counts applicants among patients.

create table intake.source (
  id uuid primary key,
  name text not null unique check (name <> ''),
  kind text not null check (kind in ('physician', 'hospital', 'payer', 'school', 'court', 'another-program', 'other')),
  phone text,
  active boolean not null default true,
  added_at timestamptz not null,
  added_by uuid
);
comment on table intake.source is 'Organisations and people who send somebody. Names no patient';
grant select, insert, update on intake.source to mooring_app;

create table intake.call (
  id uuid primary key,
  patient_id uuid,
  program_id uuid not null,
  labels text[] not null default '{}',
  called_at timestamptz not null,
  caller_name text not null default '',
  caller_relation text not null,
  caller_phone text,
  about_name text not null default '',
  heard_from text not null,
  source_id uuid references intake.source (id),
  need text not null check (need <> ''),
  callback_due_at timestamptz,
  episode_id uuid,
  outcome text,
  outcome_note text,
  settled_at timestamptz,
  taken_by uuid,
  settled_by uuid,
  constraint settled_with_outcome check ((outcome is null) = (settled_at is null))
);
comment on table intake.call is 'Somebody called about treatment. The one it is about may have no name yet; patient_id and episode_id once there is a chart';
comment on column intake.call.heard_from is 'How they heard of the program: an answer of programs.episode.source';
create index call_of_patient on intake.call (patient_id);
create index call_to_settle on intake.call (program_id, called_at) where outcome is null;
select privacy.protect('intake.call', 'intake.read', 'intake.write');
grant select, insert, update on intake.call to mooring_app;

create table intake.attempt (
  id uuid primary key,
  patient_id uuid,
  program_id uuid not null,
  labels text[] not null default '{}',
  call_id uuid not null references intake.call (id),
  at timestamptz not null,
  way text not null,
  reached boolean not null,
  note text not null default '',
  made_by uuid
);
comment on table intake.attempt is 'An attempt to call back';
create index attempt_of_patient on intake.attempt (patient_id);
create index attempt_of_call on intake.attempt (call_id);
select privacy.protect('intake.attempt', 'intake.read', 'intake.write');
grant select, insert on intake.attempt to mooring_app;

create table intake.screening (
  id uuid primary key,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  episode_id uuid not null,
  answers jsonb not null,
  version text not null,
  priority text not null,
  screened_at timestamptz not null,
  screened_by uuid
);
comment on table intake.screening is 'Answers to the screening questions of a version of content/intake/screening-questions.json; a later one stands beside the earlier';
create index screening_of_patient on intake.screening (patient_id);
create index screening_of_episode on intake.screening (episode_id, screened_at);
select privacy.protect('intake.screening', 'intake.read', 'intake.write');
grant select, insert on intake.screening to mooring_app;

create table intake.wait (
  id uuid primary key,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  episode_id uuid not null,
  priority text not null,
  since timestamptz not null,
  put_by uuid,
  ended_at timestamptz,
  end_reason text,
  ended_by uuid,
  constraint ends_with_reason check ((ended_at is null) = (end_reason is null))
);
comment on table intake.wait is 'Somebody waits for a place in a program. The record number is the identifier that 45 CFR 96.126(c) asks for';
create index wait_of_patient on intake.wait (patient_id);
create unique index one_wait_an_episode on intake.wait (episode_id) where ended_at is null;
create index wait_of_program on intake.wait (program_id) where ended_at is null;
select privacy.protect('intake.wait', 'intake.read', 'intake.write');
grant select, insert, update (priority, ended_at, end_reason, ended_by) on intake.wait to mooring_app;

create table intake.act (
  id uuid primary key,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  wait_id uuid not null references intake.wait (id),
  kind text not null check (kind in ('reached', 'not-reached', 'interim-given', 'interim-declined', 'offered', 'accepted', 'declined')),
  what text not null default '',
  note text not null default '',
  answer_due_at timestamptz,
  at timestamptz not null,
  made_by uuid,
  recorded_at timestamptz not null
);
comment on table intake.act is 'What was done for somebody who waits: contacts, interim services, offers and answers. Nothing is changed or taken away: it is the proof';
comment on column intake.act.what is 'Way of a contact, or code of an interim service';
create index act_of_patient on intake.act (patient_id);
create index act_of_wait on intake.act (wait_id, at);
select privacy.protect('intake.act', 'intake.read', 'intake.write');
grant select, insert on intake.act to mooring_app;

create table intake.tick (
  id uuid primary key,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  episode_id uuid not null,
  code text not null,
  note text not null default '',
  done boolean not null,
  at timestamptz not null,
  made_by uuid
);
comment on table intake.tick is 'A point of the admission checklist that somebody says is done, or takes back; the latest holds';
create index tick_of_patient on intake.tick (patient_id);
create index tick_of_episode on intake.tick (episode_id, at);
select privacy.protect('intake.tick', 'intake.read', 'intake.write');
grant select, insert on intake.tick to mooring_app;
