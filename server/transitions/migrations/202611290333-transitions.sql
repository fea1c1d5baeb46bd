-- From one program to another, as one act that can be taken back.

create table transitions.transition (
  id uuid primary key,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  to_program_id uuid not null,
  episode_id uuid not null,
  kind text not null check (kind in ('step-up', 'step-down', 'transfer', 'second-program', 'readmission')),
  reason text not null,
  at timestamptz not null,
  clinician_id uuid not null,
  ends_stay boolean not null,
  effects jsonb not null,
  receipts jsonb not null,
  made_at timestamptz not null,
  made_by uuid,
  taken_back_at timestamptz,
  taken_back_by uuid,
  constraint taken_back_by_somebody check ((taken_back_at is null) = (taken_back_by is null))
);
comment on table transitions.transition is 'One move of a person from program_id to to_program_id. Kept also when it was taken back';
comment on column transitions.transition.effects is 'What was shown and done, in words';
comment on column transitions.transition.receipts is 'By part: the rows that were made, ended or changed';
create index transition_by_patient on transitions.transition (patient_id, made_at);
select privacy.protect('transitions.transition', 'patient.read', 'transition.write');
grant select, insert on transitions.transition to mooring_app;
grant update (taken_back_at, taken_back_by) on transitions.transition to mooring_app;
