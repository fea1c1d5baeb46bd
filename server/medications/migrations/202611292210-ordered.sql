-- That somebody takes no medicines is asked and answered, and is something else than a list that nobody has begun.
create table medications.none_taken (
  id uuid primary key,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  note text not null default '',
  asked_at timestamptz not null,
  asked_by uuid
);
comment on table medications.none_taken is 'That a person was asked in a program and takes no medicines. The newest holds until a medicine is noted there';
create index none_taken_by_patient on medications.none_taken (patient_id, program_id);
select privacy.protect('medications.none_taken', 'medication.read', 'medication.write');
grant select, insert on medications.none_taken to mooring_app;

create view medications.order_noted with (security_invoker = true) as
  select id, patient_id, program_id, labels, noted_at from medications.statement where source = 'ordered-here';
comment on view medications.order_noted is 'That a medicine was ordered in a program, and when; not which';

create view medications.none_stated with (security_invoker = true) as
  select n.id, n.patient_id, n.program_id, n.labels, n.asked_at from medications.none_taken n
  where not exists (select from medications.statement s where s.patient_id = n.patient_id and s.program_id = n.program_id and s.stopped_on is null);
comment on view medications.none_stated is 'That a person was asked and takes no medicines, while no active one is on the list of the program';
grant select on medications.order_noted, medications.none_stated to mooring_app;
