-- Tablets at the desk on which patients check themselves in, and what they said.

create table desk.kiosk (
  id uuid primary key,
  site_id uuid not null,
  program_ids uuid[] not null,
  name text not null check (name <> ''),
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  started_at timestamptz not null,
  started_by uuid not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  failed_at timestamptz[] not null default '{}'
);
comment on table desk.kiosk is 'A browser that was handed to patients for check-in. It holds a secret of its own and no session; only its digest is kept. Names no patient';
comment on column desk.kiosk.failed_at is 'The last wrong guesses, by which it pauses';
alter table desk.kiosk enable row level security;
alter table desk.kiosk force row level security;
create policy reach on desk.kiosk for select using (
  (select privacy.sees_all()) or token_hash = (select privacy.setting('kiosk_hash'))
  or ((select privacy.has_permission('schedule.write')) and program_ids && (select privacy.my_programs())::uuid[]));
create policy started_by_the_desk on desk.kiosk for insert with check ((select privacy.has_permission('schedule.write')) and program_ids <@ (select privacy.my_programs())::uuid[]);
create policy kept_by_its_holder_and_the_desk on desk.kiosk for update using (
  token_hash = (select privacy.setting('kiosk_hash')) or ((select privacy.has_permission('schedule.write')) and program_ids && (select privacy.my_programs())::uuid[]));
grant select, insert on desk.kiosk to mooring_app;
grant update (ended_at, ended_by, failed_at) on desk.kiosk to mooring_app;

create table desk.check_in (
  id uuid primary key,
  kiosk_id uuid not null references desk.kiosk (id),
  appointment_id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  found_at timestamptz not null,
  arrived_at timestamptz,
  contact_changed boolean,
  coverage_changed boolean,
  settled_at timestamptz,
  settled_by uuid,
  constraint said_on_arrival check ((arrived_at is null) = (contact_changed is null) and (arrived_at is null) = (coverage_changed is null))
);
comment on table desk.check_in is 'Somebody found their visit on a tablet; once arrived_at is there they confirmed it, and said whether contact or coverage has changed';
comment on column desk.check_in.token_hash is 'Digest of the secret by which the same tablet confirms; it is good for some minutes';
create index check_in_by_patient on desk.check_in (patient_id, found_at);
create index check_in_by_appointment on desk.check_in (appointment_id);
select privacy.protect('desk.check_in', 'schedule.read', 'schedule.write');
grant select, insert on desk.check_in to mooring_app;
grant update (arrived_at, contact_changed, coverage_changed, settled_at, settled_by) on desk.check_in to mooring_app;
