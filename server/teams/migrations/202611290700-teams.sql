-- Who looks after whom, and what is to be done by when.

create table teams.membership (
  id uuid primary key,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  staff_id uuid not null,
  part text not null check (part in ('therapist', 'prescriber', 'nurse', 'case-manager', 'peer', 'other')),
  since date not null,
  ended_on date check (ended_on >= since),
  named_at timestamptz not null,
  named_by uuid not null,
  ended_by uuid,
  constraint ended_by_somebody check ((ended_on is null) = (ended_by is null))
);
comment on table teams.membership is 'Somebody''s part in the care of a patient in a program, from a day to a day. Who leads is the primary clinician of the stay, kept by programs';
create unique index one_part_at_a_time on teams.membership (patient_id, program_id, staff_id) where ended_on is null;
create index membership_of_staff on teams.membership (staff_id) where ended_on is null;
select privacy.protect('teams.membership', 'patient.read', 'team.write');
grant select, insert on teams.membership to mooring_app;
grant update (ended_on, ended_by) on teams.membership to mooring_app;

create view teams.on_team with (security_invoker = true) as
  select e.id as episode_id, e.patient_id, e.program_id, e.primary_clinician_id as staff_id, 'primary clinician' as part, true as leads, e.admitted_on as since
  from programs.open_episode e where e.state = 'admitted' and e.primary_clinician_id is not null
  union all
  select e.id, m.patient_id, m.program_id, m.staff_id, m.part, false, m.since
  from teams.membership m join programs.open_episode e on e.patient_id = m.patient_id and e.program_id = m.program_id and e.state = 'admitted'
  where m.ended_on is null;
comment on view teams.on_team is 'Care teams of today: the primary clinicians of open stays, who lead, and the other members';
grant select on teams.on_team to mooring_app;

create table teams.task (
  id uuid primary key,
  patient_id uuid,
  program_id uuid not null,
  labels text[] not null default '{}',
  title text not null check (title <> ''),
  details text not null default '',
  due_on date not null,
  for_staff_id uuid,
  for_role text,
  rule_id text,
  made_at timestamptz not null,
  made_by uuid,
  done_at timestamptz,
  done_by uuid,
  done_note text not null default '',
  reminded_on date,
  version integer not null default 1,
  constraint for_exactly_one check (num_nonnulls(for_staff_id, for_role) = 1),
  constraint made_by_somebody_or_a_rule check (num_nonnulls(made_by, rule_id) = 1),
  constraint done_by_somebody check ((done_at is null) = (done_by is null))
);
comment on table teams.task is 'Something to do by a day, for a person or for everybody with a role in the program, about a patient or about none';
comment on column teams.task.rule_id is 'The rule of content/teams/task-rules.json that made it; null when somebody did';
comment on column teams.task.reminded_on is 'The day of the last reminder by mail';
create index task_of_patient on teams.task (patient_id);
create index task_for_staff on teams.task (for_staff_id, due_on) where done_at is null;
create index task_for_role on teams.task (program_id, for_role, due_on) where done_at is null;
create unique index one_task_a_rule_and_day on teams.task (rule_id, patient_id, program_id, due_on) where rule_id is not null;
select privacy.protect('teams.task', 'task.write');
-- What a clinician is asked to do tells of the patient: who reads no charts sees only what is theirs (45 CFR 164.514(d)(2)).
create policy for_whom on teams.task as restrictive for select using (
  (select privacy.sees_all()) or (select privacy.has_permission('chart.read')) or for_staff_id = (select privacy.actor_id()) or made_by = (select privacy.actor_id())
  or for_role in (select held.role_code from identity.staff_role_held held where held.staff_id = privacy.actor_id()));
grant select, insert, update on teams.task to mooring_app;
