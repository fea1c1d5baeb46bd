-- People handed from one colleague to another.

create table caseloads.hand_over_line (
  hand_over_id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  episode_id uuid not null,
  from_staff_id uuid not null,
  to_staff_id uuid not null check (to_staff_id <> from_staff_id),
  leads boolean not null,
  note text not null check (note <> ''),
  at timestamptz not null,
  by_id uuid not null,
  read_at timestamptz,
  undone_at timestamptz,
  undone_by uuid,
  primary key (hand_over_id, patient_id, leads),
  constraint undone_by_somebody check ((undone_at is null) = (undone_by is null))
);
comment on table caseloads.hand_over_line is 'One person of a hand-over: from whom, to whom, and what the next one needs to know. leads: as primary clinician, else as another member of the care team';
create index hand_over_line_of_patient on caseloads.hand_over_line (patient_id);
create index hand_over_line_to on caseloads.hand_over_line (to_staff_id, at);
select privacy.protect('caseloads.hand_over_line', 'patient.read', 'team.write');
grant select, insert on caseloads.hand_over_line to mooring_app;
grant update (read_at, undone_at, undone_by) on caseloads.hand_over_line to mooring_app;
