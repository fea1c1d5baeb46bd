-- What leaves: to whom (parties), under which agreements, and the accounting of it (42 CFR 2.25, 2.32; 45 CFR 164.528).

-- 1. People and organisations outside -------------------------------------------------------------------------------------

create table privacy.party (
  id uuid primary key default uuidv7(),
  patient_id uuid,
  name text not null check (btrim(name) <> ''),
  kind text not null check (kind in ('patient', 'provider', 'health-plan', 'third-party-payer', 'vendor', 'intermediary', 'part2-program', 'central-registry', 'pdmp', 'public-health-authority', 'fda',
    'court', 'attorney', 'law-enforcement', 'criminal-justice', 'child-protection', 'coroner', 'auditor', 'researcher', 'employer', 'family', 'person')),
  legal_status text not null check (legal_status in ('covered-entity', 'business-associate', 'neither')),
  contact text not null default '',
  address_line1 text,
  address_line2 text,
  city text,
  state text check (state ~ '^[A-Z]{2}$'),
  zip text,
  phone text,
  fax text check (fax ~ '^[0-9]{10,15}$'),
  email text,
  licences text[] not null default '{}',
  active boolean not null default true,
  created_at timestamptz not null,
  created_by uuid
);
comment on table privacy.party is 'Who may receive records outside: providers, plans, courts, services, persons. A payer of billing has the same id here';
comment on column privacy.party.patient_id is 'Set for somebody known only through one patient (family, an attorney): then only those who know the patient see the name';
comment on column privacy.party.legal_status is 'What it is under HIPAA; decides on what may go and be passed on (42 CFR 2.33(b))';
create index party_by_name on privacy.party (name);
create index party_of_patient on privacy.party (patient_id) where patient_id is not null;
alter table privacy.party enable row level security;
alter table privacy.party force row level security;
create policy parties_are_known on privacy.party for select using (
  (select privacy.sees_all()) or ((select privacy.setting('actor_kind')) = 'staff' and (patient_id is null or privacy.knows(patient_id))));
create policy parties_are_added on privacy.party for insert with check (
  (select privacy.sees_all()) or ((select privacy.has_permission('consent.write,disclosure.release,payer.write')) and (patient_id is null or privacy.knows(patient_id))));
create policy parties_are_changed on privacy.party for update using (
  (select privacy.sees_all()) or ((select privacy.has_permission('consent.write,disclosure.release,payer.write')) and (patient_id is null or privacy.knows(patient_id))));
grant select, insert, update on privacy.party to mooring_app;

create table privacy.party_treatment (
  id uuid primary key default uuidv7(),
  party_id uuid not null references privacy.party (id),
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  verified_how text not null check (btrim(verified_how) <> ''),
  verified_at timestamptz not null,
  verified_by uuid not null,
  ended_at timestamptz
);
comment on table privacy.party_treatment is 'Somebody checked that a provider treats a patient (42 CFR 2.31(a)(4)(ii)(B)); a claim alone is not enough';
create index party_treatment_of_patient on privacy.party_treatment (patient_id, party_id);
create index party_treatment_of_party on privacy.party_treatment (party_id);
select privacy.protect('privacy.party_treatment', 'disclosure.read,consent.read', 'disclosure.release,consent.write');
grant select, insert, update (ended_at) on privacy.party_treatment to mooring_app;

-- 2. Agreements -----------------------------------------------------------------------------------------------------------

create table privacy.agreement (
  id uuid primary key default uuidv7(),
  party_id uuid not null references privacy.party (id),
  kind text not null check (kind in ('qsoa', 'baa', 'contract', 'data-use')),
  integration text check (integration in ('clearinghouse', 'mail', 'fax', 'storage', 'text-messages')),
  scope text not null check (btrim(scope) <> ''),
  purposes text[] not null check (purposes <> '{}'),
  classes text[] check (classes <> '{}'),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  file_id uuid,
  recorded_at timestamptz not null,
  recorded_by uuid
);
comment on table privacy.agreement is 'Written agreements: QSOA (42 CFR 2.11), business associate (45 CFR 164.504(e)), contracts of 42 CFR 2.33(c), data use (45 CFR 164.514(e)). An integration without a current one does not run';
comment on column privacy.agreement.classes is 'Classes of record that it covers; null for all';
comment on column privacy.agreement.valid_to is 'Last day; null while it lasts. Ending one early sets it';
create index agreement_of_party on privacy.agreement (party_id);
create index agreement_of_integration on privacy.agreement (integration) where integration is not null;
grant select, insert, update (valid_to, file_id) on privacy.agreement to mooring_app;

-- 3. The accounting ------------------------------------------------------------------------------

create table privacy.disclosure (
  id uuid primary key default uuidv7(),
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  at timestamptz not null,
  party_id uuid not null,
  recipient_name text not null check (btrim(recipient_name) <> ''),
  recipient_address text,
  via_party_id uuid,
  what text not null check (btrim(what) <> ''),
  purpose text not null,
  basis text not null,
  reason text not null,
  citation text not null,
  rests_on text[] not null default '{}',
  record_ids text[] not null,
  channel text not null check (channel in ('print', 'download', 'mail', 'fax', 'claim', 'patient-mail', 'in-person')),
  decision_id uuid not null references privacy.decision (id),
  part2_accounting boolean not null,
  hipaa_accounting boolean not null,
  intermediary_list boolean not null,
  notice_id text,
  released_by uuid
);
comment on table privacy.disclosure is 'All that left, one row a patient, recipient and release, written in the transaction of the release (42 CFR 2.25; 45 CFR 164.528(b): date, recipient with address, what, purpose). Rows are only ever added';
comment on column privacy.disclosure.part2_accounting is 'Belongs into the accounting of 42 CFR 2.25, kept for three years';
comment on column privacy.disclosure.hipaa_accounting is 'Belongs into the accounting of 45 CFR 164.528, six years; treatment, payment, operations and what the patient authorised do not';
create index disclosure_of_patient on privacy.disclosure (patient_id, at);
create index disclosure_by_decision on privacy.disclosure (decision_id);
select privacy.protect('privacy.disclosure', 'disclosure.read,privacy.review', 'disclosure.release');

create table privacy.accounting_suspension (
  disclosure_id uuid primary key references privacy.disclosure (id),
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  starts_on date not null,
  ends_on date not null check (ends_on > starts_on),
  agency text not null check (btrim(agency) <> ''),
  recorded_at timestamptz not null,
  recorded_by uuid not null
);
comment on table privacy.accounting_suspension is 'An agency stated that telling the patient would impede it: the row is left out of the accounting until the day (45 CFR 164.528(a)(2))';
create index accounting_suspension_of_patient on privacy.accounting_suspension (patient_id);
select privacy.protect('privacy.accounting_suspension', 'disclosure.read,privacy.review', 'privacy.review');

create function privacy.left_stays_left() returns trigger language plpgsql as $$
begin
  raise exception 'privacy.% is only ever added to: what left cannot be taken back', tg_table_name using errcode = 'restrict_violation';
end $$;
comment on function privacy.left_stays_left is 'Keeps the accounting as it was written, from everybody';
create trigger left_stays_left before update or delete or truncate on privacy.disclosure for each statement execute function privacy.left_stays_left();
grant select, insert on privacy.disclosure, privacy.accounting_suspension to mooring_app;
