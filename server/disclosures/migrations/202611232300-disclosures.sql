-- Packets that are released to somebody outside, and what patients ask for about their records.

create sequence disclosures.packet_number;
grant usage on sequence disclosures.packet_number to mooring_app;

create table disclosures.packet (
  id uuid primary key default uuidv7(),
  number bigint not null unique,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  party_id uuid not null,
  lane text not null,
  facts jsonb not null,
  classes text[] not null check (classes <> '{}'),
  period_from date,
  period_to date,
  record_ids uuid[] not null check (record_ids <> '{}'),
  channel text check (channel in ('print', 'download', 'mail', 'fax', 'in-person')),
  state text not null check (state in ('prepared', 'queued', 'released', 'stopped')),
  says text not null default '',
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  pages integer not null check (pages > 0),
  file_id uuid,
  disclosure_id uuid,
  prepared_at timestamptz not null,
  prepared_by uuid not null,
  released_at timestamptz,
  released_by uuid,
  constraint released_whole check ((state = 'released') = (disclosure_id is not null and released_at is not null))
);
comment on table disclosures.packet is 'A packet as it was rehearsed: exactly these records, this recipient and these bytes. What is released has the same SHA-256, or nothing is';
comment on column disclosures.packet.record_ids is 'The records that were considered: a later one is never taken in unseen';
comment on column disclosures.packet.number is 'Stands on each page before the page''s number, so that any page can be named';
create index packet_of_patient on disclosures.packet (patient_id, prepared_at);
create index packet_queued on disclosures.packet (prepared_at) where state = 'queued';
select privacy.protect('disclosures.packet', 'disclosure.read', 'disclosure.release');
grant select, insert, update (channel, state, says, file_id, disclosure_id, released_at, released_by) on disclosures.packet to mooring_app;

create table disclosures.patient_request (
  id uuid primary key default uuidv7(),
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  kind text not null check (kind in ('access', 'amendment', 'accounting', 'intermediary-list')),
  received_on date not null,
  due_on date not null check (due_on > received_on),
  extended_on date,
  extension_reason text check (btrim(extension_reason) <> ''),
  details text not null default '',
  state text not null default 'open' check (state in ('open', 'fulfilled', 'denied', 'withdrawn')),
  ground text,
  answer text not null default '',
  disagreement text check (btrim(disagreement) <> ''),
  closed_at timestamptz,
  closed_by uuid,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  constraint denied_with_ground check ((state = 'denied') = (ground is not null)),
  constraint extended_with_reason check ((extended_on is null) = (extension_reason is null)),
  constraint closed_whole check ((state = 'open') = (closed_at is null))
);
comment on table disclosures.patient_request is 'What patients ask for about their records, with its clock: access (45 CFR 164.524), amendment (164.526), accounting (164.528; 42 CFR 2.25), list of intermediaries (42 CFR 2.24)';
comment on column disclosures.patient_request.disagreement is 'The patient''s statement after a denied amendment; it goes along with later disclosures (45 CFR 164.526(d)(5))';
create index patient_request_of_patient on disclosures.patient_request (patient_id, received_on);
create index patient_request_open on disclosures.patient_request (due_on) where state = 'open';
select privacy.protect('disclosures.patient_request', 'disclosure.read', 'disclosure.release');
grant select, insert, update (due_on, extended_on, extension_reason, state, ground, answer, disagreement, closed_at, closed_by) on disclosures.patient_request to mooring_app;
