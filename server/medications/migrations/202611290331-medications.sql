-- What a person takes, and what is decided about it on the way to another program.

create table medications.statement (
  id uuid primary key,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  medication text,
  name text not null check (name <> ''),
  dose text not null check (dose <> ''),
  source text not null check (source in ('ordered-here', 'ordered-elsewhere', 'over-the-counter', 'told-by-patient')),
  prescriber text not null default '',
  started_on date,
  stopped_on date,
  stop_reason text,
  continues uuid references medications.statement (id),
  version integer not null default 1,
  noted_at timestamptz not null,
  noted_by uuid,
  constraint stopped_with_reason check ((stopped_on is null) = (stop_reason is null)),
  constraint stops_after_start check (stopped_on is null or started_on is null or started_on <= stopped_on)
);
comment on table medications.statement is 'One medicine that a person takes, as a program knows it: order or statement. Stopped, never deleted';
comment on column medications.statement.medication is 'Entry of content/medications/medications.json, where there is one; the name is what was written';
comment on column medications.statement.dose is 'Dose, route and frequency in words';
comment on column medications.statement.continues is 'The statement of the program before, of which this one is the continuation';
create index statement_by_patient on medications.statement (patient_id, program_id);
select privacy.protect('medications.statement', 'medication.read', 'medication.write,transition.write');

create table medications.decision (
  id uuid primary key default uuidv7(),
  statement_id uuid not null references medications.statement (id),
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  to_program_id uuid not null,
  does text not null check (does in ('continue', 'change', 'stop')),
  dose text not null default '',
  reason text not null default '',
  decided_at timestamptz not null,
  decided_by uuid,
  applied_at timestamptz,
  constraint change_has_its_dose check (does <> 'change' or dose <> ''),
  constraint stop_has_its_reason check (does <> 'stop' or reason <> '')
);
comment on table medications.decision is 'What becomes of a statement on the way to a program; applied_at once the person went. Kept also when the move is taken back';
create unique index one_open_decision on medications.decision (statement_id, to_program_id) where applied_at is null;
create index decision_by_patient on medications.decision (patient_id);
select privacy.protect('medications.decision', 'medication.read', 'medication.write,transition.write');

grant select, insert, update on medications.statement, medications.decision to mooring_app;
grant delete on medications.statement to mooring_app;
