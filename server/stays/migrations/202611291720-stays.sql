-- What a stay owes while it lasts and when it ends. Reviews are signed notes and stand in the chart; here is what is reported and what follows.

create table stays.teds (
  id uuid primary key,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  episode_id uuid not null,
  moment text not null check (moment in ('admission', 'discharge')),
  answers jsonb not null,
  version text not null,
  written_at timestamptz not null,
  written_by uuid
);
comment on table stays.teds is 'Answers for the Treatment Episode Data Set at admission and at discharge, by the fields of a version of content/stays/teds.json; the latest of a moment holds';
create index teds_of_patient on stays.teds (patient_id);
create index teds_of_episode on stays.teds (episode_id, moment, written_at);
select privacy.protect('stays.teds', 'chart.read', 'chart.write');
grant select, insert on stays.teds to mooring_app;

create table stays.aftercare (
  id uuid primary key,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  episode_id uuid not null,
  declined boolean not null,
  plan text not null default '',
  appointment text not null default '',
  risk text not null default '',
  naloxone text not null check (naloxone in ('given', 'declined', 'not-indicated')),
  written_at timestamptz not null,
  written_by uuid,
  constraint planned_or_declined check (declined or plan <> '')
);
comment on table stays.aftercare is 'What follows a stay: plan, first appointment elsewhere, risk at the end, naloxone; or that the person declined. The latest holds';
create index aftercare_of_patient on stays.aftercare (patient_id);
create index aftercare_of_episode on stays.aftercare (episode_id, written_at);
select privacy.protect('stays.aftercare', 'chart.read', 'chart.write');
grant select, insert on stays.aftercare to mooring_app;
