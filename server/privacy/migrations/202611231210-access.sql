-- Who may see a row. Everything with a patient stands behind the policies made here by privacy.protect() and privacy.protect_person().
-- Deny by default: without a context every reader below answers "nothing", so a query that forgot its context returns no rows.
-- Speed: a policy asks each reader inside `(select ...)`, which PostgreSQL answers once a query (an InitPlan), not once a row.

-- 1. What the transaction says of itself ------------------------------------------------------------------------------

create function privacy.setting(name text) returns text
  language sql stable parallel safe
  -- After a transaction that set it, a custom setting reads as '' rather than null: both mean absent.
  return nullif(current_setting('mooring.' || name, true), '');
comment on function privacy.setting is 'A setting of this transaction (mooring.<name>); null when absent or empty';

create function privacy.this_moment() returns timestamptz
  language sql stable parallel safe
  return coalesce(privacy.setting('now')::timestamptz, now());
comment on function privacy.this_moment is 'The moment by the clock of the application (virtual in scenarios), else by that of the database';

create function privacy.actor_id() returns uuid
  language sql stable parallel safe
  return privacy.setting('actor_id')::uuid;
comment on function privacy.actor_id is 'Who acts; null for the system and without a context';

create function privacy.sees_all() returns boolean
  language sql stable parallel safe
  return coalesce(privacy.setting('programs') = '*' and privacy.setting('actor_kind') = 'system', false);
comment on function privacy.sees_all is 'True only for the system itself (jobs, seeding): every program. No person ever sees all';

create function privacy.my_programs() returns uuid[]
  language sql stable parallel safe
  return case when coalesce(privacy.setting('programs'), '*') = '*' then '{}'::uuid[] else privacy.setting('programs')::uuid[] end;
comment on function privacy.my_programs is 'Programs in which the actor works at this moment; empty without a context';

create function privacy.has_permission(codes text) returns boolean
  language sql stable parallel safe
  return coalesce(
    string_to_array(codes, ',') && string_to_array(privacy.setting('permissions'), ',')
      or (privacy.setting('actor_kind') = 'system' and privacy.setting('permissions') = '*'),
    false);
comment on function privacy.has_permission is 'Whether the actor holds this permission, or one of several parted by commas';

create function privacy.vault_labels() returns text[]
  language sql immutable parallel safe
  return array['psychotherapy-note', 'sud-counseling-note'];
comment on function privacy.vault_labels is 'Labels of the two vaults apart from the chart (45 CFR 164.501; 42 CFR 2.11): working in the program opens none of them, only a grant that names the label does';

-- 2. Facts that the policies ask for -----------------------------------------------------------------------------------

create table privacy.program_status (
  program_id uuid not null,
  part2 boolean not null,
  basis text not null check (basis <> ''),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  primary key (program_id, valid_from),
  constraint one_status_a_day exclude using gist (program_id with =, daterange(valid_from, valid_to) with &&)
);
comment on table privacy.program_status is 'Whether a program is under 42 CFR Part 2, from when to when, and on what ground (2.11, 2.12(b)). Written by programs through the door of privacy. A day without a row counts as Part 2';
comment on column privacy.program_status.valid_to is 'First day on which it no longer holds; null while it lasts';

create table privacy.patient_program (
  patient_id uuid not null,
  program_id uuid not null,
  since timestamptz not null default now(),
  primary key (patient_id, program_id)
);
comment on table privacy.patient_program is 'Which programs know a person: written on registration, referral and admission. It decides who finds the person at all; a program sees its own rows only, so nobody learns from it where else someone is treated';
create index patient_program_by_program on privacy.patient_program (program_id, patient_id);

create table privacy.access_grant (
  id uuid primary key default uuidv7(),
  patient_id uuid not null,
  grantee_staff_id uuid not null,
  program_id uuid,
  labels text[] not null default '{}',
  purposes text[] not null default '{TREAT}' check (purposes <> '{}'),
  kind text not null check (kind in ('consent', 'treating-relationship', 'break-glass', 'vault')),
  reason text not null check (reason <> ''),
  valid_from timestamptz not null default now(),
  valid_to timestamptz check (valid_to >= valid_from),
  granted_by uuid
);
comment on table privacy.access_grant is 'A named person may reach records of one patient beyond the own programs, until a moment, for listed purposes. Opens a row only when it covers all of its labels; the role still has to hold the permission';
comment on column privacy.access_grant.program_id is 'Records of this originating program; null for those of all';
comment on column privacy.access_grant.labels is 'Labels that the grant covers; a row with any other label stays closed';
create index access_grant_by_grantee on privacy.access_grant (grantee_staff_id, patient_id);
create index access_grant_by_patient on privacy.access_grant (patient_id);

-- 3. Readers of those facts. They run with the caller's own sight, so the policies of the three tables hold here too. ---

create function privacy.granted_patients() returns uuid[]
  language sql stable parallel safe
begin atomic
  select coalesce(array_agg(distinct patient_id), '{}') from privacy.access_grant
  where grantee_staff_id = privacy.actor_id() and privacy.setting('purpose') = any (purposes)
    and valid_from <= privacy.this_moment() and (valid_to is null or valid_to > privacy.this_moment());
end;
comment on function privacy.granted_patients is 'Patients for whom the actor holds a live grant for the present purpose; asked once a query';

create function privacy.has_grants() returns boolean
  language sql stable parallel safe
  return privacy.granted_patients() <> '{}';
comment on function privacy.has_grants is 'Whether the actor holds any live grant for the present purpose';

create function privacy.granted(patient_id uuid, program_id uuid, labels text[]) returns boolean
  language sql stable parallel safe
begin atomic
  select exists (
    select from privacy.access_grant held
    where held.patient_id = granted.patient_id and held.grantee_staff_id = privacy.actor_id()
      and (held.program_id is null or held.program_id = granted.program_id)
      and granted.labels <@ held.labels and privacy.setting('purpose') = any (held.purposes)
      and held.valid_from <= privacy.this_moment() and (held.valid_to is null or held.valid_to > privacy.this_moment()));
end;
comment on function privacy.granted is 'Whether one live grant covers a row of this patient and program with all of its labels';

create function privacy.knows(patient_id uuid) returns boolean
  language sql stable parallel safe
begin atomic
  select exists (
    select from privacy.patient_program shared
    where shared.patient_id = knows.patient_id and shared.program_id = any ((select privacy.my_programs())::uuid[]));
end;
comment on function privacy.knows is 'Whether the actor shares a program with the person';

create function privacy.is_part2(program_id uuid) returns boolean
  language sql stable parallel safe
begin atomic
  select not exists (
    select from privacy.program_status status
    where status.program_id = is_part2.program_id and not status.part2
      and status.valid_from <= identity.today() and (status.valid_to is null or status.valid_to > identity.today()));
end;
comment on function privacy.is_part2 is 'Whether records made by the program now are Part 2 records; an unknown program counts as one';

-- 4. Row-level security of the three tables -----------------------------------------------------------------------------

alter table privacy.program_status enable row level security;
alter table privacy.program_status force row level security;
create policy status_is_known_to_staff on privacy.program_status for select using ((select privacy.setting('actor_kind')) in ('staff', 'system'));
create policy status_is_recorded on privacy.program_status for insert with check ((select privacy.has_permission('program.write')));
create policy status_is_ended on privacy.program_status for update using ((select privacy.has_permission('program.write')));

alter table privacy.patient_program enable row level security;
alter table privacy.patient_program force row level security;
create policy own_programs on privacy.patient_program for select
  using ((select privacy.sees_all()) or program_id = any ((select privacy.my_programs())::uuid[]));
-- The receiving program takes someone in, or someone who already knows the person refers on.
create policy person_becomes_known on privacy.patient_program for insert with check (
  (select privacy.sees_all())
  or ((select privacy.has_permission('patient.register,episode.write')) and program_id = any ((select privacy.my_programs())::uuid[]))
  or ((select privacy.has_permission('episode.write,patient.merge')) and privacy.knows(patient_id)));
-- Only the undoing of a merge makes someone unknown again.
create policy merge_is_undone on privacy.patient_program for delete
  using ((select privacy.sees_all()) or ((select privacy.has_permission('patient.merge')) and program_id = any ((select privacy.my_programs())::uuid[])));

alter table privacy.access_grant enable row level security;
alter table privacy.access_grant force row level security;
create policy own_grants on privacy.access_grant for select
  using ((select privacy.sees_all()) or grantee_staff_id = (select privacy.actor_id()) or (select privacy.has_permission('privacy.review')));
create policy grants_are_made on privacy.access_grant for insert
  with check ((select privacy.sees_all()) or ((select privacy.has_permission('privacy.review')) and grantee_staff_id <> (select privacy.actor_id())));
create policy grants_are_ended on privacy.access_grant for update
  using ((select privacy.sees_all()) or ((select privacy.has_permission('privacy.review')) and grantee_staff_id <> (select privacy.actor_id())));

-- Statuses and grants are ended, never rewritten.
grant select, insert, update (valid_to) on privacy.program_status, privacy.access_grant to mooring_app;
grant select, insert, delete on privacy.patient_program to mooring_app;

-- 5. Labels follow the program that made the record (42 CFR 2.12(e)); content may add labels, nothing takes one away -----

create function privacy.label_from_program() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if new.program_id is distinct from old.program_id then
      raise exception 'A record of %.% keeps the program that made it', tg_table_schema, tg_table_name using errcode = 'check_violation';
    end if;
    if not new.labels @> old.labels then
      new.labels := array(select distinct label from unnest(old.labels || new.labels) label order by label);
    end if;
  elsif new.program_id is not null and not 'part2' = any (new.labels) and privacy.is_part2(new.program_id) then
    new.labels := array_append(new.labels, 'part2');
  end if;
  return new;
end $$;
comment on function privacy.label_from_program is 'Before insert: the label part2 when the program is one. Before update: labels only grow, and the program stays';

-- 6. The one line that each table with a patient needs -------------------------------------------------------------------

create function privacy.require_columns(target regclass, variadic needed text[]) returns void language plpgsql as $$
declare
  missing text;
begin
  select string_agg(name, ', ') into missing from unnest(needed) name
  where not exists (select from pg_attribute a where a.attrelid = target and a.attname = name and not a.attisdropped
    and (name = 'patient_id' or a.attnotnull));
  if missing is not null then
    raise exception '% needs, before it can be protected: %', target, missing;
  end if;
end $$;
comment on function privacy.require_columns is 'Refuses a table without the columns that its policy reads; all but patient_id must be not null';

create function privacy.require_index(target regclass, first_column text) returns void language plpgsql as $$
begin
  if not exists (select from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
                 where i.indrelid = target and a.attname = first_column) then
    raise exception '% needs, before it can be protected, an index that starts with %', target, first_column;
  end if;
end $$;
comment on function privacy.require_index is 'Refuses a table on which one person''s rows could only be found by reading all';

create function privacy.make_policies(target regclass, reach text, read_permission text, write_permission text) returns void language plpgsql as $$
declare
  rule constant text := '(select privacy.sees_all()) or ((select privacy.has_permission(%L)) and (' || reach || '))';
  may_read constant text := format(rule, read_permission);
  may_write constant text := format(rule, coalesce(write_permission, read_permission));
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy reach on %s for select using (%s)', target, may_read);
  execute format('create policy reach_to_insert on %s for insert with check (%s)', target, may_write);
  execute format('create policy reach_to_update on %s for update using (%s) with check (%s)', target, may_write, may_write);
  execute format('create policy reach_to_delete on %s for delete using (%s)', target, may_write);
end $$;
comment on function privacy.make_policies is 'Forces row-level security with one rule for reading and one for writing; used by protect and protect_person';

create function privacy.protect(target regclass, read_permission text, write_permission text default null) returns void language plpgsql as $$
begin
  perform privacy.require_columns(target, 'patient_id', 'program_id', 'labels');
  perform privacy.require_index(target, 'patient_id');
  perform privacy.make_policies(target, $reach$
    (program_id = any ((select privacy.my_programs())::uuid[]) and not labels && (select privacy.vault_labels()))
    or (patient_id = any ((select privacy.granted_patients())::uuid[]) and privacy.granted(patient_id, program_id, labels))$reach$,
    read_permission, write_permission);
  execute format('create trigger label_from_program before insert or update of program_id, labels on %s for each row execute function privacy.label_from_program()', target);
end $$;
comment on function privacy.protect is 'For a table with patient_id, program_id (where the record was made) and labels: a row is for those who work in that program or hold a grant covering all its labels, and whose role has the permission. Permissions may be several, parted by commas; writing takes write_permission, or the same as reading';

create function privacy.protect_person(target regclass, read_permission text, write_permission text default null) returns void language plpgsql as $$
declare
  person text;
begin
  select attname into person from pg_attribute where attrelid = target and attname in ('patient_id', 'id') and not attisdropped order by attname = 'patient_id' desc limit 1;
  perform privacy.require_columns(target, person);
  perform privacy.require_index(target, person);
  -- patient_program shows the actor's own programs only, by its own policy: asking again here would cost planning time in every query.
  perform privacy.make_policies(target, format($reach$
    exists (select from privacy.patient_program known where known.patient_id = %1$s.%2$I)
    or %2$I = any ((select privacy.granted_patients())::uuid[])$reach$, target, person),
    read_permission, write_permission);
end $$;
comment on function privacy.protect_person is 'For what is told of a person in no program''s name (demographics, contacts, coverage): rows are for those who share a program with the person, by column patient_id or else id. Write the row of privacy.patient_program first';

-- 7. Files: platform made the table and left the policy to us ------------------------------------------------------------

create policy reach on platform.file for select using (
  (select privacy.sees_all())
  or (privacy.has_permission(permission) and (
    (program_id = any ((select privacy.my_programs())::uuid[]) and not labels && (select privacy.vault_labels()))
    or (program_id is null and (patient_id is null or privacy.knows(patient_id)))
    or (patient_id = any ((select privacy.granted_patients())::uuid[]) and privacy.granted(patient_id, program_id, labels)))));
-- Whoever may hand in a document need not be able to read it: reach counts here, not the permission on the row.
create policy reach_to_insert on platform.file for insert with check (
  (select privacy.sees_all())
  or program_id = any ((select privacy.my_programs())::uuid[])
  or (program_id is null and (select privacy.setting('actor_kind')) = 'staff' and (patient_id is null or privacy.knows(patient_id))));
create trigger label_from_program before insert or update of program_id, labels on platform.file for each row execute function privacy.label_from_program();
