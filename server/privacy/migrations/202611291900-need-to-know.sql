-- A program may share its clinical records with those who have a part in the care, and not with all who work in it (42 CFR 2.12(c)(3), 2.13(a)).

-- 1. What was decided -----------------------------------------------------------------------------------------------------

alter table privacy.oversight_policy add column part_in_care_days integer not null default 30 check (part_in_care_days between 1 and 366);
comment on column privacy.oversight_policy.part_in_care_days is 'An appointment this many days before or after makes its clinician one with a part in the care';

create table privacy.need_to_know (
  id uuid primary key,
  program_id uuid not null,
  whole_program_roles text[] not null,
  reason text not null check (btrim(reason) <> ''),
  valid_from timestamptz not null,
  valid_to timestamptz check (valid_to >= valid_from),
  decided_by uuid not null,
  ended_by uuid,
  constraint ended_by_somebody check ((valid_to is null) = (ended_by is null))
);
comment on table privacy.need_to_know is 'Programs whose clinical records are for those with a part in the care. Without a row everybody who works there, and whose role reads charts, reads them. Names no patient';
comment on column privacy.need_to_know.whole_program_roles is 'Roles that need the charts of all: nurses who dose everybody, the director';
create unique index one_decision_a_program on privacy.need_to_know (program_id) where valid_to is null;
alter table privacy.need_to_know enable row level security;
alter table privacy.need_to_know force row level security;
create policy decision_is_known on privacy.need_to_know for select using ((select privacy.setting('actor_kind')) in ('staff', 'system'));
create policy decision_is_taken on privacy.need_to_know for insert with check ((select privacy.has_permission('privacy.review')));
create policy decision_is_ended on privacy.need_to_know for update using ((select privacy.has_permission('privacy.review')));
grant select, insert, update (valid_to, ended_by) on privacy.need_to_know to mooring_app;

-- 2. Facts that the policies ask for --------------------------------------------------------------------------------------

create function privacy.narrowed_now() returns uuid[]
  language sql stable parallel safe
begin atomic
  select coalesce(array_agg(narrowed.program_id), '{}'::uuid[]) from privacy.need_to_know narrowed
  where privacy.setting('actor_kind') = 'staff' and privacy.setting('purpose') = 'TREAT' and narrowed.program_id = any ((select privacy.my_programs())::uuid[])
    and narrowed.valid_from <= privacy.this_moment() and (narrowed.valid_to is null or narrowed.valid_to > privacy.this_moment())
    and not narrowed.whole_program_roles && array(select held.role_code from identity.staff_role_held held where held.staff_id = privacy.actor_id());
end;
comment on function privacy.narrowed_now is 'Own programs in which the actor''s roles give only the charts of patients in whose care the actor has a part';

create function privacy.narrowed_programs() returns uuid[]
  language sql stable parallel safe
return coalesce(privacy.setting('narrowed')::uuid[], privacy.narrowed_now());
comment on function privacy.narrowed_programs is 'The same, as the transaction has asked once at its beginning; asked now when it has not';

create function privacy.patients_in_care_of(staff uuid, moment timestamptz) returns uuid[]
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  before constant text[] := privacy.see_all();
  -- Who supervises has a part in what the supervised do.
  clinicians constant uuid[] := array(select id from identity.staff_name where id = staff or (supervisor_id = staff and active));
  window_of interval;
  found uuid[];
begin
  select make_interval(days => part_in_care_days) into window_of from privacy.oversight_policy where valid_from <= moment order by valid_from desc limit 1;
  select coalesce(array_agg(part.patient_id), '{}') into found from (
    select stay.patient_id from programs.open_episode stay where stay.primary_clinician_id = any (clinicians)
    union select member.patient_id from teams.membership member where member.staff_id = any (clinicians) and member.ended_on is null
    union select met.patient_id from scheduling.appointment_fact met where met.clinician_id = any (clinicians) and met.status not in ('cancelled', 'no-show')
      and met.starts_at between moment - window_of and moment + window_of
    union select seat.patient_id from groups.member seat join groups.therapy_group led on led.id = seat.group_id
      where seat.left_on is null and (led.facilitator_id = any (clinicians) or led.cofacilitator_ids && clinicians)) part;
  perform privacy.see_again(before);
  return found;
end $$;
comment on function privacy.patients_in_care_of is 'In whose care somebody has a part: primary clinician, care team, appointment, group, or supervisor of one who has';
revoke execute on function privacy.patients_in_care_of from public;

create function privacy.my_patients() returns uuid[]
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  return privacy.patients_in_care_of(privacy.actor_id(), privacy.this_moment());
end $$;
comment on function privacy.my_patients is 'In whose care the actor has a part; asked only when a record of a narrowed program is met';
grant execute on function privacy.my_patients to mooring_app;

-- 3. The policy of each table with clinical records ------------------------------------------------------------------------

create function privacy.clinical_permissions() returns text[]
  language sql immutable parallel safe
return array['chart.read', 'assessment.read', 'medication.read', 'document.read'];
comment on function privacy.clinical_permissions is 'Permissions that read what is written in care; schedules, demographics, claims and the house are needed by many more';

create function privacy.narrow(target regclass, own text default 'false') returns void language plpgsql as $$
begin
  execute format('drop policy if exists need_to_know on %s', target);
  execute format($policy$create policy need_to_know on %s as restrictive for select using (
    (select privacy.sees_all())
    or program_id <> all ((select privacy.narrowed_programs())::uuid[])
    or patient_id = any ((select privacy.my_patients())::uuid[])
    or (patient_id = any ((select privacy.granted_patients())::uuid[]) and privacy.granted(patient_id, program_id, labels))
    or (%s))$policy$, target, own);
end $$;
comment on function privacy.narrow is 'In a narrowed program only those with a part in the care read this table. `own` says which rows somebody keeps who has none: what they wrote themselves';

create or replace function privacy.protect(target regclass, read_permission text, write_permission text default null) returns void language plpgsql as $$
begin
  perform privacy.require_columns(target, 'patient_id', 'program_id', 'labels');
  perform privacy.require_index(target, 'patient_id');
  perform privacy.make_policies(target, $reach$
    (program_id = any ((select privacy.my_programs())::uuid[]) and not labels && (select privacy.vault_labels()))
    or (patient_id = any ((select privacy.granted_patients())::uuid[]) and privacy.granted(patient_id, program_id, labels))$reach$,
    read_permission, write_permission);
  if string_to_array(read_permission, ',') && privacy.clinical_permissions() then
    perform privacy.narrow(target);
  end if;
  execute format('create trigger label_from_program before insert or update of program_id, labels on %s for each row execute function privacy.label_from_program()', target);
end $$;

-- Tables that were protected before this day.
do $$
declare
  held regclass;
begin
  for held in
    select p.polrelid::regclass from pg_policy p join pg_class c on c.oid = p.polrelid
    where p.polname = 'reach' and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'labels')
      and exists (select from unnest(privacy.clinical_permissions()) code where pg_get_expr(p.polqual, p.polrelid) ~ ('has_permission\(''([a-z.-]+,)*' || code || '[,'']'))
  loop
    perform privacy.narrow(held);
  end loop;
end $$;

-- 4. What the privacy officer's explanations ask -----------------------------------------------------------------------------

create function privacy.facts_of_need(staff uuid, patient uuid, moment timestamptz, part_whether_narrowed boolean) returns jsonb
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  before text[];
  narrowed uuid[];
  facts jsonb;
begin
  if not privacy.has_permission('privacy.review') then
    raise exception 'Explaining needs the permission privacy.review' using errcode = 'insufficient_privilege';
  end if;
  before := privacy.see_all();
  select coalesce(array_agg(decided.program_id), '{}') into narrowed from privacy.need_to_know decided
  join identity.staff_membership works on works.program_id = decided.program_id and works.staff_id = staff
  where decided.valid_from <= moment and (decided.valid_to is null or decided.valid_to > moment)
    and not decided.whole_program_roles && array(select held.role_code from identity.staff_role_held held where held.staff_id = staff);
  -- Most programs share with all who work there; then a part in the care changes nothing and need not be looked for.
  select jsonb_build_object('narrowed', narrowed, 'hasPart',
    (part_whether_narrowed or narrowed <> '{}') and patient = any (privacy.patients_in_care_of(staff, moment))) into facts;
  perform privacy.see_again(before);
  return facts;
end $$;
comment on function privacy.facts_of_need is 'Of somebody of the staff: own programs whose charts are only for those with a part in the care, and whether they have one in this patient''s';
revoke execute on function privacy.facts_of_need from public;
grant execute on function privacy.facts_of_need to mooring_app;

create or replace function privacy.facts_of_record(target text, record uuid) returns jsonb
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
  execute format('select jsonb_build_object(''patientId'', patient_id, ''programId'', program_id, ''labels'', labels, ''signedBy'', to_jsonb(held) -> ''signed_by'') from %s held where id = $1',
    target::regclass) into found_row using record;
  if found_row ->> 'signedBy' is not null then
    select found_row || jsonb_build_object('supervisorId', supervisor_id) into found_row from identity.staff_name where id = (found_row ->> 'signedBy')::uuid;
  end if;
  perform privacy.see_again(before);
  return found_row;
end $$;
