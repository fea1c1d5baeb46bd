-- Tasks that another part of the program keeps: it opens them, and what is done there closes them. Some cannot wait for the end of a day.

alter table teams.task
  add column due_at timestamptz,
  add column escalated_at timestamptz,
  add column alert_id uuid,
  add column kept_by text,
  add column kept_id uuid,
  add column opens text not null default '',
  add column finishes_here boolean not null default true,
  add column is_private boolean not null default false,
  add constraint kept_with_what_it_is_of check ((kept_by is null) = (kept_id is null)),
  drop constraint made_by_somebody_or_a_rule,
  add constraint made_by_somebody_or_a_rule check (num_nonnulls(made_by, rule_id) = 1 or (kept_by is not null and rule_id is null));
comment on column teams.task.due_at is 'The clock of a task that cannot wait for the end of its day; null for all others';
comment on column teams.task.escalated_at is 'When the clinical directors of the program were told that its clock ran out: once';
comment on column teams.task.alert_id is 'The alert that stands on the chart while it is open';
comment on column teams.task.kept_by is 'The part that opened it and closes it, such as critical-result; null for a task that somebody gave';
comment on column teams.task.kept_id is 'The record there that it is about';
comment on column teams.task.opens is 'The page on which it is worked; empty for a task that is worked nowhere in particular';
comment on column teams.task.finishes_here is 'Whether it may be called done among the tasks; otherwise it is done where it is kept';
comment on column teams.task.is_private is 'Seen by whom it is for, who gave it and who reviews charts, and by nobody else';
create unique index one_open_task_a_matter on teams.task (kept_by, kept_id) where kept_by is not null and done_at is null;
create index task_with_a_clock on teams.task (due_at) where due_at is not null and done_at is null;

alter policy for_whom on teams.task using (
  (select privacy.sees_all()) or for_staff_id = (select privacy.actor_id()) or made_by = (select privacy.actor_id())
  or (is_private and (select privacy.has_permission('review.write')))
  or (not is_private and ((select privacy.has_permission('chart.read'))
    or for_role in (select held.role_code from identity.staff_role_held held where held.staff_id = privacy.actor_id()))));

create view teams.open_task with (security_invoker = true) as
  select id, patient_id, program_id, labels, for_staff_id, for_role, due_at, escalated_at, kept_by, kept_id from teams.task where done_at is null;
comment on view teams.open_task is 'Whose each open task is and what it is kept for, without a word of it';
grant select on teams.open_task to mooring_app;
