-- What a code alone does not say, why a diagnosis was changed, and every state in which it stood.

alter table charting.diagnosis add column specifiers text[] not null default '{}';
alter table charting.diagnosis add column reason text not null default '';
comment on column charting.diagnosis.specifiers is 'Severity, course and remission in words; prompts in content/icd10cm/specifiers.json';
comment on column charting.diagnosis.reason is 'Why it was changed last; an entry made in error says why';

create table charting.diagnosis_version (
  diagnosis_id uuid not null references charting.diagnosis (id),
  version integer not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  code text not null,
  description text not null,
  clinician_label text not null,
  specifiers text[] not null,
  rank integer not null,
  certainty text not null,
  onset date,
  resolved date,
  entered_in_error boolean not null,
  reason text not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (diagnosis_id, version)
);
comment on table charting.diagnosis_version is 'Every state in which a diagnosis stood, written by the table itself: a change through any door leaves its row';
create index diagnosis_version_by_patient on charting.diagnosis_version (patient_id);
select privacy.protect('charting.diagnosis_version', 'chart.read', 'diagnosis.write');

insert into charting.diagnosis_version (diagnosis_id, version, patient_id, program_id, labels, code, description, clinician_label, specifiers, rank, certainty, onset, resolved, entered_in_error, reason, changed_at, changed_by)
select id, version, patient_id, program_id, labels, code, description, clinician_label, specifiers, rank, certainty, onset, resolved, entered_in_error, reason, noted_at, noted_by
from charting.diagnosis;

create function charting.keep_diagnosis_version() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into charting.diagnosis_version (diagnosis_id, version, patient_id, program_id, labels, code, description, clinician_label, specifiers, rank, certainty, onset, resolved,
    entered_in_error, reason, changed_at, changed_by)
  values (new.id, new.version, new.patient_id, new.program_id, new.labels, new.code, new.description, new.clinician_label, new.specifiers, new.rank, new.certainty, new.onset,
    new.resolved, new.entered_in_error, new.reason,
    case tg_op when 'INSERT' then new.noted_at else privacy.this_moment() end, coalesce(privacy.actor_id(), new.noted_by));
  return null;
end $$;
create trigger keep_first_version after insert on charting.diagnosis for each row execute function charting.keep_diagnosis_version();
create trigger keep_next_version after update on charting.diagnosis for each row when (new.version <> old.version) execute function charting.keep_diagnosis_version();
create trigger kept before update or delete on charting.diagnosis_version for each row execute function charting.refuse_change();
create trigger kept_whole before truncate on charting.diagnosis_version execute function charting.refuse_change();

grant select on charting.diagnosis_version to mooring_app;
