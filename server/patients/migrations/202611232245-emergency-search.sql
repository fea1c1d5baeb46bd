-- Finding somebody in an emergency whom one may not know: exact identifiers or nothing (42 CFR 2.13(c), 2.51).

create function patients.found_exactly(given text, family text, born date, record_number text) returns table (id uuid, mrn text, display_name text, birth_date date)
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  before constant text[] := privacy.see_all();
begin
  return query
  with matching as (
    select distinct case when person.merged_into is null then person.id else person.merged_into end as person_id
    from patients.patient person
    where (record_number is not null and person.mrn = record_number)
      or (person.birth_date = born and lower(btrim(person.family_name)) = lower(btrim(family))
        and lower(btrim(given)) in (lower(btrim(person.given_name)), lower(btrim(person.name_to_use))))
  )
  -- Two people of one name and birth date are nobody: a chart opened by mistake is worse than one not opened.
  select survivor.id, survivor.mrn, coalesce(nullif(survivor.name_to_use, ''), survivor.given_name) || ' ' || survivor.family_name, survivor.birth_date
  from patients.patient survivor where survivor.id in (select person_id from matching) and (select count(*) from matching) = 1;
  perform privacy.see_again(before);
end $$;
comment on function patients.found_exactly is 'The one person of exactly this full name and birth date, or of this record number, in whichever program; the chart itself stays closed. Asked with access.emergency only';
create function patients.records_of_anyone(patient uuid) returns uuid[]
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  before constant text[] := privacy.see_all();
  records uuid[];
begin
  select coalesce(array_agg(record.id), '{}') into records from patients.patient asked
    join patients.patient record on (case when record.merged_into is null then record.id else record.merged_into end)
      = (case when asked.merged_into is null then asked.id else asked.merged_into end)
  where asked.id = patient;
  perform privacy.see_again(before);
  return records;
end $$;
comment on function patients.records_of_anyone is 'All records of the person behind a record, whether or not the caller may know of them; empty for nobody. For opening a chart in an emergency';
revoke execute on function patients.found_exactly, patients.records_of_anyone from public;
grant execute on function patients.found_exactly, patients.records_of_anyone to mooring_app;
create index patient_by_birth_date on patients.patient (birth_date);
