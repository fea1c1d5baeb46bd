-- Which programs know a person, beside the person: a search looks at dozens of people, and a look into privacy.patient_program for each of them
-- cost more than the search itself. The column is for the policy alone. No role may read it: it would tell where else someone is treated.

alter table patients.patient add column known_to uuid[] not null default '{}';
comment on column patients.patient.known_to is 'Programs that know the person, as privacy.patient_program has them: kept by triggers, asked by the policy, granted to nobody';

create function patients.begin_known() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  before constant text[] := privacy.see_all();
begin
  new.known_to := array(select program_id from privacy.patient_program where patient_id = new.id order by program_id);
  perform privacy.see_again(before);
  return new;
end $$;
comment on function patients.begin_known is 'A new record begins with the programs that were told of it before, whatever its writer says';
create trigger begin_known before insert on patients.patient for each row execute function patients.begin_known();

create function patients.keep_known() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  before constant text[] := privacy.see_all();
begin
  if tg_op = 'INSERT' then
    update patients.patient set known_to = known_to || new.program_id where id = new.patient_id and not new.program_id = any (known_to);
  else
    update patients.patient set known_to = array_remove(known_to, old.program_id) where id = old.patient_id;
  end if;
  perform privacy.see_again(before);
  return null;
end $$;
comment on function patients.keep_known is 'What becomes known to a program, or unknown again, stands beside the person in the same transaction';
create trigger keep_known after insert or delete on privacy.patient_program for each row execute function patients.keep_known();
revoke execute on function patients.begin_known, patients.keep_known from public;

do $$
declare
  before constant text[] := privacy.see_all();
  columns constant text := (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
    where attrelid = 'patients.patient'::regclass and attnum > 0 and not attisdropped and attname <> 'known_to');
begin
  update patients.patient person set known_to = known.programs
  from (select patient_id, array_agg(program_id order by program_id) as programs from privacy.patient_program group by patient_id) known
  where known.patient_id = person.id;
  perform privacy.see_again(before);
  revoke select, insert, update on patients.patient from mooring_app;
  execute format('grant select (%1$s), insert (%1$s), update (%1$s) on patients.patient to mooring_app', columns);
end $$;

drop policy reach on patients.patient;
drop policy reach_to_insert on patients.patient;
drop policy reach_to_update on patients.patient;
drop policy reach_to_delete on patients.patient;
select privacy.make_policies('patients.patient', $reach$
  known_to && (select privacy.my_programs())::uuid[] or id = any ((select privacy.granted_patients())::uuid[])$reach$,
  'patient.read', 'patient.register,patient.merge');

-- The questions of search name the columns that they answer: all of a row is more than anybody may read.
drop function patients.people_named, patients.people_spelled, patients.people_spelled_and_begun, patients.people_numbered;
create type patients.found_person as (
  id uuid, mrn text, given_name text, middle_name text, family_name text, name_to_use text, pronouns text, birth_date date,
  phone text, other_phone text, email text, photo_file_id uuid, deceased_on date, merged_into uuid);
comment on type patients.found_person is 'What ranking and list of a search need of a person';

do $$
declare
  question record;
begin
  for question in select * from (values
    ('people_named', 'first_from bigint, first_to bigint, second_from bigint, second_to bigint', 'search_name',
      'entry.first between first_from and first_to and entry.second between second_from and second_to',
      'People of whom two parts of the name begin so, in the order of the alphabet'),
    ('people_spelled', 'firsts bigint[], seconds bigint[]', 'search_name', 'entry.first = any (firsts) and entry.second = any (seconds)',
      'People with one of these and one of those name parts'),
    ('people_spelled_and_begun', 'firsts bigint[], second_from bigint, second_to bigint', 'search_name',
      'entry.first = any (firsts) and entry.second between second_from and second_to',
      'People with one of these name parts and another that begins so'),
    ('people_numbered', 'numbers bigint[]', 'search_number', 'entry.number = any (numbers)',
      'People with one of these numbers: birth date, phone, record number')) as asked (name, parameters, entries, condition, says)
  loop
    execute format($create$
      create function patients.%1$I(programs uuid[], %2$s, most integer) returns setof patients.found_person
        language plpgsql stable set plan_cache_mode = force_generic_plan as $body$
      begin
        return query select person.id, person.mrn, person.given_name, person.middle_name, person.family_name, person.name_to_use, person.pronouns, person.birth_date,
          person.phone, person.other_phone, person.email, person.photo_file_id, person.deceased_on, person.merged_into
        from (
          select distinct listed.patient_id from (
            select entry.patient_id from patients.%3$I entry where entry.program_id = any (programs) and %4$s limit most) listed) found
          join patients.patient person on person.id = found.patient_id;
      end $body$;
      comment on function patients.%1$I is %5$L$create$, question.name, question.parameters, question.entries, question.condition, question.says);
  end loop;
end $$;

-- Two views took a whole row, record or survivor; they name its columns now.
create or replace view patients.claim_subject with (security_invoker = true) as
  select record.id, coalesce(survivor.id, record.id) as person_id, chosen.mrn, chosen.given_name, chosen.middle_name, chosen.family_name, chosen.suffix, chosen.birth_date, chosen.administrative_sex, chosen.address_line1, chosen.address_line2, chosen.city, chosen.state, chosen.zip, chosen.phone, chosen.deceased_on
  from patients.patient record left join patients.patient survivor on survivor.id = record.merged_into
    cross join lateral (
      select record.mrn, record.given_name, record.middle_name, record.family_name, record.suffix, record.birth_date, record.administrative_sex, record.address_line1, record.address_line2, record.city, record.state, record.zip, record.phone, record.deceased_on where survivor.id is null
      union all select survivor.mrn, survivor.given_name, survivor.middle_name, survivor.family_name, survivor.suffix, survivor.birth_date, survivor.administrative_sex, survivor.address_line1, survivor.address_line2, survivor.city, survivor.state, survivor.zip, survivor.phone, survivor.deceased_on where survivor.id is not null) chosen;
create or replace view patients.placement_fact with (security_invoker = true) as
  select record.id, chosen.birth_date, chosen.administrative_sex, chosen.gender_identity
  from patients.patient record left join patients.patient survivor on survivor.id = record.merged_into
    cross join lateral (
      select record.birth_date, record.administrative_sex, record.gender_identity where survivor.id is null
      union all select survivor.birth_date, survivor.administrative_sex, survivor.gender_identity where survivor.id is not null) chosen;
