-- What laboratories found.

create table observations.result (
  id uuid not null,
  version integer not null check (version > 0),
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  panel text not null check (panel <> ''),
  panel_name text not null,
  collected_at timestamptz not null,
  received_at timestamptz not null,
  laboratory text not null check (laboratory <> ''),
  clia text not null default '' check (clia ~ '^(\d{2}D\d{7})?$'),
  specimen text not null default '',
  method text check (method in ('presumptive', 'definitive')),
  is_observed boolean,
  document_id uuid,
  note text not null default '',
  "values" jsonb not null,
  worst text not null check (worst in ('normal', 'abnormal', 'critical')),
  says text not null default '',
  state text not null check (state in ('recorded', 'entered-in-error')),
  reason text not null default '',
  written_at timestamptz not null,
  written_by uuid not null,
  review_due timestamptz not null,
  reviewed_at timestamptz,
  reviewed_by uuid,
  review_says text not null default '',
  primary key (id, version),
  constraint received_after_collected check (received_at >= collected_at),
  constraint reviewed_by_somebody check ((reviewed_at is null) = (reviewed_by is null)),
  constraint a_correction_has_a_reason check ((version = 1 and state = 'recorded') or reason <> '')
);
comment on table observations.result is 'Results of laboratories and drug screens, a version a row: the newest version of an id holds, all of them are its history. A review is of one version';
comment on column observations.result.panel is 'Of content/observations/lab-panels.json; its name as it was on the day stands beside it';
comment on column observations.result.clia is 'Certificate of the laboratory under the Clinical Laboratory Improvement Amendments (42 CFR 493); empty when not told';
comment on column observations.result.method is 'Of a drug screen: presumptive (by class) or definitive (by substance)';
comment on column observations.result."values" is 'By analyte: the value as the laboratory gave it, its range, its interpretation, and whether it was expected from what is prescribed';
comment on column observations.result.says is 'What stands out, in words, for the story of the chart and the list of those to review';
create index result_by_patient on observations.result (patient_id, collected_at);
create index result_not_reviewed on observations.result (review_due) where reviewed_at is null and state = 'recorded';
select privacy.protect('observations.result', 'chart.read', 'observation.write');

create function observations.refuse_second_review() returns trigger language plpgsql as $$
begin
  if old.reviewed_at is not null then raise exception 'A result is reviewed once'; end if;
  return new;
end $$;
create trigger reviewed_once before update on observations.result for each row execute function observations.refuse_second_review();

create view observations.result_now with (security_invoker = true) as
  select r.* from observations.result r
  where not exists (select from observations.result newer where newer.id = r.id and newer.version = r.version + 1);
comment on view observations.result_now is 'Each result as it holds';

grant select, insert, update (reviewed_at, reviewed_by, review_says) on observations.result to mooring_app;
grant select on observations.result_now to mooring_app;
