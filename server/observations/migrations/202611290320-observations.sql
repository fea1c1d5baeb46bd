-- What is measured of and known about a body. Nothing is rewritten: each change is a further version, and the newest is what holds.

create table observations.allergy (
  id uuid not null,
  version integer not null check (version > 0),
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  substance text not null check (substance <> ''),
  rxnorm text,
  category text not null check (category in ('medication', 'food', 'environment', 'other')),
  kind text not null check (kind in ('allergy', 'intolerance')),
  reaction text not null default '',
  severity text check (severity in ('mild', 'moderate', 'severe')),
  criticality text not null default 'unknown' check (criticality in ('low', 'high', 'unknown')),
  onset date,
  state text not null check (state in ('active', 'resolved', 'entered-in-error')),
  reason text not null default '',
  verified_at timestamptz,
  verified_by uuid,
  written_at timestamptz not null,
  written_by uuid not null,
  primary key (id, version),
  constraint verified_by_somebody check ((verified_at is null) = (verified_by is null)),
  constraint an_end_has_a_reason check (state = 'active' or reason <> '')
);
comment on table observations.allergy is 'Allergies and intolerances, a version a row: the newest version of an id holds, all of them are its history';
comment on column observations.allergy.rxnorm is 'Ingredient in RxNorm when the substance was chosen from our list; null for free text';
comment on column observations.allergy.severity is 'How bad the reaction was; null when nobody knows';
comment on column observations.allergy.criticality is 'How dangerous the next exposure may be, which is another question than how bad the last one was';
create index allergy_by_patient on observations.allergy (patient_id);
select privacy.protect('observations.allergy', 'chart.read', 'observation.write');

create table observations.allergy_statement (
  id uuid primary key,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  says text not null check (says in ('none-known', 'withdrawn')),
  reason text not null default '',
  stated_at timestamptz not null,
  stated_by uuid not null
);
comment on table observations.allergy_statement is 'That somebody was asked and knows of no allergy: a fact of its own with its day. The newest statement holds, and an allergy written after it ends it';
create index allergy_statement_by_patient on observations.allergy_statement (patient_id, stated_at);
select privacy.protect('observations.allergy_statement', 'chart.read', 'observation.write');

create table observations.vital_set (
  id uuid not null,
  version integer not null check (version > 0),
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  taken_at timestamptz not null,
  position text check (position in ('sitting', 'standing', 'lying')),
  measured jsonb not null,
  note text not null default '',
  state text not null check (state in ('recorded', 'entered-in-error')),
  reason text not null default '',
  written_at timestamptz not null,
  written_by uuid not null,
  primary key (id, version),
  constraint a_correction_has_a_reason check ((version = 1 and state = 'recorded') or reason <> '')
);
comment on table observations.vital_set is 'Vital signs taken at one time, a version a row: the newest version of an id holds, all of them are its history';
comment on column observations.vital_set.measured is 'By code of content/observations/vital-signs.json: the value as it was written down, decimal text, and its unit. Other units are computed, never kept';
create index vital_set_by_patient on observations.vital_set (patient_id, taken_at);
select privacy.protect('observations.vital_set', 'chart.read', 'observation.write');

create view observations.allergy_now with (security_invoker = true) as
  select a.* from observations.allergy a
  where not exists (select from observations.allergy newer where newer.id = a.id and newer.version = a.version + 1);
comment on view observations.allergy_now is 'Each allergy as it holds';

create view observations.vital_set_now with (security_invoker = true) as
  select v.*, concat_ws(', ',
      nullif(concat_ws('/', v.measured #>> '{systolic,value}', v.measured #>> '{diastolic,value}'), ''),
      'pulse ' || (v.measured #>> '{pulse,value}'), (v.measured #>> '{temperature,value}') || ' ' || (v.measured #>> '{temperature,unit}'),
      (v.measured #>> '{weight,value}') || ' ' || (v.measured #>> '{weight,unit}')) as says
  from observations.vital_set v
  where not exists (select from observations.vital_set newer where newer.id = v.id and newer.version = v.version + 1);
comment on view observations.vital_set_now is 'Each set of vital signs as it holds';

create view observations.allergy_statement_made with (security_invoker = true) as
  select id, patient_id, program_id, labels, says, reason, stated_at, stated_by from observations.allergy_statement;
comment on view observations.allergy_statement_made is 'Statements on allergies with their moment, for the story of a chart';

grant select, insert on observations.allergy, observations.allergy_statement, observations.vital_set to mooring_app;
grant select on observations.allergy_now, observations.vital_set_now, observations.allergy_statement_made to mooring_app;
