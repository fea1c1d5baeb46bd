-- Staff of another program of the same organisation open a part of the chart on the patient's signed consent (42 CFR 2.12(c)(3), 2.33(a)).

alter table privacy.oversight_policy add column consent_access_minutes integer not null default 720 check (consent_access_minutes between 5 and 10080);
comment on column privacy.oversight_policy.consent_access_minutes is 'How long a consent opens another program''s part of a chart at one asking; the consent''s own end comes first';

alter table privacy.access_grant add column consent_id uuid references privacy.consent (id);
alter table privacy.access_grant add constraint opened_on_consent_ends check (
  consent_id is null or (kind = 'consent' and program_id is not null and valid_to is not null and not labels && array['psychotherapy-note', 'sud-counseling-note']));
comment on column privacy.access_grant.consent_id is 'The signed consent that it rests on: it ends with it, in the same transaction';
create index access_grant_of_consent on privacy.access_grant (consent_id) where consent_id is not null;

alter table privacy.disclosure drop constraint disclosure_channel_check;
alter table privacy.disclosure add constraint disclosure_channel_check check (channel in ('print', 'download', 'mail', 'fax', 'claim', 'patient-mail', 'in-person', 'inside'));

create function privacy.end_openings(patient uuid, program uuid, consent uuid) returns void
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  moment constant timestamptz := privacy.this_moment();
  before constant text[] := privacy.see_all();
begin
  update privacy.access_grant set valid_to = greatest(moment, valid_from)
  where patient_id = patient and kind = 'consent' and valid_to > moment
    and (consent_id = consent or (consent is null and program_id = program and consent_id is not null));
  perform privacy.see_again(before);
end $$;
comment on function privacy.end_openings is 'Closes what a consent holds open: of this consent, or of all consents to this program''s records';
revoke execute on function privacy.end_openings from public;

create function privacy.close_with_consent() returns trigger
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  perform privacy.end_openings(new.patient_id, null, new.id);
  return null;
end $$;
comment on function privacy.close_with_consent is 'A consent that is revoked, replaced or ended by its event closes what it held open, whoever ends it and however';
create trigger close_with_consent after update on privacy.consent for each row
  when (old.state = 'active' and (new.state <> 'active' or new.event_happened_at is distinct from old.event_happened_at))
  execute function privacy.close_with_consent();

create function privacy.close_with_restriction() returns trigger
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  perform privacy.end_openings(new.patient_id, new.program_id, null);
  return null;
end $$;
comment on function privacy.close_with_restriction is 'A restriction that is agreed to closes what consents held open of the program; who still may asks again';
create trigger close_with_restriction after update on privacy.restriction for each row
  when (new.kind = 'ordinary' and old.state = 'asked' and new.state = 'agreed')
  execute function privacy.close_with_restriction();

create function privacy.kinds_of_records(patient uuid) returns table (source text, program_id uuid, labels text[])
  language plpgsql
as $$
declare
  held regclass;
begin
  if not privacy.sees_all() then
    raise exception 'Only the gate looks at what all programs hold' using errcode = 'insufficient_privilege';
  end if;
  for held in
    select t.tgrelid::regclass from pg_trigger t
    where t.tgname = 'label_from_program' and has_table_privilege(t.tgrelid, 'select')
      and not exists (select from pg_policy p where p.polrelid = t.tgrelid and p.polname in ('originator', 'shares_of_those_concerned'))
    order by 1
  loop
    return query execute format('select distinct %L::text, r.program_id, r.labels from %s r where r.patient_id = $1 and r.program_id is not null', held, held) using patient;
  end loop;
end $$;
comment on function privacy.kinds_of_records is 'Which kinds of record there are of a patient, by table, program and labels, and nothing of what they say; for deciding whether a program''s part of a chart may be opened as a whole. The vaults are not looked at';
