-- Instruments as data, what people answered, links without an account, and the pathway that a sign of suicide risk opens.

create table assessments.instrument (
  code text primary key,
  origin text not null check (origin in ('shipped', 'site'))
);
comment on table assessments.instrument is 'Instruments that can be used here: shipped with the product, or uploaded by the site that holds the licence';

create table assessments.instrument_version (
  id uuid primary key default uuidv7(),
  code text not null references assessments.instrument (code),
  version integer not null check (version > 0),
  definition jsonb not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  licence_holder text,
  licence_statement text not null check (licence_statement <> ''),
  published_by uuid,
  published_at timestamptz not null default now(),
  unique (code, version)
);
comment on table assessments.instrument_version is 'Wording and scoring. A version never changes: each answer is scored for ever by the version under which it was given';
comment on column assessments.instrument_version.licence_holder is 'Who holds the licence, as attested by published_by; null for what is free to use';
grant select, insert on assessments.instrument, assessments.instrument_version to mooring_app;

create table assessments.administration (
  id uuid primary key default uuidv7(),
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  version_id uuid not null references assessments.instrument_version (id),
  instrument_code text not null,
  state text not null default 'open' check (state in ('open', 'completed', 'withdrawn')),
  mode text not null check (mode in ('staff', 'tablet', 'link')),
  answered_by text not null check (answered_by in ('patient', 'clinician', 'proxy')),
  sex text not null default 'unknown' check (sex in ('female', 'male', 'unknown')),
  answers jsonb not null default '{}',
  revision integer not null default 0,
  repeat_reason text,
  started_at timestamptz not null,
  started_by uuid not null,
  saved_at timestamptz not null,
  completed_at timestamptz,
  completed_by uuid,
  result jsonb,
  score numeric,
  says text,
  constraint completed_has_its_result check ((state = 'completed') = (completed_at is not null) and (state = 'completed') = (result is not null))
);
comment on table assessments.administration is 'One time that an instrument was asked. Answers are kept as given; when it is completed the result is sealed with them';
comment on column assessments.administration.score is 'The number that is followed over time: the total, or the subscale that the instrument names; null where there is none';
comment on column assessments.administration.says is 'Band or outcome in words, for lists';
comment on column assessments.administration.completed_by is 'Staff who completed it; null when the patient did, alone';
create index administration_by_patient on assessments.administration (patient_id, completed_at);
create index administration_by_program on assessments.administration (program_id, instrument_code, completed_at);
select privacy.protect('assessments.administration', 'assessment.read,assessment.answer', 'assessment.write,assessment.answer');
-- Whoever holds a link reaches the one administration that it names, whatever a query asks for.
create policy link_reaches_its_own on assessments.administration as restrictive
  using ((select privacy.setting('link_administration')) is null or id = (select privacy.setting('link_administration'))::uuid);

create function assessments.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'What was completed never changes. Ask again instead.' using errcode = 'restrict_violation';
end $$;
comment on function assessments.refuse_change is 'Keeps completed answers, events and critical findings as they were';
create trigger sealed before update or delete on assessments.administration for each row when (old.state <> 'open') execute function assessments.refuse_change();
create trigger sealed_whole before truncate on assessments.administration execute function assessments.refuse_change();
grant select, insert, update on assessments.administration to mooring_app;

create table assessments.critical_finding (
  id uuid primary key default uuidv7(),
  administration_id uuid not null references assessments.administration (id),
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  at text not null,
  level text not null check (level in ('emergency', 'urgent', 'high')),
  concern text not null check (concern in ('suicide', 'harm', 'withdrawal', 'overdose', 'movement')),
  action text not null,
  raised_at timestamptz not null,
  due_at timestamptz not null,
  escalated_at timestamptz,
  answered_at timestamptz,
  answered_by uuid,
  answer text,
  constraint answered_in_words check ((answered_at is null) = (answer is null)),
  unique (administration_id, at, level)
);
comment on table assessments.critical_finding is 'An answer or a score that somebody has to act on. It stays when the answer is changed, and closes only with what was done';
create index critical_finding_by_patient on assessments.critical_finding (patient_id);
create index critical_finding_open on assessments.critical_finding (program_id, due_at) where answered_at is null;
select privacy.protect('assessments.critical_finding', 'assessment.read,assessment.answer', 'assessment.write,assessment.answer');
create trigger answered_once before update on assessments.critical_finding for each row when (old.answered_at is not null) execute function assessments.refuse_change();
create trigger kept before delete on assessments.critical_finding for each row execute function assessments.refuse_change();
grant select, insert, update (escalated_at, answered_at, answered_by, answer) on assessments.critical_finding to mooring_app;

create table assessments.link (
  id uuid primary key default uuidv7(),
  administration_id uuid not null unique references assessments.administration (id),
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  kind text not null check (kind in ('link', 'tablet')),
  made_at timestamptz not null,
  made_by uuid not null,
  expires_at timestamptz not null,
  closed_at timestamptz
);
comment on table assessments.link is 'Leave to answer one administration without an account. Only the SHA-256 of the token is kept; it ends by use, by time, or when staff withdraw it';
create index link_by_patient on assessments.link (patient_id);
select privacy.protect('assessments.link', 'assessment.write,assessment.answer');
create policy holder_of_the_token on assessments.link for select using (token_hash = (select privacy.setting('link_hash')));
grant select, insert, update (closed_at) on assessments.link to mooring_app;

create table assessments.on_call_shift (
  id uuid primary key default uuidv7(),
  program_id uuid not null,
  staff_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  made_by uuid not null
);
comment on table assessments.on_call_shift is 'Who answers for a program outside its hours';
create index on_call_shift_by_program on assessments.on_call_shift (program_id, starts_at);
grant select, insert on assessments.on_call_shift to mooring_app;

create table assessments.risk_case (
  id uuid primary key default uuidv7(),
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  opened_at timestamptz not null,
  alert_id uuid not null,
  owner_id uuid,
  time_zone text not null,
  closed_at timestamptz
);
comment on table assessments.risk_case is 'A person on the suicide-risk pathway. Its state is what its events come to';
comment on column assessments.risk_case.time_zone is 'Where its days and hours are counted: that of the site';
create index risk_case_by_patient on assessments.risk_case (patient_id, opened_at);
create unique index one_open_risk_case on assessments.risk_case (patient_id, program_id) where closed_at is null;
select privacy.protect('assessments.risk_case', 'assessment.read,assessment.answer', 'assessment.write,assessment.answer');
create trigger kept before delete on assessments.risk_case for each row execute function assessments.refuse_change();
grant select, insert, update (owner_id, closed_at) on assessments.risk_case to mooring_app;

create table assessments.risk_event (
  id uuid primary key default uuidv7(),
  case_id uuid not null references assessments.risk_case (id),
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  kind text not null,
  at timestamptz not null,
  by_id uuid,
  details jsonb not null default '{}',
  request_id uuid
);
comment on table assessments.risk_event is 'What happened on the pathway, in order; never changed. Formulations, safety plans in all their versions, contacts, missed visits, escalations, the exit with its reason';
comment on column assessments.risk_event.request_id is 'Given by who writes: the same entry sent twice is written once';
create index risk_event_by_case on assessments.risk_event (case_id, at);
create index risk_event_by_patient on assessments.risk_event (patient_id);
create unique index risk_event_once on assessments.risk_event (case_id, request_id) where request_id is not null;
select privacy.protect('assessments.risk_event', 'assessment.read,assessment.answer', 'assessment.write,assessment.answer');
create trigger sealed before update or delete on assessments.risk_event for each row execute function assessments.refuse_change();
create trigger sealed_whole before truncate on assessments.risk_event execute function assessments.refuse_change();
grant select, insert on assessments.risk_event to mooring_app;

create table assessments.risk_duty (
  case_id uuid not null references assessments.risk_case (id),
  key text not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  kind text not null,
  due_at timestamptz not null,
  done_at timestamptz,
  ended_at timestamptz,
  escalated_at timestamptz,
  primary key (case_id, key)
);
comment on table assessments.risk_duty is 'Duties of the pathway with their clocks, worked out anew from the events at each change; for work lists';
comment on column assessments.risk_duty.ended_at is 'When it stopped to be owed without being done: the case closed, or a newer duty took its place';
create index risk_duty_by_patient on assessments.risk_duty (patient_id);
create index risk_duty_open on assessments.risk_duty (program_id, due_at) where done_at is null and ended_at is null;
create index risk_duty_late on assessments.risk_duty (due_at) where escalated_at is null;
select privacy.protect('assessments.risk_duty', 'assessment.read,assessment.answer', 'assessment.write,assessment.answer');
grant select, insert, update on assessments.risk_duty to mooring_app;

create view assessments.score with (security_invoker = true) as
  select id, patient_id, program_id, labels, instrument_code, version_id, answered_by, completed_at, score, says
  from assessments.administration where state = 'completed';
comment on view assessments.score is 'Results as other contexts may read them: the number and its words, no answers';
create view assessments.open_risk with (security_invoker = true) as
  select id, patient_id, program_id, labels, opened_at from assessments.risk_case where closed_at is null;
comment on view assessments.open_risk is 'People on the suicide-risk pathway';
grant select on assessments.score, assessments.open_risk to mooring_app;
