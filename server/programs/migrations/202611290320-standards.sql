-- Further kinds of program, and what a program asks for in place of the standard of its level of care.

alter table programs.program drop constraint program_kind_check;
alter table programs.program add constraint program_kind_check
  check (kind in ('outpatient', 'iop', 'php', 'residential', 'otp', 'psychiatry', 'crisis', 'inpatient', 'act')) not valid;
alter table programs.program validate constraint program_kind_check;

create table programs.standard (
  program_id uuid primary key references programs.program (id),
  days_per_week integer check (days_per_week between 1 and 7),
  minutes_per_day integer check (minutes_per_day between 1 and 1440),
  minutes_per_week integer check (minutes_per_week between 1 and 10080),
  review_days integer check (review_days between 1 and 730),
  ground text not null check (ground <> ''),
  version integer not null default 1,
  changed_at timestamptz not null,
  changed_by uuid
);
comment on table programs.standard is 'What a program asks for where it differs from content/programs/standards.json: contract, licence or state. Null: as the level of care says';
grant select, insert, update on programs.standard to mooring_app;
