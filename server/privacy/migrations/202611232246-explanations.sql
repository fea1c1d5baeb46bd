-- Facts for explaining who can see a record. They answer privacy officers only, and tell nothing of the vaults: not even the system reads those.

create function privacy.facts_of_record(target text, record uuid) returns jsonb
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  before text[];
  found_row jsonb;
begin
  if not privacy.has_permission('privacy.review') then
    raise exception 'Explaining needs the permission privacy.review' using errcode = 'insufficient_privilege';
  end if;
  -- Only tables that stand behind privacy.protect have a trigger of this name; nothing else can be asked for.
  if not exists (select from pg_trigger where tgrelid = target::regclass and tgname = 'label_from_program') then
    raise exception '% is no table of records', target using errcode = 'invalid_parameter_value';
  end if;
  before := privacy.see_all();
  execute format('select jsonb_build_object(''patientId'', patient_id, ''programId'', program_id, ''labels'', labels) from %s where id = $1', target::regclass) into found_row using record;
  perform privacy.see_again(before);
  return found_row;
end $$;
comment on function privacy.facts_of_record is 'Patient, originating program and labels of one record, and nothing of what it says';

create function privacy.facts_of_reach(patient uuid) returns jsonb
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  before text[];
  facts jsonb;
begin
  if not privacy.has_permission('privacy.review') then
    raise exception 'Explaining needs the permission privacy.review' using errcode = 'insufficient_privilege';
  end if;
  before := privacy.see_all();
  select jsonb_build_object(
    'knownTo', (select coalesce(jsonb_agg(program_id), '[]') from privacy.patient_program where patient_id = patient),
    'grants', (select coalesce(jsonb_agg(jsonb_build_object('granteeId', grantee_staff_id, 'programId', program_id, 'labels', labels, 'purposes', purposes, 'kind', kind,
      'validFrom', valid_from, 'validTo', valid_to)), '[]') from privacy.access_grant where patient_id = patient)) into facts;
  perform privacy.see_again(before);
  return facts;
end $$;
comment on function privacy.facts_of_reach is 'Which programs know a person, and who holds a grant to them';
revoke execute on function privacy.facts_of_record, privacy.facts_of_reach from public;
grant execute on function privacy.facts_of_record, privacy.facts_of_reach to mooring_app;
