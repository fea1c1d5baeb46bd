-- Oversight: access in an emergency (42 CFR 2.51, 45 CFR 164.312(a)(2)(ii)) with its review, and incidents (45 CFR 164.400-414, 42 CFR 2.16(b)).

-- 1. What the organisation decided ----------------------------------------------------------------------------------------

create table privacy.oversight_policy (
  valid_from timestamptz primary key,
  emergency_minutes integer not null check (emergency_minutes between 5 and 720),
  emergency_labels text[] not null,
  review_hours integer not null check (review_hours between 1 and 720),
  names_staff_to_patients boolean not null,
  source text not null check (source <> ''),
  constraint vaults_stay_closed check (not emergency_labels && array['psychotherapy-note', 'sud-counseling-note'])
);
comment on table privacy.oversight_policy is 'How long an emergency opens a chart, which labels it opens, by when it is reviewed, and whether patients are told the names of staff who looked. The newest row that has begun holds';
comment on column privacy.oversight_policy.emergency_labels is 'A row with any other label stays closed in an emergency; the two vaults can never be named here';
insert into privacy.oversight_policy (valid_from, emergency_minutes, emergency_labels, review_hours, names_staff_to_patients, source)
values ('2026-01-01T00:00:00Z', 60, '{part2,hiv,minor-consent,domestic-violence,reproductive,genetic,restricted,vip,employee}', 72, true,
  'Default of the product. 42 CFR 2.51 and 45 CFR 164.312(a)(2)(ii) ask for access as long as the emergency lasts and name no number');

alter table privacy.oversight_policy enable row level security;
alter table privacy.oversight_policy force row level security;
create policy policy_is_known on privacy.oversight_policy for select using ((select privacy.setting('actor_kind')) in ('staff', 'system'));
create policy policy_is_decided on privacy.oversight_policy for insert with check ((select privacy.has_permission('privacy.review')));
grant select, insert on privacy.oversight_policy to mooring_app;

-- 2. Access in an emergency -------------------------------------------------------------------------------------------------

create table privacy.emergency_access (
  id uuid primary key default uuidv7(),
  patient_id uuid not null,
  staff_id uuid not null,
  staff_name text not null check (btrim(staff_name) <> ''),
  basis text not null check (basis in ('medical-emergency', 'declared-disaster')),
  recipient_name text not null check (btrim(recipient_name) <> ''),
  recipient_affiliation text not null check (btrim(recipient_affiliation) <> ''),
  discloser_name text not null check (btrim(discloser_name) <> ''),
  disclosed_at timestamptz not null,
  nature text not null check (btrim(nature) <> ''),
  to_outside boolean not null,
  opened_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > opened_at),
  constraint disclosed_by_now check (disclosed_at <= opened_at)
);
comment on table privacy.emergency_access is 'Somebody opened a chart in an emergency. Holds the five facts of 42 CFR 2.51(c), none of which can be blank; rows are only ever added';
comment on column privacy.emergency_access.to_outside is 'What was opened was told to medical personnel of another organisation; it then stands in the accounting of disclosures';
create index emergency_access_of_patient on privacy.emergency_access (patient_id, opened_at);
create index emergency_access_of_staff on privacy.emergency_access (staff_id, opened_at);
create index emergency_access_by_time on privacy.emergency_access (opened_at);
alter table privacy.emergency_access enable row level security;
alter table privacy.emergency_access force row level security;
create policy own_and_reviewed on privacy.emergency_access for select
  using ((select privacy.sees_all()) or staff_id = (select privacy.actor_id()) or (select privacy.has_permission('privacy.review')));
create policy opened_by_the_function on privacy.emergency_access for insert with check ((select privacy.sees_all()));

create table privacy.emergency_end (
  emergency_id uuid primary key references privacy.emergency_access (id),
  ended_at timestamptz not null,
  ended_by uuid not null
);
comment on table privacy.emergency_end is 'An emergency access that was ended before its time';
alter table privacy.emergency_end enable row level security;
alter table privacy.emergency_end force row level security;
create policy seen_with_the_access on privacy.emergency_end for select using (exists (select from privacy.emergency_access opened where opened.id = emergency_id));
create policy ended_by_the_function on privacy.emergency_end for insert with check ((select privacy.sees_all()));

create table privacy.emergency_record (
  id uuid primary key default uuidv7(),
  emergency_id uuid not null references privacy.emergency_access (id),
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  recipient_name text not null check (btrim(recipient_name) <> ''),
  recipient_affiliation text not null check (btrim(recipient_affiliation) <> ''),
  discloser_name text not null check (btrim(discloser_name) <> ''),
  disclosed_at timestamptz not null,
  nature text not null check (btrim(nature) <> ''),
  unique (emergency_id, patient_id, program_id)
);
comment on table privacy.emergency_record is 'The documentation of 42 CFR 2.51(c) in the patient''s record: one row in the chart of each program whose records were opened. Rows are only ever added';
create index emergency_record_of_patient on privacy.emergency_record (patient_id, disclosed_at);
select privacy.protect('privacy.emergency_record', 'chart.read', 'access.emergency');

create table privacy.emergency_review (
  emergency_id uuid primary key references privacy.emergency_access (id),
  due_at timestamptz not null,
  verdict text check (verdict in ('appropriate', 'not-appropriate')),
  reason text check (btrim(reason) <> ''),
  reviewed_at timestamptz,
  reviewed_by uuid,
  incident_id uuid,
  constraint reviewed_whole check (num_nonnulls(verdict, reviewed_at, reviewed_by) in (0, 3)),
  constraint inappropriate_with_reason check (verdict <> 'not-appropriate' or reason is not null)
);
comment on table privacy.emergency_review is 'The privacy officer''s look at each emergency access, made together with it and open until there is a verdict';
create index emergency_review_open on privacy.emergency_review (due_at) where verdict is null;
alter table privacy.emergency_review enable row level security;
alter table privacy.emergency_review force row level security;
create policy reviews_are_read on privacy.emergency_review for select using ((select privacy.sees_all()) or (select privacy.has_permission('privacy.review')));
create policy reviews_are_opened on privacy.emergency_review for insert with check ((select privacy.sees_all()));
-- Nobody judges their own emergency.
create policy reviews_are_made on privacy.emergency_review for update using (
  (select privacy.has_permission('privacy.review'))
  and not exists (select from privacy.emergency_access opened where opened.id = emergency_id and opened.staff_id = (select privacy.actor_id())));

create function privacy.only_added() returns trigger language plpgsql as $$
begin
  raise exception 'Rows of %.% are only ever added', tg_table_schema, tg_table_name using errcode = 'insufficient_privilege';
end $$;
comment on function privacy.only_added is 'Refuses to change or remove a row: what was written down in an emergency or an assessment stays (42 CFR 2.51(c), 45 CFR 164.414(b))';
create trigger only_added before update or delete or truncate on privacy.emergency_access for each statement execute function privacy.only_added();
create trigger only_added before update or delete or truncate on privacy.emergency_end for each statement execute function privacy.only_added();
create trigger only_added before update or delete or truncate on privacy.emergency_record for each statement execute function privacy.only_added();

-- No insert on any of them: privacy.open_emergency and privacy.end_emergency are the only doors.
grant select on privacy.emergency_access, privacy.emergency_end, privacy.emergency_record, privacy.emergency_review to mooring_app;
grant update (verdict, reason, reviewed_at, reviewed_by, incident_id) on privacy.emergency_review to mooring_app;

alter table privacy.access_grant add column emergency_id uuid references privacy.emergency_access (id);
alter table privacy.access_grant add constraint broken_glass_is_written_down check (
  (kind = 'break-glass') = (emergency_id is not null)
  and (kind <> 'break-glass' or (purposes = '{ETREAT}' and valid_to is not null and not labels && array['psychotherapy-note', 'sud-counseling-note'])));
comment on column privacy.access_grant.emergency_id is 'The emergency that it rests on. There is no break-glass without one, nor without an end';
create index access_grant_of_emergency on privacy.access_grant (emergency_id) where emergency_id is not null;

-- The doors below see as the system while they work and as the caller again afterwards. An error between undoes the settings with everything else.
create function privacy.see_all() returns text[]
  language plpgsql
  set search_path = pg_catalog, pg_temp
as $$
declare
  before constant text[] := array[coalesce(current_setting('mooring.programs', true), ''), coalesce(current_setting('mooring.actor_kind', true), '')];
begin
  perform set_config('mooring.programs', '*', true), set_config('mooring.actor_kind', 'system', true);
  return before;
end $$;
comment on function privacy.see_all is 'Sees as the system from here on; answers what privacy.see_again needs. For functions that are doors, not for the application';
create function privacy.see_again(before text[]) returns void
  language plpgsql
  set search_path = pg_catalog, pg_temp
as $$
begin
  perform set_config('mooring.programs', before[1], true), set_config('mooring.actor_kind', before[2], true);
end $$;
comment on function privacy.see_again is 'Sees as the caller again';
revoke execute on function privacy.see_all, privacy.see_again from public;

create function privacy.open_emergency(entry jsonb, records uuid[]) returns uuid
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  opened constant uuid := (entry ->> 'id')::uuid;
  began constant timestamptz := privacy.this_moment();
  policy privacy.oversight_policy;
  before text[];
begin
  if not privacy.has_permission('access.emergency') or privacy.actor_id() is null then
    raise exception 'Emergency access needs the permission access.emergency' using errcode = 'insufficient_privilege';
  end if;
  before := privacy.see_all();
  select * into strict policy from privacy.oversight_policy where valid_from <= began order by valid_from desc limit 1;
  insert into privacy.emergency_access (id, patient_id, staff_id, staff_name, basis, recipient_name, recipient_affiliation, discloser_name, disclosed_at, nature, to_outside, opened_at, ends_at)
  values (opened, (entry ->> 'patientId')::uuid, privacy.actor_id(), entry ->> 'staffName', entry ->> 'basis', entry ->> 'recipientName', entry ->> 'recipientAffiliation',
    entry ->> 'discloserName', (entry ->> 'disclosedAt')::timestamptz, entry ->> 'nature', (entry ->> 'toOutside')::boolean, began, began + make_interval(mins => policy.emergency_minutes));
  insert into privacy.access_grant (patient_id, grantee_staff_id, labels, purposes, kind, reason, valid_from, valid_to, granted_by, emergency_id)
  select held.record_id, privacy.actor_id(), policy.emergency_labels, '{ETREAT}', 'break-glass', 'Emergency, see its record', began, began + make_interval(mins => policy.emergency_minutes), privacy.actor_id(), opened
  from unnest(records) as held (record_id);
  insert into privacy.emergency_record (emergency_id, patient_id, program_id, recipient_name, recipient_affiliation, discloser_name, disclosed_at, nature)
  select opened, known.patient_id, known.program_id, entry ->> 'recipientName', entry ->> 'recipientAffiliation', entry ->> 'discloserName', (entry ->> 'disclosedAt')::timestamptz, entry ->> 'nature'
  from privacy.patient_program known where known.patient_id = any (records);
  insert into privacy.emergency_review (emergency_id, due_at) values (opened, began + make_interval(hours => policy.review_hours));
  perform privacy.see_again(before);
  return opened;
end $$;
comment on function privacy.open_emergency is 'Breaks the glass in one step: the emergency with its five facts, grants to all records of the person, the entry in the chart of each program that knows them, and the review. All or nothing, and nothing that waits in a queue';

create function privacy.end_emergency(emergency uuid) returns boolean
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  moment constant timestamptz := privacy.this_moment();
  before constant text[] := privacy.see_all();
  is_ended boolean;
begin
  insert into privacy.emergency_end (emergency_id, ended_at, ended_by)
  select id, moment, privacy.actor_id() from privacy.emergency_access
  where id = emergency and ends_at > moment and (staff_id = privacy.actor_id() or privacy.has_permission('privacy.review'))
  on conflict do nothing;
  is_ended := found;
  update privacy.access_grant set valid_to = greatest(moment, valid_from + interval '1 microsecond') where is_ended and emergency_id = emergency and valid_to > moment;
  perform privacy.see_again(before);
  return is_ended;
end $$;
comment on function privacy.end_emergency is 'Closes the chart again, for who opened it and for privacy officers. False when it is none of theirs or over already';

create function privacy.in_emergency(staff uuid, patient uuid, moment timestamptz) returns boolean
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  before constant text[] := privacy.see_all();
  is_open boolean;
begin
  select exists (select from privacy.access_grant
    where grantee_staff_id = staff and patient_id = patient and kind = 'break-glass' and valid_from <= moment and valid_to > moment) into is_open;
  perform privacy.see_again(before);
  return is_open;
end $$;
comment on function privacy.in_emergency is 'Whether a member of staff holds this chart open in an emergency; asked before a request is taken for one of purpose ETREAT';

revoke execute on function privacy.open_emergency, privacy.end_emergency, privacy.in_emergency from public;
grant execute on function privacy.open_emergency, privacy.end_emergency, privacy.in_emergency to mooring_app;

-- 3. Incidents ----------------------------------------------------------------------------------------------------------------

create table privacy.incident (
  id uuid primary key default uuidv7(),
  number bigint generated always as identity unique,
  title text not null check (btrim(title) <> ''),
  what_happened text not null check (btrim(what_happened) <> ''),
  happened_on date,
  discovered_on date not null check (discovered_on >= happened_on),
  reported_by uuid,
  role text not null check (role in ('covered-entity', 'business-associate', 'part2-program')),
  involves_part2 boolean not null,
  is_unsecured boolean not null,
  residents jsonb not null default '{}',
  individuals integer not null check (individuals >= 0),
  delayed_until date,
  delay_ground text,
  source_kind text not null check (source_kind in ('reported', 'emergency-review', 'access-review')),
  source_id text,
  opened_at timestamptz not null,
  opened_by uuid not null,
  state text not null default 'open' check (state in ('open', 'assessed', 'closed')),
  closed_at timestamptz,
  closed_by uuid,
  closing_note text,
  version integer not null default 1,
  constraint delayed_with_ground check ((delayed_until is null) = (delay_ground is null)),
  constraint closed_whole check ((state = 'closed') = (closed_at is not null) and num_nonnulls(closed_at, closed_by, closing_note) in (0, 3))
);
comment on table privacy.incident is 'Register of incidents with protected records: presumed breaches until four factors say otherwise (45 CFR 164.402), for Part 2 records by 42 CFR 2.16(b)';
comment on column privacy.incident.role is 'In which capacity the duty falls on us: the clocks differ for a business associate, and hold for a Part 2 program that is no covered entity';
comment on column privacy.incident.is_unsecured is 'The records could be read: neither encrypted nor destroyed by the guidance of the Secretary (164.402). Secured ones need no notice';
comment on column privacy.incident.residents is 'Affected persons by two-letter state, {"WA": 612}: more than 500 of one state also need the media (164.406)';
comment on column privacy.incident.delayed_until is 'Law enforcement asked to wait until then (164.412)';
create index incident_open on privacy.incident (discovered_on) where state <> 'closed';

create table privacy.incident_patient (
  incident_id uuid not null references privacy.incident (id),
  patient_id uuid not null,
  state_code text check (state_code ~ '^[A-Z]{2}$'),
  notified_at timestamptz,
  notified_how text check (notified_how in ('first-class-mail', 'email', 'substitute', 'telephone-urgent')),
  notified_by uuid,
  primary key (incident_id, patient_id),
  constraint notified_whole check (num_nonnulls(notified_at, notified_how, notified_by) in (0, 3))
);
comment on table privacy.incident_patient is 'Whose records an incident touched, and when and how each was told (164.404(d))';
create index incident_of_patient on privacy.incident_patient (patient_id);

create table privacy.incident_assessment (
  id uuid primary key default uuidv7(),
  incident_id uuid not null references privacy.incident (id),
  nature_of_records text not null check (btrim(nature_of_records) <> ''),
  nature_risk text not null check (nature_risk in ('low', 'medium', 'high')),
  unauthorized_person text not null check (btrim(unauthorized_person) <> ''),
  person_risk text not null check (person_risk in ('low', 'medium', 'high')),
  acquired_or_viewed text not null check (btrim(acquired_or_viewed) <> ''),
  viewed_risk text not null check (viewed_risk in ('low', 'medium', 'high')),
  mitigation text not null check (btrim(mitigation) <> ''),
  mitigation_risk text not null check (mitigation_risk in ('low', 'medium', 'high')),
  exception text check (exception in ('unintentional-good-faith', 'inadvertent-internal', 'could-not-retain')),
  conclusion text not null check (conclusion in ('breach', 'low-probability', 'exception', 'secured')),
  rationale text not null check (btrim(rationale) <> ''),
  assessed_at timestamptz not null,
  assessed_by uuid not null,
  constraint exception_named check ((conclusion = 'exception') = (exception is not null))
);
comment on table privacy.incident_assessment is 'The four factors of 45 CFR 164.402(2), the three exceptions of 164.402(1), and what follows. The newest holds; rows are only ever added';
create index assessment_of_incident on privacy.incident_assessment (incident_id, assessed_at);
create trigger only_added before update or delete or truncate on privacy.incident_assessment for each statement execute function privacy.only_added();

create table privacy.incident_step (
  id uuid primary key default uuidv7(),
  incident_id uuid not null references privacy.incident (id),
  duty text not null check (btrim(duty) <> ''),
  done_at timestamptz not null,
  done_by uuid not null,
  says text not null check (btrim(says) <> '')
);
comment on table privacy.incident_step is 'Duties of an incident that were met: notices to individuals, the Secretary, the media, a covered entity, a state, each with what was done. Rows are only ever added';
create index step_of_incident on privacy.incident_step (incident_id, done_at);
create trigger only_added before update or delete or truncate on privacy.incident_step for each statement execute function privacy.only_added();

-- Incidents name patients of every program and belong to none: they are for those who keep the register.
create function privacy.protect_register(target regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy register on %s using ((select privacy.has_permission(%L)))', target, 'incident.write');
end $$;
comment on function privacy.protect_register is 'For the register of incidents: open to those with incident.write and to nobody else';
select privacy.protect_register('privacy.incident');
select privacy.protect_register('privacy.incident_patient');
select privacy.protect_register('privacy.incident_assessment');
select privacy.protect_register('privacy.incident_step');
grant select, insert, update on privacy.incident to mooring_app;
grant select, insert, delete, update (state_code, notified_at, notified_how, notified_by) on privacy.incident_patient to mooring_app;
grant select, insert on privacy.incident_assessment, privacy.incident_step to mooring_app;

alter table privacy.emergency_review add constraint incident_of_review foreign key (incident_id) references privacy.incident (id);
