-- What payers allow: so many days, visits or units of care in a program, from when to when, under which number.

create table billing.authorization (
  id uuid primary key,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  payer_id uuid not null references billing.payer (id),
  state text not null check (state in ('requested', 'approved', 'denied', 'ended')),
  number text,
  counts text not null check (counts in ('days', 'visits', 'units')),
  allowed integer not null check (allowed > 0),
  valid_from date not null,
  valid_through date not null,
  owner_id uuid,
  note text not null default '',
  version integer not null default 1,
  made_at timestamptz not null,
  made_by uuid,
  constraint ends_after_start check (valid_from <= valid_through),
  constraint approved_has_number check (state <> 'approved' or number is not null)
);
comment on table billing.authorization is 'What a payer allows for one person in one program. What is used of it is counted from attended sessions, never kept';
comment on column billing.authorization.owner_id is 'Who sees to it that the next one is there in time';
create index authorization_by_patient on billing.authorization (patient_id, program_id);
create index authorization_by_end on billing.authorization (valid_through) where state in ('requested', 'approved');
select privacy.protect('billing.authorization', 'authorization.read', 'authorization.write,transition.write');
grant select, insert, update on billing.authorization to mooring_app;
