-- People and what is told of them. Part of the demographics of USCDI v3; sources of the codes in content/uscdi-v3-demographics.json.

create sequence patients.mrn_number start 100001;
comment on sequence patients.mrn_number is 'Counts medical record numbers; a check digit is put behind it (patients/demographics/mrn.rules.ts)';
grant usage on sequence patients.mrn_number to mooring_app;

create table patients.patient (
  id uuid primary key default uuidv7(),
  mrn text not null unique,
  given_name text not null check (given_name <> ''),
  middle_name text,
  family_name text not null check (family_name <> ''),
  suffix text,
  name_to_use text,
  pronouns text,
  birth_date date not null check (birth_date > '1850-01-01'),
  sex_at_birth text check (sex_at_birth in ('F', 'M', 'UNK')),
  administrative_sex text not null default 'U' check (administrative_sex in ('F', 'M', 'U')),
  gender_identity text,
  sexual_orientation text,
  language text,
  needs_interpreter boolean not null default false,
  race text[] not null default '{}',
  ethnicity text[] not null default '{}',
  tribal_affiliation text,
  occupation text,
  industry text,
  phone text check (phone ~ '^\d{10}$'),
  phone_kind text check (phone_kind in ('mobile', 'home', 'work')),
  other_phone text check (other_phone ~ '^\d{10}$'),
  other_phone_kind text check (other_phone_kind in ('mobile', 'home', 'work')),
  email text,
  address_line1 text,
  address_line2 text,
  city text,
  state text,
  zip text check (zip ~ '^(\d{5}|\d{9})$'),
  photo_file_id uuid,
  deceased_on date check (deceased_on >= birth_date),
  merged_into uuid references patients.patient (id) check (merged_into <> id),
  registered_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint address_whole check (num_nonnulls(address_line1, city, state, zip) in (0, 4))
);
comment on table patients.patient is 'A person in care. A record found to be a duplicate keeps everything and points to the survivor; reads follow the pointer, and undoing the merge clears it';
comment on column patients.patient.mrn is 'Medical record number: a count and a Damm check digit';
comment on column patients.patient.administrative_sex is 'What claims carry (X12 DMG03)';
comment on column patients.patient.merged_into is 'The survivor itself, never another duplicate: chains are flattened by the merge and restored by its undoing';
create index patient_merged on patients.patient (merged_into) where merged_into is not null;
-- Written with case, not coalesce: the planner holds coalesce for leaky and would not use the index under row-level security.
create index patient_person on patients.patient ((case when merged_into is null then id else merged_into end));
select privacy.protect_person('patients.patient', 'patient.read', 'patient.register,patient.merge');
grant select, insert, update on patients.patient to mooring_app;

create table patients.former_name (
  patient_id uuid not null references patients.patient (id),
  until timestamptz not null,
  given_name text not null,
  family_name text not null,
  primary key (patient_id, until)
);
comment on table patients.former_name is 'Names that a person had on record before; found by search, and asked for by USCDI v3';
select privacy.protect_person('patients.former_name', 'patient.read', 'patient.register');
grant select, insert on patients.former_name to mooring_app;

create table patients.former_address (
  patient_id uuid not null references patients.patient (id),
  until timestamptz not null,
  address_line1 text not null,
  address_line2 text,
  city text not null,
  state text not null,
  zip text not null,
  primary key (patient_id, until)
);
comment on table patients.former_address is 'Addresses that a person had on record before (USCDI v3 previous address)';
select privacy.protect_person('patients.former_address', 'patient.read', 'patient.register');
grant select, insert on patients.former_address to mooring_app;

create table patients.contact (
  id uuid primary key default uuidv7(),
  patient_id uuid not null references patients.patient (id),
  name text not null check (name <> ''),
  kind text not null check (kind in ('emergency', 'family', 'legal-guardian', 'caregiver', 'professional', 'other')),
  relationship text not null,
  phone text check (phone ~ '^\d{10}$'),
  email text,
  address_line1 text,
  address_line2 text,
  city text,
  state text,
  zip text,
  may_contact boolean not null,
  may_leave_message boolean not null,
  may_discuss_care boolean not null,
  note text,
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  constraint nothing_said_without_contact check (may_contact or not (may_leave_message or may_discuss_care))
);
comment on table patients.contact is 'People around a patient, each with what the patient allows: to be contacted at all, to be left a message, to talk about care';
create index contact_of_patient on patients.contact (patient_id);
select privacy.protect_person('patients.contact', 'patient.read', 'patient.register');
grant select, insert, update on patients.contact to mooring_app;

create table patients.communication (
  patient_id uuid primary key references patients.patient (id),
  allowed text[] not null check (allowed <@ array['portal', 'phone', 'voicemail', 'text', 'email', 'letter']),
  preferred text check (preferred = any (allowed)),
  confidential_line1 text,
  confidential_line2 text,
  confidential_city text,
  confidential_state text,
  confidential_zip text,
  confidential_phone text check (confidential_phone ~ '^\d{10}$'),
  caller_name text,
  note text,
  updated_at timestamptz not null,
  constraint confidential_address_whole check (num_nonnulls(confidential_line1, confidential_city, confidential_state, confidential_zip) in (0, 4))
);
comment on table patients.communication is 'How the patient asks to be reached: confidential communications, 45 CFR 164.522(b). What is not allowed here no sender uses';
select privacy.protect_person('patients.communication', 'patient.read', 'patient.register');
grant select, insert, update on patients.communication to mooring_app;

create table patients.guarantor (
  id uuid primary key default uuidv7(),
  patient_id uuid not null references patients.patient (id),
  relationship text not null,
  given_name text not null,
  family_name text not null,
  birth_date date,
  phone text check (phone ~ '^\d{10}$'),
  email text,
  address_line1 text,
  address_line2 text,
  city text,
  state text,
  zip text,
  valid_from date not null,
  valid_through date check (valid_through >= valid_from),
  constraint one_guarantor_a_day exclude using gist (patient_id with =, daterange(valid_from, valid_through, '[]') with &&)
);
comment on table patients.guarantor is 'Who answers for what a patient owes; without a row it is the patient';
create index guarantor_of_patient on patients.guarantor (patient_id);
select privacy.protect_person('patients.guarantor', 'coverage.read', 'coverage.write');
grant select, insert, update on patients.guarantor to mooring_app;

create table patients.coverage (
  id uuid primary key default uuidv7(),
  patient_id uuid not null references patients.patient (id),
  payer_id uuid not null,
  rank smallint not null check (rank between 1 and 3),
  plan_name text,
  member_id text not null,
  group_number text,
  relationship text not null check (relationship in ('18', '01', '19', 'G8')),
  subscriber_given_name text,
  subscriber_family_name text,
  subscriber_birth_date date,
  subscriber_sex text check (subscriber_sex in ('F', 'M', 'U')),
  subscriber_line1 text,
  subscriber_line2 text,
  subscriber_city text,
  subscriber_state text,
  subscriber_zip text,
  valid_from date not null,
  valid_through date check (valid_through >= valid_from),
  front_file_id uuid,
  back_file_id uuid,
  created_at timestamptz not null default now(),
  constraint subscriber_named check (
    num_nonnulls(subscriber_given_name, subscriber_family_name, subscriber_birth_date, subscriber_sex, subscriber_line1, subscriber_city, subscriber_state, subscriber_zip)
      = case when relationship = '18' then 0 else 8 end),
  constraint one_payer_a_rank exclude using gist (patient_id with =, rank with =, daterange(valid_from, valid_through, '[]') with &&)
);
comment on table patients.coverage is 'Insurance of a patient by the order in which it pays. Payers are billing''s; only their number is kept here';
comment on column patients.coverage.valid_through is 'Last day of the coverage; null while it lasts';
comment on column patients.coverage.relationship is 'Of the patient to the subscriber: X12 1069, 18 self, 01 spouse, 19 child, G8 other';
create index coverage_of_patient on patients.coverage (patient_id);
select privacy.protect_person('patients.coverage', 'coverage.read,claim.read', 'coverage.write');
grant select, insert, update on patients.coverage to mooring_app;

create table patients.alert (
  id uuid primary key default uuidv7(),
  patient_id uuid not null references patients.patient (id),
  program_id uuid not null,
  labels text[] not null default '{}',
  kind text not null check (kind in ('safety', 'clinical', 'communication', 'administrative')),
  severity text not null check (severity in ('note', 'warning', 'danger')),
  says text not null check (says <> ''),
  since timestamptz not null,
  until date,
  written_by uuid,
  resolved_at timestamptz,
  resolved_by uuid,
  resolved_reason text
);
comment on table patients.alert is 'Words of caution shown over the chart. What a Part 2 program warns of is a record of that program';
create index alert_of_patient on patients.alert (patient_id);
select privacy.protect('patients.alert', 'patient.read', 'alert.write');
grant select, insert, update on patients.alert to mooring_app;

create table patients.merge (
  id uuid primary key default uuidv7(),
  number bigint generated always as identity unique,
  patient_id uuid not null references patients.patient (id),
  duplicate_id uuid not null references patients.patient (id),
  reason text not null check (reason <> ''),
  merged_at timestamptz not null,
  merged_by uuid,
  repointed jsonb not null,
  undone_at timestamptz,
  undone_by uuid,
  undone_reason text,
  constraint undone_with_reason check ((undone_at is null) = (undone_reason is null))
);
comment on table patients.merge is 'Merges of two records of one person, with what is needed to take them apart again';
comment on column patients.merge.patient_id is 'The survivor';
comment on column patients.merge.repointed is 'Exactly what the merge changed: each record with the pointer it had before';
create index merge_of_survivor on patients.merge (patient_id);
create index merge_of_duplicate on patients.merge (duplicate_id);
select privacy.protect_person('patients.merge', 'patient.read', 'patient.merge');
grant select, insert, update on patients.merge to mooring_app;

create table patients.merge_program (
  merge_id uuid not null references patients.merge (id),
  patient_id uuid not null references patients.patient (id),
  program_id uuid not null,
  primary key (patient_id, merge_id, program_id)
);
comment on table patients.merge_program is 'Programs that came to know the survivor by a merge, to be forgotten when it is undone. A program sees its own rows only';
alter table patients.merge_program enable row level security;
alter table patients.merge_program force row level security;
create policy own_programs on patients.merge_program for select
  using ((select privacy.sees_all()) or ((select privacy.has_permission('patient.read')) and program_id = any ((select privacy.my_programs())::uuid[])));
create policy noted on patients.merge_program for insert
  with check ((select privacy.sees_all()) or ((select privacy.has_permission('patient.merge')) and program_id = any ((select privacy.my_programs())::uuid[])));
create policy forgotten on patients.merge_program for delete
  using ((select privacy.sees_all()) or ((select privacy.has_permission('patient.merge')) and program_id = any ((select privacy.my_programs())::uuid[])));
grant select, insert, delete on patients.merge_program to mooring_app;

-- Search. Under row-level security an index serves only leakproof operators, and those of trigrams and text patterns are not.
-- So names are packed into numbers whose order is that of the alphabet (search/name-code.rules.ts): a prefix is a range of bigint.
-- Each row names its program: one index range answers "whose name begins so, among people of my programs".

create table patients.search_name (
  program_id uuid not null,
  first bigint not null,
  second bigint not null,
  patient_id uuid not null,
  primary key (program_id, first, second, patient_id)
);
comment on table patients.search_name is 'Pairs of name parts of each person, once in either order, for each program that knows the person. Written from patients.patient, never the truth itself';
comment on column patients.search_name.first is 'A part of a name as a number in base 27, its first eleven letters';

create table patients.search_number (
  program_id uuid not null,
  number bigint not null,
  patient_id uuid not null,
  primary key (program_id, number, patient_id)
);
comment on table patients.search_number is 'Birth date, phone numbers, their last four digits and record number of each person as tagged numbers, for each program that knows the person';

create table patients.search_spelling (
  program_id uuid not null,
  variant bigint not null,
  name_part bigint not null,
  primary key (program_id, variant, name_part)
);
comment on table patients.search_spelling is 'For typing errors: each part of a name that occurs in a program under itself, under itself less one letter, and under its sound (double metaphone). Only ever added to';

-- To find the rows of one person when the name changes.
create index search_name_of_patient on patients.search_name (patient_id);
create index search_number_of_patient on patients.search_number (patient_id);

do $$
declare
  search_table text;
  may_index constant text := '(select privacy.has_permission(''patient.register,episode.write,patient.merge''))';
begin
  foreach search_table in array array['search_name', 'search_number', 'search_spelling'] loop
    execute format('alter table patients.%I enable row level security', search_table);
    execute format('alter table patients.%I force row level security', search_table);
    execute format('create policy own_programs on patients.%I for select using ((select privacy.sees_all())
      or ((select privacy.has_permission(''patient.read'')) and program_id = any ((select privacy.my_programs())::uuid[])))', search_table);
    -- A program to which a person is referred on gets its rows from someone outside it.
    execute format('create policy indexed on patients.%I for insert with check (%s and ((select privacy.sees_all()) or %s))', search_table, may_index,
      case search_table when 'search_spelling' then 'true' else 'privacy.knows(patient_id)' end);
    execute format('create policy reindexed on patients.%I for delete using (%s and ((select privacy.sees_all()) or program_id = any ((select privacy.my_programs())::uuid[])))',
      search_table, may_index);
    execute format('grant select, insert, delete on patients.%I to mooring_app', search_table);
  end loop;
end $$;

-- The four questions of search. As functions their plans are kept by the connection: planning under row-level security costs more than answering.
-- They run with the caller's own sight, so the policies decide as ever. Naming the programs lets them lead the index.
-- The list is cut first and only those few people are looked at.

create function patients.people_named(programs uuid[], first_from bigint, first_to bigint, second_from bigint, second_to bigint, most integer) returns setof patients.patient
  language plpgsql stable set plan_cache_mode = force_generic_plan as $$
begin
  return query select person.* from (
    select distinct listed.patient_id from (
      select entry.patient_id from patients.search_name entry
      where entry.program_id = any (programs) and entry.first between first_from and first_to and entry.second between second_from and second_to limit most) listed) found
    join patients.patient person on person.id = found.patient_id;
end $$;
comment on function patients.people_named is 'People of whom two parts of the name begin so, in the order of the alphabet';

create function patients.people_spelled(programs uuid[], firsts bigint[], seconds bigint[], most integer) returns setof patients.patient
  language plpgsql stable set plan_cache_mode = force_generic_plan as $$
begin
  return query select person.* from (
    select distinct listed.patient_id from (
      select entry.patient_id from patients.search_name entry
      where entry.program_id = any (programs) and entry.first = any (firsts) and entry.second = any (seconds) limit most) listed) found
    join patients.patient person on person.id = found.patient_id;
end $$;
comment on function patients.people_spelled is 'People with one of these and one of those name parts';

create function patients.people_spelled_and_begun(programs uuid[], firsts bigint[], second_from bigint, second_to bigint, most integer) returns setof patients.patient
  language plpgsql stable set plan_cache_mode = force_generic_plan as $$
begin
  return query select person.* from (
    select distinct listed.patient_id from (
      select entry.patient_id from patients.search_name entry
      where entry.program_id = any (programs) and entry.first = any (firsts) and entry.second between second_from and second_to limit most) listed) found
    join patients.patient person on person.id = found.patient_id;
end $$;
comment on function patients.people_spelled_and_begun is 'People with one of these name parts and another that begins so';

create function patients.people_numbered(programs uuid[], numbers bigint[], most integer) returns setof patients.patient
  language plpgsql stable set plan_cache_mode = force_generic_plan as $$
begin
  return query select person.* from (
    select distinct listed.patient_id from (
      select entry.patient_id from patients.search_number entry
      where entry.program_id = any (programs) and entry.number = any (numbers) limit most) listed) found
    join patients.patient person on person.id = found.patient_id;
end $$;
comment on function patients.people_numbered is 'People with one of these numbers: birth date, phone, record number';

create function patients.name_parts_under(programs uuid[], variants bigint[], most integer) returns setof bigint
  language plpgsql stable set plan_cache_mode = force_generic_plan as $$
begin
  return query select distinct spelling.name_part from patients.search_spelling spelling where spelling.program_id = any (programs) and spelling.variant = any (variants) limit most;
end $$;
comment on function patients.name_parts_under is 'Parts of names that are kept under any of these variants';

-- What other contexts may read. A record that was merged answers with the survivor's name.

create view patients.person_record with (security_invoker = true) as
  select case when merged_into is null then id else merged_into end as person_id, id as patient_id from patients.patient;
comment on view patients.person_record is 'All records of one person: where a table keeps patient_id, take those whose person_id is the one asked for';

create view patients.patient_name with (security_invoker = true) as
  select record.id, coalesce(survivor.id, record.id) as person_id,
    coalesce(survivor.mrn, record.mrn) as mrn,
    case when survivor.id is null then coalesce(nullif(record.name_to_use, ''), record.given_name) || ' ' || record.family_name
      else coalesce(nullif(survivor.name_to_use, ''), survivor.given_name) || ' ' || survivor.family_name end as display_name,
    coalesce(survivor.birth_date, record.birth_date) as birth_date,
    case when survivor.id is null then record.pronouns else survivor.pronouns end as pronouns,
    coalesce(survivor.given_name, record.given_name) as given_name,
    coalesce(survivor.family_name, record.family_name) as family_name
  from patients.patient record left join patients.patient survivor on survivor.id = record.merged_into;
comment on view patients.patient_name is 'Name, record number and birth date of each record''s person';

create view patients.claim_subject with (security_invoker = true) as
  select record.id, coalesce(survivor.id, record.id) as person_id,
    chosen.mrn, chosen.given_name, chosen.middle_name, chosen.family_name, chosen.suffix, chosen.birth_date, chosen.administrative_sex,
    chosen.address_line1, chosen.address_line2, chosen.city, chosen.state, chosen.zip, chosen.phone, chosen.deceased_on
  from patients.patient record left join patients.patient survivor on survivor.id = record.merged_into
    cross join lateral (select (case when survivor.id is null then record else survivor end).*) chosen;
comment on view patients.claim_subject is 'What a claim says of its patient: the legal name, never the name to use';

create view patients.coverage_for_claim with (security_invoker = true) as
  select coverage.id, coverage.patient_id, record.person_id, coverage.payer_id, coverage.rank, coverage.plan_name, coverage.member_id, coverage.group_number, coverage.relationship,
    coverage.subscriber_given_name, coverage.subscriber_family_name, coverage.subscriber_birth_date, coverage.subscriber_sex,
    coverage.subscriber_line1, coverage.subscriber_line2, coverage.subscriber_city, coverage.subscriber_state, coverage.subscriber_zip,
    coverage.valid_from, coverage.valid_through
  from patients.coverage join patients.person_record record on record.patient_id = coverage.patient_id;
comment on view patients.coverage_for_claim is 'Coverages of each person, merged records included; in force on a day when valid_from <= day and (valid_through is null or valid_through >= day)';

grant select on patients.person_record, patients.patient_name, patients.claim_subject, patients.coverage_for_claim to mooring_app;
