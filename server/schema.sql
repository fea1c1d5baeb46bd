-- Printed from the catalogue after all migrations (npm run schema). For review: nothing runs this file.

-- Tables

create table assessments.administration (
  id uuid default uuidv7() not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  version_id uuid not null,
  instrument_code text not null,
  state text default 'open'::text not null,
  mode text not null,
  answered_by text not null,
  sex text default 'unknown'::text not null,
  answers jsonb default '{}'::jsonb not null,
  revision integer default 0 not null,
  repeat_reason text,
  started_at timestamp with time zone not null,
  started_by uuid not null,
  saved_at timestamp with time zone not null,
  completed_at timestamp with time zone,
  completed_by uuid,
  result jsonb,
  score numeric,
  says text
);
alter table assessments.administration enable row level security;
alter table assessments.administration force row level security;
create table assessments.critical_finding (
  id uuid default uuidv7() not null,
  administration_id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  at text not null,
  level text not null,
  concern text not null,
  action text not null,
  raised_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  escalated_at timestamp with time zone,
  answered_at timestamp with time zone,
  answered_by uuid,
  answer text
);
alter table assessments.critical_finding enable row level security;
alter table assessments.critical_finding force row level security;
create table assessments.instrument (
  code text not null,
  origin text not null
);
create table assessments.instrument_version (
  id uuid default uuidv7() not null,
  code text not null,
  version integer not null,
  definition jsonb not null,
  digest text not null,
  licence_holder text,
  licence_statement text not null,
  published_by uuid,
  published_at timestamp with time zone default now() not null
);
create table assessments.link (
  id uuid default uuidv7() not null,
  administration_id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  token_hash text not null,
  kind text not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  expires_at timestamp with time zone not null,
  closed_at timestamp with time zone
);
alter table assessments.link enable row level security;
alter table assessments.link force row level security;
create table assessments.on_call_shift (
  id uuid default uuidv7() not null,
  program_id uuid not null,
  staff_id uuid not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  made_by uuid not null
);
create table assessments.risk_case (
  id uuid default uuidv7() not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  opened_at timestamp with time zone not null,
  alert_id uuid not null,
  owner_id uuid,
  time_zone text not null,
  closed_at timestamp with time zone
);
alter table assessments.risk_case enable row level security;
alter table assessments.risk_case force row level security;
create table assessments.risk_duty (
  case_id uuid not null,
  key text not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  kind text not null,
  due_at timestamp with time zone not null,
  done_at timestamp with time zone,
  ended_at timestamp with time zone,
  escalated_at timestamp with time zone
);
alter table assessments.risk_duty enable row level security;
alter table assessments.risk_duty force row level security;
create table assessments.risk_event (
  id uuid default uuidv7() not null,
  case_id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  kind text not null,
  at timestamp with time zone not null,
  by_id uuid,
  details jsonb default '{}'::jsonb not null,
  request_id uuid
);
alter table assessments.risk_event enable row level security;
alter table assessments.risk_event force row level security;
create table audit.block (
  number bigint not null,
  sealed_at timestamp with time zone not null,
  entries int8multirange not null,
  entry_count integer not null,
  previous_hash bytea not null,
  hash bytea not null
);
create table audit.daily_use (
  day date not null,
  actor_id uuid not null,
  entries integer not null,
  patients integer not null,
  refused integer not null
);
alter table audit.daily_use enable row level security;
alter table audit.daily_use force row level security;
create table audit.entry (
  seq bigint default nextval('audit.entry_seq'::regclass) not null,
  at timestamp with time zone not null,
  action text not null,
  outcome text not null,
  purpose text not null,
  actor_kind text not null,
  actor_id uuid,
  actor_name text not null,
  actor_roles text[] not null,
  patient_ids uuid[] not null,
  subject_kind text,
  subject_id text,
  program_id uuid,
  reason text,
  fields text[] not null,
  details jsonb not null,
  session_id uuid,
  address text,
  device text,
  trace_id text
);
alter table audit.entry enable row level security;
alter table audit.entry force row level security;
create table audit.entry_patient (
  patient_id uuid not null,
  seq bigint not null
);
alter table audit.entry_patient enable row level security;
alter table audit.entry_patient force row level security;
create table audit.finding (
  id uuid default uuidv7() not null,
  day date not null,
  rule text not null,
  actor_id uuid not null,
  actor_name text not null,
  patient_id uuid,
  count integer not null,
  first_at timestamp with time zone not null,
  last_at timestamp with time zone not null,
  entries bigint[] not null,
  says text not null,
  verdict text,
  note text,
  incident_id uuid,
  reviewed_at timestamp with time zone,
  reviewed_by uuid
);
alter table audit.finding enable row level security;
alter table audit.finding force row level security;
create table audit.retention (
  valid_from timestamp with time zone not null,
  years integer not null,
  source text not null
);
create table audit.retired_block (
  number bigint not null,
  entries int8multirange not null,
  entry_count integer not null
);
create table audit.review_day (
  day date not null,
  made_at timestamp with time zone not null,
  entries integer not null,
  closed_at timestamp with time zone,
  closed_by uuid,
  closed_by_name text,
  note text
);
alter table audit.review_day enable row level security;
alter table audit.review_day force row level security;
create table audit.unsealed (
  seq bigint not null,
  xid xid8 default pg_current_xact_id() not null
);
create table billing."authorization" (
  id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  payer_id uuid not null,
  state text not null,
  number text,
  counts text not null,
  allowed integer not null,
  valid_from date not null,
  valid_through date not null,
  owner_id uuid,
  note text default ''::text not null,
  version integer default 1 not null,
  made_at timestamp with time zone not null,
  made_by uuid
);
alter table billing."authorization" enable row level security;
alter table billing."authorization" force row level security;
create table billing.batch (
  id uuid default uuidv7() not null,
  control_number integer not null,
  reference text not null,
  file_name text not null,
  file_id uuid not null,
  state text not null,
  claim_count integer not null,
  total_cents bigint not null,
  created_at timestamp with time zone not null,
  created_by uuid,
  sent_at timestamp with time zone,
  attempts integer default 0 not null,
  trouble text
);
create table billing.charge (
  id uuid default uuidv7() not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  note_id uuid,
  clinician_id uuid,
  served_on date not null,
  place_of_service text not null,
  payer_id uuid,
  coverage_id uuid,
  state text not null,
  holds jsonb default '[]'::jsonb not null,
  diagnoses text[] not null,
  amount_cents bigint not null,
  facts jsonb not null,
  claim_details jsonb default '{}'::jsonb not null,
  captured_at timestamp with time zone not null,
  day_id uuid
);
alter table billing.charge enable row level security;
alter table billing.charge force row level security;
create table billing.charge_line (
  charge_id uuid not null,
  "position" smallint not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  code text not null,
  modifiers text[] default '{}'::text[] not null,
  units integer not null,
  amount_cents bigint not null
);
alter table billing.charge_line enable row level security;
alter table billing.charge_line force row level security;
create table billing.claim (
  id uuid default uuidv7() not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  charge_id uuid not null,
  attempt smallint default 1 not null,
  number text not null,
  payer_id uuid not null,
  served_on date not null,
  amount_cents bigint not null,
  paid_cents bigint default 0 not null,
  patient_cents bigint default 0 not null,
  adjusted_cents bigint default 0 not null,
  state text not null,
  payer_claim_number text,
  batch_id uuid,
  facts jsonb not null,
  built_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  with_charges uuid[] default '{}'::uuid[] not null,
  frequency text default '1'::text not null,
  corrects uuid
);
alter table billing.claim enable row level security;
alter table billing.claim force row level security;
create table billing.claim_event (
  id uuid default uuidv7() not null,
  claim_id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  at timestamp with time zone not null,
  kind text not null,
  says text not null,
  source_file_id uuid,
  amount_cents bigint
);
alter table billing.claim_event enable row level security;
alter table billing.claim_event force row level security;
create table billing.clearing_entry (
  remittance_id uuid not null,
  "position" integer not null,
  account text not null,
  amount_cents bigint not null
);
create table billing.clearinghouse_connection (
  is_only boolean default true not null,
  host text not null,
  port integer not null,
  username text not null,
  sealed_password bytea not null,
  host_key_sha256 text not null,
  sender_id text not null,
  receiver_id text not null,
  receiver_name text not null,
  inbound_folder text not null,
  outbound_folder text not null,
  usage text not null,
  checked_at timestamp with time zone,
  trouble text
);
create table billing.closed_day (
  program_id uuid not null,
  day date not null,
  closed_at timestamp with time zone not null
);
create table billing.counter (
  name text not null,
  last bigint not null
);
create table billing.entry (
  journal_id uuid not null,
  account text not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  amount_cents bigint not null
);
alter table billing.entry enable row level security;
alter table billing.entry force row level security;
create table billing.fee (
  id uuid default uuidv7() not null,
  payer_id uuid,
  code text not null,
  amount_cents bigint not null,
  valid_from date not null,
  valid_to date
);
create table billing.inbound_file (
  id uuid default uuidv7() not null,
  name text not null,
  sha256 text not null,
  size bigint not null,
  kind text not null,
  state text not null,
  reason text,
  file_id uuid not null,
  received_at timestamp with time zone not null
);
create table billing.inbound_interchange (
  sender text not null,
  control_number text not null,
  inbound_file_id uuid not null
);
create table billing.journal (
  id uuid default uuidv7() not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  kind text not null,
  claim_id uuid,
  charge_id uuid,
  remittance_id uuid,
  reversal_of uuid,
  memo text default ''::text not null,
  effective_on date not null,
  posted_at timestamp with time zone not null,
  posted_by uuid
);
alter table billing.journal enable row level security;
alter table billing.journal force row level security;
create table billing.payer (
  id uuid default uuidv7() not null,
  name text not null,
  electronic_id text not null,
  filing_indicator text not null,
  active boolean default true not null
);
create table billing.payer_adjustment (
  id uuid default uuidv7() not null,
  remittance_id uuid not null,
  reason text not null,
  reference text,
  amount_cents bigint not null,
  resolved_at timestamp with time zone
);
create table billing.payer_rule (
  payer_id uuid not null,
  valid_from date not null,
  valid_to date,
  filing_days integer not null,
  video_modifier text,
  audio_modifier text,
  credential_modifiers boolean not null,
  trainee_policy text not null,
  source text not null
);
create table billing.remittance (
  id uuid default uuidv7() not null,
  inbound_file_id uuid not null,
  document_index integer not null,
  payer_name text not null,
  payer_identifier text not null,
  trace text not null,
  payment_cents bigint not null,
  method text not null,
  paid_on date,
  state text not null,
  reason text,
  claim_count integer not null,
  matched_count integer default 0 not null,
  received_at timestamp with time zone not null,
  posted_at timestamp with time zone
);
create table billing.remittance_claim (
  id uuid default uuidv7() not null,
  remittance_id uuid not null,
  claim_id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  status text not null,
  charge_cents bigint not null,
  paid_cents bigint not null,
  contractual_cents bigint not null,
  patient_cents bigint not null,
  denied_cents bigint not null,
  adjustments jsonb not null,
  payer_claim_number text
);
alter table billing.remittance_claim enable row level security;
alter table billing.remittance_claim force row level security;
create table billing.seen_remote_file (
  name text not null,
  size bigint not null,
  modified_at bigint not null,
  inbound_file_id uuid not null
);
create table billing.treatment_day (
  id uuid default uuidv7() not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  day date not null,
  counted_by text not null,
  verdict text not null,
  code text not null,
  says text not null,
  procedure text,
  facts jsonb not null,
  changed_since text,
  judged_at timestamp with time zone not null
);
alter table billing.treatment_day enable row level security;
alter table billing.treatment_day force row level security;
create table billing.unmatched_claim (
  id uuid default uuidv7() not null,
  remittance_id uuid not null,
  claim_number text not null,
  paid_cents bigint not null,
  resolved_at timestamp with time zone
);
create table careplans.plan (
  id uuid default uuidv7() not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  version integer default 0 not null,
  opened_on date not null,
  saved_at timestamp with time zone not null
);
alter table careplans.plan enable row level security;
alter table careplans.plan force row level security;
create table careplans.plan_entry (
  id uuid not null,
  plan_id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  kind text not null,
  parent_id uuid,
  fields jsonb default '{}'::jsonb not null,
  removed boolean default false not null,
  made_at timestamp with time zone not null
);
alter table careplans.plan_entry enable row level security;
alter table careplans.plan_entry force row level security;
create table careplans.plan_signature (
  id uuid default uuidv7() not null,
  sealed_plan_id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  role text not null,
  outcome text not null,
  name text not null,
  reason text default ''::text not null,
  digest text not null,
  taken_by uuid not null,
  signed_at timestamp with time zone not null
);
alter table careplans.plan_signature enable row level security;
alter table careplans.plan_signature force row level security;
create table careplans.sealed_plan (
  id uuid default uuidv7() not null,
  plan_id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  number integer not null,
  content jsonb not null,
  digest text not null,
  review_due date not null,
  signed_by uuid not null,
  signed_at timestamp with time zone not null
);
alter table careplans.sealed_plan enable row level security;
alter table careplans.sealed_plan force row level security;
create table careplans.worked_on (
  draft_id uuid not null,
  objective_id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  marked_by uuid not null,
  marked_at timestamp with time zone not null
);
alter table careplans.worked_on enable row level security;
alter table careplans.worked_on force row level security;
create table caseloads.hand_over_line (
  hand_over_id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  episode_id uuid not null,
  from_staff_id uuid not null,
  to_staff_id uuid not null,
  leads boolean not null,
  note text not null,
  at timestamp with time zone not null,
  by_id uuid not null,
  read_at timestamp with time zone,
  undone_at timestamp with time zone,
  undone_by uuid
);
alter table caseloads.hand_over_line enable row level security;
alter table caseloads.hand_over_line force row level security;
create table charting.diagnosis (
  id uuid default uuidv7() not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  code text not null,
  description text not null,
  clinician_label text default ''::text not null,
  rank integer not null,
  certainty text default 'confirmed'::text not null,
  onset date,
  resolved date,
  entered_in_error boolean default false not null,
  noted_at timestamp with time zone not null,
  noted_by uuid not null,
  version integer default 1 not null,
  specifiers text[] default '{}'::text[] not null,
  reason text default ''::text not null
);
alter table charting.diagnosis enable row level security;
alter table charting.diagnosis force row level security;
create table charting.diagnosis_version (
  diagnosis_id uuid not null,
  version integer not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  code text not null,
  description text not null,
  clinician_label text not null,
  specifiers text[] not null,
  rank integer not null,
  certainty text not null,
  onset date,
  resolved date,
  entered_in_error boolean not null,
  reason text not null,
  changed_at timestamp with time zone not null,
  changed_by uuid not null
);
alter table charting.diagnosis_version enable row level security;
alter table charting.diagnosis_version force row level security;
create table charting.draft (
  id uuid default uuidv7() not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  appointment_id uuid,
  template_id uuid not null,
  template_code text not null,
  author_id uuid not null,
  service text not null,
  header jsonb not null,
  header_version integer default 1 not null,
  state text default 'open'::text not null,
  opened_at timestamp with time zone not null,
  saved_at timestamp with time zone not null,
  discarded_at timestamp with time zone,
  discarded_by uuid
);
alter table charting.draft enable row level security;
alter table charting.draft force row level security;
create table charting.draft_device (
  draft_id uuid not null,
  key text not null,
  device_id text not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  sequence bigint not null,
  sent_text text not null,
  result_version integer not null,
  at timestamp with time zone not null
);
alter table charting.draft_device enable row level security;
alter table charting.draft_device force row level security;
create table charting.draft_revision (
  draft_id uuid not null,
  key text not null,
  version integer not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  text text not null,
  saved_at timestamp with time zone not null,
  saved_by uuid
);
alter table charting.draft_revision enable row level security;
alter table charting.draft_revision force row level security;
create table charting.draft_section (
  draft_id uuid not null,
  key text not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  text text not null,
  version integer not null,
  saved_at timestamp with time zone not null,
  saved_by uuid
);
alter table charting.draft_section enable row level security;
alter table charting.draft_section force row level security;
create table charting.encounter (
  note_id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  appointment_id uuid,
  site_id uuid,
  clinician_id uuid not null,
  credential text,
  supervisor_id uuid,
  service text not null,
  modality text not null,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone not null,
  minutes integer not null,
  diagnoses text[] not null,
  signed_at timestamp with time zone not null
);
alter table charting.encounter enable row level security;
alter table charting.encounter force row level security;
create table charting.icd10cm (
  code text not null,
  description text not null,
  billable boolean not null,
  category text not null,
  common boolean not null,
  also text default ''::text not null,
  valid_from date not null,
  valid_to date,
  words tsvector generated always as (to_tsvector('simple'::regconfig, ((((((replace(code, '.'::text, ''::text) || ' '::text) || code) || ' '::text) || description) || ' '::text) || also))) stored
);
create table charting.loaded_content (
  name text not null,
  version text not null,
  loaded_at timestamp with time zone default now() not null
);
create table charting.note (
  id uuid default uuidv7() not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  kind text not null,
  addendum_to uuid,
  draft_id uuid,
  appointment_id uuid,
  template_id uuid,
  title text not null,
  content jsonb not null,
  signed_by uuid not null,
  signed_at timestamp with time zone not null,
  seal_version integer not null,
  digest text not null
);
alter table charting.note enable row level security;
alter table charting.note force row level security;
create table charting.note_search (
  note_id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  signed_at timestamp with time zone not null,
  words tsvector not null
);
alter table charting.note_search enable row level security;
alter table charting.note_search force row level security;
create table charting.rendition (
  note_id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  file_id uuid not null,
  note_digest text not null,
  sha256 text not null,
  made_at timestamp with time zone not null
);
alter table charting.rendition enable row level security;
alter table charting.rendition force row level security;
create table charting.signature_comment (
  note_id uuid not null,
  number integer not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  section text default ''::text not null,
  text text not null
);
alter table charting.signature_comment enable row level security;
alter table charting.signature_comment force row level security;
create table charting.signature_step (
  note_id uuid not null,
  number integer not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  state text not null,
  rule_id text,
  asked_of uuid,
  due_at timestamp with time zone,
  by_id uuid not null,
  at timestamp with time zone not null,
  note_digest text not null,
  attestations jsonb default '[]'::jsonb not null,
  digest text not null
);
alter table charting.signature_step enable row level security;
alter table charting.signature_step force row level security;
create table charting.snippet (
  id uuid not null,
  staff_id uuid,
  program_id uuid,
  trigger text not null,
  text text not null,
  changed_at timestamp with time zone not null,
  changed_by uuid not null
);
create table charting.template_design (
  code text not null,
  name text not null,
  form jsonb not null,
  based_on integer,
  version integer not null,
  changed_at timestamp with time zone not null,
  changed_by uuid not null
);
create table charting.template_version (
  id uuid default uuidv7() not null,
  code text not null,
  version integer not null,
  name text not null,
  form jsonb not null,
  digest text not null,
  published_at timestamp with time zone default now() not null,
  published_by uuid
);
create table charting.vault_note (
  id uuid default uuidv7() not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null,
  originator_id uuid not null,
  text text not null,
  written_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  version integer default 1 not null
);
alter table charting.vault_note enable row level security;
alter table charting.vault_note force row level security;
create table desk.check_in (
  id uuid not null,
  kiosk_id uuid not null,
  appointment_id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  token_hash text not null,
  found_at timestamp with time zone not null,
  arrived_at timestamp with time zone,
  contact_changed boolean,
  coverage_changed boolean,
  settled_at timestamp with time zone,
  settled_by uuid
);
alter table desk.check_in enable row level security;
alter table desk.check_in force row level security;
create table desk.fee_policy (
  id uuid not null,
  program_id uuid not null,
  valid_from date not null,
  late_hours integer not null,
  no_show_cents bigint not null,
  late_cancel_cents bigint not null,
  free integer not null,
  free_in_days integer not null,
  reason text not null,
  made_at timestamp with time zone not null,
  made_by uuid
);
alter table desk.fee_policy enable row level security;
alter table desk.fee_policy force row level security;
create table desk.kiosk (
  id uuid not null,
  site_id uuid not null,
  program_ids uuid[] not null,
  name text not null,
  token_hash text not null,
  started_at timestamp with time zone not null,
  started_by uuid not null,
  ends_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_by uuid,
  failed_at timestamp with time zone[] default '{}'::timestamp with time zone[] not null
);
alter table desk.kiosk enable row level security;
alter table desk.kiosk force row level security;
create table desk.missed_visit (
  id uuid not null,
  appointment_id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  kind text not null,
  starts_at timestamp with time zone not null,
  fee_cents bigint not null,
  state text not null,
  because text not null,
  journal_id uuid,
  waived_reason text,
  note text default ''::text not null,
  made_at timestamp with time zone not null,
  made_by uuid,
  decided_at timestamp with time zone,
  decided_by uuid
);
alter table desk.missed_visit enable row level security;
alter table desk.missed_visit force row level security;
create table disclosures.packet (
  id uuid default uuidv7() not null,
  number bigint not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  party_id uuid not null,
  lane text not null,
  facts jsonb not null,
  classes text[] not null,
  period_from date,
  period_to date,
  record_ids uuid[] not null,
  channel text,
  state text not null,
  says text default ''::text not null,
  sha256 text not null,
  pages integer not null,
  file_id uuid,
  disclosure_id uuid,
  prepared_at timestamp with time zone not null,
  prepared_by uuid not null,
  released_at timestamp with time zone,
  released_by uuid
);
alter table disclosures.packet enable row level security;
alter table disclosures.packet force row level security;
create table disclosures.patient_request (
  id uuid default uuidv7() not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  kind text not null,
  received_on date not null,
  due_on date not null,
  extended_on date,
  extension_reason text,
  details text default ''::text not null,
  state text default 'open'::text not null,
  ground text,
  answer text default ''::text not null,
  disagreement text,
  closed_at timestamp with time zone,
  closed_by uuid,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null
);
alter table disclosures.patient_request enable row level security;
alter table disclosures.patient_request force row level security;
create table documents.document (
  id uuid not null,
  version integer not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  file_id uuid not null,
  sha256 text not null,
  content_type text not null,
  size integer not null,
  title text not null,
  category text not null,
  access text not null,
  dated date,
  received_how text not null,
  receipt_basis text not null,
  from_whom text default ''::text not null,
  received_at timestamp with time zone not null,
  state text not null,
  reason text default ''::text not null,
  moved_from uuid,
  written_at timestamp with time zone not null,
  written_by uuid not null
);
alter table documents.document enable row level security;
alter table documents.document force row level security;
create table documents.inbound (
  id uuid not null,
  name text not null,
  sha256 text not null,
  size integer not null,
  content_type text not null,
  file_id uuid not null,
  state text not null,
  reason text default ''::text not null,
  received_at timestamp with time zone not null,
  document_id uuid,
  worked_at timestamp with time zone,
  worked_by uuid
);
alter table documents.inbound enable row level security;
alter table documents.inbound force row level security;
create table documents.seen_file (
  name text not null,
  size bigint not null,
  modified_at bigint not null,
  inbound_id uuid not null
);
alter table documents.seen_file enable row level security;
alter table documents.seen_file force row level security;
create table groups.member (
  id uuid default uuidv7() not null,
  group_id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  joined_on date not null,
  left_on date
);
alter table groups.member enable row level security;
alter table groups.member force row level security;
create table groups.seat (
  session_id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  attendance text default 'expected'::text not null,
  arrived_at timestamp with time zone,
  left_at timestamp with time zone,
  absence text,
  chips text[] default '{}'::text[] not null,
  risk text,
  line text default ''::text not null,
  risk_note text default ''::text not null,
  draft_id uuid,
  note_id uuid
);
alter table groups.seat enable row level security;
alter table groups.seat force row level security;
create table groups.session (
  id uuid default uuidv7() not null,
  group_id uuid not null,
  program_id uuid not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  modality text not null,
  topic text default ''::text not null,
  narrative text default ''::text not null,
  version integer default 1 not null,
  signed_at timestamp with time zone,
  signed_by uuid
);
alter table groups.session enable row level security;
alter table groups.session force row level security;
create table groups.therapy_group (
  id uuid not null,
  program_id uuid not null,
  name text not null,
  kind text default 'group'::text not null,
  curriculum text default ''::text not null,
  service text not null,
  facilitator_id uuid not null,
  cofacilitator_ids uuid[] default '{}'::uuid[] not null,
  capacity integer not null,
  active boolean default true not null,
  made_at timestamp with time zone not null
);
alter table groups.therapy_group enable row level security;
alter table groups.therapy_group force row level security;
create table homes.arrangement (
  staff_id uuid not null,
  hidden text[] default '{}'::text[] not null,
  first text[] default '{}'::text[] not null,
  changed_at timestamp with time zone not null
);
create table identity.auth_account (
  id uuid default uuidv7() not null,
  user_id uuid not null,
  account_id text not null,
  provider_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null
);
create table identity.auth_session (
  id uuid default uuidv7() not null,
  user_id uuid not null,
  token text not null,
  ip_address text,
  user_agent text,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  started_at timestamp with time zone not null,
  last_active_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  second_factor_at timestamp with time zone
);
create table identity.auth_two_factor (
  id uuid default uuidv7() not null,
  user_id uuid not null,
  secret text not null,
  backup_codes text not null,
  verified boolean default true not null,
  failed_verification_count integer default 0 not null,
  locked_until timestamp with time zone,
  spent_code text,
  spent_at timestamp with time zone
);
create table identity.auth_user (
  id uuid default uuidv7() not null,
  name text not null,
  email text not null,
  email_verified boolean default true not null,
  image text,
  two_factor_enabled boolean default false not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null
);
create table identity.auth_verification (
  id uuid default uuidv7() not null,
  identifier text not null,
  value text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null
);
create table identity.one_time_link (
  digest bytea not null,
  staff_id uuid not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone
);
create table identity.organisation (
  is_only boolean default true not null,
  name text not null,
  tax_id text not null,
  npi text not null,
  taxonomy text not null,
  phone text not null,
  email text not null,
  time_zone text not null,
  address_line1 text not null,
  address_line2 text,
  city text not null,
  state text not null,
  zip text not null,
  idle_minutes integer default 15 not null,
  session_hours integer default 12 not null,
  allows_dictation boolean default false not null
);
create table identity.passkey (
  id uuid default uuidv7() not null,
  staff_id uuid not null,
  credential_id text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] default '{}'::text[] not null,
  name text not null,
  created_at timestamp with time zone not null,
  last_used_at timestamp with time zone
);
create table identity.passkey_challenge (
  id uuid default uuidv7() not null,
  challenge text not null,
  staff_id uuid,
  expires_at timestamp with time zone not null
);
create table identity.permission (
  code text not null,
  says text not null
);
create table identity.program_membership (
  id uuid default uuidv7() not null,
  staff_id uuid not null,
  program_id uuid not null,
  valid_from date not null,
  valid_to date
);
create table identity.role (
  code text not null,
  name text not null,
  is_clinical boolean not null,
  mfa_required boolean not null
);
create table identity.role_delivered (
  role_code text not null,
  permission_code text not null
);
create table identity.role_permission (
  role_code text not null,
  permission_code text not null
);
create table identity.sign_in_attempt (
  id uuid default uuidv7() not null,
  at timestamp with time zone not null,
  email text not null,
  address text not null,
  outcome text not null,
  factor text not null
);
create table identity.sign_in_policy (
  valid_from timestamp with time zone not null,
  account_failures integer not null,
  address_failures integer not null,
  window_minutes integer not null,
  lock_minutes integer not null,
  source text not null
);
create table identity.site (
  id uuid default uuidv7() not null,
  name text not null,
  phone text,
  npi text,
  time_zone text not null,
  address_line1 text not null,
  address_line2 text,
  city text not null,
  state text not null,
  zip text not null,
  active boolean default true not null
);
create table identity.staff (
  id uuid default uuidv7() not null,
  given_name text not null,
  family_name text not null,
  name_to_use text,
  email text not null,
  phone text,
  npi text,
  taxonomy text,
  supervisor_id uuid,
  is_persona boolean default false not null,
  active boolean default true not null
);
create table identity.staff_credential (
  id uuid default uuidv7() not null,
  staff_id uuid not null,
  kind text not null,
  number text,
  state text,
  valid_from date not null,
  valid_to date
);
create table identity.staff_role (
  staff_id uuid not null,
  role_code text not null
);
create table intake.act (
  id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  wait_id uuid not null,
  kind text not null,
  what text default ''::text not null,
  note text default ''::text not null,
  answer_due_at timestamp with time zone,
  at timestamp with time zone not null,
  made_by uuid,
  recorded_at timestamp with time zone not null
);
alter table intake.act enable row level security;
alter table intake.act force row level security;
create table intake.attempt (
  id uuid not null,
  patient_id uuid,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  call_id uuid not null,
  at timestamp with time zone not null,
  way text not null,
  reached boolean not null,
  note text default ''::text not null,
  made_by uuid
);
alter table intake.attempt enable row level security;
alter table intake.attempt force row level security;
create table intake.call (
  id uuid not null,
  patient_id uuid,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  called_at timestamp with time zone not null,
  caller_name text default ''::text not null,
  caller_relation text not null,
  caller_phone text,
  about_name text default ''::text not null,
  heard_from text not null,
  source_id uuid,
  need text not null,
  callback_due_at timestamp with time zone,
  episode_id uuid,
  outcome text,
  outcome_note text,
  settled_at timestamp with time zone,
  taken_by uuid,
  settled_by uuid
);
alter table intake.call enable row level security;
alter table intake.call force row level security;
create table intake.screening (
  id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  episode_id uuid not null,
  answers jsonb not null,
  version text not null,
  priority text not null,
  screened_at timestamp with time zone not null,
  screened_by uuid
);
alter table intake.screening enable row level security;
alter table intake.screening force row level security;
create table intake.source (
  id uuid not null,
  name text not null,
  kind text not null,
  phone text,
  active boolean default true not null,
  added_at timestamp with time zone not null,
  added_by uuid
);
create table intake.tick (
  id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  episode_id uuid not null,
  code text not null,
  note text default ''::text not null,
  done boolean not null,
  at timestamp with time zone not null,
  made_by uuid
);
alter table intake.tick enable row level security;
alter table intake.tick force row level security;
create table intake.wait (
  id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  episode_id uuid not null,
  priority text not null,
  since timestamp with time zone not null,
  put_by uuid,
  ended_at timestamp with time zone,
  end_reason text,
  ended_by uuid
);
alter table intake.wait enable row level security;
alter table intake.wait force row level security;
create table margin.rule_switch (
  id uuid default uuidv7() not null,
  rule_id text not null,
  is_on boolean not null,
  reason text not null,
  switched_by uuid not null,
  switched_at timestamp with time zone not null
);
create table medications.decision (
  id uuid default uuidv7() not null,
  statement_id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  to_program_id uuid not null,
  does text not null,
  dose text default ''::text not null,
  reason text default ''::text not null,
  decided_at timestamp with time zone not null,
  decided_by uuid,
  applied_at timestamp with time zone
);
alter table medications.decision enable row level security;
alter table medications.decision force row level security;
create table medications.none_taken (
  id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  note text default ''::text not null,
  asked_at timestamp with time zone not null,
  asked_by uuid
);
alter table medications.none_taken enable row level security;
alter table medications.none_taken force row level security;
create table medications.statement (
  id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  medication text,
  name text not null,
  dose text not null,
  source text not null,
  prescriber text default ''::text not null,
  started_on date,
  stopped_on date,
  stop_reason text,
  continues uuid,
  version integer default 1 not null,
  noted_at timestamp with time zone not null,
  noted_by uuid
);
alter table medications.statement enable row level security;
alter table medications.statement force row level security;
create table observations.allergy (
  id uuid not null,
  version integer not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  substance text not null,
  rxnorm text,
  category text not null,
  kind text not null,
  reaction text default ''::text not null,
  severity text,
  criticality text default 'unknown'::text not null,
  onset date,
  state text not null,
  reason text default ''::text not null,
  verified_at timestamp with time zone,
  verified_by uuid,
  written_at timestamp with time zone not null,
  written_by uuid not null
);
alter table observations.allergy enable row level security;
alter table observations.allergy force row level security;
create table observations.allergy_statement (
  id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  says text not null,
  reason text default ''::text not null,
  stated_at timestamp with time zone not null,
  stated_by uuid not null
);
alter table observations.allergy_statement enable row level security;
alter table observations.allergy_statement force row level security;
create table observations.result (
  id uuid not null,
  version integer not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  panel text not null,
  panel_name text not null,
  collected_at timestamp with time zone not null,
  received_at timestamp with time zone not null,
  laboratory text not null,
  clia text default ''::text not null,
  specimen text default ''::text not null,
  method text,
  is_observed boolean,
  document_id uuid,
  note text default ''::text not null,
  "values" jsonb not null,
  worst text not null,
  says text default ''::text not null,
  state text not null,
  reason text default ''::text not null,
  written_at timestamp with time zone not null,
  written_by uuid not null,
  review_due timestamp with time zone not null,
  reviewed_at timestamp with time zone,
  reviewed_by uuid,
  review_says text default ''::text not null,
  ordered_by uuid
);
alter table observations.result enable row level security;
alter table observations.result force row level security;
create table observations.vital_set (
  id uuid not null,
  version integer not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  taken_at timestamp with time zone not null,
  "position" text,
  measured jsonb not null,
  note text default ''::text not null,
  state text not null,
  reason text default ''::text not null,
  written_at timestamp with time zone not null,
  written_by uuid not null
);
alter table observations.vital_set enable row level security;
alter table observations.vital_set force row level security;
create table patients.alert (
  id uuid default uuidv7() not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  kind text not null,
  severity text not null,
  says text not null,
  since timestamp with time zone not null,
  until date,
  written_by uuid,
  resolved_at timestamp with time zone,
  resolved_by uuid,
  resolved_reason text,
  kept_by text
);
alter table patients.alert enable row level security;
alter table patients.alert force row level security;
create table patients.communication (
  patient_id uuid not null,
  allowed text[] not null,
  preferred text,
  confidential_line1 text,
  confidential_line2 text,
  confidential_city text,
  confidential_state text,
  confidential_zip text,
  confidential_phone text,
  caller_name text,
  note text,
  updated_at timestamp with time zone not null
);
alter table patients.communication enable row level security;
alter table patients.communication force row level security;
create table patients.contact (
  id uuid default uuidv7() not null,
  patient_id uuid not null,
  name text not null,
  kind text not null,
  relationship text not null,
  phone text,
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
  created_at timestamp with time zone default now() not null,
  ended_at timestamp with time zone
);
alter table patients.contact enable row level security;
alter table patients.contact force row level security;
create table patients.coverage (
  id uuid default uuidv7() not null,
  patient_id uuid not null,
  payer_id uuid not null,
  rank smallint not null,
  plan_name text,
  member_id text not null,
  group_number text,
  relationship text not null,
  subscriber_given_name text,
  subscriber_family_name text,
  subscriber_birth_date date,
  subscriber_sex text,
  subscriber_line1 text,
  subscriber_line2 text,
  subscriber_city text,
  subscriber_state text,
  subscriber_zip text,
  valid_from date not null,
  valid_through date,
  front_file_id uuid,
  back_file_id uuid,
  created_at timestamp with time zone default now() not null,
  verified_on date,
  verified_how text,
  verified_by uuid,
  verified_note text default ''::text not null
);
alter table patients.coverage enable row level security;
alter table patients.coverage force row level security;
create table patients.former_address (
  patient_id uuid not null,
  until timestamp with time zone not null,
  address_line1 text not null,
  address_line2 text,
  city text not null,
  state text not null,
  zip text not null
);
alter table patients.former_address enable row level security;
alter table patients.former_address force row level security;
create table patients.former_name (
  patient_id uuid not null,
  until timestamp with time zone not null,
  given_name text not null,
  family_name text not null
);
alter table patients.former_name enable row level security;
alter table patients.former_name force row level security;
create table patients.guarantor (
  id uuid default uuidv7() not null,
  patient_id uuid not null,
  relationship text not null,
  given_name text not null,
  family_name text not null,
  birth_date date,
  phone text,
  email text,
  address_line1 text,
  address_line2 text,
  city text,
  state text,
  zip text,
  valid_from date not null,
  valid_through date
);
alter table patients.guarantor enable row level security;
alter table patients.guarantor force row level security;
create table patients.merge (
  id uuid default uuidv7() not null,
  number bigint not null,
  patient_id uuid not null,
  duplicate_id uuid not null,
  reason text not null,
  merged_at timestamp with time zone not null,
  merged_by uuid,
  repointed jsonb not null,
  undone_at timestamp with time zone,
  undone_by uuid,
  undone_reason text
);
alter table patients.merge enable row level security;
alter table patients.merge force row level security;
create table patients.merge_program (
  merge_id uuid not null,
  patient_id uuid not null,
  program_id uuid not null
);
alter table patients.merge_program enable row level security;
alter table patients.merge_program force row level security;
create table patients.patient (
  id uuid default uuidv7() not null,
  mrn text not null,
  given_name text not null,
  middle_name text,
  family_name text not null,
  suffix text,
  name_to_use text,
  pronouns text,
  birth_date date not null,
  sex_at_birth text,
  administrative_sex text default 'U'::text not null,
  gender_identity text,
  sexual_orientation text,
  language text,
  needs_interpreter boolean default false not null,
  race text[] default '{}'::text[] not null,
  ethnicity text[] default '{}'::text[] not null,
  tribal_affiliation text,
  occupation text,
  industry text,
  phone text,
  phone_kind text,
  other_phone text,
  other_phone_kind text,
  email text,
  address_line1 text,
  address_line2 text,
  city text,
  state text,
  zip text,
  photo_file_id uuid,
  deceased_on date,
  merged_into uuid,
  registered_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  known_to uuid[] default '{}'::uuid[] not null
);
alter table patients.patient enable row level security;
alter table patients.patient force row level security;
create table patients.search_name (
  program_id uuid not null,
  first bigint not null,
  second bigint not null,
  patient_id uuid not null
);
alter table patients.search_name enable row level security;
alter table patients.search_name force row level security;
create table patients.search_number (
  program_id uuid not null,
  number bigint not null,
  patient_id uuid not null
);
alter table patients.search_number enable row level security;
alter table patients.search_number force row level security;
create table patients.search_spelling (
  program_id uuid not null,
  variant bigint not null,
  name_part bigint not null
);
alter table patients.search_spelling enable row level security;
alter table patients.search_spelling force row level security;
create table platform.file (
  id uuid default uuidv7() not null,
  patient_id uuid,
  program_id uuid,
  labels text[] default '{}'::text[] not null,
  permission text not null,
  name text not null,
  content_type text not null,
  size bigint not null,
  sha256 bytea not null,
  wrapped_key bytea not null,
  storage_key text not null,
  created_at timestamp with time zone not null,
  created_by uuid
);
alter table platform.file enable row level security;
alter table platform.file force row level security;
create table platform.job_done (
  job_id text not null,
  at timestamp with time zone default now() not null
);
create table platform.migration (
  name text not null,
  digest text not null,
  at timestamp with time zone default now() not null
);
create table platform.outgoing_mail (
  id uuid default uuidv7() not null,
  recipient text not null,
  subject text not null,
  body text not null,
  queued_at timestamp with time zone not null,
  sent_at timestamp with time zone
);
create table platform.worker (
  worker_id text not null,
  process_key integer not null,
  since timestamp with time zone default now() not null
);
create table privacy.access_grant (
  id uuid default uuidv7() not null,
  patient_id uuid not null,
  grantee_staff_id uuid not null,
  program_id uuid,
  labels text[] default '{}'::text[] not null,
  purposes text[] default '{TREAT}'::text[] not null,
  kind text not null,
  reason text not null,
  valid_from timestamp with time zone default now() not null,
  valid_to timestamp with time zone,
  granted_by uuid,
  emergency_id uuid,
  consent_id uuid
);
alter table privacy.access_grant enable row level security;
alter table privacy.access_grant force row level security;
create table privacy.accounting_suspension (
  disclosure_id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  starts_on date not null,
  ends_on date not null,
  agency text not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null
);
alter table privacy.accounting_suspension enable row level security;
alter table privacy.accounting_suspension force row level security;
create table privacy.agreement (
  id uuid default uuidv7() not null,
  party_id uuid not null,
  kind text not null,
  integration text,
  scope text not null,
  purposes text[] not null,
  classes text[],
  valid_from date not null,
  valid_to date,
  file_id uuid,
  recorded_at timestamp with time zone not null,
  recorded_by uuid
);
create table privacy.consent (
  id uuid default uuidv7() not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  kind text not null,
  state text default 'draft'::text not null,
  form jsonb not null,
  form_version text not null,
  form_digest text not null,
  drawn_up_at timestamp with time zone not null,
  drawn_up_by uuid not null,
  signatures jsonb default '[]'::jsonb not null,
  signed_at timestamp with time zone,
  scan_file_id uuid,
  supersedes uuid,
  event_happened_at timestamp with time zone,
  revoked_at timestamp with time zone,
  revocation jsonb
);
alter table privacy.consent enable row level security;
alter table privacy.consent force row level security;
create table privacy.decision (
  id uuid default uuidv7() not null,
  patient_id uuid not null,
  purpose text not null,
  outcome text not null,
  reason text not null,
  input_hash text not null,
  policy_version text not null,
  facts jsonb not null,
  rules_digest text not null,
  result jsonb not null,
  decided_at timestamp with time zone not null,
  decided_by uuid
);
alter table privacy.decision enable row level security;
alter table privacy.decision force row level security;
create table privacy.disclosure (
  id uuid default uuidv7() not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  at timestamp with time zone not null,
  party_id uuid not null,
  recipient_name text not null,
  recipient_address text,
  via_party_id uuid,
  what text not null,
  purpose text not null,
  basis text not null,
  reason text not null,
  citation text not null,
  rests_on text[] default '{}'::text[] not null,
  record_ids text[] not null,
  channel text not null,
  decision_id uuid not null,
  part2_accounting boolean not null,
  hipaa_accounting boolean not null,
  intermediary_list boolean not null,
  notice_id text,
  released_by uuid
);
alter table privacy.disclosure enable row level security;
alter table privacy.disclosure force row level security;
create table privacy.emergency_access (
  id uuid default uuidv7() not null,
  patient_id uuid not null,
  staff_id uuid not null,
  staff_name text not null,
  basis text not null,
  recipient_name text not null,
  recipient_affiliation text not null,
  discloser_name text not null,
  disclosed_at timestamp with time zone not null,
  nature text not null,
  to_outside boolean not null,
  opened_at timestamp with time zone not null,
  ends_at timestamp with time zone not null
);
alter table privacy.emergency_access enable row level security;
alter table privacy.emergency_access force row level security;
create table privacy.emergency_end (
  emergency_id uuid not null,
  ended_at timestamp with time zone not null,
  ended_by uuid not null
);
alter table privacy.emergency_end enable row level security;
alter table privacy.emergency_end force row level security;
create table privacy.emergency_record (
  id uuid default uuidv7() not null,
  emergency_id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  recipient_name text not null,
  recipient_affiliation text not null,
  discloser_name text not null,
  disclosed_at timestamp with time zone not null,
  nature text not null
);
alter table privacy.emergency_record enable row level security;
alter table privacy.emergency_record force row level security;
create table privacy.emergency_review (
  emergency_id uuid not null,
  due_at timestamp with time zone not null,
  verdict text,
  reason text,
  reviewed_at timestamp with time zone,
  reviewed_by uuid,
  incident_id uuid
);
alter table privacy.emergency_review enable row level security;
alter table privacy.emergency_review force row level security;
create table privacy.incident (
  id uuid default uuidv7() not null,
  number bigint not null,
  title text not null,
  what_happened text not null,
  happened_on date,
  discovered_on date not null,
  reported_by uuid,
  role text not null,
  involves_part2 boolean not null,
  is_unsecured boolean not null,
  residents jsonb default '{}'::jsonb not null,
  individuals integer not null,
  delayed_until date,
  delay_ground text,
  source_kind text not null,
  source_id text,
  opened_at timestamp with time zone not null,
  opened_by uuid not null,
  state text default 'open'::text not null,
  closed_at timestamp with time zone,
  closed_by uuid,
  closing_note text,
  version integer default 1 not null
);
alter table privacy.incident enable row level security;
alter table privacy.incident force row level security;
create table privacy.incident_assessment (
  id uuid default uuidv7() not null,
  incident_id uuid not null,
  nature_of_records text not null,
  nature_risk text not null,
  unauthorized_person text not null,
  person_risk text not null,
  acquired_or_viewed text not null,
  viewed_risk text not null,
  mitigation text not null,
  mitigation_risk text not null,
  exception text,
  conclusion text not null,
  rationale text not null,
  assessed_at timestamp with time zone not null,
  assessed_by uuid not null
);
alter table privacy.incident_assessment enable row level security;
alter table privacy.incident_assessment force row level security;
create table privacy.incident_patient (
  incident_id uuid not null,
  patient_id uuid not null,
  state_code text,
  notified_at timestamp with time zone,
  notified_how text,
  notified_by uuid
);
alter table privacy.incident_patient enable row level security;
alter table privacy.incident_patient force row level security;
create table privacy.incident_step (
  id uuid default uuidv7() not null,
  incident_id uuid not null,
  duty text not null,
  done_at timestamp with time zone not null,
  done_by uuid not null,
  says text not null
);
alter table privacy.incident_step enable row level security;
alter table privacy.incident_step force row level security;
create table privacy.need_to_know (
  id uuid not null,
  program_id uuid not null,
  whole_program_roles text[] not null,
  reason text not null,
  valid_from timestamp with time zone not null,
  valid_to timestamp with time zone,
  decided_by uuid not null,
  ended_by uuid
);
alter table privacy.need_to_know enable row level security;
alter table privacy.need_to_know force row level security;
create table privacy.oversight_policy (
  valid_from timestamp with time zone not null,
  emergency_minutes integer not null,
  emergency_labels text[] not null,
  review_hours integer not null,
  names_staff_to_patients boolean not null,
  source text not null,
  consent_access_minutes integer default 720 not null,
  part_in_care_days integer default 30 not null
);
alter table privacy.oversight_policy enable row level security;
alter table privacy.oversight_policy force row level security;
create table privacy.party (
  id uuid default uuidv7() not null,
  patient_id uuid,
  name text not null,
  kind text not null,
  legal_status text not null,
  contact text default ''::text not null,
  address_line1 text,
  address_line2 text,
  city text,
  state text,
  zip text,
  phone text,
  fax text,
  email text,
  licences text[] default '{}'::text[] not null,
  active boolean default true not null,
  created_at timestamp with time zone not null,
  created_by uuid
);
alter table privacy.party enable row level security;
alter table privacy.party force row level security;
create table privacy.party_treatment (
  id uuid default uuidv7() not null,
  party_id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  verified_how text not null,
  verified_at timestamp with time zone not null,
  verified_by uuid not null,
  ended_at timestamp with time zone
);
alter table privacy.party_treatment enable row level security;
alter table privacy.party_treatment force row level security;
create table privacy.patient_program (
  patient_id uuid not null,
  program_id uuid not null,
  since timestamp with time zone default now() not null
);
alter table privacy.patient_program enable row level security;
alter table privacy.patient_program force row level security;
create table privacy.program_status (
  program_id uuid not null,
  part2 boolean not null,
  basis text not null,
  valid_from date not null,
  valid_to date
);
alter table privacy.program_status enable row level security;
alter table privacy.program_status force row level security;
create table privacy.restriction (
  id uuid default uuidv7() not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  kind text not null,
  state text not null,
  words text not null,
  purposes text[] not null,
  party_ids uuid[],
  classes text[],
  encounter_ids uuid[],
  served_from date,
  served_to date,
  asked_at timestamp with time zone not null,
  asked_by uuid not null,
  answered_at timestamp with time zone,
  answered_by uuid,
  agreed boolean,
  reason text,
  paid_on date,
  ended_at timestamp with time zone,
  ended_by text,
  ended_how text,
  ended_words text,
  ended_recorded_by uuid
);
alter table privacy.restriction enable row level security;
alter table privacy.restriction force row level security;
create table privacy.rule_pack (
  digest text not null,
  rules jsonb not null
);
alter table privacy.rule_pack enable row level security;
alter table privacy.rule_pack force row level security;
create table privacy.vault_share (
  id uuid default uuidv7() not null,
  note_id uuid not null,
  originator_id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  grantee_staff_id uuid not null,
  ground text not null,
  reason text not null,
  valid_from timestamp with time zone not null,
  valid_to timestamp with time zone not null
);
alter table privacy.vault_share enable row level security;
alter table privacy.vault_share force row level security;
create table programs.episode (
  id uuid default uuidv7() not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  state text not null,
  source text not null,
  reason text,
  referred_on date not null,
  screened_on date,
  screening_note text,
  admitted_on date,
  ended_on date,
  end_reason text,
  end_note text,
  primary_clinician_id uuid,
  created_at timestamp with time zone default now() not null,
  created_by uuid
);
alter table programs.episode enable row level security;
alter table programs.episode force row level security;
create table programs.program (
  id uuid default uuidv7() not null,
  site_id uuid not null,
  name text not null,
  kind text not null,
  level_of_care text not null,
  place_of_service text not null,
  active boolean default true not null,
  created_at timestamp with time zone default now() not null
);
create table programs.standard (
  program_id uuid not null,
  days_per_week integer,
  minutes_per_day integer,
  minutes_per_week integer,
  review_days integer,
  ground text not null,
  version integer default 1 not null,
  changed_at timestamp with time zone not null,
  changed_by uuid
);
create table residence.bed (
  id uuid default uuidv7() not null,
  room_id uuid not null,
  program_id uuid not null,
  name text not null,
  attributes text[] default '{}'::text[] not null,
  active boolean default true not null
);
alter table residence.bed enable row level security;
alter table residence.bed force row level security;
create table residence.bed_outage (
  id uuid default uuidv7() not null,
  bed_id uuid not null,
  program_id uuid not null,
  kind text not null,
  reason text default ''::text not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone,
  begun_by uuid,
  ended_by uuid
);
alter table residence.bed_outage enable row level security;
alter table residence.bed_outage force row level security;
create table residence.belonging (
  id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  residency_id uuid not null,
  what text not null,
  number integer not null,
  storage text not null,
  received_at timestamp with time zone not null,
  received_by uuid not null,
  received_signature text not null,
  returned_at timestamp with time zone,
  returned_by uuid,
  returned_signature text
);
alter table residence.belonging enable row level security;
alter table residence.belonging force row level security;
create table residence.census (
  id uuid default uuidv7() not null,
  site_id uuid not null,
  day date not null,
  midnight timestamp with time zone not null,
  time_zone text not null,
  version integer not null,
  corrects uuid,
  reason text,
  taken_at timestamp with time zone not null,
  taken_by uuid
);
alter table residence.census enable row level security;
alter table residence.census force row level security;
create table residence.census_line (
  census_id uuid not null,
  residency_id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  episode_id uuid not null,
  bed_id uuid,
  unit_name text not null,
  room_name text,
  bed_name text,
  status text not null,
  arrived_today boolean not null,
  level_of_care text not null,
  payer_id uuid,
  leave_kind text
);
alter table residence.census_line enable row level security;
alter table residence.census_line force row level security;
create table residence.hand_off (
  id uuid not null,
  unit_id uuid not null,
  program_id uuid not null,
  shift text not null,
  starts_at timestamp with time zone not null,
  signed_at timestamp with time zone not null,
  signed_by uuid not null,
  acknowledged_at timestamp with time zone,
  acknowledged_by uuid
);
alter table residence.hand_off enable row level security;
alter table residence.hand_off force row level security;
create table residence.hand_off_line (
  hand_off_id uuid not null,
  residency_id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  happened text default ''::text not null,
  open_matters text default ''::text not null
);
alter table residence.hand_off_line enable row level security;
alter table residence.hand_off_line force row level security;
create table residence.incident_report (
  id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  residency_id uuid not null,
  event_id uuid not null,
  kind text not null,
  happened_at timestamp with time zone not null,
  place text default ''::text not null,
  what_happened text not null,
  what_was_done text not null,
  staff_ids uuid[] default '{}'::uuid[] not null,
  reported_at timestamp with time zone not null,
  reported_by uuid not null,
  follow_up_due_at timestamp with time zone not null,
  follow_up text,
  followed_up_at timestamp with time zone,
  followed_up_by uuid
);
alter table residence.incident_report enable row level security;
alter table residence.incident_report force row level security;
create table residence.leave (
  id uuid default uuidv7() not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  residency_id uuid not null,
  kind text not null,
  note text default ''::text not null,
  starts_at timestamp with time zone not null,
  expected_back_at timestamp with time zone,
  ends_at timestamp with time zone,
  during tstzrange generated always as (tstzrange(starts_at, ends_at)) stored not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  end_recorded_at timestamp with time zone,
  ended_by uuid
);
alter table residence.leave enable row level security;
alter table residence.leave force row level security;
create table residence.missed_sighting (
  watch_id uuid not null,
  due_at timestamp with time zone not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  escalated_at timestamp with time zone not null
);
alter table residence.missed_sighting enable row level security;
alter table residence.missed_sighting force row level security;
create table residence.occupancy (
  id uuid default uuidv7() not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  residency_id uuid not null,
  bed_id uuid not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone,
  during tstzrange generated always as (tstzrange(starts_at, ends_at)) stored not null,
  end_reason text,
  override_reason text,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  end_recorded_at timestamp with time zone,
  ended_by uuid
);
alter table residence.occupancy enable row level security;
alter table residence.occupancy force row level security;
create table residence.reservation (
  id uuid default uuidv7() not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  episode_id uuid not null,
  bed_id uuid not null,
  starts_at timestamp with time zone not null,
  expected_on date not null,
  state text default 'open'::text not null,
  recorded_by uuid,
  settled_at timestamp with time zone,
  settled_by uuid
);
alter table residence.reservation enable row level security;
alter table residence.reservation force row level security;
create table residence.residency (
  id uuid default uuidv7() not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  episode_id uuid not null,
  unit_id uuid not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone,
  during tstzrange generated always as (tstzrange(starts_at, ends_at)) stored not null,
  expected_departure_on date,
  end_reason text,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  end_recorded_at timestamp with time zone,
  ended_by uuid
);
alter table residence.residency enable row level security;
alter table residence.residency force row level security;
create table residence.room (
  id uuid default uuidv7() not null,
  unit_id uuid not null,
  program_id uuid not null,
  name text not null,
  attributes text[] default '{}'::text[] not null,
  gender_rule text,
  active boolean default true not null
);
alter table residence.room enable row level security;
alter table residence.room force row level security;
create table residence.round (
  id uuid not null,
  unit_id uuid not null,
  program_id uuid not null,
  signed_at timestamp with time zone not null,
  signed_by uuid not null,
  recorded_at timestamp with time zone not null
);
alter table residence.round enable row level security;
alter table residence.round force row level security;
create table residence.sighting (
  id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  round_id uuid not null,
  watch_id uuid not null,
  status text not null,
  note text default ''::text not null,
  seen_at timestamp with time zone not null,
  seen_by uuid not null
);
alter table residence.sighting enable row level security;
alter table residence.sighting force row level security;
create table residence.transfer (
  id uuid default uuidv7() not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  residency_id uuid not null,
  to_bed_id uuid not null,
  planned_for timestamp with time zone,
  reason text default ''::text not null,
  state text default 'pending'::text not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  settled_at timestamp with time zone,
  settled_by uuid
);
alter table residence.transfer enable row level security;
alter table residence.transfer force row level security;
create table residence.unit (
  id uuid default uuidv7() not null,
  site_id uuid not null,
  program_id uuid not null,
  name text not null,
  gender_rule text default 'any'::text not null,
  minimum_age integer,
  maximum_age integer,
  active boolean default true not null
);
alter table residence.unit enable row level security;
alter table residence.unit force row level security;
create table residence.watch (
  id uuid default uuidv7() not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  residency_id uuid not null,
  interval_minutes integer not null,
  reason text not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone,
  during tstzrange generated always as (tstzrange(starts_at, ends_at)) stored not null,
  ordered_by uuid,
  ended_by uuid
);
alter table residence.watch enable row level security;
alter table residence.watch force row level security;
create table reviews.answer (
  review_id uuid not null,
  item text not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  says text not null,
  comment text default ''::text not null,
  note_id uuid,
  answered_at timestamp with time zone not null,
  answered_by uuid not null
);
alter table reviews.answer enable row level security;
alter table reviews.answer force row level security;
create table reviews.finding (
  id uuid default uuidv7() not null,
  review_id uuid not null,
  item text not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  owner_id uuid not null,
  asks text not null,
  wants text not null,
  note_id uuid,
  due_on date not null,
  state text not null,
  answer text default ''::text not null,
  answered_at timestamp with time zone,
  made_at timestamp with time zone not null,
  made_by uuid not null
);
alter table reviews.finding enable row level security;
alter table reviews.finding force row level security;
create table reviews.review (
  id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  checklist text not null,
  checklist_version integer not null,
  about_staff_id uuid,
  drawn_seed integer,
  drawn_of integer,
  opened_at timestamp with time zone not null,
  opened_by uuid not null,
  closed_at timestamp with time zone,
  closed_by uuid,
  summary text default ''::text not null
);
alter table reviews.review enable row level security;
alter table reviews.review force row level security;
create table scheduling.appointment (
  id uuid default uuidv7() not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  site_id uuid not null,
  clinician_id uuid not null,
  room_id uuid,
  session_id uuid,
  type_code text not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  modality text not null,
  status text default 'booked'::text not null,
  cancel_reason text,
  arrived_at timestamp with time zone,
  started_at timestamp with time zone,
  ended_at timestamp with time zone,
  note text default ''::text not null,
  version integer default 1 not null,
  booked_at timestamp with time zone default now() not null,
  booked_by uuid,
  series_id uuid,
  occurrence integer
);
alter table scheduling.appointment enable row level security;
alter table scheduling.appointment force row level security;
create table scheduling.appointment_type (
  code text not null,
  name text not null,
  service text not null,
  minutes integer not null,
  modality text not null,
  is_group boolean default false not null,
  note_template text default 'dap'::text not null,
  "position" integer default 0 not null,
  active boolean default true not null,
  note_templates jsonb default '{}'::jsonb not null
);
create table scheduling.away (
  id uuid not null,
  site_id uuid,
  clinician_id uuid,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  reason text not null,
  made_at timestamp with time zone not null,
  made_by uuid
);
create table scheduling.blocked_time (
  id uuid default uuidv7() not null,
  site_id uuid not null,
  clinician_id uuid,
  room_id uuid,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  reason text default ''::text not null,
  version integer default 1 not null,
  made_by uuid,
  session_id uuid
);
create table scheduling.busy_slot (
  source_id uuid not null,
  session_id uuid not null,
  clinician_id uuid,
  room_id uuid,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null
);
create table scheduling.calendar_link (
  id uuid not null,
  staff_id uuid not null,
  token_hash text not null,
  made_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  last_read_at timestamp with time zone
);
create table scheduling.earlier_wish (
  id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  appointment_id uuid not null,
  any_clinician boolean not null,
  weekdays integer[] default '{}'::integer[] not null,
  not_before time without time zone,
  not_after time without time zone,
  notice_hours integer not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  ended_at timestamp with time zone,
  ended_by uuid
);
alter table scheduling.earlier_wish enable row level security;
alter table scheduling.earlier_wish force row level security;
create table scheduling.hours (
  id uuid not null,
  site_id uuid not null,
  clinician_id uuid,
  weekday smallint not null,
  opens time without time zone not null,
  closes time without time zone not null,
  valid_from date not null,
  valid_to date
);
create table scheduling.loaded_content (
  name text not null,
  version text not null,
  loaded_at timestamp with time zone default now() not null
);
create table scheduling.reminder (
  id uuid not null,
  appointment_id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  starts_at timestamp with time zone not null,
  lead text not null,
  channel text,
  decided_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  confirm_hash text,
  cancel_hash text,
  answer text,
  answered_at timestamp with time zone,
  arrive_hash text
);
alter table scheduling.reminder enable row level security;
alter table scheduling.reminder force row level security;
create table scheduling.room (
  id uuid default uuidv7() not null,
  site_id uuid not null,
  name text not null,
  seats integer default 2 not null,
  active boolean default true not null
);
create table scheduling.series (
  id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  site_id uuid not null,
  clinician_id uuid not null,
  room_id uuid,
  type_code text not null,
  modality text not null,
  recurrence jsonb not null,
  first_day date not null,
  "time" time without time zone not null,
  minutes integer not null,
  time_zone text not null,
  times integer not null,
  follows uuid,
  version integer default 1 not null,
  made_at timestamp with time zone default now() not null,
  made_by uuid
);
alter table scheduling.series enable row level security;
alter table scheduling.series force row level security;
create table scheduling.slot_offer (
  id uuid default uuidv7() not null,
  wish_id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  site_id uuid not null,
  clinician_id uuid not null,
  room_id uuid,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  slot_ends_at timestamp with time zone not null,
  offered_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  state text not null,
  answered_at timestamp with time zone,
  answered_by uuid
);
alter table scheduling.slot_offer enable row level security;
alter table scheduling.slot_offer force row level security;
create table scheduling.status_change (
  id uuid default uuidv7() not null,
  appointment_id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  from_status text not null,
  to_status text not null,
  reason text,
  at timestamp with time zone not null,
  by_staff uuid
);
alter table scheduling.status_change enable row level security;
alter table scheduling.status_change force row level security;
create table stays.aftercare (
  id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  episode_id uuid not null,
  declined boolean not null,
  plan text default ''::text not null,
  appointment text default ''::text not null,
  risk text default ''::text not null,
  naloxone text not null,
  written_at timestamp with time zone not null,
  written_by uuid
);
alter table stays.aftercare enable row level security;
alter table stays.aftercare force row level security;
create table stays.teds (
  id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  episode_id uuid not null,
  moment text not null,
  answers jsonb not null,
  version text not null,
  written_at timestamp with time zone not null,
  written_by uuid
);
alter table stays.teds enable row level security;
alter table stays.teds force row level security;
create table teams.membership (
  id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  staff_id uuid not null,
  part text not null,
  since date not null,
  ended_on date,
  named_at timestamp with time zone not null,
  named_by uuid not null,
  ended_by uuid
);
alter table teams.membership enable row level security;
alter table teams.membership force row level security;
create table teams.task (
  id uuid not null,
  patient_id uuid,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  title text not null,
  details text default ''::text not null,
  due_on date not null,
  for_staff_id uuid,
  for_role text,
  rule_id text,
  made_at timestamp with time zone not null,
  made_by uuid,
  done_at timestamp with time zone,
  done_by uuid,
  done_note text default ''::text not null,
  reminded_on date,
  version integer default 1 not null,
  due_at timestamp with time zone,
  escalated_at timestamp with time zone,
  alert_id uuid,
  kept_by text,
  kept_id uuid,
  opens text default ''::text not null,
  finishes_here boolean default true not null,
  is_private boolean default false not null
);
alter table teams.task enable row level security;
alter table teams.task force row level security;
create table together.document (
  id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  template_code text not null,
  template_version integer not null,
  name text not null,
  lead_id uuid not null,
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  closed_by uuid,
  note_id uuid
);
alter table together.document enable row level security;
alter table together.document force row level security;
create table together.mention (
  remark_id uuid not null,
  staff_id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  done_at timestamp with time zone
);
alter table together.mention enable row level security;
alter table together.mention force row level security;
create table together.remark (
  id uuid not null,
  document_id uuid not null,
  section_id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  says text not null,
  author_id uuid not null,
  at timestamp with time zone not null
);
alter table together.remark enable row level security;
alter table together.remark force row level security;
create table together.section (
  id uuid default uuidv7() not null,
  document_id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  key text not null,
  place integer not null,
  signed_at timestamp with time zone,
  signed_by uuid,
  seal jsonb,
  digest text
);
alter table together.section enable row level security;
alter table together.section force row level security;
create table together.section_update (
  id bigint not null,
  section_id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  content bytea not null,
  author_id uuid not null,
  at timestamp with time zone not null
);
alter table together.section_update enable row level security;
alter table together.section_update force row level security;
create table tracks.enrolment (
  id uuid not null,
  track_id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  first_day date not null,
  left_on date,
  left_out uuid[] default '{}'::uuid[] not null,
  left_because text,
  made_at timestamp with time zone not null,
  made_by uuid not null
);
alter table tracks.enrolment enable row level security;
alter table tracks.enrolment force row level security;
create table tracks.meeting (
  session_id uuid not null,
  track_id uuid not null,
  slot_id uuid not null,
  program_id uuid not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null
);
alter table tracks.meeting enable row level security;
alter table tracks.meeting force row level security;
create table tracks.slot (
  id uuid not null,
  track_id uuid not null,
  program_id uuid not null,
  weekday smallint not null,
  starts time without time zone not null,
  minutes integer not null,
  group_id uuid not null,
  room_id uuid
);
alter table tracks.slot enable row level security;
alter table tracks.slot force row level security;
create table tracks.track (
  id uuid not null,
  program_id uuid not null,
  name text not null,
  first_day date not null,
  last_day date not null,
  made_at timestamp with time zone not null,
  made_by uuid not null
);
alter table tracks.track enable row level security;
alter table tracks.track force row level security;
create table transitions.transition (
  id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] default '{}'::text[] not null,
  to_program_id uuid not null,
  episode_id uuid not null,
  kind text not null,
  reason text not null,
  at timestamp with time zone not null,
  clinician_id uuid not null,
  ends_stay boolean not null,
  effects jsonb not null,
  receipts jsonb not null,
  made_at timestamp with time zone not null,
  made_by uuid,
  taken_back_at timestamp with time zone,
  taken_back_by uuid
);
alter table transitions.transition enable row level security;
alter table transitions.transition force row level security;

-- Constraints

alter table assessments.administration add constraint administration_answered_by_check CHECK ((answered_by = ANY (ARRAY['patient'::text, 'clinician'::text, 'proxy'::text])));
alter table assessments.administration add constraint administration_mode_check CHECK ((mode = ANY (ARRAY['staff'::text, 'tablet'::text, 'link'::text])));
alter table assessments.administration add constraint administration_pkey PRIMARY KEY (id);
alter table assessments.administration add constraint administration_sex_check CHECK ((sex = ANY (ARRAY['female'::text, 'male'::text, 'unknown'::text])));
alter table assessments.administration add constraint administration_state_check CHECK ((state = ANY (ARRAY['open'::text, 'completed'::text, 'withdrawn'::text])));
alter table assessments.administration add constraint administration_version_id_fkey FOREIGN KEY (version_id) REFERENCES assessments.instrument_version(id);
alter table assessments.administration add constraint completed_has_its_result CHECK ((((state = 'completed'::text) = (completed_at IS NOT NULL)) AND ((state = 'completed'::text) = (result IS NOT NULL))));
alter table assessments.critical_finding add constraint answered_in_words CHECK (((answered_at IS NULL) = (answer IS NULL)));
alter table assessments.critical_finding add constraint critical_finding_administration_id_at_level_key UNIQUE (administration_id, at, level);
alter table assessments.critical_finding add constraint critical_finding_administration_id_fkey FOREIGN KEY (administration_id) REFERENCES assessments.administration(id);
alter table assessments.critical_finding add constraint critical_finding_concern_check CHECK ((concern = ANY (ARRAY['suicide'::text, 'harm'::text, 'withdrawal'::text, 'overdose'::text, 'movement'::text])));
alter table assessments.critical_finding add constraint critical_finding_level_check CHECK ((level = ANY (ARRAY['emergency'::text, 'urgent'::text, 'high'::text])));
alter table assessments.critical_finding add constraint critical_finding_pkey PRIMARY KEY (id);
alter table assessments.instrument add constraint instrument_origin_check CHECK ((origin = ANY (ARRAY['shipped'::text, 'site'::text])));
alter table assessments.instrument add constraint instrument_pkey PRIMARY KEY (code);
alter table assessments.instrument_version add constraint instrument_version_code_fkey FOREIGN KEY (code) REFERENCES assessments.instrument(code);
alter table assessments.instrument_version add constraint instrument_version_code_version_key UNIQUE (code, version);
alter table assessments.instrument_version add constraint instrument_version_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text));
alter table assessments.instrument_version add constraint instrument_version_licence_statement_check CHECK ((licence_statement <> ''::text));
alter table assessments.instrument_version add constraint instrument_version_pkey PRIMARY KEY (id);
alter table assessments.instrument_version add constraint instrument_version_version_check CHECK ((version > 0));
alter table assessments.link add constraint link_administration_id_fkey FOREIGN KEY (administration_id) REFERENCES assessments.administration(id);
alter table assessments.link add constraint link_administration_id_key UNIQUE (administration_id);
alter table assessments.link add constraint link_kind_check CHECK ((kind = ANY (ARRAY['link'::text, 'tablet'::text])));
alter table assessments.link add constraint link_pkey PRIMARY KEY (id);
alter table assessments.link add constraint link_token_hash_check CHECK ((token_hash ~ '^[0-9a-f]{64}$'::text));
alter table assessments.link add constraint link_token_hash_key UNIQUE (token_hash);
alter table assessments.on_call_shift add constraint on_call_shift_check CHECK ((ends_at > starts_at));
alter table assessments.on_call_shift add constraint on_call_shift_pkey PRIMARY KEY (id);
alter table assessments.risk_case add constraint risk_case_pkey PRIMARY KEY (id);
alter table assessments.risk_duty add constraint risk_duty_case_id_fkey FOREIGN KEY (case_id) REFERENCES assessments.risk_case(id);
alter table assessments.risk_duty add constraint risk_duty_pkey PRIMARY KEY (case_id, key);
alter table assessments.risk_event add constraint risk_event_case_id_fkey FOREIGN KEY (case_id) REFERENCES assessments.risk_case(id);
alter table assessments.risk_event add constraint risk_event_pkey PRIMARY KEY (id);
alter table audit.block add constraint block_entry_count_check CHECK ((entry_count > 0));
alter table audit.block add constraint block_hash_check CHECK ((octet_length(hash) = 32));
alter table audit.block add constraint block_number_check CHECK ((number > 0));
alter table audit.block add constraint block_pkey PRIMARY KEY (number);
alter table audit.block add constraint block_previous_hash_check CHECK ((octet_length(previous_hash) = 32));
alter table audit.daily_use add constraint daily_use_pkey PRIMARY KEY (actor_id, day);
alter table audit.entry add constraint entry_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'denied'::text, 'failed'::text])));
alter table audit.entry add constraint entry_pkey PRIMARY KEY (seq);
alter table audit.entry_patient add constraint entry_patient_pkey PRIMARY KEY (patient_id, seq);
alter table audit.finding add constraint finding_count_check CHECK ((count > 0));
alter table audit.finding add constraint finding_day_fkey FOREIGN KEY (day) REFERENCES audit.review_day(day);
alter table audit.finding add constraint finding_pkey PRIMARY KEY (id);
alter table audit.finding add constraint finding_verdict_check CHECK ((verdict = ANY (ARRAY['explained'::text, 'follow-up'::text, 'incident'::text])));
alter table audit.finding add constraint incident_named CHECK (((NOT (verdict IS DISTINCT FROM 'incident'::text)) = (incident_id IS NOT NULL)));
alter table audit.finding add constraint reviewed_whole CHECK ((num_nonnulls(verdict, note, reviewed_at, reviewed_by) = ANY (ARRAY[0, 4])));
alter table audit.retention add constraint retention_pkey PRIMARY KEY (valid_from);
alter table audit.retention add constraint retention_years_check CHECK ((years >= 6));
alter table audit.retired_block add constraint retired_block_number_fkey FOREIGN KEY (number) REFERENCES audit.block(number);
alter table audit.retired_block add constraint retired_block_pkey PRIMARY KEY (number);
alter table audit.review_day add constraint closed_whole CHECK ((num_nonnulls(closed_at, closed_by, closed_by_name) = ANY (ARRAY[0, 3])));
alter table audit.review_day add constraint review_day_pkey PRIMARY KEY (day);
alter table audit.unsealed add constraint unsealed_pkey PRIMARY KEY (seq);
alter table billing."authorization" add constraint approved_has_number CHECK (((state <> 'approved'::text) OR (number IS NOT NULL)));
alter table billing."authorization" add constraint authorization_allowed_check CHECK ((allowed > 0));
alter table billing."authorization" add constraint authorization_counts_check CHECK ((counts = ANY (ARRAY['days'::text, 'visits'::text, 'units'::text])));
alter table billing."authorization" add constraint authorization_payer_id_fkey FOREIGN KEY (payer_id) REFERENCES billing.payer(id);
alter table billing."authorization" add constraint authorization_pkey PRIMARY KEY (id);
alter table billing."authorization" add constraint authorization_state_check CHECK ((state = ANY (ARRAY['requested'::text, 'approved'::text, 'denied'::text, 'ended'::text])));
alter table billing."authorization" add constraint ends_after_start CHECK ((valid_from <= valid_through));
alter table billing.batch add constraint batch_claim_count_check CHECK ((claim_count > 0));
alter table billing.batch add constraint batch_control_number_key UNIQUE (control_number);
alter table billing.batch add constraint batch_file_name_key UNIQUE (file_name);
alter table billing.batch add constraint batch_pkey PRIMARY KEY (id);
alter table billing.batch add constraint batch_reference_key UNIQUE (reference);
alter table billing.batch add constraint batch_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sent'::text, 'acknowledged'::text, 'rejected'::text])));
alter table billing.charge add constraint charge_amount_cents_check CHECK ((amount_cents >= 0));
alter table billing.charge add constraint charge_day_id_fkey FOREIGN KEY (day_id) REFERENCES billing.treatment_day(id);
alter table billing.charge add constraint charge_day_id_key UNIQUE (day_id);
alter table billing.charge add constraint charge_note_id_key UNIQUE (note_id);
alter table billing.charge add constraint charge_payer_id_fkey FOREIGN KEY (payer_id) REFERENCES billing.payer(id);
alter table billing.charge add constraint charge_pkey PRIMARY KEY (id);
alter table billing.charge add constraint charge_state_check CHECK ((state = ANY (ARRAY['held'::text, 'ready'::text, 'claimed'::text, 'self-pay'::text, 'included'::text, 'void'::text])));
alter table billing.charge add constraint given_by_somebody CHECK (((note_id IS NULL) OR (clinician_id IS NOT NULL)));
alter table billing.charge add constraint made_of_a_note_or_a_day CHECK ((num_nonnulls(note_id, day_id) = 1));
alter table billing.charge_line add constraint charge_line_amount_cents_check CHECK ((amount_cents > 0));
alter table billing.charge_line add constraint charge_line_charge_id_fkey FOREIGN KEY (charge_id) REFERENCES billing.charge(id);
alter table billing.charge_line add constraint charge_line_pkey PRIMARY KEY (charge_id, "position");
alter table billing.charge_line add constraint charge_line_position_check CHECK (("position" > 0));
alter table billing.charge_line add constraint charge_line_units_check CHECK ((units > 0));
alter table billing.claim add constraint claim_amount_cents_check CHECK ((amount_cents > 0));
alter table billing.claim add constraint claim_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES billing.batch(id);
alter table billing.claim add constraint claim_charge_id_attempt_key UNIQUE (charge_id, attempt);
alter table billing.claim add constraint claim_charge_id_fkey FOREIGN KEY (charge_id) REFERENCES billing.charge(id);
alter table billing.claim add constraint claim_corrects_fkey FOREIGN KEY (corrects) REFERENCES billing.claim(id);
alter table billing.claim add constraint claim_frequency_check CHECK ((frequency = ANY (ARRAY['1'::text, '7'::text, '8'::text])));
alter table billing.claim add constraint claim_number_check CHECK ((length(number) <= 20));
alter table billing.claim add constraint claim_number_key UNIQUE (number);
alter table billing.claim add constraint claim_payer_id_fkey FOREIGN KEY (payer_id) REFERENCES billing.payer(id);
alter table billing.claim add constraint claim_pkey PRIMARY KEY (id);
alter table billing.claim add constraint claim_state_check CHECK ((state = ANY (ARRAY['built'::text, 'batched'::text, 'sent'::text, 'acknowledged'::text, 'accepted'::text, 'rejected'::text, 'paid'::text, 'denied'::text, 'reversed'::text, 'replaced'::text, 'voided'::text, 'done'::text])));
alter table billing.claim add constraint correction_names_its_claim CHECK (((frequency = '1'::text) OR (corrects IS NOT NULL))) NOT VALID;
alter table billing.claim_event add constraint claim_event_claim_id_fkey FOREIGN KEY (claim_id) REFERENCES billing.claim(id);
alter table billing.claim_event add constraint claim_event_pkey PRIMARY KEY (id);
alter table billing.clearing_entry add constraint clearing_entry_account_check CHECK ((account = ANY (ARRAY['cash-insurance'::text, 'payer-clearing'::text, 'unapplied-payer'::text])));
alter table billing.clearing_entry add constraint clearing_entry_amount_cents_check CHECK ((amount_cents <> 0));
alter table billing.clearing_entry add constraint clearing_entry_pkey PRIMARY KEY (remittance_id, "position", account);
alter table billing.clearing_entry add constraint clearing_entry_remittance_id_fkey FOREIGN KEY (remittance_id) REFERENCES billing.remittance(id);
alter table billing.clearinghouse_connection add constraint clearinghouse_connection_is_only_check CHECK (is_only);
alter table billing.clearinghouse_connection add constraint clearinghouse_connection_pkey PRIMARY KEY (is_only);
alter table billing.clearinghouse_connection add constraint clearinghouse_connection_port_check CHECK (((port >= 1) AND (port <= 65535)));
alter table billing.clearinghouse_connection add constraint clearinghouse_connection_receiver_id_check CHECK ((length(receiver_id) <= 15));
alter table billing.clearinghouse_connection add constraint clearinghouse_connection_sender_id_check CHECK ((length(sender_id) <= 15));
alter table billing.clearinghouse_connection add constraint clearinghouse_connection_usage_check CHECK ((usage = ANY (ARRAY['T'::text, 'P'::text])));
alter table billing.closed_day add constraint closed_day_pkey PRIMARY KEY (program_id, day);
alter table billing.counter add constraint counter_pkey PRIMARY KEY (name);
alter table billing.entry add constraint entry_account_check CHECK ((account = ANY (ARRAY['receivable-insurance'::text, 'receivable-patient'::text, 'revenue'::text, 'contractual'::text, 'cash-insurance'::text, 'cash-patient'::text])));
alter table billing.entry add constraint entry_amount_cents_check CHECK ((amount_cents <> 0));
alter table billing.entry add constraint entry_journal_id_fkey FOREIGN KEY (journal_id) REFERENCES billing.journal(id);
alter table billing.entry add constraint entry_pkey PRIMARY KEY (journal_id, account);
alter table billing.fee add constraint fee_amount_cents_check CHECK ((amount_cents > 0));
alter table billing.fee add constraint fee_check CHECK ((valid_to > valid_from));
alter table billing.fee add constraint fee_code_check CHECK ((code ~ '^[A-Z0-9]{5}$'::text));
alter table billing.fee add constraint fee_payer_id_fkey FOREIGN KEY (payer_id) REFERENCES billing.payer(id);
alter table billing.fee add constraint fee_pkey PRIMARY KEY (id);
alter table billing.fee add constraint one_fee_a_day EXCLUDE USING gist (COALESCE(payer_id, '00000000-0000-0000-0000-000000000000'::uuid) WITH =, code WITH =, daterange(valid_from, valid_to) WITH &&);
alter table billing.inbound_file add constraint inbound_file_pkey PRIMARY KEY (id);
alter table billing.inbound_file add constraint inbound_file_state_check CHECK ((state = ANY (ARRAY['received'::text, 'processed'::text, 'quarantined'::text, 'duplicate'::text])));
alter table billing.inbound_interchange add constraint inbound_interchange_inbound_file_id_fkey FOREIGN KEY (inbound_file_id) REFERENCES billing.inbound_file(id);
alter table billing.inbound_interchange add constraint inbound_interchange_pkey PRIMARY KEY (sender, control_number);
alter table billing.journal add constraint journal_charge_id_fkey FOREIGN KEY (charge_id) REFERENCES billing.charge(id);
alter table billing.journal add constraint journal_claim_id_fkey FOREIGN KEY (claim_id) REFERENCES billing.claim(id);
alter table billing.journal add constraint journal_kind_check CHECK ((kind = ANY (ARRAY['charge'::text, 'correction'::text, 'remittance'::text, 'patient-payment'::text, 'reversal'::text, 'fee'::text])));
alter table billing.journal add constraint journal_pkey PRIMARY KEY (id);
alter table billing.journal add constraint journal_remittance_id_fkey FOREIGN KEY (remittance_id) REFERENCES billing.remittance(id);
alter table billing.journal add constraint journal_reversal_of_fkey FOREIGN KEY (reversal_of) REFERENCES billing.journal(id);
alter table billing.journal add constraint journal_reversal_of_key UNIQUE (reversal_of);
alter table billing.payer add constraint payer_electronic_id_check CHECK ((electronic_id <> ''::text));
alter table billing.payer add constraint payer_electronic_id_key UNIQUE (electronic_id);
alter table billing.payer add constraint payer_filing_indicator_check CHECK ((filing_indicator = ANY (ARRAY['11'::text, '12'::text, '13'::text, '14'::text, '15'::text, '16'::text, '17'::text, 'AM'::text, 'BL'::text, 'CH'::text, 'CI'::text, 'DS'::text, 'FI'::text, 'HM'::text, 'LM'::text, 'MA'::text, 'MB'::text, 'MC'::text, 'OF'::text, 'TV'::text, 'VA'::text, 'WC'::text, 'ZZ'::text])));
alter table billing.payer add constraint payer_name_check CHECK ((name <> ''::text));
alter table billing.payer add constraint payer_name_key UNIQUE (name);
alter table billing.payer add constraint payer_pkey PRIMARY KEY (id);
alter table billing.payer_adjustment add constraint payer_adjustment_pkey PRIMARY KEY (id);
alter table billing.payer_adjustment add constraint payer_adjustment_remittance_id_fkey FOREIGN KEY (remittance_id) REFERENCES billing.remittance(id);
alter table billing.payer_rule add constraint one_rule_a_day EXCLUDE USING gist (payer_id WITH =, daterange(valid_from, valid_to) WITH &&);
alter table billing.payer_rule add constraint payer_rule_check CHECK ((valid_to > valid_from));
alter table billing.payer_rule add constraint payer_rule_filing_days_check CHECK ((filing_days > 0));
alter table billing.payer_rule add constraint payer_rule_payer_id_fkey FOREIGN KEY (payer_id) REFERENCES billing.payer(id);
alter table billing.payer_rule add constraint payer_rule_pkey PRIMARY KEY (payer_id, valid_from);
alter table billing.payer_rule add constraint payer_rule_source_check CHECK ((source <> ''::text));
alter table billing.payer_rule add constraint payer_rule_trainee_policy_check CHECK ((trainee_policy = ANY (ARRAY['supervising'::text, 'supervisor-renders'::text, 'not-billable'::text])));
alter table billing.remittance add constraint remittance_inbound_file_id_document_index_key UNIQUE (inbound_file_id, document_index);
alter table billing.remittance add constraint remittance_inbound_file_id_fkey FOREIGN KEY (inbound_file_id) REFERENCES billing.inbound_file(id);
alter table billing.remittance add constraint remittance_pkey PRIMARY KEY (id);
alter table billing.remittance add constraint remittance_state_check CHECK ((state = ANY (ARRAY['posted'::text, 'quarantined'::text])));
alter table billing.remittance_claim add constraint remittance_claim_claim_id_fkey FOREIGN KEY (claim_id) REFERENCES billing.claim(id);
alter table billing.remittance_claim add constraint remittance_claim_pkey PRIMARY KEY (id);
alter table billing.remittance_claim add constraint remittance_claim_remittance_id_fkey FOREIGN KEY (remittance_id) REFERENCES billing.remittance(id);
alter table billing.seen_remote_file add constraint seen_remote_file_inbound_file_id_fkey FOREIGN KEY (inbound_file_id) REFERENCES billing.inbound_file(id);
alter table billing.seen_remote_file add constraint seen_remote_file_pkey PRIMARY KEY (name, size, modified_at);
alter table billing.treatment_day add constraint one_day_a_program UNIQUE (patient_id, program_id, day);
alter table billing.treatment_day add constraint treatment_day_changed_since_check CHECK ((changed_since <> ''::text));
alter table billing.treatment_day add constraint treatment_day_counted_by_check CHECK ((counted_by = ANY (ARRAY['census'::text, 'attendance'::text])));
alter table billing.treatment_day add constraint treatment_day_pkey PRIMARY KEY (id);
alter table billing.treatment_day add constraint treatment_day_verdict_check CHECK ((verdict = ANY (ARRAY['billable'::text, 'waiting'::text, 'not-billable'::text])));
alter table billing.unmatched_claim add constraint unmatched_claim_pkey PRIMARY KEY (id);
alter table billing.unmatched_claim add constraint unmatched_claim_remittance_id_fkey FOREIGN KEY (remittance_id) REFERENCES billing.remittance(id);
alter table careplans.plan add constraint plan_patient_id_program_id_key UNIQUE (patient_id, program_id);
alter table careplans.plan add constraint plan_pkey PRIMARY KEY (id);
alter table careplans.plan_entry add constraint only_problems_stand_alone CHECK (((kind = 'problem'::text) = (parent_id IS NULL)));
alter table careplans.plan_entry add constraint plan_entry_kind_check CHECK ((kind = ANY (ARRAY['problem'::text, 'goal'::text, 'objective'::text, 'intervention'::text])));
alter table careplans.plan_entry add constraint plan_entry_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES careplans.plan_entry(id);
alter table careplans.plan_entry add constraint plan_entry_pkey PRIMARY KEY (id);
alter table careplans.plan_entry add constraint plan_entry_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES careplans.plan(id);
alter table careplans.plan_signature add constraint declined_has_its_reason CHECK (((outcome = 'signed'::text) OR (reason <> ''::text)));
alter table careplans.plan_signature add constraint plan_signature_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text));
alter table careplans.plan_signature add constraint plan_signature_name_check CHECK ((name <> ''::text));
alter table careplans.plan_signature add constraint plan_signature_outcome_check CHECK ((outcome = ANY (ARRAY['signed'::text, 'declined'::text])));
alter table careplans.plan_signature add constraint plan_signature_pkey PRIMARY KEY (id);
alter table careplans.plan_signature add constraint plan_signature_role_check CHECK ((role = ANY (ARRAY['patient'::text, 'team'::text])));
alter table careplans.plan_signature add constraint plan_signature_sealed_plan_id_fkey FOREIGN KEY (sealed_plan_id) REFERENCES careplans.sealed_plan(id);
alter table careplans.sealed_plan add constraint sealed_plan_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text));
alter table careplans.sealed_plan add constraint sealed_plan_number_check CHECK ((number > 0));
alter table careplans.sealed_plan add constraint sealed_plan_pkey PRIMARY KEY (id);
alter table careplans.sealed_plan add constraint sealed_plan_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES careplans.plan(id);
alter table careplans.sealed_plan add constraint sealed_plan_plan_id_number_key UNIQUE (plan_id, number);
alter table careplans.worked_on add constraint worked_on_objective_id_fkey FOREIGN KEY (objective_id) REFERENCES careplans.plan_entry(id);
alter table careplans.worked_on add constraint worked_on_pkey PRIMARY KEY (draft_id, objective_id);
alter table caseloads.hand_over_line add constraint hand_over_line_check CHECK ((to_staff_id <> from_staff_id));
alter table caseloads.hand_over_line add constraint hand_over_line_note_check CHECK ((note <> ''::text));
alter table caseloads.hand_over_line add constraint hand_over_line_pkey PRIMARY KEY (hand_over_id, patient_id, leads);
alter table caseloads.hand_over_line add constraint undone_by_somebody CHECK (((undone_at IS NULL) = (undone_by IS NULL)));
alter table charting.diagnosis add constraint diagnosis_certainty_check CHECK ((certainty = ANY (ARRAY['confirmed'::text, 'provisional'::text, 'rule-out'::text])));
alter table charting.diagnosis add constraint diagnosis_code_fkey FOREIGN KEY (code) REFERENCES charting.icd10cm(code);
alter table charting.diagnosis add constraint diagnosis_pkey PRIMARY KEY (id);
alter table charting.diagnosis add constraint diagnosis_rank_check CHECK ((rank > 0));
alter table charting.diagnosis add constraint resolved_after_onset CHECK (((onset IS NULL) OR (resolved IS NULL) OR (onset <= resolved)));
alter table charting.diagnosis_version add constraint certainty_is_known CHECK ((certainty = ANY (ARRAY['confirmed'::text, 'provisional'::text, 'rule-out'::text])));
alter table charting.diagnosis_version add constraint diagnosis_version_diagnosis_id_fkey FOREIGN KEY (diagnosis_id) REFERENCES charting.diagnosis(id);
alter table charting.diagnosis_version add constraint diagnosis_version_pkey PRIMARY KEY (diagnosis_id, version);
alter table charting.draft add constraint discarded_says_when CHECK (((state = 'discarded'::text) = (discarded_at IS NOT NULL)));
alter table charting.draft add constraint draft_pkey PRIMARY KEY (id);
alter table charting.draft add constraint draft_state_check CHECK ((state = ANY (ARRAY['open'::text, 'discarded'::text, 'signed'::text])));
alter table charting.draft add constraint draft_template_id_fkey FOREIGN KEY (template_id) REFERENCES charting.template_version(id);
alter table charting.draft_device add constraint draft_device_draft_id_key_fkey FOREIGN KEY (draft_id, key) REFERENCES charting.draft_section(draft_id, key);
alter table charting.draft_device add constraint draft_device_pkey PRIMARY KEY (draft_id, key, device_id);
alter table charting.draft_revision add constraint draft_revision_draft_id_key_fkey FOREIGN KEY (draft_id, key) REFERENCES charting.draft_section(draft_id, key);
alter table charting.draft_revision add constraint draft_revision_pkey PRIMARY KEY (draft_id, key, version);
alter table charting.draft_section add constraint draft_section_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES charting.draft(id);
alter table charting.draft_section add constraint draft_section_pkey PRIMARY KEY (draft_id, key);
alter table charting.encounter add constraint encounter_minutes_check CHECK ((minutes > 0));
alter table charting.encounter add constraint encounter_modality_check CHECK ((modality = ANY (ARRAY['in-person'::text, 'video'::text, 'audio'::text])));
alter table charting.encounter add constraint encounter_note_id_fkey FOREIGN KEY (note_id) REFERENCES charting.note(id);
alter table charting.encounter add constraint encounter_pkey PRIMARY KEY (note_id);
alter table charting.icd10cm add constraint icd10cm_pkey PRIMARY KEY (code);
alter table charting.loaded_content add constraint loaded_content_pkey PRIMARY KEY (name);
alter table charting.note add constraint layer_points_to_its_note CHECK (((kind <> 'note'::text) = (addendum_to IS NOT NULL)));
alter table charting.note add constraint note_addendum_to_fkey FOREIGN KEY (addendum_to) REFERENCES charting.note(id);
alter table charting.note add constraint note_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text));
alter table charting.note add constraint note_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES charting.draft(id);
alter table charting.note add constraint note_draft_id_key UNIQUE (draft_id);
alter table charting.note add constraint note_has_its_form CHECK (((kind = 'note'::text) = (template_id IS NOT NULL)));
alter table charting.note add constraint note_kind_check CHECK ((kind = ANY (ARRAY['note'::text, 'addendum'::text, 'amendment'::text, 'error'::text])));
alter table charting.note add constraint note_pkey PRIMARY KEY (id);
alter table charting.note add constraint note_template_id_fkey FOREIGN KEY (template_id) REFERENCES charting.template_version(id);
alter table charting.note_search add constraint note_search_note_id_fkey FOREIGN KEY (note_id) REFERENCES charting.note(id);
alter table charting.note_search add constraint note_search_pkey PRIMARY KEY (note_id);
alter table charting.rendition add constraint rendition_note_digest_check CHECK ((note_digest ~ '^[0-9a-f]{64}$'::text));
alter table charting.rendition add constraint rendition_note_id_fkey FOREIGN KEY (note_id) REFERENCES charting.note(id);
alter table charting.rendition add constraint rendition_pkey PRIMARY KEY (note_id);
alter table charting.rendition add constraint rendition_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text));
alter table charting.signature_comment add constraint signature_comment_note_id_number_fkey FOREIGN KEY (note_id, number) REFERENCES charting.signature_step(note_id, number);
alter table charting.signature_comment add constraint signature_comment_pkey PRIMARY KEY (note_id, number, section);
alter table charting.signature_comment add constraint signature_comment_text_check CHECK ((text <> ''::text));
alter table charting.signature_step add constraint asking_names_its_rule CHECK (((state = 'asked'::text) = ((rule_id IS NOT NULL) AND (due_at IS NOT NULL))));
alter table charting.signature_step add constraint signature_step_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text));
alter table charting.signature_step add constraint signature_step_note_digest_check CHECK ((note_digest ~ '^[0-9a-f]{64}$'::text));
alter table charting.signature_step add constraint signature_step_note_id_fkey FOREIGN KEY (note_id) REFERENCES charting.note(id);
alter table charting.signature_step add constraint signature_step_number_check CHECK ((number > 0));
alter table charting.signature_step add constraint signature_step_pkey PRIMARY KEY (note_id, number);
alter table charting.signature_step add constraint signature_step_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'returned'::text, 'cosigned'::text, 'entered-in-error'::text])));
alter table charting.snippet add constraint of_one_or_of_a_program CHECK (((staff_id IS NULL) <> (program_id IS NULL)));
alter table charting.snippet add constraint one_word_of_a_program UNIQUE (program_id, trigger);
alter table charting.snippet add constraint one_word_of_mine UNIQUE (staff_id, trigger);
alter table charting.snippet add constraint snippet_pkey PRIMARY KEY (id);
alter table charting.snippet add constraint snippet_text_check CHECK ((text <> ''::text));
alter table charting.snippet add constraint snippet_trigger_check CHECK ((trigger ~ '^[a-z0-9-]{1,20}$'::text));
alter table charting.template_design add constraint template_design_pkey PRIMARY KEY (code);
alter table charting.template_version add constraint template_version_code_version_key UNIQUE (code, version);
alter table charting.template_version add constraint template_version_pkey PRIMARY KEY (id);
alter table charting.template_version add constraint template_version_version_check CHECK ((version > 0));
alter table charting.vault_note add constraint in_one_vault CHECK ((labels && ARRAY['psychotherapy-note'::text, 'sud-counseling-note'::text]));
alter table charting.vault_note add constraint vault_note_pkey PRIMARY KEY (id);
alter table charting.vault_note add constraint vault_note_text_check CHECK ((text <> ''::text));
alter table desk.check_in add constraint check_in_kiosk_id_fkey FOREIGN KEY (kiosk_id) REFERENCES desk.kiosk(id);
alter table desk.check_in add constraint check_in_pkey PRIMARY KEY (id);
alter table desk.check_in add constraint check_in_token_hash_check CHECK ((token_hash ~ '^[0-9a-f]{64}$'::text));
alter table desk.check_in add constraint check_in_token_hash_key UNIQUE (token_hash);
alter table desk.check_in add constraint said_on_arrival CHECK ((((arrived_at IS NULL) = (contact_changed IS NULL)) AND ((arrived_at IS NULL) = (coverage_changed IS NULL))));
alter table desk.fee_policy add constraint fee_policy_free_check CHECK (((free >= 0) AND (free <= 20)));
alter table desk.fee_policy add constraint fee_policy_free_in_days_check CHECK (((free_in_days >= 1) AND (free_in_days <= 730)));
alter table desk.fee_policy add constraint fee_policy_late_cancel_cents_check CHECK (((late_cancel_cents >= 0) AND (late_cancel_cents <= 100000)));
alter table desk.fee_policy add constraint fee_policy_late_hours_check CHECK (((late_hours >= 0) AND (late_hours <= 336)));
alter table desk.fee_policy add constraint fee_policy_no_show_cents_check CHECK (((no_show_cents >= 0) AND (no_show_cents <= 100000)));
alter table desk.fee_policy add constraint fee_policy_pkey PRIMARY KEY (id);
alter table desk.fee_policy add constraint fee_policy_reason_check CHECK ((reason <> ''::text));
alter table desk.kiosk add constraint kiosk_name_check CHECK ((name <> ''::text));
alter table desk.kiosk add constraint kiosk_pkey PRIMARY KEY (id);
alter table desk.kiosk add constraint kiosk_token_hash_check CHECK ((token_hash ~ '^[0-9a-f]{64}$'::text));
alter table desk.kiosk add constraint kiosk_token_hash_key UNIQUE (token_hash);
alter table desk.missed_visit add constraint missed_visit_appointment_id_key UNIQUE (appointment_id);
alter table desk.missed_visit add constraint missed_visit_fee_cents_check CHECK ((fee_cents >= 0));
alter table desk.missed_visit add constraint missed_visit_kind_check CHECK ((kind = ANY (ARRAY['no-show'::text, 'late-cancel'::text])));
alter table desk.missed_visit add constraint missed_visit_pkey PRIMARY KEY (id);
alter table desk.missed_visit add constraint missed_visit_state_check CHECK ((state = ANY (ARRAY['none'::text, 'to-decide'::text, 'posted'::text, 'waived'::text])));
alter table desk.missed_visit add constraint posted_with_its_journal CHECK (((state = 'posted'::text) <= (journal_id IS NOT NULL)));
alter table desk.missed_visit add constraint waived_for_a_reason CHECK (((state = 'waived'::text) <= (waived_reason IS NOT NULL)));
alter table disclosures.packet add constraint packet_channel_check CHECK ((channel = ANY (ARRAY['print'::text, 'download'::text, 'mail'::text, 'fax'::text, 'in-person'::text])));
alter table disclosures.packet add constraint packet_classes_check CHECK ((classes <> '{}'::text[]));
alter table disclosures.packet add constraint packet_number_key UNIQUE (number);
alter table disclosures.packet add constraint packet_pages_check CHECK ((pages > 0));
alter table disclosures.packet add constraint packet_pkey PRIMARY KEY (id);
alter table disclosures.packet add constraint packet_record_ids_check CHECK ((record_ids <> '{}'::uuid[]));
alter table disclosures.packet add constraint packet_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text));
alter table disclosures.packet add constraint packet_state_check CHECK ((state = ANY (ARRAY['prepared'::text, 'queued'::text, 'released'::text, 'stopped'::text])));
alter table disclosures.packet add constraint released_whole CHECK (((state = 'released'::text) = ((disclosure_id IS NOT NULL) AND (released_at IS NOT NULL))));
alter table disclosures.patient_request add constraint closed_whole CHECK (((state = 'open'::text) = (closed_at IS NULL)));
alter table disclosures.patient_request add constraint denied_with_ground CHECK (((state = 'denied'::text) = (ground IS NOT NULL)));
alter table disclosures.patient_request add constraint extended_with_reason CHECK (((extended_on IS NULL) = (extension_reason IS NULL)));
alter table disclosures.patient_request add constraint patient_request_check CHECK ((due_on > received_on));
alter table disclosures.patient_request add constraint patient_request_disagreement_check CHECK ((btrim(disagreement) <> ''::text));
alter table disclosures.patient_request add constraint patient_request_extension_reason_check CHECK ((btrim(extension_reason) <> ''::text));
alter table disclosures.patient_request add constraint patient_request_kind_check CHECK ((kind = ANY (ARRAY['access'::text, 'amendment'::text, 'accounting'::text, 'intermediary-list'::text])));
alter table disclosures.patient_request add constraint patient_request_pkey PRIMARY KEY (id);
alter table disclosures.patient_request add constraint patient_request_state_check CHECK ((state = ANY (ARRAY['open'::text, 'fulfilled'::text, 'denied'::text, 'withdrawn'::text])));
alter table documents.document add constraint an_end_has_a_reason CHECK (((state = 'filed'::text) OR (reason <> ''::text)));
alter table documents.document add constraint document_access_check CHECK ((access = ANY (ARRAY['clinical'::text, 'administrative'::text])));
alter table documents.document add constraint document_pkey PRIMARY KEY (id, version);
alter table documents.document add constraint document_receipt_basis_check CHECK ((receipt_basis <> ''::text));
alter table documents.document add constraint document_received_how_check CHECK ((received_how = ANY (ARRAY['scan'::text, 'upload'::text, 'fax'::text, 'mail'::text])));
alter table documents.document add constraint document_size_check CHECK ((size > 0));
alter table documents.document add constraint document_state_check CHECK ((state = ANY (ARRAY['filed'::text, 'moved'::text, 'entered-in-error'::text])));
alter table documents.document add constraint document_title_check CHECK ((title <> ''::text));
alter table documents.document add constraint document_version_check CHECK ((version > 0));
alter table documents.inbound add constraint filed_somewhere CHECK (((state = 'filed'::text) = (document_id IS NOT NULL)));
alter table documents.inbound add constraint inbound_pkey PRIMARY KEY (id);
alter table documents.inbound add constraint inbound_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'quarantined'::text, 'duplicate'::text, 'filed'::text, 'put-aside'::text])));
alter table documents.inbound add constraint says_why CHECK (((state = ANY (ARRAY['waiting'::text, 'filed'::text])) OR (reason <> ''::text)));
alter table documents.seen_file add constraint seen_file_inbound_id_fkey FOREIGN KEY (inbound_id) REFERENCES documents.inbound(id);
alter table documents.seen_file add constraint seen_file_pkey PRIMARY KEY (name, size, modified_at);
alter table groups.member add constraint leaves_after_joining CHECK (((left_on IS NULL) OR (left_on >= joined_on)));
alter table groups.member add constraint member_group_id_fkey FOREIGN KEY (group_id) REFERENCES groups.therapy_group(id);
alter table groups.member add constraint member_pkey PRIMARY KEY (id);
alter table groups.seat add constraint seat_attendance_check CHECK ((attendance = ANY (ARRAY['expected'::text, 'present'::text, 'absent'::text])));
alter table groups.seat add constraint seat_pkey PRIMARY KEY (session_id, patient_id);
alter table groups.seat add constraint seat_risk_check CHECK ((risk = ANY (ARRAY['denied'::text, 'present'::text, 'not-assessed'::text])));
alter table groups.seat add constraint seat_session_id_fkey FOREIGN KEY (session_id) REFERENCES groups.session(id);
alter table groups.session add constraint ends_after_start CHECK ((starts_at < ends_at));
alter table groups.session add constraint session_group_id_fkey FOREIGN KEY (group_id) REFERENCES groups.therapy_group(id);
alter table groups.session add constraint session_group_id_starts_at_key UNIQUE (group_id, starts_at);
alter table groups.session add constraint session_modality_check CHECK ((modality = ANY (ARRAY['in-person'::text, 'video'::text, 'audio'::text])));
alter table groups.session add constraint session_pkey PRIMARY KEY (id);
alter table groups.session add constraint signed_by_somebody CHECK (((signed_at IS NULL) = (signed_by IS NULL)));
alter table groups.therapy_group add constraint therapy_group_capacity_check CHECK (((capacity >= 2) AND (capacity <= 60)));
alter table groups.therapy_group add constraint therapy_group_kind_check CHECK ((kind = ANY (ARRAY['group'::text, 'couple'::text, 'family'::text])));
alter table groups.therapy_group add constraint therapy_group_name_check CHECK ((name <> ''::text));
alter table groups.therapy_group add constraint therapy_group_pkey PRIMARY KEY (id);
alter table groups.therapy_group add constraint therapy_group_service_check CHECK ((service <> ''::text));
alter table homes.arrangement add constraint arrangement_pkey PRIMARY KEY (staff_id);
alter table identity.auth_account add constraint auth_account_pkey PRIMARY KEY (id);
alter table identity.auth_account add constraint auth_account_user_id_fkey FOREIGN KEY (user_id) REFERENCES identity.auth_user(id) ON DELETE CASCADE;
alter table identity.auth_account add constraint auth_account_user_id_provider_id_key UNIQUE (user_id, provider_id);
alter table identity.auth_session add constraint auth_session_pkey PRIMARY KEY (id);
alter table identity.auth_session add constraint auth_session_token_key UNIQUE (token);
alter table identity.auth_session add constraint auth_session_user_id_fkey FOREIGN KEY (user_id) REFERENCES identity.auth_user(id) ON DELETE CASCADE;
alter table identity.auth_two_factor add constraint auth_two_factor_pkey PRIMARY KEY (id);
alter table identity.auth_two_factor add constraint auth_two_factor_user_id_fkey FOREIGN KEY (user_id) REFERENCES identity.auth_user(id) ON DELETE CASCADE;
alter table identity.auth_two_factor add constraint auth_two_factor_user_id_key UNIQUE (user_id);
alter table identity.auth_user add constraint auth_user_pkey PRIMARY KEY (id);
alter table identity.auth_verification add constraint auth_verification_pkey PRIMARY KEY (id);
alter table identity.one_time_link add constraint one_time_link_pkey PRIMARY KEY (digest);
alter table identity.one_time_link add constraint one_time_link_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES identity.staff(id);
alter table identity.organisation add constraint organisation_idle_minutes_check CHECK (((idle_minutes >= 1) AND (idle_minutes <= 60)));
alter table identity.organisation add constraint organisation_is_only_check CHECK (is_only);
alter table identity.organisation add constraint organisation_name_check CHECK ((name <> ''::text));
alter table identity.organisation add constraint organisation_npi_check CHECK ((npi ~ '^[12]\d{9}$'::text));
alter table identity.organisation add constraint organisation_pkey PRIMARY KEY (is_only);
alter table identity.organisation add constraint organisation_session_hours_check CHECK (((session_hours >= 1) AND (session_hours <= 24)));
alter table identity.organisation add constraint organisation_state_check CHECK ((state ~ '^[A-Z]{2}$'::text));
alter table identity.organisation add constraint organisation_tax_id_check CHECK ((tax_id ~ '^\d{9}$'::text));
alter table identity.organisation add constraint organisation_zip_check CHECK ((zip ~ '^(\d{5}|\d{9})$'::text));
alter table identity.passkey add constraint passkey_counter_check CHECK ((counter >= 0));
alter table identity.passkey add constraint passkey_credential_id_key UNIQUE (credential_id);
alter table identity.passkey add constraint passkey_pkey PRIMARY KEY (id);
alter table identity.passkey add constraint passkey_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES identity.staff(id);
alter table identity.passkey_challenge add constraint passkey_challenge_pkey PRIMARY KEY (id);
alter table identity.passkey_challenge add constraint passkey_challenge_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES identity.staff(id);
alter table identity.permission add constraint permission_pkey PRIMARY KEY (code);
alter table identity.program_membership add constraint one_membership_a_day EXCLUDE USING gist (staff_id WITH =, program_id WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&);
alter table identity.program_membership add constraint program_membership_check CHECK ((valid_to >= valid_from));
alter table identity.program_membership add constraint program_membership_pkey PRIMARY KEY (id);
alter table identity.program_membership add constraint program_membership_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES identity.staff(id);
alter table identity.role add constraint clinical_roles_need_a_second_factor CHECK ((mfa_required OR (NOT is_clinical)));
alter table identity.role add constraint role_code_check CHECK ((code ~ '^[a-z][a-z-]+$'::text));
alter table identity.role add constraint role_pkey PRIMARY KEY (code);
alter table identity.role_delivered add constraint role_delivered_pkey PRIMARY KEY (role_code, permission_code);
alter table identity.role_permission add constraint role_permission_permission_code_fkey FOREIGN KEY (permission_code) REFERENCES identity.permission(code) ON DELETE CASCADE;
alter table identity.role_permission add constraint role_permission_pkey PRIMARY KEY (role_code, permission_code);
alter table identity.role_permission add constraint role_permission_role_code_fkey FOREIGN KEY (role_code) REFERENCES identity.role(code) ON UPDATE CASCADE ON DELETE CASCADE;
alter table identity.sign_in_attempt add constraint sign_in_attempt_factor_check CHECK ((factor = ANY (ARRAY['password'::text, 'authenticator'::text, 'recovery-code'::text, 'passkey'::text, 'persona'::text])));
alter table identity.sign_in_attempt add constraint sign_in_attempt_outcome_check CHECK ((outcome = ANY (ARRAY['accepted'::text, 'refused'::text, 'locked'::text])));
alter table identity.sign_in_attempt add constraint sign_in_attempt_pkey PRIMARY KEY (id);
alter table identity.sign_in_policy add constraint sign_in_policy_account_failures_check CHECK (((account_failures >= 3) AND (account_failures <= 100)));
alter table identity.sign_in_policy add constraint sign_in_policy_check CHECK ((address_failures >= account_failures));
alter table identity.sign_in_policy add constraint sign_in_policy_lock_minutes_check CHECK ((lock_minutes > 0));
alter table identity.sign_in_policy add constraint sign_in_policy_pkey PRIMARY KEY (valid_from);
alter table identity.sign_in_policy add constraint sign_in_policy_window_minutes_check CHECK ((window_minutes > 0));
alter table identity.site add constraint site_name_check CHECK ((name <> ''::text));
alter table identity.site add constraint site_npi_check CHECK ((npi ~ '^[12]\d{9}$'::text));
alter table identity.site add constraint site_pkey PRIMARY KEY (id);
alter table identity.site add constraint site_state_check CHECK ((state ~ '^[A-Z]{2}$'::text));
alter table identity.site add constraint site_zip_check CHECK ((zip ~ '^(\d{5}|\d{9})$'::text));
alter table identity.staff add constraint staff_check CHECK ((supervisor_id <> id));
alter table identity.staff add constraint staff_email_check CHECK ((email = lower(email)));
alter table identity.staff add constraint staff_family_name_check CHECK ((family_name <> ''::text));
alter table identity.staff add constraint staff_given_name_check CHECK ((given_name <> ''::text));
alter table identity.staff add constraint staff_id_fkey FOREIGN KEY (id) REFERENCES identity.auth_user(id) DEFERRABLE INITIALLY DEFERRED;
alter table identity.staff add constraint staff_npi_check CHECK ((npi ~ '^[12]\d{9}$'::text));
alter table identity.staff add constraint staff_pkey PRIMARY KEY (id);
alter table identity.staff add constraint staff_supervisor_id_fkey FOREIGN KEY (supervisor_id) REFERENCES identity.staff(id);
alter table identity.staff_credential add constraint staff_credential_check CHECK ((valid_to >= valid_from));
alter table identity.staff_credential add constraint staff_credential_kind_check CHECK ((kind <> ''::text));
alter table identity.staff_credential add constraint staff_credential_pkey PRIMARY KEY (id);
alter table identity.staff_credential add constraint staff_credential_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES identity.staff(id);
alter table identity.staff_credential add constraint staff_credential_state_check CHECK ((state ~ '^[A-Z]{2}$'::text));
alter table identity.staff_role add constraint staff_role_pkey PRIMARY KEY (staff_id, role_code);
alter table identity.staff_role add constraint staff_role_role_code_fkey FOREIGN KEY (role_code) REFERENCES identity.role(code) ON UPDATE CASCADE;
alter table identity.staff_role add constraint staff_role_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES identity.staff(id);
alter table intake.act add constraint act_kind_check CHECK ((kind = ANY (ARRAY['reached'::text, 'not-reached'::text, 'interim-given'::text, 'interim-declined'::text, 'offered'::text, 'accepted'::text, 'declined'::text])));
alter table intake.act add constraint act_pkey PRIMARY KEY (id);
alter table intake.act add constraint act_wait_id_fkey FOREIGN KEY (wait_id) REFERENCES intake.wait(id);
alter table intake.attempt add constraint attempt_call_id_fkey FOREIGN KEY (call_id) REFERENCES intake.call(id);
alter table intake.attempt add constraint attempt_pkey PRIMARY KEY (id);
alter table intake.call add constraint call_need_check CHECK ((need <> ''::text));
alter table intake.call add constraint call_pkey PRIMARY KEY (id);
alter table intake.call add constraint call_source_id_fkey FOREIGN KEY (source_id) REFERENCES intake.source(id);
alter table intake.call add constraint settled_with_outcome CHECK (((outcome IS NULL) = (settled_at IS NULL)));
alter table intake.screening add constraint screening_pkey PRIMARY KEY (id);
alter table intake.source add constraint source_kind_check CHECK ((kind = ANY (ARRAY['physician'::text, 'hospital'::text, 'payer'::text, 'school'::text, 'court'::text, 'another-program'::text, 'other'::text])));
alter table intake.source add constraint source_name_check CHECK ((name <> ''::text));
alter table intake.source add constraint source_name_key UNIQUE (name);
alter table intake.source add constraint source_pkey PRIMARY KEY (id);
alter table intake.tick add constraint tick_pkey PRIMARY KEY (id);
alter table intake.wait add constraint ends_with_reason CHECK (((ended_at IS NULL) = (end_reason IS NULL)));
alter table intake.wait add constraint wait_pkey PRIMARY KEY (id);
alter table margin.rule_switch add constraint rule_switch_pkey PRIMARY KEY (id);
alter table margin.rule_switch add constraint rule_switch_reason_check CHECK ((reason <> ''::text));
alter table margin.rule_switch add constraint rule_switch_rule_id_check CHECK ((rule_id <> ''::text));
alter table medications.decision add constraint change_has_its_dose CHECK (((does <> 'change'::text) OR (dose <> ''::text)));
alter table medications.decision add constraint decision_does_check CHECK ((does = ANY (ARRAY['continue'::text, 'change'::text, 'stop'::text])));
alter table medications.decision add constraint decision_pkey PRIMARY KEY (id);
alter table medications.decision add constraint decision_statement_id_fkey FOREIGN KEY (statement_id) REFERENCES medications.statement(id);
alter table medications.decision add constraint stop_has_its_reason CHECK (((does <> 'stop'::text) OR (reason <> ''::text)));
alter table medications.none_taken add constraint none_taken_pkey PRIMARY KEY (id);
alter table medications.statement add constraint statement_continues_fkey FOREIGN KEY (continues) REFERENCES medications.statement(id);
alter table medications.statement add constraint statement_dose_check CHECK ((dose <> ''::text));
alter table medications.statement add constraint statement_name_check CHECK ((name <> ''::text));
alter table medications.statement add constraint statement_pkey PRIMARY KEY (id);
alter table medications.statement add constraint statement_source_check CHECK ((source = ANY (ARRAY['ordered-here'::text, 'ordered-elsewhere'::text, 'over-the-counter'::text, 'told-by-patient'::text])));
alter table medications.statement add constraint stopped_with_reason CHECK (((stopped_on IS NULL) = (stop_reason IS NULL)));
alter table medications.statement add constraint stops_after_start CHECK (((stopped_on IS NULL) OR (started_on IS NULL) OR (started_on <= stopped_on)));
alter table observations.allergy add constraint allergy_category_check CHECK ((category = ANY (ARRAY['medication'::text, 'food'::text, 'environment'::text, 'other'::text])));
alter table observations.allergy add constraint allergy_criticality_check CHECK ((criticality = ANY (ARRAY['low'::text, 'high'::text, 'unknown'::text])));
alter table observations.allergy add constraint allergy_kind_check CHECK ((kind = ANY (ARRAY['allergy'::text, 'intolerance'::text])));
alter table observations.allergy add constraint allergy_pkey PRIMARY KEY (id, version);
alter table observations.allergy add constraint allergy_severity_check CHECK ((severity = ANY (ARRAY['mild'::text, 'moderate'::text, 'severe'::text])));
alter table observations.allergy add constraint allergy_state_check CHECK ((state = ANY (ARRAY['active'::text, 'resolved'::text, 'entered-in-error'::text])));
alter table observations.allergy add constraint allergy_substance_check CHECK ((substance <> ''::text));
alter table observations.allergy add constraint allergy_version_check CHECK ((version > 0));
alter table observations.allergy add constraint an_end_has_a_reason CHECK (((state = 'active'::text) OR (reason <> ''::text)));
alter table observations.allergy add constraint verified_by_somebody CHECK (((verified_at IS NULL) = (verified_by IS NULL)));
alter table observations.allergy_statement add constraint allergy_statement_pkey PRIMARY KEY (id);
alter table observations.allergy_statement add constraint allergy_statement_says_check CHECK ((says = ANY (ARRAY['none-known'::text, 'withdrawn'::text])));
alter table observations.result add constraint a_correction_has_a_reason CHECK ((((version = 1) AND (state = 'recorded'::text)) OR (reason <> ''::text)));
alter table observations.result add constraint received_after_collected CHECK ((received_at >= collected_at));
alter table observations.result add constraint result_clia_check CHECK ((clia ~ '^(\d{2}D\d{7})?$'::text));
alter table observations.result add constraint result_laboratory_check CHECK ((laboratory <> ''::text));
alter table observations.result add constraint result_method_check CHECK ((method = ANY (ARRAY['presumptive'::text, 'definitive'::text])));
alter table observations.result add constraint result_panel_check CHECK ((panel <> ''::text));
alter table observations.result add constraint result_pkey PRIMARY KEY (id, version);
alter table observations.result add constraint result_state_check CHECK ((state = ANY (ARRAY['recorded'::text, 'entered-in-error'::text])));
alter table observations.result add constraint result_version_check CHECK ((version > 0));
alter table observations.result add constraint result_worst_check CHECK ((worst = ANY (ARRAY['normal'::text, 'abnormal'::text, 'critical'::text])));
alter table observations.result add constraint reviewed_by_somebody CHECK (((reviewed_at IS NULL) = (reviewed_by IS NULL)));
alter table observations.vital_set add constraint a_correction_has_a_reason CHECK ((((version = 1) AND (state = 'recorded'::text)) OR (reason <> ''::text)));
alter table observations.vital_set add constraint vital_set_pkey PRIMARY KEY (id, version);
alter table observations.vital_set add constraint vital_set_position_check CHECK (("position" = ANY (ARRAY['sitting'::text, 'standing'::text, 'lying'::text])));
alter table observations.vital_set add constraint vital_set_state_check CHECK ((state = ANY (ARRAY['recorded'::text, 'entered-in-error'::text])));
alter table observations.vital_set add constraint vital_set_version_check CHECK ((version > 0));
alter table patients.alert add constraint alert_kind_check CHECK ((kind = ANY (ARRAY['safety'::text, 'clinical'::text, 'communication'::text, 'administrative'::text])));
alter table patients.alert add constraint alert_patient_id_fkey FOREIGN KEY (patient_id) REFERENCES patients.patient(id);
alter table patients.alert add constraint alert_pkey PRIMARY KEY (id);
alter table patients.alert add constraint alert_says_check CHECK ((says <> ''::text));
alter table patients.alert add constraint alert_severity_check CHECK ((severity = ANY (ARRAY['note'::text, 'warning'::text, 'danger'::text])));
alter table patients.communication add constraint communication_allowed_check CHECK ((allowed <@ ARRAY['portal'::text, 'phone'::text, 'voicemail'::text, 'text'::text, 'email'::text, 'letter'::text]));
alter table patients.communication add constraint communication_check CHECK ((preferred = ANY (allowed)));
alter table patients.communication add constraint communication_confidential_phone_check CHECK ((confidential_phone ~ '^\d{10}$'::text));
alter table patients.communication add constraint communication_patient_id_fkey FOREIGN KEY (patient_id) REFERENCES patients.patient(id);
alter table patients.communication add constraint communication_pkey PRIMARY KEY (patient_id);
alter table patients.communication add constraint confidential_address_whole CHECK ((num_nonnulls(confidential_line1, confidential_city, confidential_state, confidential_zip) = ANY (ARRAY[0, 4])));
alter table patients.contact add constraint contact_kind_check CHECK ((kind = ANY (ARRAY['emergency'::text, 'family'::text, 'legal-guardian'::text, 'caregiver'::text, 'professional'::text, 'other'::text])));
alter table patients.contact add constraint contact_name_check CHECK ((name <> ''::text));
alter table patients.contact add constraint contact_patient_id_fkey FOREIGN KEY (patient_id) REFERENCES patients.patient(id);
alter table patients.contact add constraint contact_phone_check CHECK ((phone ~ '^\d{10}$'::text));
alter table patients.contact add constraint contact_pkey PRIMARY KEY (id);
alter table patients.contact add constraint nothing_said_without_contact CHECK ((may_contact OR (NOT (may_leave_message OR may_discuss_care))));
alter table patients.coverage add constraint coverage_check CHECK ((valid_through >= valid_from));
alter table patients.coverage add constraint coverage_patient_id_fkey FOREIGN KEY (patient_id) REFERENCES patients.patient(id);
alter table patients.coverage add constraint coverage_pkey PRIMARY KEY (id);
alter table patients.coverage add constraint coverage_rank_check CHECK (((rank >= 1) AND (rank <= 3)));
alter table patients.coverage add constraint coverage_relationship_check CHECK ((relationship = ANY (ARRAY['18'::text, '01'::text, '19'::text, 'G8'::text])));
alter table patients.coverage add constraint coverage_subscriber_sex_check CHECK ((subscriber_sex = ANY (ARRAY['F'::text, 'M'::text, 'U'::text])));
alter table patients.coverage add constraint coverage_verified_how_check CHECK ((verified_how = ANY (ARRAY['portal'::text, 'phone'::text, 'electronic'::text])));
alter table patients.coverage add constraint one_payer_a_rank EXCLUDE USING gist (patient_id WITH =, rank WITH =, daterange(valid_from, valid_through, '[]'::text) WITH &&);
alter table patients.coverage add constraint subscriber_named CHECK ((num_nonnulls(subscriber_given_name, subscriber_family_name, subscriber_birth_date, subscriber_sex, subscriber_line1, subscriber_city, subscriber_state, subscriber_zip) =
CASE
    WHEN (relationship = '18'::text) THEN 0
    ELSE 8
END));
alter table patients.coverage add constraint verified_whole CHECK (((verified_on IS NULL) = (verified_how IS NULL)));
alter table patients.former_address add constraint former_address_patient_id_fkey FOREIGN KEY (patient_id) REFERENCES patients.patient(id);
alter table patients.former_address add constraint former_address_pkey PRIMARY KEY (patient_id, until);
alter table patients.former_name add constraint former_name_patient_id_fkey FOREIGN KEY (patient_id) REFERENCES patients.patient(id);
alter table patients.former_name add constraint former_name_pkey PRIMARY KEY (patient_id, until);
alter table patients.guarantor add constraint guarantor_check CHECK ((valid_through >= valid_from));
alter table patients.guarantor add constraint guarantor_patient_id_fkey FOREIGN KEY (patient_id) REFERENCES patients.patient(id);
alter table patients.guarantor add constraint guarantor_phone_check CHECK ((phone ~ '^\d{10}$'::text));
alter table patients.guarantor add constraint guarantor_pkey PRIMARY KEY (id);
alter table patients.guarantor add constraint one_guarantor_a_day EXCLUDE USING gist (patient_id WITH =, daterange(valid_from, valid_through, '[]'::text) WITH &&);
alter table patients.merge add constraint merge_duplicate_id_fkey FOREIGN KEY (duplicate_id) REFERENCES patients.patient(id);
alter table patients.merge add constraint merge_number_key UNIQUE (number);
alter table patients.merge add constraint merge_patient_id_fkey FOREIGN KEY (patient_id) REFERENCES patients.patient(id);
alter table patients.merge add constraint merge_pkey PRIMARY KEY (id);
alter table patients.merge add constraint merge_reason_check CHECK ((reason <> ''::text));
alter table patients.merge add constraint undone_with_reason CHECK (((undone_at IS NULL) = (undone_reason IS NULL)));
alter table patients.merge_program add constraint merge_program_merge_id_fkey FOREIGN KEY (merge_id) REFERENCES patients.merge(id);
alter table patients.merge_program add constraint merge_program_patient_id_fkey FOREIGN KEY (patient_id) REFERENCES patients.patient(id);
alter table patients.merge_program add constraint merge_program_pkey PRIMARY KEY (patient_id, merge_id, program_id);
alter table patients.patient add constraint address_whole CHECK ((num_nonnulls(address_line1, city, state, zip) = ANY (ARRAY[0, 4])));
alter table patients.patient add constraint patient_administrative_sex_check CHECK ((administrative_sex = ANY (ARRAY['F'::text, 'M'::text, 'U'::text])));
alter table patients.patient add constraint patient_birth_date_check CHECK ((birth_date > '1850-01-01'::date));
alter table patients.patient add constraint patient_check CHECK ((deceased_on >= birth_date));
alter table patients.patient add constraint patient_check1 CHECK ((merged_into <> id));
alter table patients.patient add constraint patient_family_name_check CHECK ((family_name <> ''::text));
alter table patients.patient add constraint patient_given_name_check CHECK ((given_name <> ''::text));
alter table patients.patient add constraint patient_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES patients.patient(id);
alter table patients.patient add constraint patient_mrn_key UNIQUE (mrn);
alter table patients.patient add constraint patient_other_phone_check CHECK ((other_phone ~ '^\d{10}$'::text));
alter table patients.patient add constraint patient_other_phone_kind_check CHECK ((other_phone_kind = ANY (ARRAY['mobile'::text, 'home'::text, 'work'::text])));
alter table patients.patient add constraint patient_phone_check CHECK ((phone ~ '^\d{10}$'::text));
alter table patients.patient add constraint patient_phone_kind_check CHECK ((phone_kind = ANY (ARRAY['mobile'::text, 'home'::text, 'work'::text])));
alter table patients.patient add constraint patient_pkey PRIMARY KEY (id);
alter table patients.patient add constraint patient_sex_at_birth_check CHECK ((sex_at_birth = ANY (ARRAY['F'::text, 'M'::text, 'UNK'::text])));
alter table patients.patient add constraint patient_zip_check CHECK ((zip ~ '^(\d{5}|\d{9})$'::text));
alter table patients.search_name add constraint search_name_pkey PRIMARY KEY (program_id, first, second, patient_id);
alter table patients.search_number add constraint search_number_pkey PRIMARY KEY (program_id, number, patient_id);
alter table patients.search_spelling add constraint search_spelling_pkey PRIMARY KEY (program_id, variant, name_part);
alter table platform.file add constraint file_pkey PRIMARY KEY (id);
alter table platform.file add constraint file_size_check CHECK ((size >= 0));
alter table platform.file add constraint file_storage_key_key UNIQUE (storage_key);
alter table platform.job_done add constraint job_done_pkey PRIMARY KEY (job_id);
alter table platform.migration add constraint migration_pkey PRIMARY KEY (name);
alter table platform.outgoing_mail add constraint outgoing_mail_pkey PRIMARY KEY (id);
alter table platform.worker add constraint worker_pkey PRIMARY KEY (worker_id);
alter table privacy.access_grant add constraint access_grant_check CHECK ((valid_to >= valid_from));
alter table privacy.access_grant add constraint access_grant_consent_id_fkey FOREIGN KEY (consent_id) REFERENCES privacy.consent(id);
alter table privacy.access_grant add constraint access_grant_emergency_id_fkey FOREIGN KEY (emergency_id) REFERENCES privacy.emergency_access(id);
alter table privacy.access_grant add constraint access_grant_kind_check CHECK ((kind = ANY (ARRAY['consent'::text, 'treating-relationship'::text, 'break-glass'::text, 'vault'::text])));
alter table privacy.access_grant add constraint access_grant_pkey PRIMARY KEY (id);
alter table privacy.access_grant add constraint access_grant_purposes_check CHECK ((purposes <> '{}'::text[]));
alter table privacy.access_grant add constraint access_grant_reason_check CHECK ((reason <> ''::text));
alter table privacy.access_grant add constraint broken_glass_is_written_down CHECK ((((kind = 'break-glass'::text) = (emergency_id IS NOT NULL)) AND ((kind <> 'break-glass'::text) OR ((purposes = '{ETREAT}'::text[]) AND (valid_to IS NOT NULL) AND (NOT (labels && ARRAY['psychotherapy-note'::text, 'sud-counseling-note'::text]))))));
alter table privacy.access_grant add constraint opened_on_consent_ends CHECK (((consent_id IS NULL) OR ((kind = 'consent'::text) AND (program_id IS NOT NULL) AND (valid_to IS NOT NULL) AND (NOT (labels && ARRAY['psychotherapy-note'::text, 'sud-counseling-note'::text])))));
alter table privacy.accounting_suspension add constraint accounting_suspension_agency_check CHECK ((btrim(agency) <> ''::text));
alter table privacy.accounting_suspension add constraint accounting_suspension_check CHECK ((ends_on > starts_on));
alter table privacy.accounting_suspension add constraint accounting_suspension_disclosure_id_fkey FOREIGN KEY (disclosure_id) REFERENCES privacy.disclosure(id);
alter table privacy.accounting_suspension add constraint accounting_suspension_pkey PRIMARY KEY (disclosure_id);
alter table privacy.agreement add constraint agreement_check CHECK ((valid_to >= valid_from));
alter table privacy.agreement add constraint agreement_classes_check CHECK ((classes <> '{}'::text[]));
alter table privacy.agreement add constraint agreement_integration_check CHECK ((integration = ANY (ARRAY['clearinghouse'::text, 'mail'::text, 'fax'::text, 'storage'::text, 'text-messages'::text])));
alter table privacy.agreement add constraint agreement_kind_check CHECK ((kind = ANY (ARRAY['qsoa'::text, 'baa'::text, 'contract'::text, 'data-use'::text])));
alter table privacy.agreement add constraint agreement_party_id_fkey FOREIGN KEY (party_id) REFERENCES privacy.party(id);
alter table privacy.agreement add constraint agreement_pkey PRIMARY KEY (id);
alter table privacy.agreement add constraint agreement_purposes_check CHECK ((purposes <> '{}'::text[]));
alter table privacy.agreement add constraint agreement_scope_check CHECK ((btrim(scope) <> ''::text));
alter table privacy.consent add constraint consent_kind_check CHECK ((kind = ANY (ARRAY['tpo'::text, 'specific'::text, 'counseling-notes'::text, 'legal-proceeding'::text, 'central-registry'::text, 'criminal-justice'::text, 'pdmp'::text, 'research'::text])));
alter table privacy.consent add constraint consent_pkey PRIMARY KEY (id);
alter table privacy.consent add constraint consent_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'active'::text, 'revoked'::text, 'superseded'::text, 'discarded'::text])));
alter table privacy.consent add constraint consent_supersedes_fkey FOREIGN KEY (supersedes) REFERENCES privacy.consent(id);
alter table privacy.consent add constraint revoked_in_writing CHECK ((((state = 'revoked'::text) = (revoked_at IS NOT NULL)) AND ((revoked_at IS NULL) = (revocation IS NULL))));
alter table privacy.consent add constraint signed_when_active CHECK (((state = ANY (ARRAY['draft'::text, 'discarded'::text])) = (signed_at IS NULL)));
alter table privacy.decision add constraint decision_input_hash_check CHECK ((input_hash ~ '^[0-9a-f]{64}$'::text));
alter table privacy.decision add constraint decision_outcome_check CHECK ((outcome = ANY (ARRAY['permit'::text, 'redact'::text, 'hold'::text, 'deny'::text])));
alter table privacy.decision add constraint decision_pkey PRIMARY KEY (id);
alter table privacy.decision add constraint decision_policy_version_check CHECK ((policy_version <> ''::text));
alter table privacy.decision add constraint decision_purpose_check CHECK ((purpose <> ''::text));
alter table privacy.decision add constraint decision_reason_check CHECK ((reason <> ''::text));
alter table privacy.decision add constraint decision_rules_digest_fkey FOREIGN KEY (rules_digest) REFERENCES privacy.rule_pack(digest);
alter table privacy.disclosure add constraint disclosure_channel_check CHECK ((channel = ANY (ARRAY['print'::text, 'download'::text, 'mail'::text, 'fax'::text, 'claim'::text, 'patient-mail'::text, 'in-person'::text, 'inside'::text])));
alter table privacy.disclosure add constraint disclosure_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES privacy.decision(id);
alter table privacy.disclosure add constraint disclosure_pkey PRIMARY KEY (id);
alter table privacy.disclosure add constraint disclosure_recipient_name_check CHECK ((btrim(recipient_name) <> ''::text));
alter table privacy.disclosure add constraint disclosure_what_check CHECK ((btrim(what) <> ''::text));
alter table privacy.emergency_access add constraint disclosed_by_now CHECK ((disclosed_at <= opened_at));
alter table privacy.emergency_access add constraint emergency_access_basis_check CHECK ((basis = ANY (ARRAY['medical-emergency'::text, 'declared-disaster'::text])));
alter table privacy.emergency_access add constraint emergency_access_check CHECK ((ends_at > opened_at));
alter table privacy.emergency_access add constraint emergency_access_discloser_name_check CHECK ((btrim(discloser_name) <> ''::text));
alter table privacy.emergency_access add constraint emergency_access_nature_check CHECK ((btrim(nature) <> ''::text));
alter table privacy.emergency_access add constraint emergency_access_pkey PRIMARY KEY (id);
alter table privacy.emergency_access add constraint emergency_access_recipient_affiliation_check CHECK ((btrim(recipient_affiliation) <> ''::text));
alter table privacy.emergency_access add constraint emergency_access_recipient_name_check CHECK ((btrim(recipient_name) <> ''::text));
alter table privacy.emergency_access add constraint emergency_access_staff_name_check CHECK ((btrim(staff_name) <> ''::text));
alter table privacy.emergency_end add constraint emergency_end_emergency_id_fkey FOREIGN KEY (emergency_id) REFERENCES privacy.emergency_access(id);
alter table privacy.emergency_end add constraint emergency_end_pkey PRIMARY KEY (emergency_id);
alter table privacy.emergency_record add constraint emergency_record_discloser_name_check CHECK ((btrim(discloser_name) <> ''::text));
alter table privacy.emergency_record add constraint emergency_record_emergency_id_fkey FOREIGN KEY (emergency_id) REFERENCES privacy.emergency_access(id);
alter table privacy.emergency_record add constraint emergency_record_emergency_id_patient_id_program_id_key UNIQUE (emergency_id, patient_id, program_id);
alter table privacy.emergency_record add constraint emergency_record_nature_check CHECK ((btrim(nature) <> ''::text));
alter table privacy.emergency_record add constraint emergency_record_pkey PRIMARY KEY (id);
alter table privacy.emergency_record add constraint emergency_record_recipient_affiliation_check CHECK ((btrim(recipient_affiliation) <> ''::text));
alter table privacy.emergency_record add constraint emergency_record_recipient_name_check CHECK ((btrim(recipient_name) <> ''::text));
alter table privacy.emergency_review add constraint emergency_review_emergency_id_fkey FOREIGN KEY (emergency_id) REFERENCES privacy.emergency_access(id);
alter table privacy.emergency_review add constraint emergency_review_pkey PRIMARY KEY (emergency_id);
alter table privacy.emergency_review add constraint emergency_review_reason_check CHECK ((btrim(reason) <> ''::text));
alter table privacy.emergency_review add constraint emergency_review_verdict_check CHECK ((verdict = ANY (ARRAY['appropriate'::text, 'not-appropriate'::text])));
alter table privacy.emergency_review add constraint inappropriate_with_reason CHECK (((verdict <> 'not-appropriate'::text) OR (reason IS NOT NULL)));
alter table privacy.emergency_review add constraint incident_of_review FOREIGN KEY (incident_id) REFERENCES privacy.incident(id);
alter table privacy.emergency_review add constraint reviewed_whole CHECK ((num_nonnulls(verdict, reviewed_at, reviewed_by) = ANY (ARRAY[0, 3])));
alter table privacy.incident add constraint closed_whole CHECK ((((state = 'closed'::text) = (closed_at IS NOT NULL)) AND (num_nonnulls(closed_at, closed_by, closing_note) = ANY (ARRAY[0, 3]))));
alter table privacy.incident add constraint delayed_with_ground CHECK (((delayed_until IS NULL) = (delay_ground IS NULL)));
alter table privacy.incident add constraint incident_check CHECK ((discovered_on >= happened_on));
alter table privacy.incident add constraint incident_individuals_check CHECK ((individuals >= 0));
alter table privacy.incident add constraint incident_number_key UNIQUE (number);
alter table privacy.incident add constraint incident_pkey PRIMARY KEY (id);
alter table privacy.incident add constraint incident_role_check CHECK ((role = ANY (ARRAY['covered-entity'::text, 'business-associate'::text, 'part2-program'::text])));
alter table privacy.incident add constraint incident_source_kind_check CHECK ((source_kind = ANY (ARRAY['reported'::text, 'emergency-review'::text, 'access-review'::text])));
alter table privacy.incident add constraint incident_state_check CHECK ((state = ANY (ARRAY['open'::text, 'assessed'::text, 'closed'::text])));
alter table privacy.incident add constraint incident_title_check CHECK ((btrim(title) <> ''::text));
alter table privacy.incident add constraint incident_what_happened_check CHECK ((btrim(what_happened) <> ''::text));
alter table privacy.incident_assessment add constraint exception_named CHECK (((conclusion = 'exception'::text) = (exception IS NOT NULL)));
alter table privacy.incident_assessment add constraint incident_assessment_acquired_or_viewed_check CHECK ((btrim(acquired_or_viewed) <> ''::text));
alter table privacy.incident_assessment add constraint incident_assessment_conclusion_check CHECK ((conclusion = ANY (ARRAY['breach'::text, 'low-probability'::text, 'exception'::text, 'secured'::text])));
alter table privacy.incident_assessment add constraint incident_assessment_exception_check CHECK ((exception = ANY (ARRAY['unintentional-good-faith'::text, 'inadvertent-internal'::text, 'could-not-retain'::text])));
alter table privacy.incident_assessment add constraint incident_assessment_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES privacy.incident(id);
alter table privacy.incident_assessment add constraint incident_assessment_mitigation_check CHECK ((btrim(mitigation) <> ''::text));
alter table privacy.incident_assessment add constraint incident_assessment_mitigation_risk_check CHECK ((mitigation_risk = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text])));
alter table privacy.incident_assessment add constraint incident_assessment_nature_of_records_check CHECK ((btrim(nature_of_records) <> ''::text));
alter table privacy.incident_assessment add constraint incident_assessment_nature_risk_check CHECK ((nature_risk = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text])));
alter table privacy.incident_assessment add constraint incident_assessment_person_risk_check CHECK ((person_risk = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text])));
alter table privacy.incident_assessment add constraint incident_assessment_pkey PRIMARY KEY (id);
alter table privacy.incident_assessment add constraint incident_assessment_rationale_check CHECK ((btrim(rationale) <> ''::text));
alter table privacy.incident_assessment add constraint incident_assessment_unauthorized_person_check CHECK ((btrim(unauthorized_person) <> ''::text));
alter table privacy.incident_assessment add constraint incident_assessment_viewed_risk_check CHECK ((viewed_risk = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text])));
alter table privacy.incident_patient add constraint incident_patient_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES privacy.incident(id);
alter table privacy.incident_patient add constraint incident_patient_notified_how_check CHECK ((notified_how = ANY (ARRAY['first-class-mail'::text, 'email'::text, 'substitute'::text, 'telephone-urgent'::text])));
alter table privacy.incident_patient add constraint incident_patient_pkey PRIMARY KEY (incident_id, patient_id);
alter table privacy.incident_patient add constraint incident_patient_state_code_check CHECK ((state_code ~ '^[A-Z]{2}$'::text));
alter table privacy.incident_patient add constraint notified_whole CHECK ((num_nonnulls(notified_at, notified_how, notified_by) = ANY (ARRAY[0, 3])));
alter table privacy.incident_step add constraint incident_step_duty_check CHECK ((btrim(duty) <> ''::text));
alter table privacy.incident_step add constraint incident_step_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES privacy.incident(id);
alter table privacy.incident_step add constraint incident_step_pkey PRIMARY KEY (id);
alter table privacy.incident_step add constraint incident_step_says_check CHECK ((btrim(says) <> ''::text));
alter table privacy.need_to_know add constraint ended_by_somebody CHECK (((valid_to IS NULL) = (ended_by IS NULL)));
alter table privacy.need_to_know add constraint need_to_know_check CHECK ((valid_to >= valid_from));
alter table privacy.need_to_know add constraint need_to_know_pkey PRIMARY KEY (id);
alter table privacy.need_to_know add constraint need_to_know_reason_check CHECK ((btrim(reason) <> ''::text));
alter table privacy.oversight_policy add constraint oversight_policy_consent_access_minutes_check CHECK (((consent_access_minutes >= 5) AND (consent_access_minutes <= 10080)));
alter table privacy.oversight_policy add constraint oversight_policy_emergency_minutes_check CHECK (((emergency_minutes >= 5) AND (emergency_minutes <= 720)));
alter table privacy.oversight_policy add constraint oversight_policy_part_in_care_days_check CHECK (((part_in_care_days >= 1) AND (part_in_care_days <= 366)));
alter table privacy.oversight_policy add constraint oversight_policy_pkey PRIMARY KEY (valid_from);
alter table privacy.oversight_policy add constraint oversight_policy_review_hours_check CHECK (((review_hours >= 1) AND (review_hours <= 720)));
alter table privacy.oversight_policy add constraint oversight_policy_source_check CHECK ((source <> ''::text));
alter table privacy.oversight_policy add constraint vaults_stay_closed CHECK ((NOT (emergency_labels && ARRAY['psychotherapy-note'::text, 'sud-counseling-note'::text])));
alter table privacy.party add constraint party_fax_check CHECK ((fax ~ '^[0-9]{10,15}$'::text));
alter table privacy.party add constraint party_kind_check CHECK ((kind = ANY (ARRAY['patient'::text, 'provider'::text, 'health-plan'::text, 'third-party-payer'::text, 'vendor'::text, 'intermediary'::text, 'part2-program'::text, 'central-registry'::text, 'pdmp'::text, 'public-health-authority'::text, 'fda'::text, 'court'::text, 'attorney'::text, 'law-enforcement'::text, 'criminal-justice'::text, 'child-protection'::text, 'coroner'::text, 'auditor'::text, 'researcher'::text, 'employer'::text, 'family'::text, 'person'::text])));
alter table privacy.party add constraint party_legal_status_check CHECK ((legal_status = ANY (ARRAY['covered-entity'::text, 'business-associate'::text, 'neither'::text])));
alter table privacy.party add constraint party_name_check CHECK ((btrim(name) <> ''::text));
alter table privacy.party add constraint party_pkey PRIMARY KEY (id);
alter table privacy.party add constraint party_state_check CHECK ((state ~ '^[A-Z]{2}$'::text));
alter table privacy.party_treatment add constraint party_treatment_party_id_fkey FOREIGN KEY (party_id) REFERENCES privacy.party(id);
alter table privacy.party_treatment add constraint party_treatment_pkey PRIMARY KEY (id);
alter table privacy.party_treatment add constraint party_treatment_verified_how_check CHECK ((btrim(verified_how) <> ''::text));
alter table privacy.patient_program add constraint patient_program_pkey PRIMARY KEY (patient_id, program_id);
alter table privacy.program_status add constraint one_status_a_day EXCLUDE USING gist (program_id WITH =, daterange(valid_from, valid_to) WITH &&);
alter table privacy.program_status add constraint program_status_basis_check CHECK ((basis <> ''::text));
alter table privacy.program_status add constraint program_status_check CHECK ((valid_to > valid_from));
alter table privacy.program_status add constraint program_status_pkey PRIMARY KEY (program_id, valid_from);
alter table privacy.restriction add constraint answered_by_state CHECK (
CASE state
    WHEN 'asked'::text THEN (agreed IS NULL)
    WHEN 'agreed'::text THEN agreed
    WHEN 'refused'::text THEN (NOT agreed)
    ELSE true
END);
alter table privacy.restriction add constraint answered_whole CHECK ((num_nonnulls(answered_at, answered_by, agreed) = ANY (ARRAY[0, 3])));
alter table privacy.restriction add constraint days_in_order CHECK (((served_to >= served_from) AND (num_nonnulls(served_from, served_to) = ANY (ARRAY[0, 2]))));
alter table privacy.restriction add constraint ended_whole CHECK ((((state = 'ended'::text) = (ended_at IS NOT NULL)) AND (num_nonnulls(ended_at, ended_by, ended_how, ended_words, ended_recorded_by) = ANY (ARRAY[0, 5]))));
alter table privacy.restriction add constraint refused_with_reason CHECK (((agreed IS NOT FALSE) OR (reason IS NOT NULL)));
alter table privacy.restriction add constraint restriction_classes_check CHECK ((classes <> '{}'::text[]));
alter table privacy.restriction add constraint restriction_encounter_ids_check CHECK ((encounter_ids <> '{}'::uuid[]));
alter table privacy.restriction add constraint restriction_ended_by_check CHECK ((ended_by = ANY (ARRAY['patient'::text, 'program'::text])));
alter table privacy.restriction add constraint restriction_ended_how_check CHECK ((ended_how = ANY (ARRAY['in-writing'::text, 'said-and-noted'::text, 'notice-given'::text])));
alter table privacy.restriction add constraint restriction_ended_words_check CHECK ((btrim(ended_words) <> ''::text));
alter table privacy.restriction add constraint restriction_kind_check CHECK ((kind = ANY (ARRAY['ordinary'::text, 'self-pay'::text])));
alter table privacy.restriction add constraint restriction_party_ids_check CHECK ((party_ids <> '{}'::uuid[]));
alter table privacy.restriction add constraint restriction_pkey PRIMARY KEY (id);
alter table privacy.restriction add constraint restriction_purposes_check CHECK ((purposes <> '{}'::text[]));
alter table privacy.restriction add constraint restriction_reason_check CHECK ((btrim(reason) <> ''::text));
alter table privacy.restriction add constraint restriction_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'agreed'::text, 'refused'::text, 'ended'::text])));
alter table privacy.restriction add constraint restriction_words_check CHECK ((btrim(words) <> ''::text));
alter table privacy.restriction add constraint self_pay_ends_by_patient CHECK (((kind <> 'self-pay'::text) OR (ended_by IS DISTINCT FROM 'program'::text)));
alter table privacy.restriction add constraint self_pay_is_paid CHECK (((kind <> 'self-pay'::text) OR (agreed IS NULL) OR (agreed = (paid_on IS NOT NULL))));
alter table privacy.restriction add constraint self_pay_names_services CHECK (((kind <> 'self-pay'::text) OR (served_from IS NOT NULL) OR (encounter_ids IS NOT NULL)));
alter table privacy.rule_pack add constraint rule_pack_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text));
alter table privacy.rule_pack add constraint rule_pack_pkey PRIMARY KEY (digest);
alter table privacy.vault_share add constraint ends_after_start CHECK ((valid_to >= valid_from));
alter table privacy.vault_share add constraint shared_with_another CHECK ((grantee_staff_id <> originator_id));
alter table privacy.vault_share add constraint vault_share_ground_check CHECK ((ground = ANY (ARRAY['training'::text, 'own-defence'::text, 'oversight-of-originator'::text, 'consent'::text])));
alter table privacy.vault_share add constraint vault_share_pkey PRIMARY KEY (id);
alter table privacy.vault_share add constraint vault_share_reason_check CHECK ((reason <> ''::text));
alter table programs.episode add constraint dates_fit_state CHECK (((((state = 'admitted'::text) OR (state = 'discharged'::text)) = (admitted_on IS NOT NULL)) AND (((state = 'discharged'::text) OR (state = 'declined'::text)) = (ended_on IS NOT NULL)) AND ((ended_on IS NULL) = (end_reason IS NULL)) AND ((state <> 'screening'::text) OR (screened_on IS NOT NULL))));
alter table programs.episode add constraint episode_check CHECK ((screened_on >= referred_on));
alter table programs.episode add constraint episode_check1 CHECK ((admitted_on >= referred_on));
alter table programs.episode add constraint episode_check2 CHECK ((ended_on >= COALESCE(admitted_on, referred_on)));
alter table programs.episode add constraint episode_pkey PRIMARY KEY (id);
alter table programs.episode add constraint episode_program_id_fkey FOREIGN KEY (program_id) REFERENCES programs.program(id);
alter table programs.episode add constraint episode_source_check CHECK ((source = ANY (ARRAY['self'::text, 'family'::text, 'physician'::text, 'hospital'::text, 'payer'::text, 'school'::text, 'court'::text, 'another-program'::text, 'other'::text])));
alter table programs.episode add constraint episode_state_check CHECK ((state = ANY (ARRAY['referral'::text, 'screening'::text, 'admitted'::text, 'discharged'::text, 'declined'::text])));
alter table programs.program add constraint program_kind_check CHECK ((kind = ANY (ARRAY['outpatient'::text, 'iop'::text, 'php'::text, 'residential'::text, 'otp'::text, 'psychiatry'::text, 'crisis'::text, 'inpatient'::text, 'act'::text])));
alter table programs.program add constraint program_name_check CHECK ((name <> ''::text));
alter table programs.program add constraint program_name_key UNIQUE (name);
alter table programs.program add constraint program_pkey PRIMARY KEY (id);
alter table programs.program add constraint program_place_of_service_check CHECK ((place_of_service ~ '^\d{2}$'::text));
alter table programs.standard add constraint standard_days_per_week_check CHECK (((days_per_week >= 1) AND (days_per_week <= 7)));
alter table programs.standard add constraint standard_ground_check CHECK ((ground <> ''::text));
alter table programs.standard add constraint standard_minutes_per_day_check CHECK (((minutes_per_day >= 1) AND (minutes_per_day <= 1440)));
alter table programs.standard add constraint standard_minutes_per_week_check CHECK (((minutes_per_week >= 1) AND (minutes_per_week <= 10080)));
alter table programs.standard add constraint standard_pkey PRIMARY KEY (program_id);
alter table programs.standard add constraint standard_program_id_fkey FOREIGN KEY (program_id) REFERENCES programs.program(id);
alter table programs.standard add constraint standard_review_days_check CHECK (((review_days >= 1) AND (review_days <= 730)));
alter table residence.bed add constraint bed_name_check CHECK ((name <> ''::text));
alter table residence.bed add constraint bed_pkey PRIMARY KEY (id);
alter table residence.bed add constraint bed_room_id_fkey FOREIGN KEY (room_id) REFERENCES residence.room(id);
alter table residence.bed add constraint bed_room_id_name_key UNIQUE (room_id, name);
alter table residence.bed_outage add constraint bed_outage_bed_id_fkey FOREIGN KEY (bed_id) REFERENCES residence.bed(id);
alter table residence.bed_outage add constraint bed_outage_check CHECK ((ends_at >= starts_at));
alter table residence.bed_outage add constraint bed_outage_kind_check CHECK ((kind = ANY (ARRAY['cleaning'::text, 'out-of-service'::text])));
alter table residence.bed_outage add constraint bed_outage_pkey PRIMARY KEY (id);
alter table residence.belonging add constraint belonging_check CHECK ((returned_at >= received_at));
alter table residence.belonging add constraint belonging_number_check CHECK (((number >= 1) AND (number <= 1000)));
alter table residence.belonging add constraint belonging_pkey PRIMARY KEY (id);
alter table residence.belonging add constraint belonging_received_signature_check CHECK ((received_signature <> ''::text));
alter table residence.belonging add constraint belonging_residency_id_fkey FOREIGN KEY (residency_id) REFERENCES residence.residency(id);
alter table residence.belonging add constraint belonging_returned_signature_check CHECK ((returned_signature <> ''::text));
alter table residence.belonging add constraint belonging_storage_check CHECK ((storage <> ''::text));
alter table residence.belonging add constraint belonging_what_check CHECK ((what <> ''::text));
alter table residence.belonging add constraint returned_with_signature CHECK ((((returned_at IS NULL) = (returned_signature IS NULL)) AND ((returned_at IS NULL) = (returned_by IS NULL))));
alter table residence.census add constraint census_corrects_fkey FOREIGN KEY (corrects) REFERENCES residence.census(id);
alter table residence.census add constraint census_corrects_key UNIQUE (corrects);
alter table residence.census add constraint census_pkey PRIMARY KEY (id);
alter table residence.census add constraint census_reason_check CHECK ((reason <> ''::text));
alter table residence.census add constraint census_version_check CHECK ((version >= 1));
alter table residence.census add constraint corrections_say_why CHECK ((((version = 1) = (corrects IS NULL)) AND ((corrects IS NULL) = (reason IS NULL))));
alter table residence.census add constraint one_census_a_midnight UNIQUE (site_id, day, version);
alter table residence.census_line add constraint census_line_census_id_fkey FOREIGN KEY (census_id) REFERENCES residence.census(id);
alter table residence.census_line add constraint census_line_pkey PRIMARY KEY (census_id, residency_id);
alter table residence.census_line add constraint census_line_status_check CHECK ((status = ANY (ARRAY['admitted'::text, 'present'::text, 'leave'::text, 'bed-hold'::text, 'discharged'::text])));
alter table residence.hand_off add constraint acknowledged_by_somebody_else CHECK ((((acknowledged_at IS NULL) = (acknowledged_by IS NULL)) AND (acknowledged_by <> signed_by)));
alter table residence.hand_off add constraint hand_off_pkey PRIMARY KEY (id);
alter table residence.hand_off add constraint hand_off_shift_check CHECK ((shift <> ''::text));
alter table residence.hand_off add constraint hand_off_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES residence.unit(id);
alter table residence.hand_off_line add constraint hand_off_line_hand_off_id_fkey FOREIGN KEY (hand_off_id) REFERENCES residence.hand_off(id);
alter table residence.hand_off_line add constraint hand_off_line_pkey PRIMARY KEY (hand_off_id, residency_id);
alter table residence.hand_off_line add constraint hand_off_line_residency_id_fkey FOREIGN KEY (residency_id) REFERENCES residence.residency(id);
alter table residence.incident_report add constraint followed_up_by_somebody CHECK ((((follow_up IS NULL) = (followed_up_at IS NULL)) AND ((follow_up IS NULL) = (followed_up_by IS NULL))));
alter table residence.incident_report add constraint incident_report_event_id_patient_id_key UNIQUE (event_id, patient_id);
alter table residence.incident_report add constraint incident_report_kind_check CHECK ((kind <> ''::text));
alter table residence.incident_report add constraint incident_report_pkey PRIMARY KEY (id);
alter table residence.incident_report add constraint incident_report_residency_id_fkey FOREIGN KEY (residency_id) REFERENCES residence.residency(id);
alter table residence.incident_report add constraint incident_report_what_happened_check CHECK ((what_happened <> ''::text));
alter table residence.incident_report add constraint incident_report_what_was_done_check CHECK ((what_was_done <> ''::text));
alter table residence.leave add constraint expected_later CHECK ((expected_back_at > starts_at));
alter table residence.leave add constraint lasts CHECK ((ends_at > starts_at));
alter table residence.leave add constraint leave_kind_check CHECK ((kind <> ''::text));
alter table residence.leave add constraint leave_pkey PRIMARY KEY (id);
alter table residence.leave add constraint leave_residency_id_fkey FOREIGN KEY (residency_id) REFERENCES residence.residency(id);
alter table residence.leave add constraint one_leave_at_a_time UNIQUE (residency_id, during WITHOUT OVERLAPS);
alter table residence.missed_sighting add constraint missed_sighting_pkey PRIMARY KEY (watch_id, due_at);
alter table residence.missed_sighting add constraint missed_sighting_watch_id_fkey FOREIGN KEY (watch_id) REFERENCES residence.watch(id);
alter table residence.occupancy add constraint ends_with_reason CHECK (((ends_at IS NULL) = (end_reason IS NULL)));
alter table residence.occupancy add constraint lasts CHECK ((ends_at > starts_at));
alter table residence.occupancy add constraint occupancy_bed_id_fkey FOREIGN KEY (bed_id) REFERENCES residence.bed(id);
alter table residence.occupancy add constraint occupancy_end_reason_check CHECK ((end_reason = ANY (ARRAY['moved'::text, 'swapped'::text, 'freed'::text, 'departed'::text])));
alter table residence.occupancy add constraint occupancy_override_reason_check CHECK ((override_reason <> ''::text));
alter table residence.occupancy add constraint occupancy_pkey PRIMARY KEY (id);
alter table residence.occupancy add constraint one_bed_a_person UNIQUE (residency_id, during WITHOUT OVERLAPS);
alter table residence.occupancy add constraint one_person_a_bed UNIQUE (bed_id, during WITHOUT OVERLAPS);
alter table residence.occupancy add constraint within_residency FOREIGN KEY (residency_id, PERIOD during) REFERENCES residence.residency(id, PERIOD during);
alter table residence.reservation add constraint reservation_bed_id_fkey FOREIGN KEY (bed_id) REFERENCES residence.bed(id);
alter table residence.reservation add constraint reservation_pkey PRIMARY KEY (id);
alter table residence.reservation add constraint reservation_state_check CHECK ((state = ANY (ARRAY['open'::text, 'used'::text, 'released'::text])));
alter table residence.reservation add constraint settled_when_not_open CHECK (((state = 'open'::text) = (settled_at IS NULL)));
alter table residence.residency add constraint ends_with_reason CHECK (((ends_at IS NULL) = (end_reason IS NULL)));
alter table residence.residency add constraint lasts CHECK ((ends_at > starts_at));
alter table residence.residency add constraint one_house_a_person UNIQUE (patient_id, during WITHOUT OVERLAPS);
alter table residence.residency add constraint residency_over_time UNIQUE (id, during WITHOUT OVERLAPS);
alter table residence.residency add constraint residency_pkey PRIMARY KEY (id);
alter table residence.residency add constraint residency_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES residence.unit(id);
alter table residence.room add constraint room_gender_rule_check CHECK ((gender_rule = ANY (ARRAY['any'::text, 'women'::text, 'men'::text, 'one-gender'::text])));
alter table residence.room add constraint room_name_check CHECK ((name <> ''::text));
alter table residence.room add constraint room_pkey PRIMARY KEY (id);
alter table residence.room add constraint room_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES residence.unit(id);
alter table residence.room add constraint room_unit_id_name_key UNIQUE (unit_id, name);
alter table residence.round add constraint round_pkey PRIMARY KEY (id);
alter table residence.round add constraint round_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES residence.unit(id);
alter table residence.sighting add constraint sighting_pkey PRIMARY KEY (id);
alter table residence.sighting add constraint sighting_round_id_fkey FOREIGN KEY (round_id) REFERENCES residence.round(id);
alter table residence.sighting add constraint sighting_status_check CHECK ((status <> ''::text));
alter table residence.sighting add constraint sighting_watch_id_fkey FOREIGN KEY (watch_id) REFERENCES residence.watch(id);
alter table residence.transfer add constraint settled_when_not_pending CHECK (((state = 'pending'::text) = (settled_at IS NULL)));
alter table residence.transfer add constraint transfer_pkey PRIMARY KEY (id);
alter table residence.transfer add constraint transfer_residency_id_fkey FOREIGN KEY (residency_id) REFERENCES residence.residency(id);
alter table residence.transfer add constraint transfer_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'done'::text, 'cancelled'::text])));
alter table residence.transfer add constraint transfer_to_bed_id_fkey FOREIGN KEY (to_bed_id) REFERENCES residence.bed(id);
alter table residence.unit add constraint ages_in_order CHECK ((minimum_age <= maximum_age));
alter table residence.unit add constraint unit_gender_rule_check CHECK ((gender_rule = ANY (ARRAY['any'::text, 'women'::text, 'men'::text, 'one-gender'::text])));
alter table residence.unit add constraint unit_maximum_age_check CHECK (((maximum_age >= 0) AND (maximum_age <= 120)));
alter table residence.unit add constraint unit_minimum_age_check CHECK (((minimum_age >= 0) AND (minimum_age <= 120)));
alter table residence.unit add constraint unit_name_check CHECK ((name <> ''::text));
alter table residence.unit add constraint unit_pkey PRIMARY KEY (id);
alter table residence.unit add constraint unit_site_id_name_key UNIQUE (site_id, name);
alter table residence.watch add constraint lasts CHECK ((ends_at > starts_at));
alter table residence.watch add constraint one_watch_at_a_time UNIQUE (residency_id, during WITHOUT OVERLAPS);
alter table residence.watch add constraint watch_interval_minutes_check CHECK ((interval_minutes = ANY (ARRAY[15, 30, 60])));
alter table residence.watch add constraint watch_pkey PRIMARY KEY (id);
alter table residence.watch add constraint watch_reason_check CHECK ((reason <> ''::text));
alter table residence.watch add constraint watch_residency_id_fkey FOREIGN KEY (residency_id) REFERENCES residence.residency(id);
alter table reviews.answer add constraint answer_pkey PRIMARY KEY (review_id, item);
alter table reviews.answer add constraint answer_review_id_fkey FOREIGN KEY (review_id) REFERENCES reviews.review(id);
alter table reviews.answer add constraint answer_says_check CHECK ((says = ANY (ARRAY['met'::text, 'not-met'::text, 'not-applicable'::text])));
alter table reviews.answer add constraint what_is_not_met_says_what CHECK (((says <> 'not-met'::text) OR (comment <> ''::text)));
alter table reviews.finding add constraint finding_pkey PRIMARY KEY (id);
alter table reviews.finding add constraint finding_review_id_fkey FOREIGN KEY (review_id) REFERENCES reviews.review(id);
alter table reviews.finding add constraint finding_review_id_item_key UNIQUE (review_id, item);
alter table reviews.finding add constraint finding_state_check CHECK ((state = ANY (ARRAY['open'::text, 'answered'::text, 'accepted'::text, 'withdrawn'::text])));
alter table reviews.review add constraint closed_by_somebody CHECK (((closed_at IS NULL) = (closed_by IS NULL)));
alter table reviews.review add constraint drawn_from_some CHECK (((drawn_seed IS NULL) = (drawn_of IS NULL)));
alter table reviews.review add constraint review_pkey PRIMARY KEY (id);
alter table scheduling.appointment add constraint appointment_modality_check CHECK ((modality = ANY (ARRAY['in-person'::text, 'video'::text, 'audio'::text])));
alter table scheduling.appointment add constraint appointment_pkey PRIMARY KEY (id);
alter table scheduling.appointment add constraint appointment_room_id_fkey FOREIGN KEY (room_id) REFERENCES scheduling.room(id);
alter table scheduling.appointment add constraint appointment_series_id_fkey FOREIGN KEY (series_id) REFERENCES scheduling.series(id);
alter table scheduling.appointment add constraint appointment_status_check CHECK ((status = ANY (ARRAY['booked'::text, 'confirmed'::text, 'arrived'::text, 'in-session'::text, 'completed'::text, 'no-show'::text, 'cancelled'::text])));
alter table scheduling.appointment add constraint appointment_type_code_fkey FOREIGN KEY (type_code) REFERENCES scheduling.appointment_type(code);
alter table scheduling.appointment add constraint cancelled_has_reason CHECK (((status = 'cancelled'::text) = (cancel_reason IS NOT NULL)));
alter table scheduling.appointment add constraint ended_after_started CHECK (((ended_at IS NULL) OR ((started_at IS NOT NULL) AND (started_at <= ended_at))));
alter table scheduling.appointment add constraint ends_after_start CHECK ((starts_at < ends_at));
alter table scheduling.appointment add constraint lasts_a_day_at_most CHECK (((ends_at - starts_at) <= '24:00:00'::interval));
alter table scheduling.appointment add constraint occurrence_of_a_series CHECK ((((series_id IS NULL) = (occurrence IS NULL)) AND (occurrence >= 0)));
alter table scheduling.appointment_type add constraint appointment_type_minutes_check CHECK (((minutes >= 5) AND (minutes <= 720)));
alter table scheduling.appointment_type add constraint appointment_type_modality_check CHECK ((modality = ANY (ARRAY['in-person'::text, 'video'::text, 'audio'::text])));
alter table scheduling.appointment_type add constraint appointment_type_note_templates_check CHECK ((jsonb_typeof(note_templates) = 'object'::text));
alter table scheduling.appointment_type add constraint appointment_type_pkey PRIMARY KEY (code);
alter table scheduling.away add constraint away_pkey PRIMARY KEY (id);
alter table scheduling.away add constraint ends_after_start CHECK ((starts_at < ends_at));
alter table scheduling.away add constraint one_of_them CHECK (((site_id IS NULL) <> (clinician_id IS NULL)));
alter table scheduling.blocked_time add constraint blocked_time_pkey PRIMARY KEY (id);
alter table scheduling.blocked_time add constraint blocked_time_room_id_fkey FOREIGN KEY (room_id) REFERENCES scheduling.room(id);
alter table scheduling.blocked_time add constraint blocks_something CHECK (((clinician_id IS NOT NULL) OR (room_id IS NOT NULL)));
alter table scheduling.blocked_time add constraint ends_after_start CHECK ((starts_at < ends_at));
alter table scheduling.busy_slot add constraint busy_slot_pkey PRIMARY KEY (source_id);
alter table scheduling.busy_slot add constraint clinician_in_one_place EXCLUDE USING gist (clinician_id WITH =, session_id WITH <>, tstzrange(starts_at, ends_at) WITH &&) DEFERRABLE;
alter table scheduling.busy_slot add constraint room_holds_one_session EXCLUDE USING gist (room_id WITH =, session_id WITH <>, tstzrange(starts_at, ends_at) WITH &&) DEFERRABLE;
alter table scheduling.calendar_link add constraint calendar_link_pkey PRIMARY KEY (id);
alter table scheduling.calendar_link add constraint calendar_link_token_hash_key UNIQUE (token_hash);
alter table scheduling.earlier_wish add constraint earlier_wish_appointment_id_fkey FOREIGN KEY (appointment_id) REFERENCES scheduling.appointment(id);
alter table scheduling.earlier_wish add constraint earlier_wish_notice_hours_check CHECK (((notice_hours >= 0) AND (notice_hours <= 336)));
alter table scheduling.earlier_wish add constraint earlier_wish_pkey PRIMARY KEY (id);
alter table scheduling.earlier_wish add constraint earlier_wish_weekdays_check CHECK ((weekdays <@ '{1,2,3,4,5,6,7}'::integer[]));
alter table scheduling.earlier_wish add constraint ends_after_it_begins CHECK (((not_before IS NULL) OR (not_after IS NULL) OR (not_before < not_after)));
alter table scheduling.hours add constraint closes_after_opening CHECK ((opens < closes));
alter table scheduling.hours add constraint ends_after_beginning CHECK (((valid_to IS NULL) OR (valid_from <= valid_to)));
alter table scheduling.hours add constraint hours_pkey PRIMARY KEY (id);
alter table scheduling.hours add constraint hours_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7)));
alter table scheduling.loaded_content add constraint loaded_content_pkey PRIMARY KEY (name);
alter table scheduling.reminder add constraint answered_at_some_time CHECK (((answer IS NULL) = (answered_at IS NULL)));
alter table scheduling.reminder add constraint reminder_answer_check CHECK ((answer = ANY (ARRAY['confirm'::text, 'cancel'::text])));
alter table scheduling.reminder add constraint reminder_appointment_id_fkey FOREIGN KEY (appointment_id) REFERENCES scheduling.appointment(id);
alter table scheduling.reminder add constraint reminder_appointment_id_starts_at_lead_key UNIQUE (appointment_id, starts_at, lead);
alter table scheduling.reminder add constraint reminder_arrive_hash_check CHECK ((arrive_hash ~ '^[0-9a-f]{64}$'::text));
alter table scheduling.reminder add constraint reminder_arrive_hash_key UNIQUE (arrive_hash);
alter table scheduling.reminder add constraint reminder_cancel_hash_check CHECK ((cancel_hash ~ '^[0-9a-f]{64}$'::text));
alter table scheduling.reminder add constraint reminder_cancel_hash_key UNIQUE (cancel_hash);
alter table scheduling.reminder add constraint reminder_channel_check CHECK ((channel = ANY (ARRAY['text'::text, 'email'::text, 'voicemail'::text])));
alter table scheduling.reminder add constraint reminder_confirm_hash_check CHECK ((confirm_hash ~ '^[0-9a-f]{64}$'::text));
alter table scheduling.reminder add constraint reminder_confirm_hash_key UNIQUE (confirm_hash);
alter table scheduling.reminder add constraint reminder_pkey PRIMARY KEY (id);
alter table scheduling.reminder add constraint sent_with_both_answers CHECK (((confirm_hash IS NULL) = (cancel_hash IS NULL)));
alter table scheduling.room add constraint room_name_check CHECK ((name <> ''::text));
alter table scheduling.room add constraint room_pkey PRIMARY KEY (id);
alter table scheduling.room add constraint room_seats_check CHECK ((seats > 0));
alter table scheduling.room add constraint room_site_id_name_key UNIQUE (site_id, name);
alter table scheduling.series add constraint series_follows_fkey FOREIGN KEY (follows) REFERENCES scheduling.series(id);
alter table scheduling.series add constraint series_minutes_check CHECK (((minutes >= 5) AND (minutes <= 720)));
alter table scheduling.series add constraint series_modality_check CHECK ((modality = ANY (ARRAY['in-person'::text, 'video'::text, 'audio'::text])));
alter table scheduling.series add constraint series_pkey PRIMARY KEY (id);
alter table scheduling.series add constraint series_recurrence_check CHECK (((recurrence ->> 'frequency'::text) = ANY (ARRAY['daily'::text, 'weekly'::text, 'monthly'::text])));
alter table scheduling.series add constraint series_room_id_fkey FOREIGN KEY (room_id) REFERENCES scheduling.room(id);
alter table scheduling.series add constraint series_times_check CHECK (((times >= 1) AND (times <= 156)));
alter table scheduling.series add constraint series_type_code_fkey FOREIGN KEY (type_code) REFERENCES scheduling.appointment_type(code);
alter table scheduling.slot_offer add constraint slot_offer_check CHECK ((ends_at > starts_at));
alter table scheduling.slot_offer add constraint slot_offer_check1 CHECK ((slot_ends_at >= ends_at));
alter table scheduling.slot_offer add constraint slot_offer_pkey PRIMARY KEY (id);
alter table scheduling.slot_offer add constraint slot_offer_state_check CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'declined'::text, 'expired'::text])));
alter table scheduling.slot_offer add constraint slot_offer_wish_id_fkey FOREIGN KEY (wish_id) REFERENCES scheduling.earlier_wish(id);
alter table scheduling.status_change add constraint status_change_appointment_id_fkey FOREIGN KEY (appointment_id) REFERENCES scheduling.appointment(id);
alter table scheduling.status_change add constraint status_change_pkey PRIMARY KEY (id);
alter table stays.aftercare add constraint aftercare_naloxone_check CHECK ((naloxone = ANY (ARRAY['given'::text, 'declined'::text, 'not-indicated'::text])));
alter table stays.aftercare add constraint aftercare_pkey PRIMARY KEY (id);
alter table stays.aftercare add constraint planned_or_declined CHECK ((declined OR (plan <> ''::text)));
alter table stays.teds add constraint teds_moment_check CHECK ((moment = ANY (ARRAY['admission'::text, 'discharge'::text])));
alter table stays.teds add constraint teds_pkey PRIMARY KEY (id);
alter table teams.membership add constraint ended_by_somebody CHECK (((ended_on IS NULL) = (ended_by IS NULL)));
alter table teams.membership add constraint membership_check CHECK ((ended_on >= since));
alter table teams.membership add constraint membership_part_check CHECK ((part = ANY (ARRAY['therapist'::text, 'prescriber'::text, 'nurse'::text, 'case-manager'::text, 'peer'::text, 'other'::text])));
alter table teams.membership add constraint membership_pkey PRIMARY KEY (id);
alter table teams.task add constraint done_by_somebody CHECK (((done_at IS NULL) = (done_by IS NULL)));
alter table teams.task add constraint for_exactly_one CHECK ((num_nonnulls(for_staff_id, for_role) = 1));
alter table teams.task add constraint kept_with_what_it_is_of CHECK (((kept_by IS NULL) = (kept_id IS NULL)));
alter table teams.task add constraint made_by_somebody_or_a_rule CHECK (((num_nonnulls(made_by, rule_id) = 1) OR ((kept_by IS NOT NULL) AND (rule_id IS NULL))));
alter table teams.task add constraint task_pkey PRIMARY KEY (id);
alter table teams.task add constraint task_title_check CHECK ((title <> ''::text));
alter table together.document add constraint closed_into_a_note CHECK ((((closed_at IS NULL) = (closed_by IS NULL)) AND ((closed_at IS NULL) = (note_id IS NULL))));
alter table together.document add constraint document_name_check CHECK ((name <> ''::text));
alter table together.document add constraint document_pkey PRIMARY KEY (id);
alter table together.mention add constraint mention_pkey PRIMARY KEY (remark_id, staff_id);
alter table together.mention add constraint mention_remark_id_fkey FOREIGN KEY (remark_id) REFERENCES together.remark(id);
alter table together.remark add constraint remark_document_id_fkey FOREIGN KEY (document_id) REFERENCES together.document(id);
alter table together.remark add constraint remark_pkey PRIMARY KEY (id);
alter table together.remark add constraint remark_says_check CHECK ((says <> ''::text));
alter table together.remark add constraint remark_section_id_fkey FOREIGN KEY (section_id) REFERENCES together.section(id);
alter table together.section add constraint section_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text));
alter table together.section add constraint section_document_id_fkey FOREIGN KEY (document_id) REFERENCES together.document(id);
alter table together.section add constraint section_document_id_key_key UNIQUE (document_id, key);
alter table together.section add constraint section_pkey PRIMARY KEY (id);
alter table together.section add constraint signed_as_a_whole CHECK ((((signed_at IS NULL) = (signed_by IS NULL)) AND ((signed_at IS NULL) = (seal IS NULL)) AND ((signed_at IS NULL) = (digest IS NULL))));
alter table together.section_update add constraint section_update_pkey PRIMARY KEY (id);
alter table together.section_update add constraint section_update_section_id_fkey FOREIGN KEY (section_id) REFERENCES together.section(id);
alter table tracks.enrolment add constraint enrolment_left_because_check CHECK ((left_because = ANY (ARRAY['completed'::text, 'stepped-down'::text, 'stepped-up'::text, 'left-early'::text, 'schedule'::text, 'entered-in-error'::text, 'moved'::text])));
alter table tracks.enrolment add constraint enrolment_pkey PRIMARY KEY (id);
alter table tracks.enrolment add constraint enrolment_track_id_fkey FOREIGN KEY (track_id) REFERENCES tracks.track(id);
alter table tracks.enrolment add constraint leaves_after_joining CHECK (((left_on IS NULL) OR (left_on >= first_day)));
alter table tracks.enrolment add constraint left_for_a_reason CHECK (((left_on IS NULL) = (left_because IS NULL)));
alter table tracks.meeting add constraint ends_after_start CHECK ((starts_at < ends_at));
alter table tracks.meeting add constraint meeting_pkey PRIMARY KEY (session_id);
alter table tracks.meeting add constraint meeting_slot_id_fkey FOREIGN KEY (slot_id) REFERENCES tracks.slot(id);
alter table tracks.meeting add constraint meeting_track_id_fkey FOREIGN KEY (track_id) REFERENCES tracks.track(id);
alter table tracks.slot add constraint slot_minutes_check CHECK (((minutes >= 15) AND (minutes <= 480)));
alter table tracks.slot add constraint slot_pkey PRIMARY KEY (id);
alter table tracks.slot add constraint slot_track_id_fkey FOREIGN KEY (track_id) REFERENCES tracks.track(id);
alter table tracks.slot add constraint slot_track_id_weekday_starts_key UNIQUE (track_id, weekday, starts);
alter table tracks.slot add constraint slot_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7)));
alter table tracks.track add constraint begins_before_it_ends CHECK ((first_day <= last_day));
alter table tracks.track add constraint track_name_check CHECK ((name <> ''::text));
alter table tracks.track add constraint track_pkey PRIMARY KEY (id);
alter table transitions.transition add constraint taken_back_by_somebody CHECK (((taken_back_at IS NULL) = (taken_back_by IS NULL)));
alter table transitions.transition add constraint transition_kind_check CHECK ((kind = ANY (ARRAY['step-up'::text, 'step-down'::text, 'transfer'::text, 'second-program'::text, 'readmission'::text])));
alter table transitions.transition add constraint transition_pkey PRIMARY KEY (id);

-- Indexes

CREATE INDEX access_grant_by_grantee ON privacy.access_grant USING btree (grantee_staff_id, patient_id);
CREATE INDEX access_grant_by_patient ON privacy.access_grant USING btree (patient_id);
CREATE INDEX access_grant_of_consent ON privacy.access_grant USING btree (consent_id) WHERE (consent_id IS NOT NULL);
CREATE INDEX access_grant_of_emergency ON privacy.access_grant USING btree (emergency_id) WHERE (emergency_id IS NOT NULL);
CREATE INDEX accounting_suspension_of_patient ON privacy.accounting_suspension USING btree (patient_id);
CREATE INDEX act_of_patient ON intake.act USING btree (patient_id);
CREATE INDEX act_of_wait ON intake.act USING btree (wait_id, at);
CREATE INDEX administration_by_patient ON assessments.administration USING btree (patient_id, completed_at);
CREATE INDEX administration_by_program ON assessments.administration USING btree (program_id, instrument_code, completed_at);
CREATE INDEX aftercare_of_episode ON stays.aftercare USING btree (episode_id, written_at);
CREATE INDEX aftercare_of_patient ON stays.aftercare USING btree (patient_id);
CREATE INDEX agreement_of_integration ON privacy.agreement USING btree (integration) WHERE (integration IS NOT NULL);
CREATE INDEX agreement_of_party ON privacy.agreement USING btree (party_id);
CREATE INDEX alert_of_patient ON patients.alert USING btree (patient_id);
CREATE INDEX allergy_by_patient ON observations.allergy USING btree (patient_id);
CREATE INDEX allergy_statement_by_patient ON observations.allergy_statement USING btree (patient_id, stated_at);
CREATE INDEX answer_by_patient ON reviews.answer USING btree (patient_id);
CREATE INDEX appointment_by_clinician ON scheduling.appointment USING btree (clinician_id, starts_at);
CREATE INDEX appointment_by_patient ON scheduling.appointment USING btree (patient_id, starts_at);
CREATE INDEX appointment_by_program ON scheduling.appointment USING btree (program_id, starts_at);
CREATE INDEX appointment_by_room ON scheduling.appointment USING btree (room_id, starts_at) WHERE (room_id IS NOT NULL);
CREATE INDEX appointment_by_session ON scheduling.appointment USING btree (session_id, patient_id) WHERE (session_id IS NOT NULL);
CREATE INDEX appointment_by_start ON scheduling.appointment USING btree (starts_at);
CREATE INDEX assessment_of_incident ON privacy.incident_assessment USING btree (incident_id, assessed_at);
CREATE INDEX attempt_of_call ON intake.attempt USING btree (call_id);
CREATE INDEX attempt_of_patient ON intake.attempt USING btree (patient_id);
CREATE INDEX auth_session_of_user ON identity.auth_session USING btree (user_id);
CREATE INDEX auth_verification_identifier ON identity.auth_verification USING btree (identifier);
CREATE INDEX authorization_by_end ON billing."authorization" USING btree (valid_through) WHERE (state = ANY (ARRAY['requested'::text, 'approved'::text]));
CREATE INDEX authorization_by_patient ON billing."authorization" USING btree (patient_id, program_id);
CREATE INDEX away_by_clinician ON scheduling.away USING btree (clinician_id, starts_at) WHERE (clinician_id IS NOT NULL);
CREATE INDEX away_by_site ON scheduling.away USING btree (site_id, starts_at) WHERE (site_id IS NOT NULL);
CREATE INDEX batch_unsent ON billing.batch USING btree (created_at) WHERE (state = 'queued'::text);
CREATE INDEX belonging_of_patient ON residence.belonging USING btree (patient_id);
CREATE INDEX blocked_time_by_clinician ON scheduling.blocked_time USING btree (clinician_id, starts_at) WHERE (clinician_id IS NOT NULL);
CREATE INDEX blocked_time_by_room ON scheduling.blocked_time USING btree (room_id, starts_at) WHERE (room_id IS NOT NULL);
CREATE INDEX busy_slot_by_clinician ON scheduling.busy_slot USING btree (clinician_id, starts_at) INCLUDE (ends_at) WHERE (clinician_id IS NOT NULL);
CREATE INDEX busy_slot_by_room ON scheduling.busy_slot USING btree (room_id, starts_at) WHERE (room_id IS NOT NULL);
CREATE INDEX calendar_link_by_staff ON scheduling.calendar_link USING btree (staff_id);
CREATE INDEX call_of_patient ON intake.call USING btree (patient_id);
CREATE INDEX call_to_settle ON intake.call USING btree (program_id, called_at) WHERE (outcome IS NULL);
CREATE INDEX census_line_of_patient ON residence.census_line USING btree (patient_id, census_id);
CREATE INDEX charge_by_patient ON billing.charge USING btree (patient_id, served_on);
CREATE INDEX charge_by_state ON billing.charge USING btree (state, served_on) WHERE (state <> 'claimed'::text);
CREATE INDEX charge_line_by_patient ON billing.charge_line USING btree (patient_id);
CREATE INDEX check_in_by_appointment ON desk.check_in USING btree (appointment_id);
CREATE INDEX check_in_by_patient ON desk.check_in USING btree (patient_id, found_at);
CREATE INDEX claim_by_batch ON billing.claim USING btree (batch_id);
CREATE INDEX claim_by_corrected ON billing.claim USING btree (corrects) WHERE (corrects IS NOT NULL);
CREATE INDEX claim_by_patient ON billing.claim USING btree (patient_id, served_on);
CREATE INDEX claim_by_payer_number ON billing.claim USING btree (payer_claim_number) WHERE (payer_claim_number IS NOT NULL);
CREATE INDEX claim_by_state ON billing.claim USING btree (state, updated_at);
CREATE INDEX claim_event_by_claim ON billing.claim_event USING btree (claim_id, at);
CREATE INDEX claim_event_by_patient ON billing.claim_event USING btree (patient_id);
CREATE INDEX consent_of_patient ON privacy.consent USING btree (patient_id, state);
CREATE INDEX consent_superseded ON privacy.consent USING btree (supersedes) WHERE (supersedes IS NOT NULL);
CREATE INDEX contact_of_patient ON patients.contact USING btree (patient_id);
CREATE INDEX coverage_of_patient ON patients.coverage USING btree (patient_id);
CREATE INDEX critical_finding_by_patient ON assessments.critical_finding USING btree (patient_id);
CREATE INDEX critical_finding_open ON assessments.critical_finding USING btree (program_id, due_at) WHERE (answered_at IS NULL);
CREATE INDEX decision_by_patient ON medications.decision USING btree (patient_id);
CREATE INDEX decision_by_patient ON privacy.decision USING btree (patient_id, decided_at);
CREATE INDEX diagnosis_by_patient ON charting.diagnosis USING btree (patient_id, rank);
CREATE INDEX diagnosis_version_by_patient ON charting.diagnosis_version USING btree (patient_id);
CREATE INDEX disclosure_by_decision ON privacy.disclosure USING btree (decision_id);
CREATE INDEX disclosure_of_patient ON privacy.disclosure USING btree (patient_id, at);
CREATE INDEX document_by_patient ON documents.document USING btree (patient_id);
CREATE INDEX document_by_patient ON together.document USING btree (patient_id, opened_at);
CREATE INDEX draft_by_appointment ON charting.draft USING btree (appointment_id) WHERE (appointment_id IS NOT NULL);
CREATE INDEX draft_by_author ON charting.draft USING btree (author_id) WHERE (state = 'open'::text);
CREATE INDEX draft_by_patient ON charting.draft USING btree (patient_id, opened_at);
CREATE INDEX draft_device_by_patient ON charting.draft_device USING btree (patient_id);
CREATE INDEX draft_revision_by_patient ON charting.draft_revision USING btree (patient_id);
CREATE INDEX draft_section_by_patient ON charting.draft_section USING btree (patient_id);
CREATE INDEX earlier_wish_by_patient ON scheduling.earlier_wish USING btree (patient_id);
CREATE INDEX emergency_access_by_time ON privacy.emergency_access USING btree (opened_at);
CREATE INDEX emergency_access_of_patient ON privacy.emergency_access USING btree (patient_id, opened_at);
CREATE INDEX emergency_access_of_staff ON privacy.emergency_access USING btree (staff_id, opened_at);
CREATE INDEX emergency_record_of_patient ON privacy.emergency_record USING btree (patient_id, disclosed_at);
CREATE INDEX emergency_review_open ON privacy.emergency_review USING btree (due_at) WHERE (verdict IS NULL);
CREATE INDEX encounter_by_patient ON charting.encounter USING btree (patient_id, started_at);
CREATE INDEX encounter_by_signature ON charting.encounter USING btree (signed_at);
CREATE INDEX enrolment_by_patient ON tracks.enrolment USING btree (patient_id);
CREATE INDEX entry_by_action ON audit.entry USING btree (action, seq);
CREATE INDEX entry_by_actor ON audit.entry USING btree (actor_id, seq);
CREATE INDEX entry_by_patient ON billing.entry USING btree (patient_id, account);
CREATE INDEX entry_by_purpose ON audit.entry USING btree (purpose, seq);
CREATE INDEX entry_by_time ON audit.entry USING btree (at);
CREATE INDEX entry_undone ON audit.entry USING btree (outcome, seq) WHERE (outcome <> 'done'::text);
CREATE INDEX episode_of_clinician ON programs.episode USING btree (primary_clinician_id) WHERE (state = 'admitted'::text);
CREATE INDEX episode_of_program ON programs.episode USING btree (program_id, state, id);
CREATE INDEX fee_policy_by_program ON desk.fee_policy USING btree (program_id, valid_from, made_at);
CREATE INDEX file_patient ON platform.file USING btree (patient_id) WHERE (patient_id IS NOT NULL);
CREATE INDEX finding_by_owner ON reviews.finding USING btree (owner_id) WHERE (state = ANY (ARRAY['open'::text, 'answered'::text]));
CREATE INDEX finding_by_patient ON reviews.finding USING btree (patient_id);
CREATE INDEX finding_of_actor ON audit.finding USING btree (actor_id, day);
CREATE INDEX finding_of_day ON audit.finding USING btree (day);
CREATE INDEX finding_of_patient ON audit.finding USING btree (patient_id);
CREATE INDEX guarantor_of_patient ON patients.guarantor USING btree (patient_id);
CREATE INDEX hand_off_line_of_patient ON residence.hand_off_line USING btree (patient_id);
CREATE INDEX hand_off_of_unit ON residence.hand_off USING btree (unit_id, signed_at);
CREATE INDEX hand_over_line_of_patient ON caseloads.hand_over_line USING btree (patient_id);
CREATE INDEX hand_over_line_to ON caseloads.hand_over_line USING btree (to_staff_id, at);
CREATE INDEX hours_by_clinician ON scheduling.hours USING btree (clinician_id) WHERE (clinician_id IS NOT NULL);
CREATE INDEX hours_by_site ON scheduling.hours USING btree (site_id) WHERE (clinician_id IS NULL);
CREATE INDEX icd10cm_words ON charting.icd10cm USING gin (words);
CREATE INDEX inbound_by_digest ON documents.inbound USING btree (sha256);
CREATE INDEX inbound_file_quarantine ON billing.inbound_file USING btree (received_at) WHERE (state = 'quarantined'::text);
CREATE INDEX inbound_waiting ON documents.inbound USING btree (received_at) WHERE (state = ANY (ARRAY['waiting'::text, 'quarantined'::text]));
CREATE INDEX incident_of_patient ON privacy.incident_patient USING btree (patient_id);
CREATE INDEX incident_of_patient ON residence.incident_report USING btree (patient_id);
CREATE INDEX incident_open ON privacy.incident USING btree (discovered_on) WHERE (state <> 'closed'::text);
CREATE INDEX journal_by_charge ON billing.journal USING btree (charge_id) WHERE (charge_id IS NOT NULL);
CREATE INDEX journal_by_claim ON billing.journal USING btree (claim_id) WHERE (claim_id IS NOT NULL);
CREATE INDEX journal_by_patient ON billing.journal USING btree (patient_id, effective_on);
CREATE INDEX leave_of_patient ON residence.leave USING btree (patient_id);
CREATE INDEX link_by_patient ON assessments.link USING btree (patient_id);
CREATE INDEX meeting_by_track ON tracks.meeting USING btree (track_id, starts_at);
CREATE INDEX member_by_patient ON groups.member USING btree (patient_id);
CREATE INDEX membership_of_staff ON teams.membership USING btree (staff_id) WHERE (ended_on IS NULL);
CREATE INDEX mention_by_patient ON together.mention USING btree (patient_id);
CREATE INDEX mention_by_staff ON together.mention USING btree (staff_id) WHERE (done_at IS NULL);
CREATE INDEX merge_of_duplicate ON patients.merge USING btree (duplicate_id);
CREATE INDEX merge_of_survivor ON patients.merge USING btree (patient_id);
CREATE INDEX missed_sighting_of_patient ON residence.missed_sighting USING btree (patient_id);
CREATE INDEX missed_visit_by_patient ON desk.missed_visit USING btree (patient_id, starts_at);
CREATE INDEX none_taken_by_patient ON medications.none_taken USING btree (patient_id, program_id);
CREATE INDEX note_addenda ON charting.note USING btree (addendum_to) WHERE (addendum_to IS NOT NULL);
CREATE INDEX note_by_appointment ON charting.note USING btree (appointment_id) WHERE (appointment_id IS NOT NULL);
CREATE INDEX note_by_patient ON charting.note USING btree (patient_id, signed_at);
CREATE INDEX note_search_by_patient ON charting.note_search USING btree (patient_id, signed_at);
CREATE INDEX note_search_by_signature ON charting.note_search USING btree (signed_at DESC, note_id DESC);
CREATE INDEX note_search_words ON charting.note_search USING gin (words) WITH (fastupdate=off);
CREATE INDEX occupancy_of_patient ON residence.occupancy USING btree (patient_id);
CREATE INDEX on_call_shift_by_program ON assessments.on_call_shift USING btree (program_id, starts_at);
CREATE INDEX one_time_link_of_staff ON identity.one_time_link USING btree (staff_id);
CREATE INDEX outage_of_bed ON residence.bed_outage USING btree (bed_id, starts_at);
CREATE INDEX packet_of_patient ON disclosures.packet USING btree (patient_id, prepared_at);
CREATE INDEX packet_queued ON disclosures.packet USING btree (prepared_at) WHERE (state = 'queued'::text);
CREATE INDEX party_by_name ON privacy.party USING btree (name);
CREATE INDEX party_of_patient ON privacy.party USING btree (patient_id) WHERE (patient_id IS NOT NULL);
CREATE INDEX party_treatment_of_party ON privacy.party_treatment USING btree (party_id);
CREATE INDEX party_treatment_of_patient ON privacy.party_treatment USING btree (patient_id, party_id);
CREATE INDEX passkey_of_staff ON identity.passkey USING btree (staff_id);
CREATE INDEX patient_by_birth_date ON patients.patient USING btree (birth_date);
CREATE INDEX patient_merged ON patients.patient USING btree (merged_into) WHERE (merged_into IS NOT NULL);
CREATE INDEX patient_person ON patients.patient USING btree ((
CASE
    WHEN (merged_into IS NULL) THEN id
    ELSE merged_into
END));
CREATE INDEX patient_program_by_program ON privacy.patient_program USING btree (program_id, patient_id);
CREATE INDEX patient_request_of_patient ON disclosures.patient_request USING btree (patient_id, received_on);
CREATE INDEX patient_request_open ON disclosures.patient_request USING btree (due_on) WHERE (state = 'open'::text);
CREATE INDEX plan_entry_by_patient ON careplans.plan_entry USING btree (patient_id);
CREATE INDEX plan_entry_by_plan ON careplans.plan_entry USING btree (plan_id);
CREATE INDEX plan_signature_by_patient ON careplans.plan_signature USING btree (patient_id);
CREATE INDEX plan_signature_by_plan ON careplans.plan_signature USING btree (sealed_plan_id);
CREATE INDEX program_membership_in_program ON identity.program_membership USING btree (program_id);
CREATE INDEX program_membership_of_staff ON identity.program_membership USING btree (staff_id);
CREATE INDEX program_of_site ON programs.program USING btree (site_id);
CREATE INDEX remark_by_document ON together.remark USING btree (document_id, at);
CREATE INDEX remark_by_patient ON together.remark USING btree (patient_id);
CREATE INDEX reminder_by_patient ON scheduling.reminder USING btree (patient_id);
CREATE INDEX remittance_by_time ON billing.remittance USING btree (received_at);
CREATE INDEX remittance_claim_by_claim ON billing.remittance_claim USING btree (claim_id);
CREATE INDEX remittance_claim_by_patient ON billing.remittance_claim USING btree (patient_id);
CREATE INDEX remittance_claim_by_remittance ON billing.remittance_claim USING btree (remittance_id);
CREATE INDEX rendition_by_patient ON charting.rendition USING btree (patient_id);
CREATE INDEX reservation_of_patient ON residence.reservation USING btree (patient_id);
CREATE INDEX residency_of_patient ON residence.residency USING btree (patient_id);
CREATE INDEX residency_of_program ON residence.residency USING btree (program_id, starts_at);
CREATE INDEX restriction_of_patient ON privacy.restriction USING btree (patient_id, asked_at);
CREATE INDEX result_by_patient ON observations.result USING btree (patient_id, collected_at);
CREATE INDEX result_not_reviewed ON observations.result USING btree (review_due) WHERE ((reviewed_at IS NULL) AND (state = 'recorded'::text));
CREATE INDEX review_by_day ON reviews.review USING btree (opened_at);
CREATE INDEX review_by_patient ON reviews.review USING btree (patient_id);
CREATE INDEX risk_case_by_patient ON assessments.risk_case USING btree (patient_id, opened_at);
CREATE INDEX risk_duty_by_patient ON assessments.risk_duty USING btree (patient_id);
CREATE INDEX risk_duty_late ON assessments.risk_duty USING btree (due_at) WHERE (escalated_at IS NULL);
CREATE INDEX risk_duty_open ON assessments.risk_duty USING btree (program_id, due_at) WHERE ((done_at IS NULL) AND (ended_at IS NULL));
CREATE INDEX risk_event_by_case ON assessments.risk_event USING btree (case_id, at);
CREATE INDEX risk_event_by_patient ON assessments.risk_event USING btree (patient_id);
CREATE INDEX role_permission_of_permission ON identity.role_permission USING btree (permission_code);
CREATE INDEX round_of_unit ON residence.round USING btree (unit_id, signed_at);
CREATE INDEX rule_switch_by_rule ON margin.rule_switch USING btree (rule_id, switched_at DESC);
CREATE INDEX screening_of_episode ON intake.screening USING btree (episode_id, screened_at);
CREATE INDEX screening_of_patient ON intake.screening USING btree (patient_id);
CREATE INDEX sealed_plan_by_patient ON careplans.sealed_plan USING btree (patient_id);
CREATE INDEX search_name_of_patient ON patients.search_name USING btree (patient_id);
CREATE INDEX search_number_of_patient ON patients.search_number USING btree (patient_id);
CREATE INDEX seat_by_patient ON groups.seat USING btree (patient_id);
CREATE INDEX section_by_patient ON together.section USING btree (patient_id);
CREATE INDEX section_update_by_patient ON together.section_update USING btree (patient_id);
CREATE INDEX section_update_by_section ON together.section_update USING btree (section_id, id);
CREATE INDEX series_by_patient ON scheduling.series USING btree (patient_id);
CREATE INDEX session_by_start ON groups.session USING btree (starts_at);
CREATE INDEX sighting_of_patient ON residence.sighting USING btree (patient_id, seen_at);
CREATE INDEX sighting_of_watch ON residence.sighting USING btree (watch_id, seen_at);
CREATE INDEX sign_in_attempt_by_address ON identity.sign_in_attempt USING btree (address, at DESC);
CREATE INDEX sign_in_attempt_by_email ON identity.sign_in_attempt USING btree (email, at DESC);
CREATE INDEX sign_in_attempt_by_time ON identity.sign_in_attempt USING btree (at);
CREATE INDEX signature_comment_by_patient ON charting.signature_comment USING btree (patient_id);
CREATE INDEX signature_step_asked ON charting.signature_step USING btree (asked_of) WHERE (state = 'asked'::text);
CREATE INDEX signature_step_by_patient ON charting.signature_step USING btree (patient_id);
CREATE INDEX signature_step_returned ON charting.signature_step USING btree (note_id) WHERE (state = 'returned'::text);
CREATE INDEX slot_offer_by_expiry ON scheduling.slot_offer USING btree (expires_at) WHERE (state = 'open'::text);
CREATE INDEX slot_offer_by_patient ON scheduling.slot_offer USING btree (patient_id);
CREATE INDEX staff_credential_of_staff ON identity.staff_credential USING btree (staff_id);
CREATE INDEX staff_role_of_role ON identity.staff_role USING btree (role_code);
CREATE INDEX staff_supervisor ON identity.staff USING btree (supervisor_id);
CREATE INDEX statement_by_patient ON medications.statement USING btree (patient_id, program_id);
CREATE INDEX status_change_by_appointment ON scheduling.status_change USING btree (appointment_id, at);
CREATE INDEX status_change_by_patient ON scheduling.status_change USING btree (patient_id);
CREATE INDEX step_of_incident ON privacy.incident_step USING btree (incident_id, done_at);
CREATE INDEX task_for_role ON teams.task USING btree (program_id, for_role, due_on) WHERE (done_at IS NULL);
CREATE INDEX task_for_staff ON teams.task USING btree (for_staff_id, due_on) WHERE (done_at IS NULL);
CREATE INDEX task_of_patient ON teams.task USING btree (patient_id);
CREATE INDEX task_with_a_clock ON teams.task USING btree (due_at) WHERE ((due_at IS NOT NULL) AND (done_at IS NULL));
CREATE INDEX teds_of_episode ON stays.teds USING btree (episode_id, moment, written_at);
CREATE INDEX teds_of_patient ON stays.teds USING btree (patient_id);
CREATE INDEX tick_of_episode ON intake.tick USING btree (episode_id, at);
CREATE INDEX tick_of_patient ON intake.tick USING btree (patient_id);
CREATE INDEX track_by_program ON tracks.track USING btree (program_id, last_day);
CREATE INDEX transfer_of_patient ON residence.transfer USING btree (patient_id);
CREATE INDEX transition_by_patient ON transitions.transition USING btree (patient_id, made_at);
CREATE INDEX treatment_day_by_program ON billing.treatment_day USING btree (program_id, day);
CREATE INDEX treatment_day_changed ON billing.treatment_day USING btree (day) WHERE (changed_since IS NOT NULL);
CREATE INDEX unit_of_program ON residence.unit USING btree (program_id);
CREATE INDEX vault_note_of_patient ON charting.vault_note USING btree (patient_id, written_at);
CREATE INDEX vault_share_of_grantee ON privacy.vault_share USING btree (grantee_staff_id, note_id);
CREATE INDEX vault_share_of_note ON privacy.vault_share USING btree (note_id);
CREATE INDEX vault_share_of_patient ON privacy.vault_share USING btree (patient_id);
CREATE INDEX vital_set_by_patient ON observations.vital_set USING btree (patient_id, taken_at);
CREATE INDEX wait_of_patient ON intake.wait USING btree (patient_id);
CREATE INDEX wait_of_program ON intake.wait USING btree (program_id) WHERE (ended_at IS NULL);
CREATE INDEX watch_of_patient ON residence.watch USING btree (patient_id);
CREATE INDEX worked_on_by_objective ON careplans.worked_on USING btree (objective_id);
CREATE INDEX worked_on_by_patient ON careplans.worked_on USING btree (patient_id);
CREATE UNIQUE INDEX appointment_by_occurrence ON scheduling.appointment USING btree (series_id, occurrence) WHERE (series_id IS NOT NULL);
CREATE UNIQUE INDEX auth_user_email ON identity.auth_user USING btree (email);
CREATE UNIQUE INDEX blocked_time_by_session ON scheduling.blocked_time USING btree (session_id) WHERE (session_id IS NOT NULL);
CREATE UNIQUE INDEX enrolled_once ON tracks.enrolment USING btree (track_id, patient_id) WHERE (left_on IS NULL);
CREATE UNIQUE INDEX error_marked_once ON charting.note USING btree (addendum_to) WHERE (kind = 'error'::text);
CREATE UNIQUE INDEX inbound_file_bytes ON billing.inbound_file USING btree (sha256) WHERE (state <> 'duplicate'::text);
CREATE UNIQUE INDEX member_once ON groups.member USING btree (group_id, patient_id) WHERE (left_on IS NULL);
CREATE UNIQUE INDEX one_bed_reserved_an_episode ON residence.reservation USING btree (episode_id) WHERE (state = 'open'::text);
CREATE UNIQUE INDEX one_charge_journal ON billing.journal USING btree (charge_id) WHERE (kind = 'charge'::text);
CREATE UNIQUE INDEX one_decision_a_program ON privacy.need_to_know USING btree (program_id) WHERE (valid_to IS NULL);
CREATE UNIQUE INDEX one_live_claim_a_charge ON billing.claim USING btree (charge_id) WHERE ((frequency <> '8'::text) AND (state <> ALL (ARRAY['rejected'::text, 'reversed'::text, 'replaced'::text, 'voided'::text])));
CREATE UNIQUE INDEX one_offer_a_slot ON scheduling.slot_offer USING btree (clinician_id, starts_at) WHERE (state = 'open'::text);
CREATE UNIQUE INDEX one_offer_a_wish ON scheduling.slot_offer USING btree (wish_id) WHERE (state = 'open'::text);
CREATE UNIQUE INDEX one_open_decision ON medications.decision USING btree (statement_id, to_program_id) WHERE (applied_at IS NULL);
CREATE UNIQUE INDEX one_open_diagnosis_a_code ON charting.diagnosis USING btree (patient_id, program_id, code) WHERE ((resolved IS NULL) AND (NOT entered_in_error));
CREATE UNIQUE INDEX one_open_draft_an_appointment ON charting.draft USING btree (appointment_id, template_code) WHERE ((state = 'open'::text) AND (appointment_id IS NOT NULL));
CREATE UNIQUE INDEX one_open_episode ON programs.episode USING btree (patient_id, program_id) WHERE (state = ANY (ARRAY['referral'::text, 'screening'::text, 'admitted'::text]));
CREATE UNIQUE INDEX one_open_risk_case ON assessments.risk_case USING btree (patient_id, program_id) WHERE (closed_at IS NULL);
CREATE UNIQUE INDEX one_open_task_a_matter ON teams.task USING btree (kept_by, kept_id) WHERE ((kept_by IS NOT NULL) AND (done_at IS NULL));
CREATE UNIQUE INDEX one_part_at_a_time ON teams.membership USING btree (patient_id, program_id, staff_id) WHERE (ended_on IS NULL);
CREATE UNIQUE INDEX one_pending_transfer ON residence.transfer USING btree (residency_id) WHERE (state = 'pending'::text);
CREATE UNIQUE INDEX one_posting_a_payment ON billing.remittance USING btree (payer_identifier, trace, payment_cents, COALESCE(paid_on, '0001-01-01'::date)) WHERE (state = 'posted'::text);
CREATE UNIQUE INDEX one_reservation_a_bed ON residence.reservation USING btree (bed_id) WHERE (state = 'open'::text);
CREATE UNIQUE INDEX one_residency_an_episode ON residence.residency USING btree (episode_id) WHERE (ends_at IS NULL);
CREATE UNIQUE INDEX one_task_a_rule_and_day ON teams.task USING btree (rule_id, patient_id, program_id, due_on) WHERE (rule_id IS NOT NULL);
CREATE UNIQUE INDEX one_void_a_claim ON billing.claim USING btree (corrects) WHERE ((frequency = '8'::text) AND (state <> ALL (ARRAY['rejected'::text, 'replaced'::text])));
CREATE UNIQUE INDEX one_wait_an_episode ON intake.wait USING btree (episode_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX one_wish_an_appointment ON scheduling.earlier_wish USING btree (appointment_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX risk_event_once ON assessments.risk_event USING btree (case_id, request_id) WHERE (request_id IS NOT NULL);
CREATE UNIQUE INDEX site_name_is_unique ON identity.site USING btree (lower(name));
CREATE UNIQUE INDEX staff_email ON identity.staff USING btree (email);

-- Views

create view assessments.completed_score with (security_invoker=true) as
 SELECT patient_id,
    program_id,
    instrument_code,
    score,
    says,
    completed_at
   FROM assessments.administration
  WHERE state = 'completed'::text AND score IS NOT NULL;
create view assessments.open_risk with (security_invoker=true) as
 SELECT id,
    patient_id,
    program_id,
    labels,
    opened_at
   FROM assessments.risk_case
  WHERE closed_at IS NULL;
create view assessments.result_to_release with (security_invoker=true) as
 SELECT a.id,
    a.patient_id,
    a.program_id,
    a.labels,
    v.definition ->> 'title'::text AS title,
    a.answered_by,
    a.score,
    a.says,
    a.completed_at,
    a.completed_by,
    a.instrument_code,
    COALESCE(v.definition ->> 'abbreviation'::text, v.definition ->> 'title'::text) AS abbreviation
   FROM assessments.administration a
     JOIN assessments.instrument_version v ON v.id = a.version_id
  WHERE a.state = 'completed'::text;
create view assessments.score with (security_invoker=true) as
 SELECT id,
    patient_id,
    program_id,
    labels,
    instrument_code,
    version_id,
    answered_by,
    completed_at,
    score,
    says
   FROM assessments.administration
  WHERE state = 'completed'::text;
create view audit.access_line with (security_invoker=true) as
 SELECT looked.patient_id,
    e.seq,
    e.at,
    e.action,
    e.outcome,
    e.purpose,
    e.actor_kind,
    e.actor_id,
    e.actor_name,
    e.actor_roles
   FROM audit.entry_patient looked
     JOIN audit.entry e ON e.seq = looked.seq;
create view billing.authorization_running with (security_invoker=true) as
 SELECT a.id,
    a.patient_id,
    a.program_id,
    a.labels,
    a.state,
    a.number,
    a.valid_from,
    a.valid_through,
    p.name AS payer_name
   FROM billing."authorization" a
     JOIN billing.payer p ON p.id = a.payer_id
  WHERE a.state = ANY (ARRAY['requested'::text, 'approved'::text]);
create view billing.balance with (security_invoker=true) as
 SELECT patient_id,
    COALESCE(sum(amount_cents) FILTER (WHERE account = 'receivable-patient'::text), 0::numeric)::bigint AS patient_cents,
    COALESCE(sum(amount_cents) FILTER (WHERE account = 'receivable-insurance'::text), 0::numeric)::bigint AS insurance_cents
   FROM billing.entry
  WHERE account = ANY (ARRAY['receivable-patient'::text, 'receivable-insurance'::text])
  GROUP BY patient_id;
create view billing.payer_fact with (security_invoker=true) as
 SELECT id,
    name,
    filing_indicator
   FROM billing.payer;
create view careplans.plan_to_release with (security_invoker=true) as
 SELECT id,
    patient_id,
    program_id,
    labels,
    number,
    content,
    digest,
    signed_by,
    signed_at
   FROM careplans.sealed_plan;
create view careplans.signed_version with (security_invoker=true) as
 SELECT id,
    patient_id,
    program_id,
    labels,
    number,
    review_due,
    signed_by,
    signed_at
   FROM careplans.sealed_plan;
create view charting.diagnosis_on_list with (security_invoker=true) as
 SELECT patient_id,
    program_id,
    code,
    description,
    rank
   FROM charting.diagnosis
  WHERE resolved IS NULL AND NOT entered_in_error;
create view charting.diagnosis_to_release with (security_invoker=true) as
 SELECT id,
    patient_id,
    program_id,
    labels,
    code,
    description,
    rank,
    certainty,
    onset,
    resolved,
    noted_at,
    noted_by
   FROM charting.diagnosis
  WHERE NOT entered_in_error;
create view charting.draft_words with (security_invoker=true) as
 SELECT d.id AS draft_id,
    d.patient_id,
    d.program_id,
    d.labels,
    d.author_id,
    d.opened_at,
    COALESCE((d.header ->> 'startedAt'::text)::timestamp with time zone, d.opened_at) AS served_at,
    s.key,
    s.text
   FROM charting.draft d
     JOIN charting.draft_section s ON s.draft_id = d.id
  WHERE d.state = 'open'::text;
create view charting.note_of_template with (security_invoker=true) as
 SELECT n.id,
    n.patient_id,
    n.program_id,
    n.labels,
    v.code AS template_code,
    n.signed_by,
    n.signed_at
   FROM charting.note n
     JOIN charting.template_version v ON v.id = n.template_id
  WHERE n.kind = 'note'::text AND NOT (EXISTS ( SELECT
           FROM charting.signature_step s
          WHERE s.note_id = n.id AND s.state = 'entered-in-error'::text));
create view charting.note_to_release with (security_invoker=true) as
 SELECT id,
    patient_id,
    program_id,
    labels,
    kind,
    addendum_to,
    title,
    content,
    signed_by,
    signed_at,
    digest
   FROM charting.note;
create view charting.signature_standing with (security_invoker=true) as
 SELECT note_id,
    number,
    patient_id,
    program_id,
    labels,
    state,
    rule_id,
    asked_of,
    due_at,
    by_id,
    at
   FROM charting.signature_step s
  WHERE NOT (EXISTS ( SELECT
           FROM charting.signature_step later
          WHERE later.note_id = s.note_id AND later.number > s.number));
create view charting.signed_encounter with (security_invoker=true) as
 SELECT note_id,
    patient_id,
    program_id,
    labels,
    appointment_id,
    site_id,
    clinician_id,
    credential,
    supervisor_id,
    service,
    modality,
    started_at,
    ended_at,
    minutes,
    diagnoses,
    signed_at
   FROM charting.encounter;
create view charting.signed_form with (security_invoker=true) as
 SELECT n.id,
    n.patient_id,
    n.program_id,
    n.labels,
    t.code AS form,
    n.title,
    n.signed_by,
    n.signed_at
   FROM charting.note n
     JOIN charting.template_version t ON t.id = n.template_id
  WHERE n.kind = 'note'::text;
create view charting.written_note with (security_invoker=true) as
 SELECT n.id,
    n.draft_id,
    n.patient_id,
    n.program_id,
    n.title,
    n.signed_at,
    e.started_at
   FROM charting.note n
     LEFT JOIN charting.encounter e ON e.note_id = n.id
  WHERE n.kind = 'note'::text;
create view documents.document_now with (security_invoker=true) as
 SELECT id,
    version,
    patient_id,
    program_id,
    labels,
    file_id,
    sha256,
    content_type,
    size,
    title,
    category,
    access,
    dated,
    received_how,
    receipt_basis,
    from_whom,
    received_at,
    state,
    reason,
    moved_from,
    written_at,
    written_by
   FROM documents.document d
  WHERE NOT (EXISTS ( SELECT
           FROM documents.document newer
          WHERE newer.id = d.id AND newer.version = (d.version + 1)));
create view groups.fellow_member with (security_invoker=true) as
 SELECT mine.patient_id,
    other.patient_id AS fellow_id
   FROM groups.member mine
     JOIN groups.member other ON other.group_id = mine.group_id AND other.patient_id <> mine.patient_id
  WHERE mine.left_on IS NULL;
create view groups.group_place with (security_invoker=true) as
 SELECT id,
    program_id,
    name,
    facilitator_id,
    capacity
   FROM groups.therapy_group
  WHERE active;
create view groups.seat_time with (security_invoker=true) as
 SELECT t.patient_id,
    t.program_id,
    t.labels,
    s.id AS session_id,
    g.name AS group_name,
    t.attendance,
    COALESCE(t.arrived_at, s.starts_at) AS starts_at,
    COALESCE(t.left_at, s.ends_at) AS ends_at,
    t.note_id
   FROM groups.seat t
     JOIN groups.session s ON s.id = t.session_id
     JOIN groups.therapy_group g ON g.id = s.group_id;
create view groups.session_place with (security_invoker=true) as
 SELECT s.id AS session_id,
    s.program_id,
    g.name AS group_name,
    s.starts_at,
    s.ends_at,
    s.signed_at,
    g.capacity,
    ( SELECT count(*)::integer AS count
           FROM groups.seat t
          WHERE t.session_id = s.id AND t.attendance <> 'absent'::text) AS taken,
    s.modality
   FROM groups.session s
     JOIN groups.therapy_group g ON g.id = s.group_id
  WHERE g.active;
create view identity.billing_provider with (security_invoker=true) as
 SELECT name,
    tax_id,
    npi,
    taxonomy,
    phone,
    email,
    time_zone,
    address_line1,
    address_line2,
    city,
    state,
    zip
   FROM identity.organisation;
create view identity.role_may with (security_invoker=true) as
 SELECT r.code,
    r.name,
    held.permission_code
   FROM identity.role r
     JOIN identity.role_permission held ON held.role_code = r.code;
create view identity.role_name with (security_invoker=true) as
 SELECT code,
    name
   FROM identity.role;
create view identity.site_name with (security_invoker=true) as
 SELECT id,
    name,
    time_zone,
    phone,
    npi,
    address_line1,
    address_line2,
    city,
    state,
    zip,
    active
   FROM identity.site;
create view identity.staff_mail with (security_invoker=true) as
 SELECT id,
    email
   FROM identity.staff
  WHERE active;
create view identity.staff_membership with (security_invoker=true) as
 SELECT staff_id,
    program_id
   FROM identity.program_membership
  WHERE valid_from <= identity.today() AND (valid_to IS NULL OR valid_to >= identity.today());
create view identity.staff_name with (security_invoker=true) as
 SELECT id,
    (COALESCE(name_to_use, given_name) || ' '::text) || family_name AS display_name,
    given_name,
    family_name,
    npi,
    taxonomy,
    supervisor_id,
    active,
    (EXISTS ( SELECT
           FROM identity.staff_role held
             JOIN identity.role r ON r.code = held.role_code
          WHERE held.staff_id = s.id AND r.is_clinical)) AS is_clinical,
    ( SELECT c.kind
           FROM identity.staff_credential c
          WHERE c.staff_id = s.id AND c.valid_from <= identity.today() AND (c.valid_to IS NULL OR c.valid_to >= identity.today())
          ORDER BY c.valid_from DESC, c.id DESC
         LIMIT 1) AS credential
   FROM identity.staff s;
create view identity.staff_permission with (security_invoker=true) as
 SELECT DISTINCT held.staff_id,
    allowed.permission_code
   FROM identity.staff_role held
     JOIN identity.role_permission allowed ON allowed.role_code = held.role_code;
create view identity.staff_role_held with (security_invoker=true) as
 SELECT staff_id,
    role_code
   FROM identity.staff_role;
create view medications.none_stated with (security_invoker=true) as
 SELECT id,
    patient_id,
    program_id,
    labels,
    asked_at
   FROM medications.none_taken n
  WHERE NOT (EXISTS ( SELECT
           FROM medications.statement s
          WHERE s.patient_id = n.patient_id AND s.program_id = n.program_id AND s.stopped_on IS NULL));
create view medications.order_noted with (security_invoker=true) as
 SELECT id,
    patient_id,
    program_id,
    labels,
    noted_at
   FROM medications.statement
  WHERE source = 'ordered-here'::text;
create view medications.statement_noted with (security_invoker=true) as
 SELECT patient_id,
    program_id,
    labels,
    noted_at,
    stopped_on
   FROM medications.statement;
create view medications.statement_taken with (security_invoker=true) as
 SELECT id,
    patient_id,
    program_id,
    labels,
    name,
    dose,
    started_on
   FROM medications.statement
  WHERE stopped_on IS NULL;
create view observations.allergy_now with (security_invoker=true) as
 SELECT id,
    version,
    patient_id,
    program_id,
    labels,
    substance,
    rxnorm,
    category,
    kind,
    reaction,
    severity,
    criticality,
    onset,
    state,
    reason,
    verified_at,
    verified_by,
    written_at,
    written_by
   FROM observations.allergy a
  WHERE NOT (EXISTS ( SELECT
           FROM observations.allergy newer
          WHERE newer.id = a.id AND newer.version = (a.version + 1)));
create view observations.allergy_statement_made with (security_invoker=true) as
 SELECT id,
    patient_id,
    program_id,
    labels,
    says,
    reason,
    stated_at,
    stated_by
   FROM observations.allergy_statement;
create view observations.result_now with (security_invoker=true) as
 SELECT id,
    version,
    patient_id,
    program_id,
    labels,
    panel,
    panel_name,
    collected_at,
    received_at,
    laboratory,
    clia,
    specimen,
    method,
    is_observed,
    document_id,
    note,
    "values",
    worst,
    says,
    state,
    reason,
    written_at,
    written_by,
    review_due,
    reviewed_at,
    reviewed_by,
    review_says,
    ordered_by
   FROM observations.result r
  WHERE NOT (EXISTS ( SELECT
           FROM observations.result newer
          WHERE newer.id = r.id AND newer.version = (r.version + 1)));
create view observations.vital_set_now with (security_invoker=true) as
 SELECT id,
    version,
    patient_id,
    program_id,
    labels,
    taken_at,
    "position",
    measured,
    note,
    state,
    reason,
    written_at,
    written_by,
    concat_ws(', '::text, NULLIF(concat_ws('/'::text, measured #>> '{systolic,value}'::text[], measured #>> '{diastolic,value}'::text[]), ''::text), 'pulse '::text || (measured #>> '{pulse,value}'::text[]), ((measured #>> '{temperature,value}'::text[]) || ' '::text) || (measured #>> '{temperature,unit}'::text[]), ((measured #>> '{weight,value}'::text[]) || ' '::text) || (measured #>> '{weight,unit}'::text[])) AS says
   FROM observations.vital_set v
  WHERE NOT (EXISTS ( SELECT
           FROM observations.vital_set newer
          WHERE newer.id = v.id AND newer.version = (v.version + 1)));
create view patients.alert_noted with (security_invoker=true) as
 SELECT id,
    patient_id,
    program_id,
    labels,
    kind,
    severity,
    says,
    since,
    written_by,
    resolved_at
   FROM patients.alert;
create view patients.claim_subject with (security_invoker=true) as
 SELECT record.id,
    COALESCE(survivor.id, record.id) AS person_id,
    chosen.mrn,
    chosen.given_name,
    chosen.middle_name,
    chosen.family_name,
    chosen.suffix,
    chosen.birth_date,
    chosen.administrative_sex,
    chosen.address_line1,
    chosen.address_line2,
    chosen.city,
    chosen.state,
    chosen.zip,
    chosen.phone,
    chosen.deceased_on
   FROM patients.patient record
     LEFT JOIN patients.patient survivor ON survivor.id = record.merged_into
     CROSS JOIN LATERAL ( SELECT record.mrn,
            record.given_name,
            record.middle_name,
            record.family_name,
            record.suffix,
            record.birth_date,
            record.administrative_sex,
            record.address_line1,
            record.address_line2,
            record.city,
            record.state,
            record.zip,
            record.phone,
            record.deceased_on
          WHERE survivor.id IS NULL
        UNION ALL
         SELECT survivor.mrn,
            survivor.given_name,
            survivor.middle_name,
            survivor.family_name,
            survivor.suffix,
            survivor.birth_date,
            survivor.administrative_sex,
            survivor.address_line1,
            survivor.address_line2,
            survivor.city,
            survivor.state,
            survivor.zip,
            survivor.phone,
            survivor.deceased_on
          WHERE survivor.id IS NOT NULL) chosen;
create view patients.coverage_for_claim with (security_invoker=true) as
 SELECT coverage.id,
    coverage.patient_id,
    record.person_id,
    coverage.payer_id,
    coverage.rank,
    coverage.plan_name,
    coverage.member_id,
    coverage.group_number,
    coverage.relationship,
    coverage.subscriber_given_name,
    coverage.subscriber_family_name,
    coverage.subscriber_birth_date,
    coverage.subscriber_sex,
    coverage.subscriber_line1,
    coverage.subscriber_line2,
    coverage.subscriber_city,
    coverage.subscriber_state,
    coverage.subscriber_zip,
    coverage.valid_from,
    coverage.valid_through
   FROM patients.coverage
     JOIN patients.person_record record ON record.patient_id = coverage.patient_id;
create view patients.coverage_verified with (security_invoker=true) as
 SELECT id,
    patient_id,
    verified_on
   FROM patients.coverage
  WHERE verified_on IS NOT NULL AND valid_from <= verified_on AND (valid_through IS NULL OR valid_through >= verified_on);
create view patients.patient_name with (security_invoker=true) as
 SELECT record.id,
    COALESCE(survivor.id, record.id) AS person_id,
    COALESCE(survivor.mrn, record.mrn) AS mrn,
        CASE
            WHEN survivor.id IS NULL THEN (COALESCE(NULLIF(record.name_to_use, ''::text), record.given_name) || ' '::text) || record.family_name
            ELSE (COALESCE(NULLIF(survivor.name_to_use, ''::text), survivor.given_name) || ' '::text) || survivor.family_name
        END AS display_name,
    COALESCE(survivor.birth_date, record.birth_date) AS birth_date,
        CASE
            WHEN survivor.id IS NULL THEN record.pronouns
            ELSE survivor.pronouns
        END AS pronouns,
    COALESCE(survivor.given_name, record.given_name) AS given_name,
    COALESCE(survivor.family_name, record.family_name) AS family_name
   FROM patients.patient record
     LEFT JOIN patients.patient survivor ON survivor.id = record.merged_into;
create view patients.person_record with (security_invoker=true) as
 SELECT
        CASE
            WHEN merged_into IS NULL THEN id
            ELSE merged_into
        END AS person_id,
    id AS patient_id
   FROM patients.patient;
create view patients.placement_fact with (security_invoker=true) as
 SELECT record.id,
    chosen.birth_date,
    chosen.administrative_sex,
    chosen.gender_identity
   FROM patients.patient record
     LEFT JOIN patients.patient survivor ON survivor.id = record.merged_into
     CROSS JOIN LATERAL ( SELECT record.birth_date,
            record.administrative_sex,
            record.gender_identity
          WHERE survivor.id IS NULL
        UNION ALL
         SELECT survivor.birth_date,
            survivor.administrative_sex,
            survivor.gender_identity
          WHERE survivor.id IS NOT NULL) chosen;
create view programs.open_episode with (security_invoker=true) as
 SELECT id,
    patient_id,
    program_id,
    labels,
    state,
    referred_on,
    admitted_on,
    primary_clinician_id
   FROM programs.episode
  WHERE state = ANY (ARRAY['referral'::text, 'screening'::text, 'admitted'::text]);
create view programs.program_name with (security_invoker=true) as
 SELECT id,
    name,
    kind,
    level_of_care,
    site_id,
    place_of_service,
    active,
    privacy.is_part2(id) AS part2
   FROM programs.program;
create view programs.stay with (security_invoker=true) as
 SELECT id,
    patient_id,
    program_id,
    labels,
    admitted_on,
    ended_on
   FROM programs.episode
  WHERE admitted_on IS NOT NULL;
create view programs.stay_to_report with (security_invoker=true) as
 SELECT id,
    patient_id,
    program_id,
    labels,
    state,
    source,
    referred_on,
    admitted_on,
    ended_on,
    end_reason,
    primary_clinician_id
   FROM programs.episode
  WHERE admitted_on IS NOT NULL;
create view programs.stay_with_clinician with (security_invoker=true) as
 SELECT id,
    patient_id,
    program_id,
    labels,
    admitted_on,
    ended_on,
    primary_clinician_id
   FROM programs.episode
  WHERE admitted_on IS NOT NULL;
create view residence.census_day with (security_invoker=true) as
 SELECT c.id AS census_id,
    c.site_id,
    c.day,
    c.midnight,
    c.version,
    l.residency_id,
    l.episode_id,
    l.patient_id,
    l.program_id,
    l.labels,
    l.bed_id,
    l.status,
    l.arrived_today,
    l.status <> 'discharged'::text AS counts,
    l.level_of_care,
    l.payer_id,
    l.leave_kind
   FROM residence.census c
     JOIN residence.census_line l ON l.census_id = c.id
  WHERE NOT (EXISTS ( SELECT
           FROM residence.census later
          WHERE later.corrects = c.id));
create view scheduling.appointment_fact with (security_invoker=true) as
 SELECT a.id,
    a.patient_id,
    a.program_id,
    a.labels,
    a.site_id,
    a.clinician_id,
    a.room_id,
    a.type_code,
    t.name AS type_name,
    t.service,
    t.note_template,
    a.starts_at,
    a.ends_at,
    a.modality,
    a.status,
    a.arrived_at,
    a.started_at,
    a.ended_at,
    t.note_templates
   FROM scheduling.appointment a
     JOIN scheduling.appointment_type t ON t.code = a.type_code;
create view scheduling.room_name with (security_invoker=true) as
 SELECT id,
    site_id,
    name,
    active
   FROM scheduling.room;
create view teams.on_team with (security_invoker=true) as
 SELECT e.id AS episode_id,
    e.patient_id,
    e.program_id,
    e.primary_clinician_id AS staff_id,
    'primary clinician'::text AS part,
    true AS leads,
    e.admitted_on AS since
   FROM programs.open_episode e
  WHERE e.state = 'admitted'::text AND e.primary_clinician_id IS NOT NULL
UNION ALL
 SELECT e.id AS episode_id,
    m.patient_id,
    m.program_id,
    m.staff_id,
    m.part,
    false AS leads,
    m.since
   FROM teams.membership m
     JOIN programs.open_episode e ON e.patient_id = m.patient_id AND e.program_id = m.program_id AND e.state = 'admitted'::text
  WHERE m.ended_on IS NULL;
create view teams.open_task with (security_invoker=true) as
 SELECT id,
    patient_id,
    program_id,
    labels,
    for_staff_id,
    for_role,
    due_at,
    escalated_at,
    kept_by,
    kept_id
   FROM teams.task
  WHERE done_at IS NULL;
create view together.open_document with (security_invoker=true) as
 SELECT id,
    patient_id,
    program_id,
    labels,
    template_code,
    name,
    opened_at
   FROM together.document
  WHERE closed_at IS NULL;

-- Functions

CREATE OR REPLACE FUNCTION assessments.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'What was completed never changes. Ask again instead.' using errcode = 'restrict_violation';
end $function$
;
CREATE OR REPLACE FUNCTION audit.may_read()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN COALESCE(((current_setting('mooring.actor_kind'::text, true) = 'system'::text) OR ('audit.read'::text = ANY (string_to_array(current_setting('mooring.permissions'::text, true), ','::text)))), false)
;
CREATE OR REPLACE FUNCTION audit.may_review()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN COALESCE(((current_setting('mooring.actor_kind'::text, true) = 'system'::text) OR ('privacy.review'::text = ANY (string_to_array(current_setting('mooring.permissions'::text, true), ','::text)))), false)
;
CREATE OR REPLACE FUNCTION audit.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  -- Only audit.retire_oldest says so, for entries of a block past its time.
  if tg_op = 'DELETE' and tg_table_name in ('entry', 'entry_patient') and current_setting('mooring.retires', true) = 'on' then return null; end if;
  raise exception 'audit.% is only ever added to', tg_table_name using errcode = 'insufficient_privilege';
end $function$
;
CREATE OR REPLACE FUNCTION audit.retire_oldest()
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  kind constant text := coalesce(current_setting('mooring.actor_kind', true), '');
  -- By the clock of the database, not by one that a caller could set ahead.
  horizon timestamptz;
  oldest audit.block;
begin
  perform set_config('mooring.actor_kind', 'system', true);
  select now() - make_interval(years => greatest(6, years)) into strict horizon from audit.retention where valid_from <= now() order by valid_from desc limit 1;
  select block.* into oldest from audit.block where not exists (select from audit.retired_block retired where retired.number = block.number) order by block.number limit 1;
  if oldest.number is not null and oldest.sealed_at < horizon
    and not exists (select from unnest(oldest.entries) part join audit.entry e on e.seq >= lower(part) and e.seq < upper(part) where e.at >= horizon) then
    perform set_config('mooring.retires', 'on', true);
    delete from audit.entry_patient e using unnest(oldest.entries) part where e.seq >= lower(part) and e.seq < upper(part);
    delete from audit.entry e using unnest(oldest.entries) part where e.seq >= lower(part) and e.seq < upper(part);
    perform set_config('mooring.retires', 'off', true);
    insert into audit.retired_block (number, entries, entry_count) values (oldest.number, oldest.entries, oldest.entry_count);
  else
    oldest.number := null;
  end if;
  perform set_config('mooring.actor_kind', kind, true);
  return oldest.number;
end $function$
;
CREATE OR REPLACE FUNCTION audit.write(entry jsonb)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  -- Drawn first: RETURNING would ask the reading policy, which most who act do not pass.
  given constant bigint := nextval('audit.entry_seq');
begin
  insert into audit.entry (seq, at, action, outcome, purpose, actor_kind, actor_id, actor_name, actor_roles, patient_ids, subject_kind, subject_id,
    program_id, reason, fields, details, session_id, address, device, trace_id)
  values (
    given, (entry ->> 'at')::timestamptz, entry ->> 'action', coalesce(entry ->> 'outcome', 'done'), entry ->> 'purpose',
    entry ->> 'actorKind', (entry ->> 'actorId')::uuid, entry ->> 'actorName',
    array(select jsonb_array_elements_text(entry -> 'actorRoles')),
    array(select jsonb_array_elements_text(entry -> 'patientIds')::uuid),
    entry ->> 'subjectKind', entry ->> 'subjectId', (entry ->> 'programId')::uuid, entry ->> 'reason',
    array(select jsonb_array_elements_text(entry -> 'fields')),
    coalesce(entry -> 'details', '{}'), (entry ->> 'sessionId')::uuid, entry ->> 'address', entry ->> 'device', entry ->> 'traceId');
  insert into audit.entry_patient (patient_id, seq)
  select distinct patient::uuid, given from jsonb_array_elements_text(entry -> 'patientIds') patient;
  insert into audit.unsealed (seq) values (given);
  return given;
end $function$
;
CREATE OR REPLACE FUNCTION billing.clearing_balances()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  off bigint;
begin
  select sum(amount_cents) into off from billing.clearing_entry where remittance_id = new.remittance_id and position = new.position;
  if off is distinct from 0 then
    raise exception 'Position % of remittance % is off by % cents', new.position, new.remittance_id, off using errcode = 'check_violation';
  end if;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION billing.journal_balances()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  off bigint;
begin
  select sum(amount_cents) into off from billing.entry where journal_id = new.id;
  -- A sum that cannot be seen is no proof of balance, and a journal without lines is none.
  if off is distinct from 0 then
    raise exception 'Journal % is off by % cents', new.id, off using errcode = 'check_violation';
  end if;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION billing.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'billing.% is only ever added to: reverse the posting instead', tg_table_name using errcode = 'restrict_violation';
end $function$
;
CREATE OR REPLACE FUNCTION billing.refuse_late_entry()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from added where not exists (
    select from billing.journal j where j.id = added.journal_id and j.xmin = pg_current_xact_id()::xid)) then
    raise exception 'A journal takes lines only in the transaction that makes it: post a new one' using errcode = 'restrict_violation';
  end if;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION careplans.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'A signed plan never changes. Sign its next version instead.' using errcode = 'restrict_violation';
end $function$
;
CREATE OR REPLACE FUNCTION charting.keep_diagnosis_version()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  insert into charting.diagnosis_version (diagnosis_id, version, patient_id, program_id, labels, code, description, clinician_label, specifiers, rank, certainty, onset, resolved,
    entered_in_error, reason, changed_at, changed_by)
  values (new.id, new.version, new.patient_id, new.program_id, new.labels, new.code, new.description, new.clinician_label, new.specifiers, new.rank, new.certainty, new.onset,
    new.resolved, new.entered_in_error, new.reason,
    case tg_op when 'INSERT' then new.noted_at else privacy.this_moment() end, coalesce(privacy.actor_id(), new.noted_by));
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION charting.make_note_findable()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into charting.note_search (note_id, patient_id, program_id, labels, signed_at, words)
    values (new.id, new.patient_id, new.program_id, new.labels, new.signed_at, to_tsvector('english', new.title || ' ' || charting.searchable_text(new.content)));
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION charting.notes_with_words(wanted tsquery, most integer)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 20
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if not privacy.has_permission('chart.read') then
    return;
  end if;
  -- Planned anew each time: a rare word is looked up, for a common one the latest notes are read until there are enough.
  return query execute 'select note_id from charting.note_search where words @@ $1 and program_id = any ($2) and not labels && $3
    order by signed_at desc, note_id desc limit $4'
    using wanted, privacy.my_programs(), privacy.vault_labels(), most;
end $function$
;
CREATE OR REPLACE FUNCTION charting.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'What is signed never changes. Add an addendum instead.' using errcode = 'restrict_violation';
end $function$
;
CREATE OR REPLACE FUNCTION charting.searchable_text(content jsonb)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT COALESCE(string_agg(spoken.said, '
'::text ORDER BY spoken.place), ''::text) AS "coalesce"
    FROM ( SELECT sections.place,
                 CASE
                     WHEN (jsonb_typeof((sections.section -> 'parts'::text)) = 'array'::text) THEN ( SELECT string_agg((parts.part ->> 'text'::text), '
'::text ORDER BY parts.nth) AS string_agg
                        FROM jsonb_array_elements((sections.section -> 'parts'::text)) WITH ORDINALITY parts(part, nth)
                       WHERE ((parts.part ->> 'privacy'::text) IS NULL))
                     ELSE (sections.section ->> 'text'::text)
                 END AS said
            FROM jsonb_array_elements((searchable_text.content -> 'sections'::text)) WITH ORDINALITY sections(section, place)) spoken;
END
;
CREATE OR REPLACE FUNCTION groups.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'A signed group session never changes. Add an addendum to the note of the member.' using errcode = 'restrict_violation';
end $function$
;
CREATE OR REPLACE FUNCTION identity.delivered_by(content jsonb)
 RETURNS TABLE(role_code text, permission_code text)
 LANGUAGE sql
 IMMUTABLE
BEGIN ATOMIC
 SELECT (r.value ->> 'code'::text),
     p.value AS p
    FROM jsonb_array_elements((delivered_by.content -> 'roles'::text)) r(value),
     LATERAL jsonb_array_elements_text((r.value -> 'permissions'::text)) p(value);
END
;
CREATE OR REPLACE FUNCTION identity.keep_account()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into identity.auth_user (id, name, email)
  values (new.id, coalesce(new.name_to_use, new.given_name) || ' ' || new.family_name, new.email)
  on conflict (id) do update set name = excluded.name, email = excluded.email, updated_at = now();
  if not new.active then
    delete from identity.auth_session where user_id = new.id;
  end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION identity.load_roles(content jsonb)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_advisory_xact_lock(7002);
  insert into identity.permission (code, says)
  select p ->> 'code', p ->> 'says' from jsonb_array_elements(content -> 'permissions') p
  on conflict (code) do update set says = excluded.says where identity.permission.says <> excluded.says;

  insert into identity.role (code, name, is_clinical, mfa_required)
  select r ->> 'code', r ->> 'name', (r ->> 'isClinical')::boolean, (r ->> 'mfaRequired')::boolean from jsonb_array_elements(content -> 'roles') r
  on conflict (code) do nothing;

  insert into identity.role_permission
  select * from identity.delivered_by(content) except select * from identity.role_delivered
  on conflict do nothing;

  delete from identity.role_permission given using identity.role_delivered before
  where before.role_code = given.role_code and before.permission_code = given.permission_code
    and (before.role_code, before.permission_code) not in (select * from identity.delivered_by(content));

  delete from identity.role_delivered where (role_code, permission_code) not in (select * from identity.delivered_by(content));
  insert into identity.role_delivered select * from identity.delivered_by(content) on conflict do nothing;
end $function$
;
CREATE OR REPLACE FUNCTION identity.session_begins()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.started_at := coalesce(new.started_at, identity.this_moment());
  new.last_active_at := coalesce(new.last_active_at, new.started_at);
  new.ends_at := coalesce(new.ends_at, new.started_at + make_interval(hours => coalesce((select session_hours from identity.organisation), 12)));
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION identity.this_moment()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN COALESCE((NULLIF(current_setting('mooring.now'::text, true), ''::text))::timestamp with time zone, now())
;
CREATE OR REPLACE FUNCTION identity.today()
 RETURNS date
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT ((identity.this_moment() AT TIME ZONE COALESCE(( SELECT organisation.time_zone
            FROM identity.organisation), 'UTC'::text)))::date AS timezone;
END
;
CREATE OR REPLACE FUNCTION observations.refuse_second_review()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.reviewed_at is not null then raise exception 'A result is reviewed once'; end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION patients.begin_known()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  before constant text[] := privacy.see_all();
begin
  new.known_to := array(select program_id from privacy.patient_program where patient_id = new.id order by program_id);
  perform privacy.see_again(before);
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION patients.found_exactly(given text, family text, born date, record_number text)
 RETURNS TABLE(id uuid, mrn text, display_name text, birth_date date)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  before constant text[] := privacy.see_all();
begin
  return query
  with matching as (
    select distinct case when person.merged_into is null then person.id else person.merged_into end as person_id
    from patients.patient person
    where (record_number is not null and person.mrn = record_number)
      or (person.birth_date = born and lower(btrim(person.family_name)) = lower(btrim(family))
        and lower(btrim(given)) in (lower(btrim(person.given_name)), lower(btrim(person.name_to_use))))
  )
  -- Two people of one name and birth date are nobody: a chart opened by mistake is worse than one not opened.
  select survivor.id, survivor.mrn, coalesce(nullif(survivor.name_to_use, ''), survivor.given_name) || ' ' || survivor.family_name, survivor.birth_date
  from patients.patient survivor where survivor.id in (select person_id from matching) and (select count(*) from matching) = 1;
  perform privacy.see_again(before);
end $function$
;
CREATE OR REPLACE FUNCTION patients.keep_known()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION patients.name_parts_under(programs uuid[], variants bigint[], most integer)
 RETURNS SETOF bigint
 LANGUAGE plpgsql
 STABLE
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
begin
  return query select distinct spelling.name_part from patients.search_spelling spelling where spelling.program_id = any (programs) and spelling.variant = any (variants) limit most;
end $function$
;
CREATE OR REPLACE FUNCTION patients.people_named(programs uuid[], first_from bigint, first_to bigint, second_from bigint, second_to bigint, most integer)
 RETURNS SETOF patients.found_person
 LANGUAGE plpgsql
 STABLE
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
      begin
        return query select person.id, person.mrn, person.given_name, person.middle_name, person.family_name, person.name_to_use, person.pronouns, person.birth_date,
          person.phone, person.other_phone, person.email, person.photo_file_id, person.deceased_on, person.merged_into
        from (
          select distinct listed.patient_id from (
            select entry.patient_id from patients.search_name entry where entry.program_id = any (programs) and entry.first between first_from and first_to and entry.second between second_from and second_to limit most) listed) found
          join patients.patient person on person.id = found.patient_id;
      end $function$
;
CREATE OR REPLACE FUNCTION patients.people_numbered(programs uuid[], numbers bigint[], most integer)
 RETURNS SETOF patients.found_person
 LANGUAGE plpgsql
 STABLE
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
      begin
        return query select person.id, person.mrn, person.given_name, person.middle_name, person.family_name, person.name_to_use, person.pronouns, person.birth_date,
          person.phone, person.other_phone, person.email, person.photo_file_id, person.deceased_on, person.merged_into
        from (
          select distinct listed.patient_id from (
            select entry.patient_id from patients.search_number entry where entry.program_id = any (programs) and entry.number = any (numbers) limit most) listed) found
          join patients.patient person on person.id = found.patient_id;
      end $function$
;
CREATE OR REPLACE FUNCTION patients.people_spelled(programs uuid[], firsts bigint[], seconds bigint[], most integer)
 RETURNS SETOF patients.found_person
 LANGUAGE plpgsql
 STABLE
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
      begin
        return query select person.id, person.mrn, person.given_name, person.middle_name, person.family_name, person.name_to_use, person.pronouns, person.birth_date,
          person.phone, person.other_phone, person.email, person.photo_file_id, person.deceased_on, person.merged_into
        from (
          select distinct listed.patient_id from (
            select entry.patient_id from patients.search_name entry where entry.program_id = any (programs) and entry.first = any (firsts) and entry.second = any (seconds) limit most) listed) found
          join patients.patient person on person.id = found.patient_id;
      end $function$
;
CREATE OR REPLACE FUNCTION patients.people_spelled_and_begun(programs uuid[], firsts bigint[], second_from bigint, second_to bigint, most integer)
 RETURNS SETOF patients.found_person
 LANGUAGE plpgsql
 STABLE
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
      begin
        return query select person.id, person.mrn, person.given_name, person.middle_name, person.family_name, person.name_to_use, person.pronouns, person.birth_date,
          person.phone, person.other_phone, person.email, person.photo_file_id, person.deceased_on, person.merged_into
        from (
          select distinct listed.patient_id from (
            select entry.patient_id from patients.search_name entry where entry.program_id = any (programs) and entry.first = any (firsts) and entry.second between second_from and second_to limit most) listed) found
          join patients.patient person on person.id = found.patient_id;
      end $function$
;
CREATE OR REPLACE FUNCTION patients.records_of_anyone(patient uuid)
 RETURNS uuid[]
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  before constant text[] := privacy.see_all();
  records uuid[];
begin
  select coalesce(array_agg(record.id), '{}') into records from patients.patient asked
    join patients.patient record on (case when record.merged_into is null then record.id else record.merged_into end)
      = (case when asked.merged_into is null then asked.id else asked.merged_into end)
  where asked.id = patient;
  perform privacy.see_again(before);
  return records;
end $function$
;
CREATE OR REPLACE FUNCTION privacy.actor_id()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (privacy.setting('actor_id'::text))::uuid
;
CREATE OR REPLACE FUNCTION privacy.clinical_permissions()
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ARRAY['chart.read'::text, 'assessment.read'::text, 'medication.read'::text, 'document.read'::text]
;
CREATE OR REPLACE FUNCTION privacy.close_with_consent()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform privacy.end_openings(new.patient_id, null, new.id);
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION privacy.close_with_restriction()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform privacy.end_openings(new.patient_id, new.program_id, null);
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION privacy.decided_stays_decided()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'privacy.% is only ever added to: what was decided stays as it was', tg_table_name using errcode = 'restrict_violation';
end $function$
;
CREATE OR REPLACE FUNCTION privacy.end_emergency(emergency uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION privacy.end_openings(patient uuid, program uuid, consent uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  moment constant timestamptz := privacy.this_moment();
  before constant text[] := privacy.see_all();
begin
  update privacy.access_grant set valid_to = greatest(moment, valid_from)
  where patient_id = patient and kind = 'consent' and valid_to > moment
    and (consent_id = consent or (consent is null and program_id = program and consent_id is not null));
  perform privacy.see_again(before);
end $function$
;
CREATE OR REPLACE FUNCTION privacy.facts_of_need(staff uuid, patient uuid, moment timestamp with time zone, part_whether_narrowed boolean)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION privacy.facts_of_reach(patient uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION privacy.facts_of_record(target text, record uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION privacy.granted(patient_id uuid, program_id uuid, labels text[])
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT (EXISTS ( SELECT
            FROM privacy.access_grant held
           WHERE ((held.patient_id = granted.patient_id) AND (held.grantee_staff_id = privacy.actor_id()) AND ((held.program_id IS NULL) OR (held.program_id = granted.program_id)) AND (granted.labels <@ held.labels) AND (privacy.setting('purpose'::text) = ANY (held.purposes)) AND (held.valid_from <= privacy.this_moment()) AND ((held.valid_to IS NULL) OR (held.valid_to > privacy.this_moment()))))) AS "exists";
END
;
CREATE OR REPLACE FUNCTION privacy.granted_patients()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT COALESCE(array_agg(DISTINCT access_grant.patient_id), '{}'::uuid[]) AS "coalesce"
    FROM privacy.access_grant
   WHERE ((access_grant.grantee_staff_id = privacy.actor_id()) AND (privacy.setting('purpose'::text) = ANY (access_grant.purposes)) AND (access_grant.valid_from <= privacy.this_moment()) AND ((access_grant.valid_to IS NULL) OR (access_grant.valid_to > privacy.this_moment())));
END
;
CREATE OR REPLACE FUNCTION privacy.has_grants()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (privacy.granted_patients() <> '{}'::uuid[])
;
CREATE OR REPLACE FUNCTION privacy.has_permission(codes text)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN COALESCE(((string_to_array(codes, ','::text) && string_to_array(privacy.setting('permissions'::text), ','::text)) OR ((privacy.setting('actor_kind'::text) = 'system'::text) AND (privacy.setting('permissions'::text) = '*'::text))), false)
;
CREATE OR REPLACE FUNCTION privacy.in_emergency(staff uuid, patient uuid, moment timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  before constant text[] := privacy.see_all();
  is_open boolean;
begin
  select exists (select from privacy.access_grant
    where grantee_staff_id = staff and patient_id = patient and kind = 'break-glass' and valid_from <= moment and valid_to > moment) into is_open;
  perform privacy.see_again(before);
  return is_open;
end $function$
;
CREATE OR REPLACE FUNCTION privacy.is_part2(program_id uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT (NOT (EXISTS ( SELECT
            FROM privacy.program_status status
           WHERE ((status.program_id = is_part2.program_id) AND (NOT status.part2) AND (status.valid_from <= identity.today()) AND ((status.valid_to IS NULL) OR (status.valid_to > identity.today()))))));
END
;
CREATE OR REPLACE FUNCTION privacy.keep_restriction()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (new.patient_id, new.kind, new.words, new.purposes, new.party_ids, new.classes, new.encounter_ids, new.served_from, new.served_to, new.asked_at, new.asked_by)
     is distinct from (old.patient_id, old.kind, old.words, old.purposes, old.party_ids, old.classes, old.encounter_ids, old.served_from, old.served_to, old.asked_at, old.asked_by) then
    raise exception 'What a patient asked for stays as it was said' using errcode = 'check_violation';
  end if;
  if old.answered_at is not null and (new.answered_at, new.answered_by, new.agreed, new.reason, new.paid_on) is distinct from (old.answered_at, old.answered_by, old.agreed, old.reason, old.paid_on)
     or old.state in ('refused', 'ended') then
    raise exception 'The answer to a restriction, and its end, are recorded once' using errcode = 'check_violation';
  end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION privacy.keep_signed_consent()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.state in ('draft', 'discarded') then
    return new;
  end if;
  if (new.kind, new.form, new.form_version, new.form_digest, new.signatures, new.signed_at, new.scan_file_id, new.supersedes, new.patient_id)
     is distinct from (old.kind, old.form, old.form_version, old.form_digest, old.signatures, old.signed_at, old.scan_file_id, old.supersedes, old.patient_id) then
    raise exception 'A signed consent never changes; draw up a new one that supersedes it' using errcode = 'check_violation';
  end if;
  if old.state <> 'active' and new.state <> old.state or old.revoked_at is distinct from new.revoked_at and old.revoked_at is not null
     or old.event_happened_at is distinct from new.event_happened_at and old.event_happened_at is not null then
    raise exception 'The end of a consent is recorded once' using errcode = 'check_violation';
  end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION privacy.kinds_of_records(patient uuid)
 RETURNS TABLE(source text, program_id uuid, labels text[])
 LANGUAGE plpgsql
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION privacy.knows(patient_id uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT (EXISTS ( SELECT
            FROM privacy.patient_program shared
           WHERE ((shared.patient_id = knows.patient_id) AND (shared.program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[]))))) AS "exists";
END
;
CREATE OR REPLACE FUNCTION privacy.label_from_program()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION privacy.left_stays_left()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'privacy.% is only ever added to: what left cannot be taken back', tg_table_name using errcode = 'restrict_violation';
end $function$
;
CREATE OR REPLACE FUNCTION privacy.make_policies(target regclass, reach text, read_permission text, write_permission text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION privacy.my_patients()
 RETURNS uuid[]
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  return privacy.patients_in_care_of(privacy.actor_id(), privacy.this_moment());
end $function$
;
CREATE OR REPLACE FUNCTION privacy.my_programs()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN CASE WHEN (COALESCE(privacy.setting('programs'::text), '*'::text) = '*'::text) THEN '{}'::uuid[] ELSE (privacy.setting('programs'::text))::uuid[] END
;
CREATE OR REPLACE FUNCTION privacy.narrow(target regclass, own text DEFAULT 'false'::text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('drop policy if exists need_to_know on %s', target);
  execute format($policy$create policy need_to_know on %s as restrictive for select using (
    (select privacy.sees_all())
    or program_id <> all ((select privacy.narrowed_programs())::uuid[])
    or patient_id = any ((select privacy.my_patients())::uuid[])
    or (patient_id = any ((select privacy.granted_patients())::uuid[]) and privacy.granted(patient_id, program_id, labels))
    or (%s))$policy$, target, own);
end $function$
;
CREATE OR REPLACE FUNCTION privacy.narrowed_now()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT COALESCE(array_agg(narrowed.program_id), '{}'::uuid[]) AS "coalesce"
    FROM privacy.need_to_know narrowed
   WHERE ((privacy.setting('actor_kind'::text) = 'staff'::text) AND (privacy.setting('purpose'::text) = 'TREAT'::text) AND (narrowed.program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (narrowed.valid_from <= privacy.this_moment()) AND ((narrowed.valid_to IS NULL) OR (narrowed.valid_to > privacy.this_moment())) AND (NOT (narrowed.whole_program_roles && ARRAY( SELECT held.role_code
            FROM identity.staff_role_held held
           WHERE (held.staff_id = privacy.actor_id())))));
END
;
CREATE OR REPLACE FUNCTION privacy.narrowed_programs()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN COALESCE((privacy.setting('narrowed'::text))::uuid[], privacy.narrowed_now())
;
CREATE OR REPLACE FUNCTION privacy.only_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'Rows of %.% are only ever added', tg_table_schema, tg_table_name using errcode = 'insufficient_privilege';
end $function$
;
CREATE OR REPLACE FUNCTION privacy.open_emergency(entry jsonb, records uuid[])
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION privacy.patients_in_care_of(staff uuid, moment timestamp with time zone)
 RETURNS uuid[]
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION privacy.protect(target regclass, read_permission text, write_permission text DEFAULT NULL::text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION privacy.protect_person(target regclass, read_permission text, write_permission text DEFAULT NULL::text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION privacy.protect_register(target regclass)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy register on %s using ((select privacy.has_permission(%L)))', target, 'incident.write');
end $function$
;
CREATE OR REPLACE FUNCTION privacy.protect_vault(target regclass)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  perform privacy.require_columns(target, 'patient_id', 'program_id', 'labels', 'originator_id');
  perform privacy.require_index(target, 'patient_id');
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  -- Not even the system itself reads a vault: no job, no index, no export has business there.
  execute format($policy$create policy originator on %s for select using (
    originator_id = (select privacy.actor_id()) and (select privacy.setting('actor_kind')) = 'staff' and (select privacy.has_permission('vault.write'))
    or id = any ((select privacy.shared_notes())::uuid[]))$policy$, target);
  execute format($policy$create policy originator_writes on %s for insert with check (
    originator_id = (select privacy.actor_id()) and (select privacy.has_permission('vault.write')) and program_id = any ((select privacy.my_programs())::uuid[]))$policy$, target);
  execute format($policy$create policy originator_changes on %s for update
    using (originator_id = (select privacy.actor_id()) and (select privacy.has_permission('vault.write')))
    with check (originator_id = (select privacy.actor_id()))$policy$, target);
  execute format('create trigger label_from_program before insert or update of program_id, labels on %s for each row execute function privacy.label_from_program()', target);
end $function$
;
CREATE OR REPLACE FUNCTION privacy.require_columns(target regclass, VARIADIC needed text[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  missing text;
begin
  select string_agg(name, ', ') into missing from unnest(needed) name
  where not exists (select from pg_attribute a where a.attrelid = target and a.attname = name and not a.attisdropped
    and (name = 'patient_id' or a.attnotnull));
  if missing is not null then
    raise exception '% needs, before it can be protected: %', target, missing;
  end if;
end $function$
;
CREATE OR REPLACE FUNCTION privacy.require_index(target regclass, first_column text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (select from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
                 where i.indrelid = target and a.attname = first_column) then
    raise exception '% needs, before it can be protected, an index that starts with %', target, first_column;
  end if;
end $function$
;
CREATE OR REPLACE FUNCTION privacy.see_again(before text[])
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform set_config('mooring.programs', before[1], true), set_config('mooring.actor_kind', before[2], true);
end $function$
;
CREATE OR REPLACE FUNCTION privacy.see_all()
 RETURNS text[]
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  before constant text[] := array[coalesce(current_setting('mooring.programs', true), ''), coalesce(current_setting('mooring.actor_kind', true), '')];
begin
  perform set_config('mooring.programs', '*', true), set_config('mooring.actor_kind', 'system', true);
  return before;
end $function$
;
CREATE OR REPLACE FUNCTION privacy.sees_all()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN COALESCE(((privacy.setting('programs'::text) = '*'::text) AND (privacy.setting('actor_kind'::text) = 'system'::text)), false)
;
CREATE OR REPLACE FUNCTION privacy.setting(name text)
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN NULLIF(current_setting(('mooring.'::text || name), true), ''::text)
;
CREATE OR REPLACE FUNCTION privacy.shared_notes()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT COALESCE(array_agg(vault_share.note_id), '{}'::uuid[]) AS "coalesce"
    FROM privacy.vault_share
   WHERE ((vault_share.grantee_staff_id = privacy.actor_id()) AND (vault_share.valid_from <= privacy.this_moment()) AND (vault_share.valid_to > privacy.this_moment()));
END
;
CREATE OR REPLACE FUNCTION privacy.this_moment()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN COALESCE((privacy.setting('now'::text))::timestamp with time zone, now())
;
CREATE OR REPLACE FUNCTION privacy.vault_labels()
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ARRAY['psychotherapy-note'::text, 'sud-counseling-note'::text]
;
CREATE OR REPLACE FUNCTION residence.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'A census never changes. Correct it: the correction is a new census that points to this one.' using errcode = 'restrict_violation';
end $function$
;
CREATE OR REPLACE FUNCTION residence.refuse_round_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'A signed round never changes. What was seen later is a round of its own.' using errcode = 'restrict_violation';
end $function$
;
CREATE OR REPLACE FUNCTION scheduling.keep_busy_slot(source uuid, session uuid, clinician uuid, room uuid, starts timestamp with time zone, ends timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'scheduling', 'pg_temp'
AS $function$
  insert into scheduling.busy_slot (source_id, session_id, clinician_id, room_id, starts_at, ends_at)
  values (source, session, clinician, room, starts, ends)
  on conflict (source_id) do update set session_id = excluded.session_id, clinician_id = excluded.clinician_id,
    room_id = excluded.room_id, starts_at = excluded.starts_at, ends_at = excluded.ends_at
$function$
;
CREATE OR REPLACE FUNCTION scheduling.shadow_appointment()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'scheduling', 'pg_temp'
AS $function$
begin
  if new.status in ('cancelled', 'no-show') then
    delete from scheduling.busy_slot where source_id = new.id;
  else
    perform scheduling.keep_busy_slot(new.id, coalesce(new.session_id, new.id), new.clinician_id, new.room_id, new.starts_at, new.ends_at);
  end if;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION scheduling.shadow_blocked_time()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'scheduling', 'pg_temp'
AS $function$
begin
  if tg_op = 'DELETE' then
    delete from scheduling.busy_slot where source_id = old.id;
  else
    perform scheduling.keep_busy_slot(new.id, coalesce(new.session_id, new.id), new.clinician_id, new.room_id, new.starts_at, new.ends_at);
  end if;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION scheduling.wire_time(at timestamp with time zone)
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (rtrim(rtrim(to_char((at AT TIME ZONE 'UTC'::text), 'YYYY-MM-DD"T"HH24:MI:SS.MS'::text), '0'::text), '.'::text) || 'Z'::text)
;
CREATE OR REPLACE FUNCTION together.only_into_open_section()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  -- Waits for a signature that is under way: what comes before it is in the seal, what comes after it is refused.
  perform from together.section where id = new.section_id and signed_at is null for key share;
  if not found then
    raise exception 'This section is signed, or not there.' using errcode = 'restrict_violation';
  end if;
  perform from together.document d join together.section s on s.document_id = d.id where s.id = new.section_id and d.closed_at is null;
  if not found then
    raise exception 'This document is closed.' using errcode = 'restrict_violation';
  end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION together.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'What is signed or closed never changes. Add an addendum to the note.' using errcode = 'restrict_violation';
end $function$
;

-- Triggers

CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON assessments.administration FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER sealed BEFORE DELETE OR UPDATE ON assessments.administration FOR EACH ROW WHEN ((old.state <> 'open'::text)) EXECUTE FUNCTION assessments.refuse_change();
CREATE TRIGGER sealed_whole BEFORE TRUNCATE ON assessments.administration FOR EACH STATEMENT EXECUTE FUNCTION assessments.refuse_change();
CREATE TRIGGER answered_once BEFORE UPDATE ON assessments.critical_finding FOR EACH ROW WHEN ((old.answered_at IS NOT NULL)) EXECUTE FUNCTION assessments.refuse_change();
CREATE TRIGGER kept BEFORE DELETE ON assessments.critical_finding FOR EACH ROW EXECUTE FUNCTION assessments.refuse_change();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON assessments.critical_finding FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON assessments.link FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER kept BEFORE DELETE ON assessments.risk_case FOR EACH ROW EXECUTE FUNCTION assessments.refuse_change();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON assessments.risk_case FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON assessments.risk_duty FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON assessments.risk_event FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER sealed BEFORE DELETE OR UPDATE ON assessments.risk_event FOR EACH ROW EXECUTE FUNCTION assessments.refuse_change();
CREATE TRIGGER sealed_whole BEFORE TRUNCATE ON assessments.risk_event FOR EACH STATEMENT EXECUTE FUNCTION assessments.refuse_change();
CREATE TRIGGER block_never_changes BEFORE DELETE OR UPDATE OR TRUNCATE ON audit.block FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER entry_never_changes BEFORE DELETE OR UPDATE OR TRUNCATE ON audit.entry FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER entry_patient_never_changes BEFORE DELETE OR UPDATE OR TRUNCATE ON audit.entry_patient FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER no_changes BEFORE DELETE OR UPDATE OR TRUNCATE ON audit.retired_block FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON billing."authorization" FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON billing.charge FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON billing.charge_line FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON billing.claim FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON billing.claim_event FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER story_stays BEFORE DELETE OR UPDATE OR TRUNCATE ON billing.claim_event FOR EACH STATEMENT EXECUTE FUNCTION billing.refuse_change();
CREATE CONSTRAINT TRIGGER balances AFTER INSERT ON billing.clearing_entry DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION billing.clearing_balances();
CREATE TRIGGER posted_stays BEFORE DELETE OR UPDATE OR TRUNCATE ON billing.clearing_entry FOR EACH STATEMENT EXECUTE FUNCTION billing.refuse_change();
CREATE TRIGGER comes_with_its_journal AFTER INSERT ON billing.entry REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION billing.refuse_late_entry();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON billing.entry FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER posted_stays BEFORE DELETE OR UPDATE OR TRUNCATE ON billing.entry FOR EACH STATEMENT EXECUTE FUNCTION billing.refuse_change();
CREATE CONSTRAINT TRIGGER balances AFTER INSERT ON billing.journal DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION billing.journal_balances();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON billing.journal FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER posted_stays BEFORE DELETE OR UPDATE OR TRUNCATE ON billing.journal FOR EACH STATEMENT EXECUTE FUNCTION billing.refuse_change();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON billing.remittance_claim FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON billing.treatment_day FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON careplans.plan FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON careplans.plan_entry FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON careplans.plan_signature FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER sealed BEFORE DELETE OR UPDATE ON careplans.plan_signature FOR EACH ROW EXECUTE FUNCTION careplans.refuse_change();
CREATE TRIGGER sealed_whole BEFORE TRUNCATE ON careplans.plan_signature FOR EACH STATEMENT EXECUTE FUNCTION careplans.refuse_change();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON careplans.sealed_plan FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER sealed BEFORE DELETE OR UPDATE ON careplans.sealed_plan FOR EACH ROW EXECUTE FUNCTION careplans.refuse_change();
CREATE TRIGGER sealed_whole BEFORE TRUNCATE ON careplans.sealed_plan FOR EACH STATEMENT EXECUTE FUNCTION careplans.refuse_change();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON careplans.worked_on FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON caseloads.hand_over_line FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER keep_first_version AFTER INSERT ON charting.diagnosis FOR EACH ROW EXECUTE FUNCTION charting.keep_diagnosis_version();
CREATE TRIGGER keep_next_version AFTER UPDATE ON charting.diagnosis FOR EACH ROW WHEN ((new.version <> old.version)) EXECUTE FUNCTION charting.keep_diagnosis_version();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON charting.diagnosis FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER kept BEFORE DELETE OR UPDATE ON charting.diagnosis_version FOR EACH ROW EXECUTE FUNCTION charting.refuse_change();
CREATE TRIGGER kept_whole BEFORE TRUNCATE ON charting.diagnosis_version FOR EACH STATEMENT EXECUTE FUNCTION charting.refuse_change();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON charting.diagnosis_version FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON charting.draft FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON charting.draft_device FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON charting.draft_revision FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON charting.draft_section FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON charting.encounter FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER sealed BEFORE DELETE OR UPDATE ON charting.encounter FOR EACH ROW EXECUTE FUNCTION charting.refuse_change();
CREATE TRIGGER sealed_whole BEFORE TRUNCATE ON charting.encounter FOR EACH STATEMENT EXECUTE FUNCTION charting.refuse_change();
CREATE TRIGGER findable AFTER INSERT ON charting.note FOR EACH ROW EXECUTE FUNCTION charting.make_note_findable();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON charting.note FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER sealed BEFORE DELETE OR UPDATE ON charting.note FOR EACH ROW EXECUTE FUNCTION charting.refuse_change();
CREATE TRIGGER sealed_whole BEFORE TRUNCATE ON charting.note FOR EACH STATEMENT EXECUTE FUNCTION charting.refuse_change();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON charting.note_search FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER sealed BEFORE DELETE OR UPDATE ON charting.note_search FOR EACH ROW EXECUTE FUNCTION charting.refuse_change();
CREATE TRIGGER sealed_whole BEFORE TRUNCATE ON charting.note_search FOR EACH STATEMENT EXECUTE FUNCTION charting.refuse_change();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON charting.rendition FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER sealed BEFORE DELETE OR UPDATE ON charting.rendition FOR EACH ROW EXECUTE FUNCTION charting.refuse_change();
CREATE TRIGGER sealed_whole BEFORE TRUNCATE ON charting.rendition FOR EACH STATEMENT EXECUTE FUNCTION charting.refuse_change();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON charting.signature_comment FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER sealed BEFORE DELETE OR UPDATE ON charting.signature_comment FOR EACH ROW EXECUTE FUNCTION charting.refuse_change();
CREATE TRIGGER sealed_whole BEFORE TRUNCATE ON charting.signature_comment FOR EACH STATEMENT EXECUTE FUNCTION charting.refuse_change();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON charting.signature_step FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER sealed BEFORE DELETE OR UPDATE ON charting.signature_step FOR EACH ROW EXECUTE FUNCTION charting.refuse_change();
CREATE TRIGGER sealed_whole BEFORE TRUNCATE ON charting.signature_step FOR EACH STATEMENT EXECUTE FUNCTION charting.refuse_change();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON charting.vault_note FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON desk.check_in FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON desk.missed_visit FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON disclosures.packet FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON disclosures.patient_request FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON documents.document FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON groups.member FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER kept BEFORE DELETE ON groups.seat FOR EACH ROW WHEN (((old.note_id IS NOT NULL) OR (old.draft_id IS NOT NULL) OR (old.attendance = 'present'::text) OR (old.line <> ''::text) OR (old.risk_note <> ''::text))) EXECUTE FUNCTION groups.refuse_change();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON groups.seat FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER sealed BEFORE UPDATE ON groups.seat FOR EACH ROW WHEN ((old.note_id IS NOT NULL)) EXECUTE FUNCTION groups.refuse_change();
CREATE TRIGGER kept BEFORE DELETE ON groups.session FOR EACH ROW EXECUTE FUNCTION groups.refuse_change();
CREATE TRIGGER sealed BEFORE UPDATE ON groups.session FOR EACH ROW WHEN ((old.signed_at IS NOT NULL)) EXECUTE FUNCTION groups.refuse_change();
CREATE TRIGGER session_begins BEFORE INSERT ON identity.auth_session FOR EACH ROW EXECUTE FUNCTION identity.session_begins();
CREATE TRIGGER keep_account AFTER INSERT OR UPDATE OF given_name, family_name, name_to_use, email, active ON identity.staff FOR EACH ROW EXECUTE FUNCTION identity.keep_account();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON intake.act FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON intake.attempt FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON intake.call FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON intake.screening FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON intake.tick FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON intake.wait FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON medications.decision FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON medications.none_taken FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON medications.statement FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON observations.allergy FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON observations.allergy_statement FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON observations.result FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER reviewed_once BEFORE UPDATE ON observations.result FOR EACH ROW EXECUTE FUNCTION observations.refuse_second_review();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON observations.vital_set FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON patients.alert FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER begin_known BEFORE INSERT ON patients.patient FOR EACH ROW EXECUTE FUNCTION patients.begin_known();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON platform.file FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON privacy.accounting_suspension FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER close_with_consent AFTER UPDATE ON privacy.consent FOR EACH ROW WHEN (((old.state = 'active'::text) AND ((new.state <> 'active'::text) OR (new.event_happened_at IS DISTINCT FROM old.event_happened_at)))) EXECUTE FUNCTION privacy.close_with_consent();
CREATE TRIGGER keep_signed_consent BEFORE UPDATE ON privacy.consent FOR EACH ROW EXECUTE FUNCTION privacy.keep_signed_consent();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON privacy.consent FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER decided_stays_decided BEFORE DELETE OR UPDATE OR TRUNCATE ON privacy.decision FOR EACH STATEMENT EXECUTE FUNCTION privacy.decided_stays_decided();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON privacy.disclosure FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER left_stays_left BEFORE DELETE OR UPDATE OR TRUNCATE ON privacy.disclosure FOR EACH STATEMENT EXECUTE FUNCTION privacy.left_stays_left();
CREATE TRIGGER only_added BEFORE DELETE OR UPDATE OR TRUNCATE ON privacy.emergency_access FOR EACH STATEMENT EXECUTE FUNCTION privacy.only_added();
CREATE TRIGGER only_added BEFORE DELETE OR UPDATE OR TRUNCATE ON privacy.emergency_end FOR EACH STATEMENT EXECUTE FUNCTION privacy.only_added();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON privacy.emergency_record FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER only_added BEFORE DELETE OR UPDATE OR TRUNCATE ON privacy.emergency_record FOR EACH STATEMENT EXECUTE FUNCTION privacy.only_added();
CREATE TRIGGER only_added BEFORE DELETE OR UPDATE OR TRUNCATE ON privacy.incident_assessment FOR EACH STATEMENT EXECUTE FUNCTION privacy.only_added();
CREATE TRIGGER only_added BEFORE DELETE OR UPDATE OR TRUNCATE ON privacy.incident_step FOR EACH STATEMENT EXECUTE FUNCTION privacy.only_added();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON privacy.party_treatment FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER keep_known AFTER INSERT OR DELETE ON privacy.patient_program FOR EACH ROW EXECUTE FUNCTION patients.keep_known();
CREATE TRIGGER close_with_restriction AFTER UPDATE ON privacy.restriction FOR EACH ROW WHEN (((new.kind = 'ordinary'::text) AND (old.state = 'asked'::text) AND (new.state = 'agreed'::text))) EXECUTE FUNCTION privacy.close_with_restriction();
CREATE TRIGGER keep_restriction BEFORE UPDATE ON privacy.restriction FOR EACH ROW EXECUTE FUNCTION privacy.keep_restriction();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON privacy.restriction FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER decided_stays_decided BEFORE DELETE OR UPDATE OR TRUNCATE ON privacy.rule_pack FOR EACH STATEMENT EXECUTE FUNCTION privacy.decided_stays_decided();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON privacy.vault_share FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON programs.episode FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON residence.belonging FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER kept BEFORE DELETE OR UPDATE ON residence.census FOR EACH ROW EXECUTE FUNCTION residence.refuse_change();
CREATE TRIGGER kept BEFORE DELETE OR UPDATE ON residence.census_line FOR EACH ROW EXECUTE FUNCTION residence.refuse_change();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON residence.census_line FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON residence.hand_off_line FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON residence.incident_report FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON residence.leave FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON residence.missed_sighting FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON residence.occupancy FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON residence.reservation FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON residence.residency FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER kept BEFORE DELETE OR UPDATE ON residence.round FOR EACH ROW EXECUTE FUNCTION residence.refuse_round_change();
CREATE TRIGGER kept BEFORE DELETE OR UPDATE ON residence.sighting FOR EACH ROW EXECUTE FUNCTION residence.refuse_round_change();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON residence.sighting FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON residence.transfer FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON residence.watch FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON reviews.answer FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON reviews.finding FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON reviews.review FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER busy_slot AFTER INSERT OR UPDATE OF clinician_id, room_id, session_id, starts_at, ends_at, status ON scheduling.appointment FOR EACH ROW EXECUTE FUNCTION scheduling.shadow_appointment();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON scheduling.appointment FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER busy_slot AFTER INSERT OR DELETE OR UPDATE ON scheduling.blocked_time FOR EACH ROW EXECUTE FUNCTION scheduling.shadow_blocked_time();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON scheduling.earlier_wish FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON scheduling.reminder FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON scheduling.series FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON scheduling.slot_offer FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON scheduling.status_change FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON stays.aftercare FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON stays.teds FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON teams.membership FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON teams.task FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER kept BEFORE DELETE ON together.document FOR EACH ROW EXECUTE FUNCTION together.refuse_change();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON together.document FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER sealed BEFORE UPDATE ON together.document FOR EACH ROW WHEN ((old.closed_at IS NOT NULL)) EXECUTE FUNCTION together.refuse_change();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON together.mention FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER kept BEFORE DELETE OR UPDATE ON together.remark FOR EACH ROW EXECUTE FUNCTION together.refuse_change();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON together.remark FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER kept BEFORE DELETE ON together.section FOR EACH ROW EXECUTE FUNCTION together.refuse_change();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON together.section FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER sealed BEFORE UPDATE ON together.section FOR EACH ROW WHEN ((old.signed_at IS NOT NULL)) EXECUTE FUNCTION together.refuse_change();
CREATE TRIGGER kept BEFORE DELETE OR UPDATE ON together.section_update FOR EACH ROW EXECUTE FUNCTION together.refuse_change();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON together.section_update FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER open_section BEFORE INSERT ON together.section_update FOR EACH ROW EXECUTE FUNCTION together.only_into_open_section();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON tracks.enrolment FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();
CREATE TRIGGER label_from_program BEFORE INSERT OR UPDATE OF program_id, labels ON transitions.transition FOR EACH ROW EXECUTE FUNCTION privacy.label_from_program();

-- Policies

create policy link_reaches_its_own on assessments.administration for all using (((( SELECT privacy.setting('link_administration'::text) AS setting) IS NULL) OR (id = (( SELECT privacy.setting('link_administration'::text) AS setting))::uuid)));
create policy need_to_know on assessments.administration for select using ((( SELECT privacy.sees_all() AS sees_all) OR (program_id <> ALL (( SELECT privacy.narrowed_programs() AS narrowed_programs)::uuid[])) OR (patient_id = ANY (( SELECT privacy.my_patients() AS my_patients)::uuid[])) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)) OR false));
create policy reach on assessments.administration for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('assessment.read,assessment.answer'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on assessments.administration for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('assessment.write,assessment.answer'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on assessments.administration for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('assessment.write,assessment.answer'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on assessments.administration for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('assessment.write,assessment.answer'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('assessment.write,assessment.answer'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy need_to_know on assessments.critical_finding for select using ((( SELECT privacy.sees_all() AS sees_all) OR (program_id <> ALL (( SELECT privacy.narrowed_programs() AS narrowed_programs)::uuid[])) OR (patient_id = ANY (( SELECT privacy.my_patients() AS my_patients)::uuid[])) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)) OR false));
create policy reach on assessments.critical_finding for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('assessment.read,assessment.answer'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on assessments.critical_finding for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('assessment.write,assessment.answer'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on assessments.critical_finding for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('assessment.write,assessment.answer'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on assessments.critical_finding for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('assessment.write,assessment.answer'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('assessment.write,assessment.answer'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy holder_of_the_token on assessments.link for select using ((token_hash = ( SELECT privacy.setting('link_hash'::text) AS setting)));
create policy reach on assessments.link for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('assessment.write,assessment.answer'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on assessments.link for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('assessment.write,assessment.answer'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on assessments.link for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('assessment.write,assessment.answer'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on assessments.link for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('assessment.write,assessment.answer'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('assessment.write,assessment.answer'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy need_to_know on assessments.risk_case for select using ((( SELECT privacy.sees_all() AS sees_all) OR (program_id <> ALL (( SELECT privacy.narrowed_programs() AS narrowed_programs)::uuid[])) OR (patient_id = ANY (( SELECT privacy.my_patients() AS my_patients)::uuid[])) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)) OR false));
create policy reach on assessments.risk_case for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('assessment.read,assessment.answer'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on assessments.risk_case for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('assessment.write,assessment.answer'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on assessments.risk_case for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('assessment.write,assessment.answer'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on assessments.risk_case for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('assessment.write,assessment.answer'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('assessment.write,assessment.answer'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy need_to_know on assessments.risk_duty for select using ((( SELECT privacy.sees_all() AS sees_all) OR (program_id <> ALL (( SELECT privacy.narrowed_programs() AS narrowed_programs)::uuid[])) OR (patient_id = ANY (( SELECT privacy.my_patients() AS my_patients)::uuid[])) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)) OR false));
create policy reach on assessments.risk_duty for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('assessment.read,assessment.answer'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on assessments.risk_duty for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('assessment.write,assessment.answer'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on assessments.risk_duty for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('assessment.write,assessment.answer'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on assessments.risk_duty for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('assessment.write,assessment.answer'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('assessment.write,assessment.answer'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy need_to_know on assessments.risk_event for select using ((( SELECT privacy.sees_all() AS sees_all) OR (program_id <> ALL (( SELECT privacy.narrowed_programs() AS narrowed_programs)::uuid[])) OR (patient_id = ANY (( SELECT privacy.my_patients() AS my_patients)::uuid[])) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)) OR false));
create policy reach on assessments.risk_event for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('assessment.read,assessment.answer'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on assessments.risk_event for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('assessment.write,assessment.answer'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on assessments.risk_event for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('assessment.write,assessment.answer'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on assessments.risk_event for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('assessment.write,assessment.answer'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('assessment.write,assessment.answer'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reviewing on audit.daily_use for all using (( SELECT audit.may_review() AS may_review));
create policy reading on audit.entry for select using (( SELECT audit.may_read() AS may_read));
create policy retiring on audit.entry for delete using ((current_setting('mooring.retires'::text, true) = 'on'::text));
create policy writing on audit.entry for insert with check (true);
create policy reading on audit.entry_patient for select using (( SELECT audit.may_read() AS may_read));
create policy retiring on audit.entry_patient for delete using ((current_setting('mooring.retires'::text, true) = 'on'::text));
create policy writing on audit.entry_patient for insert with check (true);
create policy reviewing on audit.finding for all using (( SELECT audit.may_review() AS may_review));
create policy reviewing on audit.review_day for all using (( SELECT audit.may_review() AS may_review));
create policy reach on billing."authorization" for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('authorization.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on billing."authorization" for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('authorization.write,transition.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on billing."authorization" for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('authorization.write,transition.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on billing."authorization" for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('authorization.write,transition.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('authorization.write,transition.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach on billing.charge for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('charge.read,claim.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on billing.charge for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('claim.write,payment.post'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on billing.charge for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('claim.write,payment.post'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on billing.charge for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('claim.write,payment.post'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('claim.write,payment.post'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach on billing.charge_line for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('charge.read,claim.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on billing.charge_line for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('claim.write,payment.post'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on billing.charge_line for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('claim.write,payment.post'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on billing.charge_line for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('claim.write,payment.post'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('claim.write,payment.post'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach on billing.claim for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('claim.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on billing.claim for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('claim.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on billing.claim for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('claim.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on billing.claim for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('claim.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('claim.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach on billing.claim_event for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('claim.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on billing.claim_event for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('claim.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on billing.claim_event for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('claim.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on billing.claim_event for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('claim.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('claim.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach on billing.entry for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('ledger.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on billing.entry for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('claim.write,payment.post'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on billing.entry for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('claim.write,payment.post'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on billing.entry for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('claim.write,payment.post'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('claim.write,payment.post'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach on billing.journal for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('ledger.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on billing.journal for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('claim.write,payment.post'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on billing.journal for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('claim.write,payment.post'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on billing.journal for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('claim.write,payment.post'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('claim.write,payment.post'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach on billing.remittance_claim for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('claim.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on billing.remittance_claim for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('payment.post'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on billing.remittance_claim for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('payment.post'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on billing.remittance_claim for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('payment.post'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('payment.post'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy need_to_know on billing.treatment_day for select using ((( SELECT privacy.sees_all() AS sees_all) OR (program_id <> ALL (( SELECT privacy.narrowed_programs() AS narrowed_programs)::uuid[])) OR (patient_id = ANY (( SELECT privacy.my_patients() AS my_patients)::uuid[])) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)) OR false));
create policy reach on billing.treatment_day for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('charge.read,claim.read,chart.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on billing.treatment_day for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('claim.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on billing.treatment_day for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('claim.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on billing.treatment_day for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('claim.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('claim.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy need_to_know on careplans.plan for select using ((( SELECT privacy.sees_all() AS sees_all) OR (program_id <> ALL (( SELECT privacy.narrowed_programs() AS narrowed_programs)::uuid[])) OR (patient_id = ANY (( SELECT privacy.my_patients() AS my_patients)::uuid[])) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)) OR false));
create policy reach on careplans.plan for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on careplans.plan for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on careplans.plan for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on careplans.plan for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy need_to_know on careplans.plan_entry for select using ((( SELECT privacy.sees_all() AS sees_all) OR (program_id <> ALL (( SELECT privacy.narrowed_programs() AS narrowed_programs)::uuid[])) OR (patient_id = ANY (( SELECT privacy.my_patients() AS my_patients)::uuid[])) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)) OR false));
create policy reach on careplans.plan_entry for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on careplans.plan_entry for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on careplans.plan_entry for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on careplans.plan_entry for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy need_to_know on careplans.plan_signature for select using ((( SELECT privacy.sees_all() AS sees_all) OR (program_id <> ALL (( SELECT privacy.narrowed_programs() AS narrowed_programs)::uuid[])) OR (patient_id = ANY (( SELECT privacy.my_patients() AS my_patients)::uuid[])) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)) OR false));
create policy reach on careplans.plan_signature for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on careplans.plan_signature for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('note.sign'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on careplans.plan_signature for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('note.sign'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on careplans.plan_signature for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('note.sign'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('note.sign'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy need_to_know on careplans.sealed_plan for select using ((( SELECT privacy.sees_all() AS sees_all) OR (program_id <> ALL (( SELECT privacy.narrowed_programs() AS narrowed_programs)::uuid[])) OR (patient_id = ANY (( SELECT privacy.my_patients() AS my_patients)::uuid[])) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)) OR false));
create policy reach on careplans.sealed_plan for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on careplans.sealed_plan for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('note.sign'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on careplans.sealed_plan for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('note.sign'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on careplans.sealed_plan for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('note.sign'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('note.sign'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy need_to_know on careplans.worked_on for select using ((( SELECT privacy.sees_all() AS sees_all) OR (program_id <> ALL (( SELECT privacy.narrowed_programs() AS narrowed_programs)::uuid[])) OR (patient_id = ANY (( SELECT privacy.my_patients() AS my_patients)::uuid[])) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)) OR false));
create policy reach on careplans.worked_on for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on careplans.worked_on for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on careplans.worked_on for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on careplans.worked_on for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach on caseloads.hand_over_line for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('patient.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on caseloads.hand_over_line for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('team.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on caseloads.hand_over_line for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('team.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on caseloads.hand_over_line for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('team.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('team.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy need_to_know on charting.diagnosis for select using ((( SELECT privacy.sees_all() AS sees_all) OR (program_id <> ALL (( SELECT privacy.narrowed_programs() AS narrowed_programs)::uuid[])) OR (patient_id = ANY (( SELECT privacy.my_patients() AS my_patients)::uuid[])) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)) OR false));
create policy reach on charting.diagnosis for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on charting.diagnosis for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('diagnosis.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on charting.diagnosis for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('diagnosis.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on charting.diagnosis for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('diagnosis.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('diagnosis.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy need_to_know on charting.diagnosis_version for select using ((( SELECT privacy.sees_all() AS sees_all) OR (program_id <> ALL (( SELECT privacy.narrowed_programs() AS narrowed_programs)::uuid[])) OR (patient_id = ANY (( SELECT privacy.my_patients() AS my_patients)::uuid[])) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)) OR false));
create policy reach on charting.diagnosis_version for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on charting.diagnosis_version for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('diagnosis.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on charting.diagnosis_version for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('diagnosis.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on charting.diagnosis_version for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('diagnosis.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('diagnosis.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy need_to_know on charting.draft for select using ((( SELECT privacy.sees_all() AS sees_all) OR (program_id <> ALL (( SELECT privacy.narrowed_programs() AS narrowed_programs)::uuid[])) OR (patient_id = ANY (( SELECT privacy.my_patients() AS my_patients)::uuid[])) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)) OR (author_id = ( SELECT privacy.actor_id() AS actor_id))));
create policy reach on charting.draft for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on charting.draft for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on charting.draft for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on charting.draft for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy need_to_know on charting.draft_device for select using ((( SELECT privacy.sees_all() AS sees_all) OR (program_id <> ALL (( SELECT privacy.narrowed_programs() AS narrowed_programs)::uuid[])) OR (patient_id = ANY (( SELECT privacy.my_patients() AS my_patients)::uuid[])) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)) OR (EXISTS ( SELECT
   FROM charting.draft d
  WHERE (d.id = draft_device.draft_id)))));
create policy reach on charting.draft_device for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on charting.draft_device for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on charting.draft_device for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on charting.draft_device for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy need_to_know on charting.draft_revision for select using ((( SELECT privacy.sees_all() AS sees_all) OR (program_id <> ALL (( SELECT privacy.narrowed_programs() AS narrowed_programs)::uuid[])) OR (patient_id = ANY (( SELECT privacy.my_patients() AS my_patients)::uuid[])) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)) OR (EXISTS ( SELECT
   FROM charting.draft d
  WHERE (d.id = draft_revision.draft_id)))));
create policy reach on charting.draft_revision for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on charting.draft_revision for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on charting.draft_revision for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on charting.draft_revision for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy need_to_know on charting.draft_section for select using ((( SELECT privacy.sees_all() AS sees_all) OR (program_id <> ALL (( SELECT privacy.narrowed_programs() AS narrowed_programs)::uuid[])) OR (patient_id = ANY (( SELECT privacy.my_patients() AS my_patients)::uuid[])) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)) OR (EXISTS ( SELECT
   FROM charting.draft d
  WHERE (d.id = draft_section.draft_id)))));
create policy reach on charting.draft_section for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on charting.draft_section for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on charting.draft_section for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on charting.draft_section for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy need_to_know on charting.encounter for select using ((( SELECT privacy.sees_all() AS sees_all) OR (program_id <> ALL (( SELECT privacy.narrowed_programs() AS narrowed_programs)::uuid[])) OR (patient_id = ANY (( SELECT privacy.my_patients() AS my_patients)::uuid[])) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)) OR (EXISTS ( SELECT
   FROM charting.note n
  WHERE (n.id = encounter.note_id)))));
create policy reach on charting.encounter for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('charge.read,claim.read,chart.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on charting.encounter for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('note.sign'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on charting.encounter for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('note.sign'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on charting.encounter for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('note.sign'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('note.sign'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy need_to_know on charting.note for select using ((( SELECT privacy.sees_all() AS sees_all) OR (program_id <> ALL (( SELECT privacy.narrowed_programs() AS narrowed_programs)::uuid[])) OR (patient_id = ANY (( SELECT privacy.my_patients() AS my_patients)::uuid[])) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)) OR ((signed_by = ( SELECT privacy.actor_id() AS actor_id)) OR (signed_by IN ( SELECT trainee.id
   FROM identity.staff_name trainee
  WHERE (trainee.supervisor_id = ( SELECT privacy.actor_id() AS actor_id)))))));
create policy reach on charting.note for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on charting.note for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('note.sign'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on charting.note for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('note.sign'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on charting.note for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('note.sign'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('note.sign'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy door on charting.note_search for select using (true);
create policy need_to_know on charting.note_search for select using ((( SELECT privacy.sees_all() AS sees_all) OR (program_id <> ALL (( SELECT privacy.narrowed_programs() AS narrowed_programs)::uuid[])) OR (patient_id = ANY (( SELECT privacy.my_patients() AS my_patients)::uuid[])) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)) OR (EXISTS ( SELECT
   FROM charting.note n
  WHERE (n.id = note_search.note_id)))));
create policy reach on charting.note_search for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on charting.note_search for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('note.sign'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on charting.note_search for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('note.sign'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on charting.note_search for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('note.sign'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('note.sign'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy need_to_know on charting.rendition for select using ((( SELECT privacy.sees_all() AS sees_all) OR (program_id <> ALL (( SELECT privacy.narrowed_programs() AS narrowed_programs)::uuid[])) OR (patient_id = ANY (( SELECT privacy.my_patients() AS my_patients)::uuid[])) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)) OR (EXISTS ( SELECT
   FROM charting.note n
  WHERE (n.id = rendition.note_id)))));
create policy reach on charting.rendition for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on charting.rendition for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('note.sign'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on charting.rendition for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('note.sign'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on charting.rendition for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('note.sign'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('note.sign'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy need_to_know on charting.signature_comment for select using ((( SELECT privacy.sees_all() AS sees_all) OR (program_id <> ALL (( SELECT privacy.narrowed_programs() AS narrowed_programs)::uuid[])) OR (patient_id = ANY (( SELECT privacy.my_patients() AS my_patients)::uuid[])) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)) OR (EXISTS ( SELECT
   FROM charting.note n
  WHERE (n.id = signature_comment.note_id)))));
create policy reach on charting.signature_comment for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on charting.signature_comment for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('note.sign'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on charting.signature_comment for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('note.sign'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on charting.signature_comment for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('note.sign'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('note.sign'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy need_to_know on charting.signature_step for select using ((( SELECT privacy.sees_all() AS sees_all) OR (program_id <> ALL (( SELECT privacy.narrowed_programs() AS narrowed_programs)::uuid[])) OR (patient_id = ANY (( SELECT privacy.my_patients() AS my_patients)::uuid[])) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)) OR (EXISTS ( SELECT
   FROM charting.note n
  WHERE (n.id = signature_step.note_id)))));
create policy reach on charting.signature_step for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('charge.read,claim.read,chart.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on charting.signature_step for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('note.sign'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on charting.signature_step for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('note.sign'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on charting.signature_step for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('note.sign'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('note.sign'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy originator on charting.vault_note for select using ((((originator_id = ( SELECT privacy.actor_id() AS actor_id)) AND (( SELECT privacy.setting('actor_kind'::text) AS setting) = 'staff'::text) AND ( SELECT privacy.has_permission('vault.write'::text) AS has_permission)) OR (id = ANY (( SELECT privacy.shared_notes() AS shared_notes)::uuid[]))));
create policy originator_changes on charting.vault_note for update using (((originator_id = ( SELECT privacy.actor_id() AS actor_id)) AND ( SELECT privacy.has_permission('vault.write'::text) AS has_permission))) with check ((originator_id = ( SELECT privacy.actor_id() AS actor_id)));
create policy originator_writes on charting.vault_note for insert with check (((originator_id = ( SELECT privacy.actor_id() AS actor_id)) AND ( SELECT privacy.has_permission('vault.write'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[]))));
create policy reach on desk.check_in for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('schedule.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on desk.check_in for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('schedule.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on desk.check_in for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('schedule.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on desk.check_in for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('schedule.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('schedule.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach on desk.fee_policy for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('schedule.read,schedule.write,payment.post,payer.write'::text) AS has_permission) AND true)));
create policy reach_to_delete on desk.fee_policy for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('payer.write'::text) AS has_permission) AND true)));
create policy reach_to_insert on desk.fee_policy for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('payer.write'::text) AS has_permission) AND true)));
create policy reach_to_update on desk.fee_policy for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('payer.write'::text) AS has_permission) AND true))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('payer.write'::text) AS has_permission) AND true)));
create policy kept_by_its_holder_and_the_desk on desk.kiosk for update using (((token_hash = ( SELECT privacy.setting('kiosk_hash'::text) AS setting)) OR (( SELECT privacy.has_permission('schedule.write'::text) AS has_permission) AND (program_ids && ( SELECT privacy.my_programs() AS my_programs)))));
create policy reach on desk.kiosk for select using ((( SELECT privacy.sees_all() AS sees_all) OR (token_hash = ( SELECT privacy.setting('kiosk_hash'::text) AS setting)) OR (( SELECT privacy.has_permission('schedule.write'::text) AS has_permission) AND (program_ids && ( SELECT privacy.my_programs() AS my_programs)))));
create policy started_by_the_desk on desk.kiosk for insert with check ((( SELECT privacy.has_permission('schedule.write'::text) AS has_permission) AND (program_ids <@ ( SELECT privacy.my_programs() AS my_programs))));
create policy reach on desk.missed_visit for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('schedule.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on desk.missed_visit for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('schedule.write,payment.post'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on desk.missed_visit for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('schedule.write,payment.post'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on desk.missed_visit for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('schedule.write,payment.post'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('schedule.write,payment.post'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach on disclosures.packet for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('disclosure.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on disclosures.packet for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('disclosure.release'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on disclosures.packet for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('disclosure.release'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on disclosures.packet for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('disclosure.release'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('disclosure.release'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach on disclosures.patient_request for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('disclosure.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on disclosures.patient_request for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('disclosure.release'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on disclosures.patient_request for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('disclosure.release'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on disclosures.patient_request for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('disclosure.release'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('disclosure.release'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy need_to_know on documents.document for select using ((( SELECT privacy.sees_all() AS sees_all) OR (program_id <> ALL (( SELECT privacy.narrowed_programs() AS narrowed_programs)::uuid[])) OR (patient_id = ANY (( SELECT privacy.my_patients() AS my_patients)::uuid[])) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)) OR false));
create policy reach on documents.document for select using (((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('document.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))) AND ((access = 'administrative'::text) OR ( SELECT privacy.has_permission('chart.read'::text) AS has_permission))));
create policy reach_to_delete on documents.document for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('document.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on documents.document for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('document.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on documents.document for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('document.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('document.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach on documents.inbound for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('document.write'::text) AS has_permission) AND true)));
create policy reach_to_delete on documents.inbound for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('document.write'::text) AS has_permission) AND true)));
create policy reach_to_insert on documents.inbound for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('document.write'::text) AS has_permission) AND true)));
create policy reach_to_update on documents.inbound for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('document.write'::text) AS has_permission) AND true))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('document.write'::text) AS has_permission) AND true)));
create policy reach on documents.seen_file for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('document.write'::text) AS has_permission) AND true)));
create policy reach_to_delete on documents.seen_file for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('document.write'::text) AS has_permission) AND true)));
create policy reach_to_insert on documents.seen_file for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('document.write'::text) AS has_permission) AND true)));
create policy reach_to_update on documents.seen_file for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('document.write'::text) AS has_permission) AND true))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('document.write'::text) AS has_permission) AND true)));
create policy need_to_know on groups.member for select using ((( SELECT privacy.sees_all() AS sees_all) OR (program_id <> ALL (( SELECT privacy.narrowed_programs() AS narrowed_programs)::uuid[])) OR (patient_id = ANY (( SELECT privacy.my_patients() AS my_patients)::uuid[])) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)) OR false));
create policy reach on groups.member for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on groups.member for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on groups.member for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on groups.member for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy need_to_know on groups.seat for select using ((( SELECT privacy.sees_all() AS sees_all) OR (program_id <> ALL (( SELECT privacy.narrowed_programs() AS narrowed_programs)::uuid[])) OR (patient_id = ANY (( SELECT privacy.my_patients() AS my_patients)::uuid[])) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)) OR false));
create policy reach on groups.seat for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on groups.seat for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on groups.seat for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on groups.seat for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach on groups.session for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.read'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])))));
create policy reach_to_delete on groups.session for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])))));
create policy reach_to_insert on groups.session for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])))));
create policy reach_to_update on groups.session for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[]))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])))));
create policy reach on groups.therapy_group for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.read,track.enrol'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])))));
create policy reach_to_delete on groups.therapy_group for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])))));
create policy reach_to_insert on groups.therapy_group for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])))));
create policy reach_to_update on groups.therapy_group for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[]))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])))));
create policy reach on intake.act for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('intake.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on intake.act for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('intake.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on intake.act for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('intake.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on intake.act for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('intake.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('intake.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach on intake.attempt for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('intake.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on intake.attempt for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('intake.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on intake.attempt for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('intake.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on intake.attempt for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('intake.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('intake.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach on intake.call for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('intake.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on intake.call for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('intake.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on intake.call for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('intake.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on intake.call for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('intake.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('intake.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach on intake.screening for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('intake.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on intake.screening for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('intake.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on intake.screening for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('intake.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on intake.screening for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('intake.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('intake.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach on intake.tick for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('intake.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on intake.tick for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('intake.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on intake.tick for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('intake.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on intake.tick for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('intake.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('intake.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach on intake.wait for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('intake.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on intake.wait for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('intake.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on intake.wait for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('intake.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on intake.wait for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('intake.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('intake.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy need_to_know on medications.decision for select using ((( SELECT privacy.sees_all() AS sees_all) OR (program_id <> ALL (( SELECT privacy.narrowed_programs() AS narrowed_programs)::uuid[])) OR (patient_id = ANY (( SELECT privacy.my_patients() AS my_patients)::uuid[])) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)) OR false));
create policy reach on medications.decision for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('medication.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on medications.decision for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('medication.write,transition.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on medications.decision for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('medication.write,transition.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on medications.decision for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('medication.write,transition.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('medication.write,transition.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy need_to_know on medications.none_taken for select using ((( SELECT privacy.sees_all() AS sees_all) OR (program_id <> ALL (( SELECT privacy.narrowed_programs() AS narrowed_programs)::uuid[])) OR (patient_id = ANY (( SELECT privacy.my_patients() AS my_patients)::uuid[])) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)) OR false));
create policy reach on medications.none_taken for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('medication.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on medications.none_taken for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('medication.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on medications.none_taken for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('medication.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on medications.none_taken for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('medication.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('medication.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy need_to_know on medications.statement for select using ((( SELECT privacy.sees_all() AS sees_all) OR (program_id <> ALL (( SELECT privacy.narrowed_programs() AS narrowed_programs)::uuid[])) OR (patient_id = ANY (( SELECT privacy.my_patients() AS my_patients)::uuid[])) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)) OR false));
create policy reach on medications.statement for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('medication.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on medications.statement for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('medication.write,transition.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on medications.statement for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('medication.write,transition.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on medications.statement for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('medication.write,transition.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('medication.write,transition.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy need_to_know on observations.allergy for select using ((( SELECT privacy.sees_all() AS sees_all) OR (program_id <> ALL (( SELECT privacy.narrowed_programs() AS narrowed_programs)::uuid[])) OR (patient_id = ANY (( SELECT privacy.my_patients() AS my_patients)::uuid[])) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)) OR false));
create policy reach on observations.allergy for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on observations.allergy for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('observation.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on observations.allergy for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('observation.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on observations.allergy for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('observation.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('observation.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy need_to_know on observations.allergy_statement for select using ((( SELECT privacy.sees_all() AS sees_all) OR (program_id <> ALL (( SELECT privacy.narrowed_programs() AS narrowed_programs)::uuid[])) OR (patient_id = ANY (( SELECT privacy.my_patients() AS my_patients)::uuid[])) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)) OR false));
create policy reach on observations.allergy_statement for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on observations.allergy_statement for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('observation.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on observations.allergy_statement for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('observation.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on observations.allergy_statement for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('observation.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('observation.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy need_to_know on observations.result for select using ((( SELECT privacy.sees_all() AS sees_all) OR (program_id <> ALL (( SELECT privacy.narrowed_programs() AS narrowed_programs)::uuid[])) OR (patient_id = ANY (( SELECT privacy.my_patients() AS my_patients)::uuid[])) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)) OR ((ordered_by = ( SELECT privacy.actor_id() AS actor_id)) OR (EXISTS ( SELECT
   FROM teams.open_task called
  WHERE ((called.kept_by = 'critical-result'::text) AND (called.kept_id = result.id) AND (called.for_staff_id = ( SELECT privacy.actor_id() AS actor_id))))))));
create policy reach on observations.result for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on observations.result for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('observation.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on observations.result for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('observation.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on observations.result for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('observation.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('observation.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy need_to_know on observations.vital_set for select using ((( SELECT privacy.sees_all() AS sees_all) OR (program_id <> ALL (( SELECT privacy.narrowed_programs() AS narrowed_programs)::uuid[])) OR (patient_id = ANY (( SELECT privacy.my_patients() AS my_patients)::uuid[])) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)) OR false));
create policy reach on observations.vital_set for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on observations.vital_set for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('observation.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on observations.vital_set for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('observation.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on observations.vital_set for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('observation.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('observation.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach on patients.alert for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('patient.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on patients.alert for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('alert.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on patients.alert for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('alert.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on patients.alert for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('alert.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('alert.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach on patients.communication for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('patient.read'::text) AS has_permission) AND ((EXISTS ( SELECT
   FROM privacy.patient_program known
  WHERE (known.patient_id = communication.patient_id))) OR (patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[]))))));
create policy reach_to_delete on patients.communication for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('patient.register'::text) AS has_permission) AND ((EXISTS ( SELECT
   FROM privacy.patient_program known
  WHERE (known.patient_id = communication.patient_id))) OR (patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[]))))));
create policy reach_to_insert on patients.communication for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('patient.register'::text) AS has_permission) AND ((EXISTS ( SELECT
   FROM privacy.patient_program known
  WHERE (known.patient_id = communication.patient_id))) OR (patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[]))))));
create policy reach_to_update on patients.communication for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('patient.register'::text) AS has_permission) AND ((EXISTS ( SELECT
   FROM privacy.patient_program known
  WHERE (known.patient_id = communication.patient_id))) OR (patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('patient.register'::text) AS has_permission) AND ((EXISTS ( SELECT
   FROM privacy.patient_program known
  WHERE (known.patient_id = communication.patient_id))) OR (patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[]))))));
create policy reach on patients.contact for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('patient.read'::text) AS has_permission) AND ((EXISTS ( SELECT
   FROM privacy.patient_program known
  WHERE (known.patient_id = contact.patient_id))) OR (patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[]))))));
create policy reach_to_delete on patients.contact for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('patient.register'::text) AS has_permission) AND ((EXISTS ( SELECT
   FROM privacy.patient_program known
  WHERE (known.patient_id = contact.patient_id))) OR (patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[]))))));
create policy reach_to_insert on patients.contact for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('patient.register'::text) AS has_permission) AND ((EXISTS ( SELECT
   FROM privacy.patient_program known
  WHERE (known.patient_id = contact.patient_id))) OR (patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[]))))));
create policy reach_to_update on patients.contact for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('patient.register'::text) AS has_permission) AND ((EXISTS ( SELECT
   FROM privacy.patient_program known
  WHERE (known.patient_id = contact.patient_id))) OR (patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('patient.register'::text) AS has_permission) AND ((EXISTS ( SELECT
   FROM privacy.patient_program known
  WHERE (known.patient_id = contact.patient_id))) OR (patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[]))))));
create policy reach on patients.coverage for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('coverage.read,claim.read'::text) AS has_permission) AND ((EXISTS ( SELECT
   FROM privacy.patient_program known
  WHERE (known.patient_id = coverage.patient_id))) OR (patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[]))))));
create policy reach_to_delete on patients.coverage for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('coverage.write'::text) AS has_permission) AND ((EXISTS ( SELECT
   FROM privacy.patient_program known
  WHERE (known.patient_id = coverage.patient_id))) OR (patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[]))))));
create policy reach_to_insert on patients.coverage for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('coverage.write'::text) AS has_permission) AND ((EXISTS ( SELECT
   FROM privacy.patient_program known
  WHERE (known.patient_id = coverage.patient_id))) OR (patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[]))))));
create policy reach_to_update on patients.coverage for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('coverage.write'::text) AS has_permission) AND ((EXISTS ( SELECT
   FROM privacy.patient_program known
  WHERE (known.patient_id = coverage.patient_id))) OR (patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('coverage.write'::text) AS has_permission) AND ((EXISTS ( SELECT
   FROM privacy.patient_program known
  WHERE (known.patient_id = coverage.patient_id))) OR (patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[]))))));
create policy reach on patients.former_address for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('patient.read'::text) AS has_permission) AND ((EXISTS ( SELECT
   FROM privacy.patient_program known
  WHERE (known.patient_id = former_address.patient_id))) OR (patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[]))))));
create policy reach_to_delete on patients.former_address for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('patient.register'::text) AS has_permission) AND ((EXISTS ( SELECT
   FROM privacy.patient_program known
  WHERE (known.patient_id = former_address.patient_id))) OR (patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[]))))));
create policy reach_to_insert on patients.former_address for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('patient.register'::text) AS has_permission) AND ((EXISTS ( SELECT
   FROM privacy.patient_program known
  WHERE (known.patient_id = former_address.patient_id))) OR (patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[]))))));
create policy reach_to_update on patients.former_address for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('patient.register'::text) AS has_permission) AND ((EXISTS ( SELECT
   FROM privacy.patient_program known
  WHERE (known.patient_id = former_address.patient_id))) OR (patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('patient.register'::text) AS has_permission) AND ((EXISTS ( SELECT
   FROM privacy.patient_program known
  WHERE (known.patient_id = former_address.patient_id))) OR (patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[]))))));
create policy reach on patients.former_name for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('patient.read'::text) AS has_permission) AND ((EXISTS ( SELECT
   FROM privacy.patient_program known
  WHERE (known.patient_id = former_name.patient_id))) OR (patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[]))))));
create policy reach_to_delete on patients.former_name for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('patient.register'::text) AS has_permission) AND ((EXISTS ( SELECT
   FROM privacy.patient_program known
  WHERE (known.patient_id = former_name.patient_id))) OR (patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[]))))));
create policy reach_to_insert on patients.former_name for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('patient.register'::text) AS has_permission) AND ((EXISTS ( SELECT
   FROM privacy.patient_program known
  WHERE (known.patient_id = former_name.patient_id))) OR (patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[]))))));
create policy reach_to_update on patients.former_name for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('patient.register'::text) AS has_permission) AND ((EXISTS ( SELECT
   FROM privacy.patient_program known
  WHERE (known.patient_id = former_name.patient_id))) OR (patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('patient.register'::text) AS has_permission) AND ((EXISTS ( SELECT
   FROM privacy.patient_program known
  WHERE (known.patient_id = former_name.patient_id))) OR (patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[]))))));
create policy reach on patients.guarantor for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('coverage.read'::text) AS has_permission) AND ((EXISTS ( SELECT
   FROM privacy.patient_program known
  WHERE (known.patient_id = guarantor.patient_id))) OR (patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[]))))));
create policy reach_to_delete on patients.guarantor for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('coverage.write'::text) AS has_permission) AND ((EXISTS ( SELECT
   FROM privacy.patient_program known
  WHERE (known.patient_id = guarantor.patient_id))) OR (patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[]))))));
create policy reach_to_insert on patients.guarantor for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('coverage.write'::text) AS has_permission) AND ((EXISTS ( SELECT
   FROM privacy.patient_program known
  WHERE (known.patient_id = guarantor.patient_id))) OR (patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[]))))));
create policy reach_to_update on patients.guarantor for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('coverage.write'::text) AS has_permission) AND ((EXISTS ( SELECT
   FROM privacy.patient_program known
  WHERE (known.patient_id = guarantor.patient_id))) OR (patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('coverage.write'::text) AS has_permission) AND ((EXISTS ( SELECT
   FROM privacy.patient_program known
  WHERE (known.patient_id = guarantor.patient_id))) OR (patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[]))))));
create policy reach on patients.merge for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('patient.read'::text) AS has_permission) AND ((EXISTS ( SELECT
   FROM privacy.patient_program known
  WHERE (known.patient_id = merge.patient_id))) OR (patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[]))))));
create policy reach_to_delete on patients.merge for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('patient.merge'::text) AS has_permission) AND ((EXISTS ( SELECT
   FROM privacy.patient_program known
  WHERE (known.patient_id = merge.patient_id))) OR (patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[]))))));
create policy reach_to_insert on patients.merge for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('patient.merge'::text) AS has_permission) AND ((EXISTS ( SELECT
   FROM privacy.patient_program known
  WHERE (known.patient_id = merge.patient_id))) OR (patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[]))))));
create policy reach_to_update on patients.merge for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('patient.merge'::text) AS has_permission) AND ((EXISTS ( SELECT
   FROM privacy.patient_program known
  WHERE (known.patient_id = merge.patient_id))) OR (patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('patient.merge'::text) AS has_permission) AND ((EXISTS ( SELECT
   FROM privacy.patient_program known
  WHERE (known.patient_id = merge.patient_id))) OR (patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[]))))));
create policy forgotten on patients.merge_program for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('patient.merge'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])))));
create policy noted on patients.merge_program for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('patient.merge'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])))));
create policy own_programs on patients.merge_program for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('patient.read'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])))));
create policy reach on patients.patient for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('patient.read'::text) AS has_permission) AND ((known_to && ( SELECT privacy.my_programs() AS my_programs)) OR (id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[]))))));
create policy reach_to_delete on patients.patient for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('patient.register,patient.merge'::text) AS has_permission) AND ((known_to && ( SELECT privacy.my_programs() AS my_programs)) OR (id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[]))))));
create policy reach_to_insert on patients.patient for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('patient.register,patient.merge'::text) AS has_permission) AND ((known_to && ( SELECT privacy.my_programs() AS my_programs)) OR (id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[]))))));
create policy reach_to_update on patients.patient for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('patient.register,patient.merge'::text) AS has_permission) AND ((known_to && ( SELECT privacy.my_programs() AS my_programs)) OR (id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('patient.register,patient.merge'::text) AS has_permission) AND ((known_to && ( SELECT privacy.my_programs() AS my_programs)) OR (id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[]))))));
create policy indexed on patients.search_name for insert with check ((( SELECT privacy.has_permission('patient.register,episode.write,patient.merge'::text) AS has_permission) AND (( SELECT privacy.sees_all() AS sees_all) OR privacy.knows(patient_id))));
create policy own_programs on patients.search_name for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('patient.read'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])))));
create policy reindexed on patients.search_name for delete using ((( SELECT privacy.has_permission('patient.register,episode.write,patient.merge'::text) AS has_permission) AND (( SELECT privacy.sees_all() AS sees_all) OR (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])))));
create policy indexed on patients.search_number for insert with check ((( SELECT privacy.has_permission('patient.register,episode.write,patient.merge'::text) AS has_permission) AND (( SELECT privacy.sees_all() AS sees_all) OR privacy.knows(patient_id))));
create policy own_programs on patients.search_number for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('patient.read'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])))));
create policy reindexed on patients.search_number for delete using ((( SELECT privacy.has_permission('patient.register,episode.write,patient.merge'::text) AS has_permission) AND (( SELECT privacy.sees_all() AS sees_all) OR (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])))));
create policy indexed on patients.search_spelling for insert with check ((( SELECT privacy.has_permission('patient.register,episode.write,patient.merge'::text) AS has_permission) AND (( SELECT privacy.sees_all() AS sees_all) OR true)));
create policy own_programs on patients.search_spelling for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('patient.read'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])))));
create policy reindexed on patients.search_spelling for delete using ((( SELECT privacy.has_permission('patient.register,episode.write,patient.merge'::text) AS has_permission) AND (( SELECT privacy.sees_all() AS sees_all) OR (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])))));
create policy reach on platform.file for select using ((( SELECT privacy.sees_all() AS sees_all) OR (privacy.has_permission(permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((program_id IS NULL) AND ((patient_id IS NULL) OR privacy.knows(patient_id))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on platform.file for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) OR ((program_id IS NULL) AND (( SELECT privacy.setting('actor_kind'::text) AS setting) = 'staff'::text) AND ((patient_id IS NULL) OR privacy.knows(patient_id)))));
create policy grants_are_ended on privacy.access_grant for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('privacy.review'::text) AS has_permission) AND (grantee_staff_id <> ( SELECT privacy.actor_id() AS actor_id)))));
create policy grants_are_made on privacy.access_grant for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('privacy.review'::text) AS has_permission) AND (grantee_staff_id <> ( SELECT privacy.actor_id() AS actor_id)))));
create policy own_grants on privacy.access_grant for select using ((( SELECT privacy.sees_all() AS sees_all) OR (grantee_staff_id = ( SELECT privacy.actor_id() AS actor_id)) OR ( SELECT privacy.has_permission('privacy.review'::text) AS has_permission)));
create policy reach on privacy.accounting_suspension for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('disclosure.read,privacy.review'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on privacy.accounting_suspension for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('privacy.review'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on privacy.accounting_suspension for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('privacy.review'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on privacy.accounting_suspension for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('privacy.review'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('privacy.review'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach on privacy.consent for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('consent.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on privacy.consent for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('consent.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on privacy.consent for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('consent.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on privacy.consent for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('consent.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('consent.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy decisions_are_kept on privacy.decision for insert with check (((( SELECT privacy.setting('actor_kind'::text) AS setting) IS NOT NULL) AND (NOT (decided_by IS DISTINCT FROM ( SELECT privacy.actor_id() AS actor_id)))));
create policy decisions_are_read_by_reviewers on privacy.decision for select using ((( SELECT privacy.sees_all() AS sees_all) OR ( SELECT privacy.has_permission('privacy.review'::text) AS has_permission)));
create policy reach on privacy.disclosure for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('disclosure.read,privacy.review'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on privacy.disclosure for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('disclosure.release'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on privacy.disclosure for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('disclosure.release'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on privacy.disclosure for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('disclosure.release'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('disclosure.release'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy opened_by_the_function on privacy.emergency_access for insert with check (( SELECT privacy.sees_all() AS sees_all));
create policy own_and_reviewed on privacy.emergency_access for select using ((( SELECT privacy.sees_all() AS sees_all) OR (staff_id = ( SELECT privacy.actor_id() AS actor_id)) OR ( SELECT privacy.has_permission('privacy.review'::text) AS has_permission)));
create policy ended_by_the_function on privacy.emergency_end for insert with check (( SELECT privacy.sees_all() AS sees_all));
create policy seen_with_the_access on privacy.emergency_end for select using ((EXISTS ( SELECT
   FROM privacy.emergency_access opened
  WHERE (opened.id = emergency_end.emergency_id))));
create policy need_to_know on privacy.emergency_record for select using ((( SELECT privacy.sees_all() AS sees_all) OR (program_id <> ALL (( SELECT privacy.narrowed_programs() AS narrowed_programs)::uuid[])) OR (patient_id = ANY (( SELECT privacy.my_patients() AS my_patients)::uuid[])) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)) OR false));
create policy reach on privacy.emergency_record for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on privacy.emergency_record for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('access.emergency'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on privacy.emergency_record for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('access.emergency'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on privacy.emergency_record for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('access.emergency'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('access.emergency'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reviews_are_made on privacy.emergency_review for update using ((( SELECT privacy.has_permission('privacy.review'::text) AS has_permission) AND (NOT (EXISTS ( SELECT
   FROM privacy.emergency_access opened
  WHERE ((opened.id = emergency_review.emergency_id) AND (opened.staff_id = ( SELECT privacy.actor_id() AS actor_id))))))));
create policy reviews_are_opened on privacy.emergency_review for insert with check (( SELECT privacy.sees_all() AS sees_all));
create policy reviews_are_read on privacy.emergency_review for select using ((( SELECT privacy.sees_all() AS sees_all) OR ( SELECT privacy.has_permission('privacy.review'::text) AS has_permission)));
create policy register on privacy.incident for all using (( SELECT privacy.has_permission('incident.write'::text) AS has_permission));
create policy register on privacy.incident_assessment for all using (( SELECT privacy.has_permission('incident.write'::text) AS has_permission));
create policy register on privacy.incident_patient for all using (( SELECT privacy.has_permission('incident.write'::text) AS has_permission));
create policy register on privacy.incident_step for all using (( SELECT privacy.has_permission('incident.write'::text) AS has_permission));
create policy decision_is_ended on privacy.need_to_know for update using (( SELECT privacy.has_permission('privacy.review'::text) AS has_permission));
create policy decision_is_known on privacy.need_to_know for select using ((( SELECT privacy.setting('actor_kind'::text) AS setting) = ANY (ARRAY['staff'::text, 'system'::text])));
create policy decision_is_taken on privacy.need_to_know for insert with check (( SELECT privacy.has_permission('privacy.review'::text) AS has_permission));
create policy policy_is_decided on privacy.oversight_policy for insert with check (( SELECT privacy.has_permission('privacy.review'::text) AS has_permission));
create policy policy_is_known on privacy.oversight_policy for select using ((( SELECT privacy.setting('actor_kind'::text) AS setting) = ANY (ARRAY['staff'::text, 'system'::text])));
create policy parties_are_added on privacy.party for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('consent.write,disclosure.release,payer.write'::text) AS has_permission) AND ((patient_id IS NULL) OR privacy.knows(patient_id)))));
create policy parties_are_changed on privacy.party for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('consent.write,disclosure.release,payer.write'::text) AS has_permission) AND ((patient_id IS NULL) OR privacy.knows(patient_id)))));
create policy parties_are_known on privacy.party for select using ((( SELECT privacy.sees_all() AS sees_all) OR ((( SELECT privacy.setting('actor_kind'::text) AS setting) = 'staff'::text) AND ((patient_id IS NULL) OR privacy.knows(patient_id)))));
create policy reach on privacy.party_treatment for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('disclosure.read,consent.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on privacy.party_treatment for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('disclosure.release,consent.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on privacy.party_treatment for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('disclosure.release,consent.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on privacy.party_treatment for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('disclosure.release,consent.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('disclosure.release,consent.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy merge_is_undone on privacy.patient_program for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('patient.merge'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])))));
create policy own_programs on privacy.patient_program for select using ((( SELECT privacy.sees_all() AS sees_all) OR (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[]))));
create policy person_becomes_known on privacy.patient_program for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('patient.register,episode.write'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[]))) OR (( SELECT privacy.has_permission('episode.write,patient.merge'::text) AS has_permission) AND privacy.knows(patient_id))));
create policy status_is_ended on privacy.program_status for update using (( SELECT privacy.has_permission('program.write'::text) AS has_permission));
create policy status_is_known_to_staff on privacy.program_status for select using ((( SELECT privacy.setting('actor_kind'::text) AS setting) = ANY (ARRAY['staff'::text, 'system'::text])));
create policy status_is_recorded on privacy.program_status for insert with check (( SELECT privacy.has_permission('program.write'::text) AS has_permission));
create policy reach on privacy.restriction for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('consent.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on privacy.restriction for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('consent.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on privacy.restriction for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('consent.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on privacy.restriction for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('consent.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('consent.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy rules_are_kept on privacy.rule_pack for insert with check ((( SELECT privacy.setting('actor_kind'::text) AS setting) IS NOT NULL));
create policy rules_are_read_by_reviewers on privacy.rule_pack for select using ((( SELECT privacy.sees_all() AS sees_all) OR ( SELECT privacy.has_permission('privacy.review'::text) AS has_permission)));
create policy originator_ends on privacy.vault_share for update using ((originator_id = ( SELECT privacy.actor_id() AS actor_id))) with check ((originator_id = ( SELECT privacy.actor_id() AS actor_id)));
create policy originator_shares on privacy.vault_share for insert with check (((originator_id = ( SELECT privacy.actor_id() AS actor_id)) AND ( SELECT privacy.has_permission('vault.write'::text) AS has_permission)));
create policy shares_of_those_concerned on privacy.vault_share for select using (((originator_id = ( SELECT privacy.actor_id() AS actor_id)) OR (grantee_staff_id = ( SELECT privacy.actor_id() AS actor_id))));
create policy reach on programs.episode for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('patient.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on programs.episode for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('episode.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on programs.episode for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('episode.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on programs.episode for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('episode.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('episode.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy refer on programs.episode for insert with check (((state = 'referral'::text) AND ( SELECT privacy.has_permission('episode.write'::text) AS has_permission) AND privacy.knows(patient_id)));
create policy reach on residence.bed for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('residence.read,program.write'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])))));
create policy reach_to_delete on residence.bed for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('program.write'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])))));
create policy reach_to_insert on residence.bed for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('program.write'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])))));
create policy reach_to_update on residence.bed for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('program.write'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[]))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('program.write'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])))));
create policy reach on residence.bed_outage for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('residence.read'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])))));
create policy reach_to_delete on residence.bed_outage for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('residence.write'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])))));
create policy reach_to_insert on residence.bed_outage for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('residence.write,transition.write'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])))));
create policy reach_to_update on residence.bed_outage for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('residence.write,transition.write'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[]))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('residence.write,transition.write'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])))));
create policy reach on residence.belonging for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('residence.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on residence.belonging for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('residence.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on residence.belonging for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('residence.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on residence.belonging for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('residence.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('residence.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach on residence.census for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('residence.read'::text) AS has_permission) AND true)));
create policy reach_to_delete on residence.census for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('census.correct'::text) AS has_permission) AND true)));
create policy reach_to_insert on residence.census for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('census.correct'::text) AS has_permission) AND true)));
create policy reach_to_update on residence.census for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('census.correct'::text) AS has_permission) AND true))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('census.correct'::text) AS has_permission) AND true)));
create policy reach on residence.census_line for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('residence.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on residence.census_line for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('census.correct'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on residence.census_line for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('census.correct'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on residence.census_line for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('census.correct'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('census.correct'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach on residence.hand_off for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('residence.read'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])))));
create policy reach_to_delete on residence.hand_off for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('round.write'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])))));
create policy reach_to_insert on residence.hand_off for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('round.write'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])))));
create policy reach_to_update on residence.hand_off for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('round.write'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[]))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('round.write'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])))));
create policy reach on residence.hand_off_line for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('residence.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on residence.hand_off_line for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('round.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on residence.hand_off_line for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('round.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on residence.hand_off_line for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('round.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('round.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach on residence.incident_report for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('residence.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on residence.incident_report for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('residence.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on residence.incident_report for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('residence.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on residence.incident_report for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('residence.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('residence.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach on residence.leave for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('residence.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on residence.leave for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('residence.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on residence.leave for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('residence.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on residence.leave for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('residence.write,transition.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('residence.write,transition.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach on residence.missed_sighting for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('residence.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on residence.missed_sighting for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('round.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on residence.missed_sighting for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('round.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on residence.missed_sighting for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('round.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('round.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach on residence.occupancy for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('residence.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on residence.occupancy for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('residence.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on residence.occupancy for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('residence.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on residence.occupancy for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('residence.write,transition.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('residence.write,transition.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach on residence.reservation for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('residence.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on residence.reservation for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('residence.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on residence.reservation for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('residence.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on residence.reservation for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('residence.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('residence.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach on residence.residency for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('residence.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on residence.residency for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('residence.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on residence.residency for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('residence.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on residence.residency for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('residence.write,transition.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('residence.write,transition.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach on residence.room for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('residence.read,program.write'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])))));
create policy reach_to_delete on residence.room for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('program.write'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])))));
create policy reach_to_insert on residence.room for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('program.write'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])))));
create policy reach_to_update on residence.room for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('program.write'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[]))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('program.write'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])))));
create policy reach on residence.round for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('residence.read'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])))));
create policy reach_to_delete on residence.round for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('round.write'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])))));
create policy reach_to_insert on residence.round for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('round.write'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])))));
create policy reach_to_update on residence.round for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('round.write'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[]))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('round.write'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])))));
create policy reach on residence.sighting for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('residence.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on residence.sighting for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('round.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on residence.sighting for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('round.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on residence.sighting for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('round.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('round.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach on residence.transfer for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('residence.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on residence.transfer for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('residence.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on residence.transfer for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('residence.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on residence.transfer for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('residence.write,transition.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('residence.write,transition.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach on residence.unit for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('residence.read,program.write'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])))));
create policy reach_to_delete on residence.unit for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('program.write'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])))));
create policy reach_to_insert on residence.unit for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('program.write'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])))));
create policy reach_to_update on residence.unit for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('program.write'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[]))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('program.write'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])))));
create policy reach on residence.watch for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('residence.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on residence.watch for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('residence.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on residence.watch for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('residence.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on residence.watch for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('residence.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('residence.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach on reviews.answer for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('review.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on reviews.answer for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('review.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on reviews.answer for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('review.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on reviews.answer for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('review.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('review.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy need_to_know on reviews.finding for select using ((( SELECT privacy.sees_all() AS sees_all) OR (program_id <> ALL (( SELECT privacy.narrowed_programs() AS narrowed_programs)::uuid[])) OR (patient_id = ANY (( SELECT privacy.my_patients() AS my_patients)::uuid[])) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)) OR false));
create policy reach on reviews.finding for select using (((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('review.write,chart.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))) AND ((owner_id = ( SELECT privacy.actor_id() AS actor_id)) OR ( SELECT privacy.has_permission('review.write'::text) AS has_permission) OR ( SELECT privacy.sees_all() AS sees_all))));
create policy reach_to_delete on reviews.finding for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('review.write,chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on reviews.finding for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('review.write,chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on reviews.finding for update using (((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('review.write,chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))) AND ((owner_id = ( SELECT privacy.actor_id() AS actor_id)) OR ( SELECT privacy.has_permission('review.write'::text) AS has_permission) OR ( SELECT privacy.sees_all() AS sees_all)))) with check (((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('review.write,chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))) AND ((owner_id = ( SELECT privacy.actor_id() AS actor_id)) OR ( SELECT privacy.has_permission('review.write'::text) AS has_permission) OR ( SELECT privacy.sees_all() AS sees_all))));
create policy reach on reviews.review for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('review.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on reviews.review for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('review.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on reviews.review for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('review.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on reviews.review for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('review.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('review.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach on scheduling.appointment for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('schedule.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on scheduling.appointment for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('schedule.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on scheduling.appointment for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('schedule.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on scheduling.appointment for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('schedule.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('schedule.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach on scheduling.earlier_wish for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('schedule.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on scheduling.earlier_wish for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('schedule.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on scheduling.earlier_wish for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('schedule.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on scheduling.earlier_wish for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('schedule.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('schedule.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy holder_of_the_secret on scheduling.reminder for select using (((privacy.setting('reminder_hash'::text) IS NOT NULL) AND (((( SELECT privacy.setting('reminder_hash'::text) AS setting) = confirm_hash) OR (( SELECT privacy.setting('reminder_hash'::text) AS setting) = cancel_hash)) OR (( SELECT privacy.setting('reminder_hash'::text) AS setting) = arrive_hash))));
create policy reach on scheduling.reminder for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('schedule.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on scheduling.reminder for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('schedule.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on scheduling.reminder for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('schedule.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on scheduling.reminder for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('schedule.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('schedule.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach on scheduling.series for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('schedule.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on scheduling.series for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('schedule.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on scheduling.series for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('schedule.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on scheduling.series for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('schedule.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('schedule.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach on scheduling.slot_offer for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('schedule.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on scheduling.slot_offer for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('schedule.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on scheduling.slot_offer for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('schedule.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on scheduling.slot_offer for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('schedule.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('schedule.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach on scheduling.status_change for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('schedule.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on scheduling.status_change for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('schedule.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on scheduling.status_change for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('schedule.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on scheduling.status_change for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('schedule.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('schedule.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy need_to_know on stays.aftercare for select using ((( SELECT privacy.sees_all() AS sees_all) OR (program_id <> ALL (( SELECT privacy.narrowed_programs() AS narrowed_programs)::uuid[])) OR (patient_id = ANY (( SELECT privacy.my_patients() AS my_patients)::uuid[])) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)) OR false));
create policy reach on stays.aftercare for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on stays.aftercare for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on stays.aftercare for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on stays.aftercare for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy need_to_know on stays.teds for select using ((( SELECT privacy.sees_all() AS sees_all) OR (program_id <> ALL (( SELECT privacy.narrowed_programs() AS narrowed_programs)::uuid[])) OR (patient_id = ANY (( SELECT privacy.my_patients() AS my_patients)::uuid[])) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)) OR false));
create policy reach on stays.teds for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on stays.teds for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on stays.teds for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on stays.teds for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach on teams.membership for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('patient.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on teams.membership for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('team.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on teams.membership for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('team.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on teams.membership for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('team.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('team.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy for_whom on teams.task for select using ((( SELECT privacy.sees_all() AS sees_all) OR (for_staff_id = ( SELECT privacy.actor_id() AS actor_id)) OR (made_by = ( SELECT privacy.actor_id() AS actor_id)) OR (is_private AND ( SELECT privacy.has_permission('review.write'::text) AS has_permission)) OR ((NOT is_private) AND ((( SELECT privacy.has_permission('chart.read'::text) AS has_permission) AND ((patient_id IS NULL) OR (program_id <> ALL (( SELECT privacy.narrowed_programs() AS narrowed_programs)::uuid[])) OR (patient_id = ANY (( SELECT privacy.my_patients() AS my_patients)::uuid[])))) OR (for_role IN ( SELECT held.role_code
   FROM identity.staff_role_held held
  WHERE (held.staff_id = privacy.actor_id()))) OR ((escalated_at IS NOT NULL) AND ('clinical-director'::text IN ( SELECT held.role_code
   FROM identity.staff_role_held held
  WHERE (held.staff_id = privacy.actor_id()))))))));
create policy reach on teams.task for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('task.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on teams.task for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('task.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on teams.task for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('task.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on teams.task for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('task.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('task.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy need_to_know on together.document for select using ((( SELECT privacy.sees_all() AS sees_all) OR (program_id <> ALL (( SELECT privacy.narrowed_programs() AS narrowed_programs)::uuid[])) OR (patient_id = ANY (( SELECT privacy.my_patients() AS my_patients)::uuid[])) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)) OR false));
create policy reach on together.document for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on together.document for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on together.document for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on together.document for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy need_to_know on together.mention for select using ((( SELECT privacy.sees_all() AS sees_all) OR (program_id <> ALL (( SELECT privacy.narrowed_programs() AS narrowed_programs)::uuid[])) OR (patient_id = ANY (( SELECT privacy.my_patients() AS my_patients)::uuid[])) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)) OR false));
create policy reach on together.mention for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on together.mention for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on together.mention for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on together.mention for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy need_to_know on together.remark for select using ((( SELECT privacy.sees_all() AS sees_all) OR (program_id <> ALL (( SELECT privacy.narrowed_programs() AS narrowed_programs)::uuid[])) OR (patient_id = ANY (( SELECT privacy.my_patients() AS my_patients)::uuid[])) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)) OR false));
create policy reach on together.remark for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on together.remark for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on together.remark for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on together.remark for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy need_to_know on together.section for select using ((( SELECT privacy.sees_all() AS sees_all) OR (program_id <> ALL (( SELECT privacy.narrowed_programs() AS narrowed_programs)::uuid[])) OR (patient_id = ANY (( SELECT privacy.my_patients() AS my_patients)::uuid[])) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)) OR false));
create policy reach on together.section for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on together.section for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on together.section for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on together.section for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy need_to_know on together.section_update for select using ((( SELECT privacy.sees_all() AS sees_all) OR (program_id <> ALL (( SELECT privacy.narrowed_programs() AS narrowed_programs)::uuid[])) OR (patient_id = ANY (( SELECT privacy.my_patients() AS my_patients)::uuid[])) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)) OR false));
create policy reach on together.section_update for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on together.section_update for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on together.section_update for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on together.section_update for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy need_to_know on tracks.enrolment for select using ((( SELECT privacy.sees_all() AS sees_all) OR (program_id <> ALL (( SELECT privacy.narrowed_programs() AS narrowed_programs)::uuid[])) OR (patient_id = ANY (( SELECT privacy.my_patients() AS my_patients)::uuid[])) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)) OR false));
create policy reach on tracks.enrolment for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.read,track.enrol'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on tracks.enrolment for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on tracks.enrolment for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on tracks.enrolment for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach on tracks.meeting for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.read,track.enrol'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])))));
create policy reach_to_delete on tracks.meeting for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])))));
create policy reach_to_insert on tracks.meeting for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])))));
create policy reach_to_update on tracks.meeting for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[]))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])))));
create policy reach on tracks.slot for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.read,track.enrol'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])))));
create policy reach_to_delete on tracks.slot for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])))));
create policy reach_to_insert on tracks.slot for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])))));
create policy reach_to_update on tracks.slot for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[]))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])))));
create policy reach on tracks.track for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.read,track.enrol'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])))));
create policy reach_to_delete on tracks.track for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])))));
create policy reach_to_insert on tracks.track for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])))));
create policy reach_to_update on tracks.track for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[]))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.write'::text) AS has_permission) AND (program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])))));
create policy need_to_know on transitions.transition for select using ((( SELECT privacy.sees_all() AS sees_all) OR (program_id <> ALL (( SELECT privacy.narrowed_programs() AS narrowed_programs)::uuid[])) OR (patient_id = ANY (( SELECT privacy.my_patients() AS my_patients)::uuid[])) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)) OR false));
create policy reach on transitions.transition for select using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('chart.read'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_delete on transitions.transition for delete using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('transition.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_insert on transitions.transition for insert with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('transition.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));
create policy reach_to_update on transitions.transition for update using ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('transition.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels)))))) with check ((( SELECT privacy.sees_all() AS sees_all) OR (( SELECT privacy.has_permission('transition.write'::text) AS has_permission) AND (((program_id = ANY (( SELECT privacy.my_programs() AS my_programs)::uuid[])) AND (NOT (labels && ( SELECT privacy.vault_labels() AS vault_labels)))) OR ((patient_id = ANY (( SELECT privacy.granted_patients() AS granted_patients)::uuid[])) AND privacy.granted(patient_id, program_id, labels))))));

-- Grants to the application

grant insert, select, update on assessments.administration to mooring_app;
grant select on assessments.completed_score to mooring_app;
grant insert, select on assessments.critical_finding to mooring_app;
grant insert, select on assessments.instrument to mooring_app;
grant insert, select on assessments.instrument_version to mooring_app;
grant insert, select on assessments.link to mooring_app;
grant insert, select on assessments.on_call_shift to mooring_app;
grant select on assessments.open_risk to mooring_app;
grant select on assessments.result_to_release to mooring_app;
grant insert, select on assessments.risk_case to mooring_app;
grant insert, select, update on assessments.risk_duty to mooring_app;
grant insert, select on assessments.risk_event to mooring_app;
grant select on assessments.score to mooring_app;
grant select on audit.access_line to mooring_app;
grant insert, select on audit.block to mooring_app;
grant insert, select on audit.daily_use to mooring_app;
grant select on audit.entry to mooring_app;
grant select on audit.entry_patient to mooring_app;
grant insert, select on audit.finding to mooring_app;
grant select on audit.retention to mooring_app;
grant select on audit.retired_block to mooring_app;
grant insert, select on audit.review_day to mooring_app;
grant delete, select on audit.unsealed to mooring_app;
grant insert, select, update on billing."authorization" to mooring_app;
grant select on billing.authorization_running to mooring_app;
grant select on billing.balance to mooring_app;
grant insert, select, update on billing.batch to mooring_app;
grant insert, select, update on billing.charge to mooring_app;
grant delete, insert, select on billing.charge_line to mooring_app;
grant insert, select, update on billing.claim to mooring_app;
grant insert, select on billing.claim_event to mooring_app;
grant insert, select on billing.clearing_entry to mooring_app;
grant insert, select, update on billing.clearinghouse_connection to mooring_app;
grant insert, select on billing.closed_day to mooring_app;
grant insert, select, update on billing.counter to mooring_app;
grant insert, select on billing.entry to mooring_app;
grant delete, insert, select, update on billing.fee to mooring_app;
grant insert, select, update on billing.inbound_file to mooring_app;
grant insert, select on billing.inbound_interchange to mooring_app;
grant insert, select on billing.journal to mooring_app;
grant insert, select, update on billing.payer to mooring_app;
grant insert, select, update on billing.payer_adjustment to mooring_app;
grant select on billing.payer_fact to mooring_app;
grant insert, select, update on billing.payer_rule to mooring_app;
grant insert, select, update on billing.remittance to mooring_app;
grant insert, select on billing.remittance_claim to mooring_app;
grant insert, select on billing.seen_remote_file to mooring_app;
grant insert, select, update on billing.treatment_day to mooring_app;
grant insert, select, update on billing.unmatched_claim to mooring_app;
grant delete, insert, select, update on careplans.plan to mooring_app;
grant delete, insert, select, update on careplans.plan_entry to mooring_app;
grant insert, select on careplans.plan_signature to mooring_app;
grant select on careplans.plan_to_release to mooring_app;
grant insert, select on careplans.sealed_plan to mooring_app;
grant select on careplans.signed_version to mooring_app;
grant delete, insert, select on careplans.worked_on to mooring_app;
grant insert, select on caseloads.hand_over_line to mooring_app;
grant insert, select, update on charting.diagnosis to mooring_app;
grant select on charting.diagnosis_on_list to mooring_app;
grant select on charting.diagnosis_to_release to mooring_app;
grant select on charting.diagnosis_version to mooring_app;
grant insert, select, update on charting.draft to mooring_app;
grant insert, select, update on charting.draft_device to mooring_app;
grant delete, insert, select on charting.draft_revision to mooring_app;
grant insert, select, update on charting.draft_section to mooring_app;
grant select on charting.draft_words to mooring_app;
grant insert, select on charting.encounter to mooring_app;
grant insert, select, update on charting.icd10cm to mooring_app;
grant insert, select, update on charting.loaded_content to mooring_app;
grant insert, select on charting.note to mooring_app;
grant select on charting.note_of_template to mooring_app;
grant insert, select on charting.note_search to mooring_app;
grant select on charting.note_to_release to mooring_app;
grant insert, select on charting.rendition to mooring_app;
grant insert, select on charting.signature_comment to mooring_app;
grant select on charting.signature_standing to mooring_app;
grant insert, select on charting.signature_step to mooring_app;
grant select on charting.signed_encounter to mooring_app;
grant select on charting.signed_form to mooring_app;
grant delete, insert, select, update on charting.snippet to mooring_app;
grant delete, insert, select, update on charting.template_design to mooring_app;
grant insert, select on charting.template_version to mooring_app;
grant insert, select on charting.vault_note to mooring_app;
grant select on charting.written_note to mooring_app;
grant insert, select on desk.check_in to mooring_app;
grant insert, select on desk.fee_policy to mooring_app;
grant insert, select on desk.kiosk to mooring_app;
grant insert, select on desk.missed_visit to mooring_app;
grant insert, select on disclosures.packet to mooring_app;
grant insert, select on disclosures.patient_request to mooring_app;
grant insert, select on documents.document to mooring_app;
grant select on documents.document_now to mooring_app;
grant insert, select on documents.inbound to mooring_app;
grant insert, select on documents.seen_file to mooring_app;
grant select on groups.fellow_member to mooring_app;
grant select on groups.group_place to mooring_app;
grant insert, select, update on groups.member to mooring_app;
grant delete, insert, select, update on groups.seat to mooring_app;
grant select on groups.seat_time to mooring_app;
grant insert, select, update on groups.session to mooring_app;
grant select on groups.session_place to mooring_app;
grant insert, select, update on groups.therapy_group to mooring_app;
grant insert, select, update on homes.arrangement to mooring_app;
grant delete, insert, select, update on identity.auth_account to mooring_app;
grant delete, insert, select, update on identity.auth_session to mooring_app;
grant delete, insert, select, update on identity.auth_two_factor to mooring_app;
grant delete, insert, select, update on identity.auth_user to mooring_app;
grant delete, insert, select, update on identity.auth_verification to mooring_app;
grant select on identity.billing_provider to mooring_app;
grant delete, insert, select, update on identity.one_time_link to mooring_app;
grant insert, select, update on identity.organisation to mooring_app;
grant delete, insert, select, update on identity.passkey to mooring_app;
grant delete, insert, select, update on identity.passkey_challenge to mooring_app;
grant delete, insert, select, update on identity.permission to mooring_app;
grant insert, select, update on identity.program_membership to mooring_app;
grant delete, insert, select, update on identity.role to mooring_app;
grant delete, insert, select, update on identity.role_delivered to mooring_app;
grant select on identity.role_may to mooring_app;
grant select on identity.role_name to mooring_app;
grant delete, insert, select, update on identity.role_permission to mooring_app;
grant delete, insert, select on identity.sign_in_attempt to mooring_app;
grant select on identity.sign_in_policy to mooring_app;
grant insert, select, update on identity.site to mooring_app;
grant select on identity.site_name to mooring_app;
grant insert, select, update on identity.staff to mooring_app;
grant insert, select, update on identity.staff_credential to mooring_app;
grant select on identity.staff_mail to mooring_app;
grant select on identity.staff_membership to mooring_app;
grant select on identity.staff_name to mooring_app;
grant select on identity.staff_permission to mooring_app;
grant delete, insert, select, update on identity.staff_role to mooring_app;
grant select on identity.staff_role_held to mooring_app;
grant insert, select on intake.act to mooring_app;
grant insert, select on intake.attempt to mooring_app;
grant insert, select, update on intake.call to mooring_app;
grant insert, select on intake.screening to mooring_app;
grant insert, select, update on intake.source to mooring_app;
grant insert, select on intake.tick to mooring_app;
grant insert, select on intake.wait to mooring_app;
grant insert, select on margin.rule_switch to mooring_app;
grant insert, select, update on medications.decision to mooring_app;
grant select on medications.none_stated to mooring_app;
grant insert, select on medications.none_taken to mooring_app;
grant select on medications.order_noted to mooring_app;
grant delete, insert, select, update on medications.statement to mooring_app;
grant select on medications.statement_noted to mooring_app;
grant select on medications.statement_taken to mooring_app;
grant insert, select on observations.allergy to mooring_app;
grant select on observations.allergy_now to mooring_app;
grant insert, select on observations.allergy_statement to mooring_app;
grant select on observations.allergy_statement_made to mooring_app;
grant insert, select on observations.result to mooring_app;
grant select on observations.result_now to mooring_app;
grant insert, select on observations.vital_set to mooring_app;
grant select on observations.vital_set_now to mooring_app;
grant insert, select, update on patients.alert to mooring_app;
grant select on patients.alert_noted to mooring_app;
grant select on patients.claim_subject to mooring_app;
grant insert, select, update on patients.communication to mooring_app;
grant insert, select, update on patients.contact to mooring_app;
grant insert, select, update on patients.coverage to mooring_app;
grant select on patients.coverage_for_claim to mooring_app;
grant select on patients.coverage_verified to mooring_app;
grant insert, select on patients.former_address to mooring_app;
grant insert, select on patients.former_name to mooring_app;
grant insert, select, update on patients.guarantor to mooring_app;
grant insert, select, update on patients.merge to mooring_app;
grant delete, insert, select on patients.merge_program to mooring_app;
grant select on patients.patient_name to mooring_app;
grant select on patients.person_record to mooring_app;
grant select on patients.placement_fact to mooring_app;
grant delete, insert, select on patients.search_name to mooring_app;
grant delete, insert, select on patients.search_number to mooring_app;
grant delete, insert, select on patients.search_spelling to mooring_app;
grant insert, select on platform.file to mooring_app;
grant delete, insert, select on platform.job_done to mooring_app;
grant insert, select, update on platform.outgoing_mail to mooring_app;
grant delete, insert, select on platform.worker to mooring_app;
grant insert, select on privacy.access_grant to mooring_app;
grant insert, select on privacy.accounting_suspension to mooring_app;
grant insert, select on privacy.agreement to mooring_app;
grant insert, select, update on privacy.consent to mooring_app;
grant insert, select on privacy.decision to mooring_app;
grant insert, select on privacy.disclosure to mooring_app;
grant select on privacy.emergency_access to mooring_app;
grant select on privacy.emergency_end to mooring_app;
grant select on privacy.emergency_record to mooring_app;
grant select on privacy.emergency_review to mooring_app;
grant insert, select, update on privacy.incident to mooring_app;
grant insert, select on privacy.incident_assessment to mooring_app;
grant delete, insert, select on privacy.incident_patient to mooring_app;
grant insert, select on privacy.incident_step to mooring_app;
grant insert, select on privacy.need_to_know to mooring_app;
grant insert, select on privacy.oversight_policy to mooring_app;
grant insert, select, update on privacy.party to mooring_app;
grant insert, select on privacy.party_treatment to mooring_app;
grant delete, insert, select on privacy.patient_program to mooring_app;
grant insert, select on privacy.program_status to mooring_app;
grant insert, select on privacy.restriction to mooring_app;
grant insert, select on privacy.rule_pack to mooring_app;
grant insert, select on privacy.vault_share to mooring_app;
grant insert, select, update on programs.episode to mooring_app;
grant select on programs.open_episode to mooring_app;
grant insert, select, update on programs.program to mooring_app;
grant select on programs.program_name to mooring_app;
grant insert, select, update on programs.standard to mooring_app;
grant select on programs.stay to mooring_app;
grant select on programs.stay_to_report to mooring_app;
grant select on programs.stay_with_clinician to mooring_app;
grant insert, select, update on residence.bed to mooring_app;
grant insert, select on residence.bed_outage to mooring_app;
grant insert, select on residence.belonging to mooring_app;
grant insert, select on residence.census to mooring_app;
grant select on residence.census_day to mooring_app;
grant insert, select on residence.census_line to mooring_app;
grant insert, select on residence.hand_off to mooring_app;
grant insert, select on residence.hand_off_line to mooring_app;
grant insert, select on residence.incident_report to mooring_app;
grant insert, select on residence.leave to mooring_app;
grant insert, select on residence.missed_sighting to mooring_app;
grant insert, select on residence.occupancy to mooring_app;
grant insert, select on residence.reservation to mooring_app;
grant insert, select on residence.residency to mooring_app;
grant insert, select, update on residence.room to mooring_app;
grant insert, select on residence.round to mooring_app;
grant insert, select on residence.sighting to mooring_app;
grant insert, select on residence.transfer to mooring_app;
grant insert, select, update on residence.unit to mooring_app;
grant insert, select on residence.watch to mooring_app;
grant insert, select on reviews.answer to mooring_app;
grant insert, select on reviews.finding to mooring_app;
grant insert, select on reviews.review to mooring_app;
grant insert, select, update on scheduling.appointment to mooring_app;
grant select on scheduling.appointment_fact to mooring_app;
grant insert, select, update on scheduling.appointment_type to mooring_app;
grant delete, insert, select on scheduling.away to mooring_app;
grant delete, insert, select, update on scheduling.blocked_time to mooring_app;
grant insert, select, update on scheduling.calendar_link to mooring_app;
grant insert, select on scheduling.earlier_wish to mooring_app;
grant delete, insert, select on scheduling.hours to mooring_app;
grant insert, select, update on scheduling.loaded_content to mooring_app;
grant insert, select on scheduling.reminder to mooring_app;
grant insert, select, update on scheduling.room to mooring_app;
grant select on scheduling.room_name to mooring_app;
grant insert, select, update on scheduling.series to mooring_app;
grant insert, select, update on scheduling.slot_offer to mooring_app;
grant insert, select on scheduling.status_change to mooring_app;
grant insert, select on stays.aftercare to mooring_app;
grant insert, select on stays.teds to mooring_app;
grant insert, select on teams.membership to mooring_app;
grant select on teams.on_team to mooring_app;
grant select on teams.open_task to mooring_app;
grant insert, select, update on teams.task to mooring_app;
grant insert, select, update on together.document to mooring_app;
grant insert, select, update on together.mention to mooring_app;
grant select on together.open_document to mooring_app;
grant insert, select on together.remark to mooring_app;
grant insert, select, update on together.section to mooring_app;
grant insert, select on together.section_update to mooring_app;
grant insert, select on tracks.enrolment to mooring_app;
grant insert, select on tracks.meeting to mooring_app;
grant insert, select on tracks.slot to mooring_app;
grant insert, select on tracks.track to mooring_app;
grant insert, select on transitions.transition to mooring_app;

-- Comments

comment on table assessments.administration is 'One time that an instrument was asked. Answers are kept as given; when it is completed the result is sealed with them';
comment on column assessments.administration.completed_by is 'Staff who completed it; null when the patient did, alone';
comment on column assessments.administration.score is 'The number that is followed over time: the total, or the subscale that the instrument names; null where there is none';
comment on column assessments.administration.says is 'Band or outcome in words, for lists';
comment on view assessments.completed_score is 'Scores of completed assessments over time, without answers';
comment on table assessments.critical_finding is 'An answer or a score that somebody has to act on. It stays when the answer is changed, and closes only with what was done';
comment on table assessments.instrument is 'Instruments that can be used here: shipped with the product, or uploaded by the site that holds the licence';
comment on table assessments.instrument_version is 'Wording and scoring. A version never changes: each answer is scored for ever by the version under which it was given';
comment on column assessments.instrument_version.licence_holder is 'Who holds the licence, as attested by published_by; null for what is free to use';
comment on table assessments.link is 'Leave to answer one administration without an account. Only the SHA-256 of the token is kept; it ends by use, by time, or when staff withdraw it';
comment on table assessments.on_call_shift is 'Who answers for a program outside its hours';
comment on view assessments.open_risk is 'People on the suicide-risk pathway';
comment on view assessments.result_to_release is 'Results of completed assessments for whoever releases records, without single answers';
comment on table assessments.risk_case is 'A person on the suicide-risk pathway. Its state is what its events come to';
comment on column assessments.risk_case.time_zone is 'Where its days and hours are counted: that of the site';
comment on table assessments.risk_duty is 'Duties of the pathway with their clocks, worked out anew from the events at each change; for work lists';
comment on column assessments.risk_duty.ended_at is 'When it stopped to be owed without being done: the case closed, or a newer duty took its place';
comment on table assessments.risk_event is 'What happened on the pathway, in order; never changed. Formulations, safety plans in all their versions, contacts, missed visits, escalations, the exit with its reason';
comment on column assessments.risk_event.request_id is 'Given by who writes: the same entry sent twice is written once';
comment on view assessments.score is 'Results as other contexts may read them: the number and its words, no answers';
comment on view audit.access_line is 'Who did what with whose record, for the report that a patient may ask for';
comment on table audit.block is 'Sealed entries. hash = SHA-256 of previous_hash, the printed header (number, sealed_at, entries, entry_count) and the entries as COPY prints them, in order of seq';
comment on column audit.block.entries is 'The numbers (seq) of the entries in this block; holes are numbers of other blocks or of transactions that were rolled back';
comment on table audit.daily_use is 'How much each person of the staff looked at in a day: what is usual for them. Sums without patients, made with the findings of the day';
comment on table audit.entry is 'One entry an action, reads included: who, what, whose, when, why, from where. Names of fields, never their values. Written only by audit.write; nobody may change or delete it';
comment on column audit.entry.seq is 'Given before the commit: a lower number may appear after a higher one, and rolled back numbers stay unused';
comment on column audit.entry.reason is 'Reason that the person gave (break-glass) or the decision that allowed or refused the act';
comment on table audit.entry_patient is 'Index from patients to entries. A table, because under row-level security no array operator may use an index';
comment on table audit.finding is 'Unusual access of a day, found by a rule of content/audit-review.json, and what the reviewer made of it';
comment on column audit.finding.entries is 'Numbers of the first entries behind it';
comment on table audit.retention is 'For how many years entries are kept, never less than six. The newest row that has begun holds';
comment on table audit.retired_block is 'Blocks whose entries were removed after their time. The block stays with its hash, so that the chain holds; a block younger than six years that stands here is a fault';
comment on column audit.retired_block.entries is 'As the block has them: without its entries its hash cannot be computed again, so its header is kept twice';
comment on table audit.review_day is 'Days of the access log that were gone through by rule, and who closed each';
comment on table audit.unsealed is 'Entries that wait to be sealed, with their transaction: only those of finished transactions below the snapshot horizon are taken, so that none slips in behind';
comment on table billing."authorization" is 'What a payer allows for one person in one program. What is used of it is counted from attended sessions, never kept';
comment on column billing."authorization".owner_id is 'Who sees to it that the next one is there in time';
comment on view billing.authorization_running is 'Authorizations that were asked for or given and have not been ended, with the last day that they cover';
comment on view billing.balance is 'What is owed for each patient: by the patient, and by insurers';
comment on table billing.batch is 'One 837P file. Its text is written in the transaction that makes it and never again: sending can be repeated, rewriting cannot';
comment on column billing.batch.trouble is 'Why the last try to send failed; null when it did not';
comment on table billing.charge is 'What a signed note or a counted day is worth: one a note, one a day of somebody in a program. Held charges say in words what is missing';
comment on column billing.charge.state is 'included: a service that is paid with the day. void: the day turned out not to be billed; its posting is taken back';
comment on column billing.charge.facts is 'The facts it was made of (service, minutes, modality, credential, rule version), so that it can be explained later';
comment on column billing.charge.claim_details is 'What its next claim says beyond the note: numbers of authorization and referral, and which claim of the payer it corrects. Keys are those of the claim''s facts';
comment on table billing.charge_line is 'Procedures of a charge, the main one first';
comment on table billing.claim is 'A charge as it is sent to a payer. number is CLM01: ours, unique for ever, a new one each attempt';
comment on column billing.claim.state is 'replaced, voided: another claim of ours says so to the payer. done: a void with which the payer took the claim back';
comment on column billing.claim.facts is 'Subscriber, providers and lines as they were when the claim was built: a later change of address changes no claim';
comment on column billing.claim.with_charges is 'Charges that it carries besides charge_id: days of one stay that go to the payer together';
comment on column billing.claim.frequency is 'X12 CLM05-3: 1 an original, 7 in the place of another, 8 voids another';
comment on column billing.claim.corrects is 'The claim that it replaces or voids under the number of the payer';
comment on table billing.claim_event is 'The story of a claim, for the biller: built, sent, acknowledged, accepted or rejected, paid, denied, reversed. Only ever added to';
comment on table billing.clearing_entry is 'Money of a payer that belongs to no claim of ours yet: provider adjustments (PLB) and payments that match nothing. Debits positive; the lines of a position sum to zero. Together with the claims'' postings the cash of a remittance is exactly its payment';
comment on table billing.clearinghouse_connection is 'How the clearinghouse is reached by SFTP. The host key is pinned: another key is refused. The password is sealed under the master key';
comment on table billing.closed_day is 'Days of day programs that are over and whose attendance was judged. Names no patient';
comment on table billing.counter is 'Numbers that must never repeat and never skip backwards: interchange control numbers, claim numbers. Drawn inside the transaction that uses them';
comment on table billing.entry is 'Lines of a journal: debits positive, credits negative. The lines of a journal sum to zero, checked at commit';
comment on table billing.fee is 'Amounts by procedure and day: what we charge everyone (no payer), and what a payer has agreed to allow';
comment on table billing.inbound_file is 'Every file that came, kept as it came. The same bytes are never worked twice; what cannot be read or does not balance waits with its reason';
comment on table billing.inbound_interchange is 'ISA06 and ISA13 of all that was worked: an honest sender never repeats them, so a repeat in another file is a duplicate';
comment on table billing.journal is 'Postings. Each balances, none is ever changed: a mistake is reversed by a journal with all signs turned';
comment on table billing.payer is 'Who pays for patients. electronic_id is what the clearinghouse knows it by (NM109 in 2010BB); filing_indicator is X12 SBR09';
comment on table billing.payer_adjustment is 'PLB: money that a payer took or gave beside its claims. Positive reduces the payment; waits in payer clearing until tied to a claim';
comment on view billing.payer_fact is 'Payers as other contexts may read them: filing_indicator is X12 SBR09, MC for Medicaid';
comment on table billing.payer_rule is 'What a payer asks of a claim, from when to when, and where it says so';
comment on column billing.payer_rule.trainee_policy is 'supervising: the trainee renders, the supervisor is named in 2310D; supervisor-renders: the supervisor stands as rendering; not-billable';
comment on table billing.remittance is 'One 835 transaction: a payment and what it is for. Posted whole or not at all';
comment on column billing.remittance.document_index is 'Which document of its file, counted from 0 over all interchanges';
comment on table billing.remittance_claim is 'How a payer judged one of our claims';
comment on table billing.seen_remote_file is 'What was already fetched from the clearinghouse. A file that grew after we fetched it has another size and is fetched again';
comment on column billing.seen_remote_file.modified_at is 'As the SFTP server says, in milliseconds since 1970';
comment on table billing.treatment_day is 'Every day of somebody in a program that is counted by days: billed, waiting or not billed, and why. Judged anew whenever what it was judged from changes';
comment on column billing.treatment_day.day is 'The day at the site of the program; of a census the day that the midnight ends';
comment on column billing.treatment_day.facts is 'What it was judged from: status or minutes, what is still missing, the version of the rules. No narrative and no diagnosis';
comment on column billing.treatment_day.changed_since is 'Why a day that is on a claim would not be billed so by now: for a person to decide, as the claim never changes by itself';
comment on table billing.unmatched_claim is 'Claims of a remittance that are not ours to find: money that waits in unapplied cash until a person says whose it is';
comment on table careplans.plan is 'One plan a patient and program, always open to writing. What was signed is in sealed_plan';
comment on table careplans.plan_entry is 'Problems, their goals, their objectives, their interventions: a tree by parent_id. Never deleted, put aside by removed';
comment on column careplans.plan_entry.fields is 'Texts by name of the field; each is merged with what others wrote meanwhile';
comment on table careplans.plan_signature is 'Signatures of the patient and of colleagues under a sealed plan, or why the patient declined';
comment on column careplans.plan_signature.digest is 'The digest of the version that was signed';
comment on view careplans.plan_to_release is 'Signed versions of care plans for whoever releases records';
comment on table careplans.sealed_plan is 'Versions of plans as signed. A row never changes';
comment on column careplans.sealed_plan.digest is 'SHA-256 in hexadecimal over the canonical text of plan, number, content, signer and time';
comment on view careplans.signed_version is 'Signed versions of care plans without their text, for the story of a chart';
comment on table careplans.worked_on is 'The golden thread: which objectives a note works on, by the draft that it was written in. Stands still once the note is signed';
comment on table caseloads.hand_over_line is 'One person of a hand-over: from whom, to whom, and what the next one needs to know. leads: as primary clinician, else as another member of the care team';
comment on table charting.diagnosis is 'The problem list. Rank 1 is the principal diagnosis. Nothing is deleted: an error is marked as one';
comment on column charting.diagnosis.description is 'The official text on the day it was noted';
comment on column charting.diagnosis.clinician_label is 'The name that the clinician uses for it, beside the official text';
comment on column charting.diagnosis.specifiers is 'Severity, course and remission in words; prompts in content/icd10cm/specifiers.json';
comment on column charting.diagnosis.reason is 'Why it was changed last; an entry made in error says why';
comment on view charting.diagnosis_on_list is 'Diagnoses that stand, for plans that begin with them';
comment on view charting.diagnosis_to_release is 'The problem list for whoever releases records';
comment on table charting.diagnosis_version is 'Every state in which a diagnosis stood, written by the table itself: a change through any door leaves its row';
comment on table charting.draft is 'A note being written. Nobody locks it: several people and devices write at once and their words are merged, section by section';
comment on column charting.draft.header is 'Start, end, modality, place, participants, risk answer, diagnoses addressed: DraftHeader in drafts/draft.ts';
comment on table charting.draft_device is 'The last text that each device sent for a section, with its number and the version it became: a repeated save is recognised, and one sent before the reply came back is merged from the right ground';
comment on table charting.draft_revision is 'Earlier texts of a section: the common ground for merging what a device wrote while others wrote too. The oldest are thinned out';
comment on table charting.draft_section is 'The text of each section as it stands now';
comment on view charting.draft_words is 'Notes being written, section by section';
comment on table charting.encounter is 'What happened, without a word of the narrative: the minimum that a claim needs (45 CFR 164.502(b)), so that billing never reads a note';
comment on column charting.encounter.diagnoses is 'ICD-10-CM codes in the order of the note, the reason for the service first';
comment on table charting.icd10cm is 'ICD-10-CM codes with their official text, loaded from content/icd10cm. Headers are listed but not billable';
comment on column charting.icd10cm.also is 'Abbreviations by which clinicians look for the code; never printed';
comment on column charting.icd10cm.valid_to is 'Last day on which the code may be used; null while it stands in the newest release';
comment on table charting.loaded_content is 'Which version of each content file this database holds';
comment on table charting.note is 'Signed notes and the layers over them: addenda, amendments, marks of error. A row never changes: triggers refuse it to everyone, the owner of the table included';
comment on column charting.note.content is 'All that was signed: header, sections in order, diagnoses, signer with credential and supervisor: SealedContent in notes/note.ts';
comment on column charting.note.digest is 'SHA-256 in hexadecimal over the canonical text of identity, form version, content, signer and time';
comment on view charting.note_of_template is 'Signed notes by the code of their template, without those entered in error';
comment on table charting.note_search is 'The words of each signed note, for search. Written with the note, never changed';
comment on view charting.note_to_release is 'Signed notes and addenda for whoever releases records';
comment on table charting.rendition is 'The PDF of each signed note as it was first printed, kept as a file. A row never changes';
comment on column charting.rendition.sha256 is 'Of the bytes of the file, in hexadecimal';
comment on table charting.signature_comment is 'What a supervisor wrote when returning a note, as a whole or at a section of it';
comment on view charting.signature_standing is 'Where each note stands of which a co-signature was asked, or which was entered in error';
comment on table charting.signature_step is 'What became of a signed note: a co-signature asked for, returned, given; entered in error. The latest step holds. No narrative: billing reads it, to wait';
comment on column charting.signature_step.asked_of is 'The supervisor on the day of asking; null when nobody was named, then anybody qualified in the program';
comment on column charting.signature_step.note_digest is 'The digest of the note, or of its latest amendment, that the step is about';
comment on column charting.signature_step.digest is 'SHA-256 in hexadecimal over the canonical text of the step';
comment on view charting.signed_encounter is 'Encounters as billing may read them';
comment on view charting.signed_form is 'Which form was signed when, without a word of it';
comment on table charting.snippet is 'Texts that a short word unfolds into, one''s own or a program''s. They name no patient';
comment on table charting.template_design is 'Note templates being designed, one a code. It may lack what publishing asks for; nobody writes a note with it';
comment on column charting.template_design.based_on is 'The published version from which it began; null for a new template';
comment on column charting.template_design.version is 'Grows with each save; who saves says which version they saw';
comment on table charting.template_version is 'Note templates. A version never changes once published: a signed note renders for ever with its own';
comment on column charting.template_version.digest is 'SHA-256 of the canonical form, bound into the digest of each note signed with it';
comment on column charting.template_version.published_by is 'Who published it here; null for what comes with the product';
comment on table charting.vault_note is 'Notes that analyse the conversation of a session, kept apart from the chart: psychotherapy notes (45 CFR 164.501), in a Part 2 program SUD counseling notes (42 CFR 2.11). No field for times, doses, codes or results: those belong in the progress note';
comment on view charting.written_note is 'Signed notes with the draft they were written in, without their text';
comment on table desk.check_in is 'Somebody found their visit on a tablet; once arrived_at is there they confirmed it, and said whether contact or coverage has changed';
comment on column desk.check_in.token_hash is 'Digest of the secret by which the same tablet confirms; it is good for some minutes';
comment on table desk.fee_policy is 'Decisions about fees for missed visits, a row each, never changed: of those that have begun the latest holds. A program without any follows content/desk/missed-visits.json';
comment on column desk.fee_policy.late_hours is 'Called off later than so many hours before its start, a visit counts as called off late';
comment on column desk.fee_policy.free is 'So many within free_in_days cost nothing';
comment on table desk.kiosk is 'A browser that was handed to patients for check-in. It holds a secret of its own and no session; only its digest is kept. Names no patient';
comment on column desk.kiosk.failed_at is 'The last wrong guesses, by which it pauses';
comment on table desk.missed_visit is 'A missed or late cancelled visit with the fee that the policy of its day asks for. The amount itself stands on the ledger';
comment on column desk.missed_visit.state is 'to-decide: whoever noted it may not post, or may not see who pays';
comment on column desk.missed_visit.because is 'Why there is a fee or none, by the policy: policy, free, never-charged, reason, unknown-payer, taken-back';
comment on table disclosures.packet is 'A packet as it was rehearsed: exactly these records, this recipient and these bytes. What is released has the same SHA-256, or nothing is';
comment on column disclosures.packet.number is 'Stands on each page before the page''s number, so that any page can be named';
comment on column disclosures.packet.record_ids is 'The records that were considered: a later one is never taken in unseen';
comment on table disclosures.patient_request is 'What patients ask for about their records, with its clock: access (45 CFR 164.524), amendment (164.526), accounting (164.528; 42 CFR 2.25), list of intermediaries (42 CFR 2.24)';
comment on column disclosures.patient_request.disagreement is 'The patient''s statement after a denied amendment; it goes along with later disclosures (45 CFR 164.526(d)(5))';
comment on table documents.document is 'Documents in charts, a version a row: the newest version of an id holds, all of them are its history';
comment on column documents.document.sha256 is 'Digest of the bytes, hexadecimal, to tell doubles';
comment on column documents.document.access is 'Clinical documents are for who reads charts, administrative ones also for the front desk';
comment on column documents.document.receipt_basis is 'On what basis it was received, of content/documents/categories.json: who holds records of a Part 2 program is bound by it (42 CFR 2.11)';
comment on column documents.document.moved_from is 'In the right chart: the document of the wrong one. The wrong chart does not name the right one';
comment on view documents.document_now is 'Each document as it holds';
comment on table documents.inbound is 'Files that came for nobody yet. They may hold anything, so only who files documents sees them';
comment on table documents.seen_file is 'Which file of the inbox folder became which row: a process that dies between keeping a file and removing it takes nothing in twice';
comment on column documents.seen_file.modified_at is 'In milliseconds since 1970';
comment on view groups.fellow_member is 'Who is, or was, in a group together with whom';
comment on view groups.group_place is 'Groups that meet, with their leader and their places; names nobody';
comment on table groups.member is 'The roster with its history: who leaves gets a last day, who comes back a new line';
comment on table groups.seat is 'One member in one session: attendance, times and their own part. Once note_id is there the sealed note of charting is the record and the row stands still';
comment on column groups.seat.arrived_at is 'When the member came later than the others; null: from the start';
comment on column groups.seat.left_at is 'When the member left before the others; null: stayed to the end';
comment on view groups.seat_time is 'Seats with the member''s own times: attended when present, expected before the session, nothing when absent. note_id once the session is signed';
comment on table groups.session is 'One meeting: what all members share. It names no member, which is checked before signing';
comment on view groups.session_place is 'Sessions with their places and how many of them are taken; names nobody';
comment on table groups.therapy_group is 'A group that meets again and again; couples and families are small ones. Names no patient';
comment on column groups.therapy_group.service is 'What is done, in the words from which billing chooses a code';
comment on table homes.arrangement is 'How one member of the staff arranged the own home page. Names no patient';
comment on column homes.arrangement.hidden is 'Codes of tiles that are not shown to them';
comment on column homes.arrangement.first is 'Codes in their own order; the others follow as the role has them';
comment on table identity.auth_account is 'How an account proves itself (better-auth). Provider credential: the password, hashed with argon2id';
comment on table identity.auth_session is 'A signed-in browser (better-auth). Whether it still lives is decided by last_active_at and ends_at, on the clock of the application; expires_at is only the cookie''s';
comment on column identity.auth_session.second_factor_at is 'When the second factor was given; a role that requires one reaches nothing before';
comment on table identity.auth_two_factor is 'Authenticator apps (better-auth): secret and recovery codes, encrypted under a key made from the master key';
comment on column identity.auth_two_factor.spent_code is 'The last code that was accepted: a code works once (RFC 6238 section 5.2)';
comment on table identity.auth_user is 'An account that can sign in (better-auth). Staff and their account share the id; name and address are copied from the staff';
comment on table identity.auth_verification is 'Sign-ins that wait for their second factor (better-auth)';
comment on view identity.billing_provider is 'The organisation as claims name it';
comment on table identity.one_time_link is 'Links mailed to choose a password: SHA-256 of the token, which nobody else has';
comment on table identity.organisation is 'The one organisation of this database; also the billing provider of its claims';
comment on column identity.organisation.idle_minutes is 'Automatic logoff after this time without activity, 45 CFR 164.312(a)(2)(iii)';
comment on column identity.organisation.session_hours is 'A session ends after this, however active';
comment on column identity.organisation.allows_dictation is 'Whether notes may be dictated by the speech recognition of the browser, which may send speech to its maker';
comment on table identity.passkey is 'WebAuthn credentials. The device checks its owner (user verification), so that a passkey counts as both factors';
comment on table identity.passkey_challenge is 'Challenges that wait for the answer of a device; each is used once. With staff_id: to register a passkey, without: to sign in';
comment on table identity.permission is 'Every right there is, with the words an administrator reads; loaded from content/roles.json';
comment on table identity.program_membership is 'Who works in which program, from when to when: decides which records someone reaches. Programs stand above identity, so program_id has no foreign key';
comment on column identity.program_membership.valid_to is 'Last day of work there; null while it lasts';
comment on table identity.role is 'A kind of work. Its permissions are data';
comment on table identity.role_delivered is 'What content/roles.json gave to each role when it was last loaded, so that a new version adds what is new and leaves alone what the organisation took away';
comment on view identity.role_may is 'Roles by name with what each may do, as other contexts may read them';
comment on view identity.role_name is 'Roles by name';
comment on table identity.role_permission is 'What a role may do';
comment on table identity.sign_in_attempt is 'Each try to sign in, also with addresses that nobody has: known and unknown ones are locked alike. Kept 90 days; the audit keeps its own entry';
comment on table identity.sign_in_policy is 'How many failures lock an account or an address, within which time and for how long. The newest row that has begun holds';
comment on table identity.site is 'A place of the organisation; the service facility of claims. Times of appointments show in its time zone';
comment on view identity.site_name is 'Sites with what schedules and claims print';
comment on table identity.staff is 'People who work here. Nobody is deleted: who has left is not active and cannot sign in';
comment on column identity.staff.is_persona is 'Offered by name on the sign-in page of the demo, and only there';
comment on table identity.staff_credential is 'Licences and other grounds to practise: LCSW, LPC, MD, PMHNP, trainee. Decides what a service may be billed as';
comment on column identity.staff_credential.valid_to is 'Last day on which it holds; null while it has no end';
comment on view identity.staff_mail is 'Where colleagues who work here get mail';
comment on view identity.staff_membership is 'Who works in which program today';
comment on view identity.staff_name is 'Names of colleagues with the credential that holds today';
comment on view identity.staff_permission is 'What each member of the staff may do by their roles; for explaining who can see a record';
comment on table identity.staff_role is 'Who holds which role';
comment on view identity.staff_role_held is 'Who holds which role';
comment on table intake.act is 'What was done for somebody who waits: contacts, interim services, offers and answers. Nothing is changed or taken away: it is the proof';
comment on column intake.act.what is 'Way of a contact, or code of an interim service';
comment on table intake.attempt is 'An attempt to call back';
comment on table intake.call is 'Somebody called about treatment. The one it is about may have no name yet; patient_id and episode_id once there is a chart';
comment on column intake.call.heard_from is 'How they heard of the program: an answer of programs.episode.source';
comment on table intake.screening is 'Answers to the screening questions of a version of content/intake/screening-questions.json; a later one stands beside the earlier';
comment on table intake.source is 'Organisations and people who send somebody. Names no patient';
comment on table intake.tick is 'A point of the admission checklist that somebody says is done, or takes back; the latest holds';
comment on table intake.wait is 'Somebody waits for a place in a program. The record number is the identifier that 45 CFR 96.126(c) asks for';
comment on table margin.rule_switch is 'Rules switched off and on again, each time with a reason. The latest row of a rule holds; a rule without one is on. Nothing here is changed or deleted';
comment on table medications.decision is 'What becomes of a statement on the way to a program; applied_at once the person went. Kept also when the move is taken back';
comment on view medications.none_stated is 'That a person was asked and takes no medicines, while no active one is on the list of the program';
comment on table medications.none_taken is 'That a person was asked in a program and takes no medicines. The newest holds until a medicine is noted there';
comment on view medications.order_noted is 'That a medicine was ordered in a program, and when; not which';
comment on table medications.statement is 'One medicine that a person takes, as a program knows it: order or statement. Stopped, never deleted';
comment on column medications.statement.medication is 'Entry of content/medications/medications.json, where there is one; the name is what was written';
comment on column medications.statement.dose is 'Dose, route and frequency in words';
comment on column medications.statement.continues is 'The statement of the program before, of which this one is the continuation';
comment on view medications.statement_noted is 'That a medicine is on the list, and since when; not which';
comment on view medications.statement_taken is 'Medicines that people take now, with their dose, for whoever writes about them';
comment on table observations.allergy is 'Allergies and intolerances, a version a row: the newest version of an id holds, all of them are its history';
comment on column observations.allergy.rxnorm is 'Ingredient in RxNorm when the substance was chosen from our list; null for free text';
comment on column observations.allergy.severity is 'How bad the reaction was; null when nobody knows';
comment on column observations.allergy.criticality is 'How dangerous the next exposure may be, which is another question than how bad the last one was';
comment on view observations.allergy_now is 'Each allergy as it holds';
comment on table observations.allergy_statement is 'That somebody was asked and knows of no allergy: a fact of its own with its day. The newest statement holds, and an allergy written after it ends it';
comment on view observations.allergy_statement_made is 'Statements on allergies with their moment, for the story of a chart';
comment on table observations.result is 'Results of laboratories and drug screens, a version a row: the newest version of an id holds, all of them are its history. A review is of one version';
comment on column observations.result.panel is 'Of content/observations/lab-panels.json; its name as it was on the day stands beside it';
comment on column observations.result.clia is 'Certificate of the laboratory under the Clinical Laboratory Improvement Amendments (42 CFR 493); empty when not told';
comment on column observations.result.method is 'Of a drug screen: presumptive (by class) or definitive (by substance)';
comment on column observations.result."values" is 'By analyte: the value as the laboratory gave it, its range, its interpretation, and whether it was expected from what is prescribed';
comment on column observations.result.says is 'What stands out, in words, for the story of the chart and the list of those to review';
comment on column observations.result.ordered_by is 'The colleague who ordered the test; null when it is not known';
comment on view observations.result_now is 'Each result as it holds';
comment on table observations.vital_set is 'Vital signs taken at one time, a version a row: the newest version of an id holds, all of them are its history';
comment on column observations.vital_set.measured is 'By code of content/observations/vital-signs.json: the value as it was written down, decimal text, and its unit. Other units are computed, never kept';
comment on view observations.vital_set_now is 'Each set of vital signs as it holds';
comment on table patients.alert is 'Words of caution shown over the chart. What a Part 2 program warns of is a record of that program';
comment on column patients.alert.kept_by is 'What keeps it standing (a pathway): nobody takes it down by hand, it goes when its keeper lets go';
comment on view patients.alert_noted is 'Words of caution with the moment they were written, for the story of a chart';
comment on view patients.claim_subject is 'What a claim says of its patient: the legal name, never the name to use';
comment on table patients.communication is 'How the patient asks to be reached: confidential communications, 45 CFR 164.522(b). What is not allowed here no sender uses';
comment on table patients.contact is 'People around a patient, each with what the patient allows: to be contacted at all, to be left a message, to talk about care';
comment on table patients.coverage is 'Insurance of a patient by the order in which it pays. Payers are billing''s; only their number is kept here';
comment on column patients.coverage.relationship is 'Of the patient to the subscriber: X12 1069, 18 self, 01 spouse, 19 child, G8 other';
comment on column patients.coverage.valid_through is 'Last day of the coverage; null while it lasts';
comment on column patients.coverage.verified_on is 'The day on which it was last looked up with the payer and in force; null when it never was';
comment on column patients.coverage.verified_note is 'What the payer said in a few words: a reference, a limit';
comment on view patients.coverage_for_claim is 'Coverages of each person, merged records included; in force on a day when valid_from <= day and (valid_through is null or valid_through >= day)';
comment on view patients.coverage_verified is 'Coverages that were looked up with their payers, and the last day on which they were found in force';
comment on table patients.former_address is 'Addresses that a person had on record before (USCDI v3 previous address)';
comment on table patients.former_name is 'Names that a person had on record before; found by search, and asked for by USCDI v3';
comment on table patients.guarantor is 'Who answers for what a patient owes; without a row it is the patient';
comment on table patients.merge is 'Merges of two records of one person, with what is needed to take them apart again';
comment on column patients.merge.patient_id is 'The survivor';
comment on column patients.merge.repointed is 'Exactly what the merge changed: each record with the pointer it had before';
comment on table patients.merge_program is 'Programs that came to know the survivor by a merge, to be forgotten when it is undone. A program sees its own rows only';
comment on sequence patients.mrn_number is 'Counts medical record numbers; a check digit is put behind it (patients/demographics/mrn.rules.ts)';
comment on table patients.patient is 'A person in care. A record found to be a duplicate keeps everything and points to the survivor; reads follow the pointer, and undoing the merge clears it';
comment on column patients.patient.mrn is 'Medical record number: a count and a Damm check digit';
comment on column patients.patient.administrative_sex is 'What claims carry (X12 DMG03)';
comment on column patients.patient.merged_into is 'The survivor itself, never another duplicate: chains are flattened by the merge and restored by its undoing';
comment on column patients.patient.known_to is 'Programs that know the person, as privacy.patient_program has them: kept by triggers, asked by the policy, granted to nobody';
comment on view patients.patient_name is 'Name, record number and birth date of each record''s person';
comment on view patients.person_record is 'All records of one person: where a table keeps patient_id, take those whose person_id is the one asked for';
comment on view patients.placement_fact is 'What decides in which room somebody may sleep: birth date, and gender as the person lives it before sex as claims carry it';
comment on table patients.search_name is 'Pairs of name parts of each person, once in either order, for each program that knows the person. Written from patients.patient, never the truth itself';
comment on column patients.search_name.first is 'A part of a name as a number in base 27, its first eleven letters';
comment on table patients.search_number is 'Birth date, phone numbers, their last four digits and record number of each person as tagged numbers, for each program that knows the person';
comment on table patients.search_spelling is 'For typing errors: each part of a name that occurs in a program under itself, under itself less one letter, and under its sound (double metaphone). Only ever added to';
comment on table platform.file is 'Files at rest: the bytes lie encrypted in the file store, each under its own key, which is kept here wrapped by the master key. Reading needs the permission named on the row and reach to the patient.';
comment on column platform.file.wrapped_key is 'AES-256-GCM of the file key under the master key: 12 bytes nonce, 32 bytes key, 16 bytes tag';
comment on table platform.job_done is 'Jobs whose work is committed. A job that is run again after its process died finds its number here and does nothing.';
comment on table platform.migration is 'Migrations that have run, with the SHA-256 of their text';
comment on table platform.outgoing_mail is 'Mail to hand over, queued in the transaction that caused it. Wording reveals no clinic, program or patient. The body is emptied once sent.';
comment on table platform.worker is 'Job workers and the process each belongs to. A process holds an advisory lock on its key while it lives.';
comment on table privacy.access_grant is 'A named person may reach records of one patient beyond the own programs, until a moment, for listed purposes. Opens a row only when it covers all of its labels; the role still has to hold the permission';
comment on column privacy.access_grant.program_id is 'Records of this originating program; null for those of all';
comment on column privacy.access_grant.labels is 'Labels that the grant covers; a row with any other label stays closed';
comment on column privacy.access_grant.emergency_id is 'The emergency that it rests on. There is no break-glass without one, nor without an end';
comment on column privacy.access_grant.consent_id is 'The signed consent that it rests on: it ends with it, in the same transaction';
comment on table privacy.accounting_suspension is 'An agency stated that telling the patient would impede it: the row is left out of the accounting until the day (45 CFR 164.528(a)(2))';
comment on table privacy.agreement is 'Written agreements: QSOA (42 CFR 2.11), business associate (45 CFR 164.504(e)), contracts of 42 CFR 2.33(c), data use (45 CFR 164.514(e)). An integration without a current one does not run';
comment on column privacy.agreement.classes is 'Classes of record that it covers; null for all';
comment on column privacy.agreement.valid_to is 'Last day; null while it lasts. Ending one early sets it';
comment on table privacy.consent is 'A written consent: what the form said, who signed it and when, and its end. A record of the program that drew it up, for that a consent tells of treatment';
comment on column privacy.consent.form is 'The whole content of the form as it was signed: names of that day, scope, recipients, purposes, end, statements';
comment on column privacy.consent.form_digest is 'SHA-256 of the text that was shown to the signer';
comment on column privacy.consent.event_happened_at is 'When the event that ends it was recorded (42 CFR 2.31(a)(7))';
comment on column privacy.consent.revocation is 'How, by whom, and the words of the written revocation (42 CFR 2.31(a)(6))';
comment on table privacy.decision is 'What was decided about a use or disclosure, from which facts, under which policy (42 CFR 2.13, 2.31(c)). Written by whoever acts, read with privacy.review, never changed';
comment on column privacy.decision.input_hash is 'SHA-256 of the facts in canonical JSON: the same facts replay to the same decision';
comment on column privacy.decision.facts is 'The facts without their rules, which stand in rule_pack: ids, classes, labels and dates of records, never their content';
comment on table privacy.disclosure is 'All that left, one row a patient, recipient and release, written in the transaction of the release (42 CFR 2.25; 45 CFR 164.528(b): date, recipient with address, what, purpose). Rows are only ever added';
comment on column privacy.disclosure.part2_accounting is 'Belongs into the accounting of 42 CFR 2.25, kept for three years';
comment on column privacy.disclosure.hipaa_accounting is 'Belongs into the accounting of 45 CFR 164.528, six years; treatment, payment, operations and what the patient authorised do not';
comment on table privacy.emergency_access is 'Somebody opened a chart in an emergency. Holds the five facts of 42 CFR 2.51(c), none of which can be blank; rows are only ever added';
comment on column privacy.emergency_access.to_outside is 'What was opened was told to medical personnel of another organisation; it then stands in the accounting of disclosures';
comment on table privacy.emergency_end is 'An emergency access that was ended before its time';
comment on table privacy.emergency_record is 'The documentation of 42 CFR 2.51(c) in the patient''s record: one row in the chart of each program whose records were opened. Rows are only ever added';
comment on table privacy.emergency_review is 'The privacy officer''s look at each emergency access, made together with it and open until there is a verdict';
comment on table privacy.incident is 'Register of incidents with protected records: presumed breaches until four factors say otherwise (45 CFR 164.402), for Part 2 records by 42 CFR 2.16(b)';
comment on column privacy.incident.role is 'In which capacity the duty falls on us: the clocks differ for a business associate, and hold for a Part 2 program that is no covered entity';
comment on column privacy.incident.is_unsecured is 'The records could be read: neither encrypted nor destroyed by the guidance of the Secretary (164.402). Secured ones need no notice';
comment on column privacy.incident.residents is 'Affected persons by two-letter state, {"WA": 612}: more than 500 of one state also need the media (164.406)';
comment on column privacy.incident.delayed_until is 'Law enforcement asked to wait until then (164.412)';
comment on table privacy.incident_assessment is 'The four factors of 45 CFR 164.402(2), the three exceptions of 164.402(1), and what follows. The newest holds; rows are only ever added';
comment on table privacy.incident_patient is 'Whose records an incident touched, and when and how each was told (164.404(d))';
comment on table privacy.incident_step is 'Duties of an incident that were met: notices to individuals, the Secretary, the media, a covered entity, a state, each with what was done. Rows are only ever added';
comment on table privacy.need_to_know is 'Programs whose clinical records are for those with a part in the care. Without a row everybody who works there, and whose role reads charts, reads them. Names no patient';
comment on column privacy.need_to_know.whole_program_roles is 'Roles that need the charts of all: nurses who dose everybody, the director';
comment on table privacy.oversight_policy is 'How long an emergency opens a chart, which labels it opens, by when it is reviewed, and whether patients are told the names of staff who looked. The newest row that has begun holds';
comment on column privacy.oversight_policy.emergency_labels is 'A row with any other label stays closed in an emergency; the two vaults can never be named here';
comment on column privacy.oversight_policy.consent_access_minutes is 'How long a consent opens another program''s part of a chart at one asking; the consent''s own end comes first';
comment on column privacy.oversight_policy.part_in_care_days is 'An appointment this many days before or after makes its clinician one with a part in the care';
comment on table privacy.party is 'Who may receive records outside: providers, plans, courts, services, persons. A payer of billing has the same id here';
comment on column privacy.party.patient_id is 'Set for somebody known only through one patient (family, an attorney): then only those who know the patient see the name';
comment on column privacy.party.legal_status is 'What it is under HIPAA; decides on what may go and be passed on (42 CFR 2.33(b))';
comment on table privacy.party_treatment is 'Somebody checked that a provider treats a patient (42 CFR 2.31(a)(4)(ii)(B)); a claim alone is not enough';
comment on table privacy.patient_program is 'Which programs know a person: written on registration, referral and admission. It decides who finds the person at all; a program sees its own rows only, so nobody learns from it where else someone is treated';
comment on table privacy.program_status is 'Whether a program is under 42 CFR Part 2, from when to when, and on what ground (2.11, 2.12(b)). Written by programs through the door of privacy. A day without a row counts as Part 2';
comment on column privacy.program_status.valid_to is 'First day on which it no longer holds; null while it lasts';
comment on table privacy.restriction is 'What a patient asked us not to use or tell, what we answered, and how it ended. A record of the program that was asked';
comment on column privacy.restriction.party_ids is 'Who shall not receive; null for everybody outside the program. Self-pay always means health plans';
comment on column privacy.restriction.encounter_ids is 'Services meant, by their notes; null for those of the days, or all';
comment on column privacy.restriction.paid_on is 'When the patient, or somebody for them, had paid the services in full';
comment on column privacy.restriction.ended_how is 'The patient in writing, or orally and noted; or we by notice, which frees only what is made afterwards (164.522(a)(2))';
comment on table privacy.rule_pack is 'The rules of a jurisdiction as a decision found them, by the SHA-256 of their canonical JSON; many decisions share one';
comment on table privacy.vault_share is 'Who else may read one vault note, on which of the listed grounds (42 CFR 2.31(b)(1)(i); 45 CFR 164.508(a)(2)), and until when. Made and ended by the originator only';
comment on table programs.episode is 'A stay in a program, from referral to discharge';
comment on column programs.episode.end_reason is 'Why it ended: of a discharge or, when nobody was admitted, of the declination';
comment on view programs.open_episode is 'Stays that have not ended';
comment on table programs.program is 'A unit that treats people: the place where records originate. Its Part 2 status, with basis and dates, is kept by privacy';
comment on column programs.program.level_of_care is 'Code of content/levels-of-care.json';
comment on view programs.program_name is 'Programs by name, with their Part 2 status of today';
comment on table programs.standard is 'What a program asks for where it differs from content/programs/standards.json: contract, licence or state. Null: as the level of care says';
comment on view programs.stay is 'Stays with their first and last day, ended ones among them: changes of the level of care over time';
comment on view programs.stay_to_report is 'Stays from the admission on, ended ones among them, with who sent the person and why it ended';
comment on view programs.stay_with_clinician is 'Stays with their first and last day and whose they are, for whoever looks through charts';
comment on table residence.bed is 'A bed. A retired one keeps its history';
comment on table residence.bed_outage is 'A stretch in which nobody is put into a bed';
comment on table residence.belonging is 'Something that somebody brought and the house keeps for them';
comment on column residence.belonging.received_signature is 'As the person signed the list, or why they did not; received_by is the member of the staff who signed beside it';
comment on table residence.census is 'A count of a house at the midnight that ends a day, in the time zone of the site. Names nobody; its lines do';
comment on column residence.census.midnight is 'The instant at which the day ended there: 23 or 25 hours after the one before when clocks change';
comment on view residence.census_day is 'Patient-days as they stand: the latest census of each midnight, for whoever bills by the day';
comment on table residence.census_line is 'One person in one census: where they slept and as what they count. A day of discharge is told and not counted';
comment on column residence.census_line.payer_id is 'First payer in force on that day, as it was known when the census was taken';
comment on column residence.census_line.leave_kind is 'Kind of the leave over the midnight, of content/residence/leave-kinds.json: which of them a payer pays is a matter of its rules';
comment on table residence.hand_off is 'What one shift hands to the next, signed by the one and acknowledged by the other. Names no patient; its lines do';
comment on table residence.hand_off_line is 'One person in a hand-off: what happened, and what is still open';
comment on table residence.incident_report is 'What happened to or with one person. Others who were involved have reports of their own, joined by event_id, and none names another. Incidents of privacy are kept by privacy';
comment on table residence.leave is 'Somebody who lives here is away for a while and is expected back';
comment on column residence.leave.kind is 'Code of content/residence/leave-kinds.json';
comment on table residence.missed_sighting is 'Nobody saw the person in time. One line for each time that it was missed, which is also what keeps it from being told twice';
comment on table residence.occupancy is 'Who had which bed, from when to when';
comment on column residence.occupancy.override_reason is 'Why a rule of the room was set aside for this person';
comment on table residence.reservation is 'A bed kept for somebody who is expected';
comment on table residence.residency is 'Somebody lives in the house from arrival to departure, within an episode. A bed is another matter: see occupancy';
comment on table residence.room is 'A room of a unit. Its gender rule, when it has one, stands before that of the unit';
comment on column residence.room.attributes is 'Codes of content/residence/attributes.json';
comment on table residence.round is 'One walk through a unit, signed by who walked. Names no patient; its checks do';
comment on column residence.round.signed_at is 'By the clock of the device that was carried; recorded_at is when the server heard of it, later where the network was gone';
comment on table residence.sighting is 'One person seen, or not found, in one round';
comment on column residence.sighting.status is 'Code of content/residence/rounds.json';
comment on table residence.transfer is 'A move that is planned. A swap leaves it standing; only the move itself, its calling off or a departure settles it';
comment on table residence.unit is 'A part of a house in which a program lodges people. Names no patient';
comment on column residence.unit.gender_rule is 'one-gender: whoever shares a room is of one gender, whichever it is';
comment on table residence.watch is 'Somebody is to be seen by staff every so many minutes';
comment on table reviews.answer is 'What a reviewer found for one item; it may change until the review is closed';
comment on table reviews.finding is 'What somebody is to mend in a chart, by when, and what they did. Its owner sees it, and who reviews';
comment on column reviews.finding.asks is 'The item of the checklist in words';
comment on column reviews.finding.wants is 'What is to be mended, in the words of the reviewer';
comment on table reviews.review is 'A chart looked through with one version of a checklist. Reviews are no part of the chart: only who reviews sees them';
comment on column reviews.review.about_staff_id is 'Primary clinician of the stay when the review was opened';
comment on column reviews.review.drawn_seed is 'Of a random sample: the seed of the draw, and out of how many charts it was drawn';
comment on table scheduling.appointment is 'One person''s place in a clinician''s day. The planned time is starts_at to ends_at; what happened is arrived_at, started_at, ended_at';
comment on column scheduling.appointment.session_id is 'The group session in which this is a seat: seats of one session may share clinician and room. Null for a meeting of its own';
comment on column scheduling.appointment.note is 'A line for the front desk; nothing clinical';
comment on column scheduling.appointment.version is 'Grows with every change; who moves an appointment says which version they saw';
comment on column scheduling.appointment.occurrence is 'Which occurrence of its series this is, counted from 0';
comment on view scheduling.appointment_fact is 'Appointments as other contexts may read them, with the kind spelled out';
comment on table scheduling.appointment_type is 'Kinds of appointment, loaded from content/appointment-types.json';
comment on column scheduling.appointment_type.service is 'What is done, in the words from which billing chooses a code: intake, individual-psychotherapy, ...';
comment on column scheduling.appointment_type.note_template is 'The note template that opens from such an appointment';
comment on column scheduling.appointment_type.note_templates is 'By kind of program: the note template that opens there instead of note_template';
comment on table scheduling.away is 'A clinician on leave, or a site that is closed. Nobody can be booked then; what stands there already stays until somebody moves it';
comment on table scheduling.blocked_time is 'Time of a clinician or a room without a patient: lunch, supervision, leave, repairs';
comment on column scheduling.blocked_time.session_id is 'The group session for which the time is held: seats in it are booked into this time. Null for any other block';
comment on table scheduling.busy_slot is 'When a clinician or a room is taken, and nothing else: what colleagues outside the program may know, so it has no patient and no policy. Kept by triggers from live appointments and blocked time; its constraints are what makes a double booking impossible';
comment on column scheduling.busy_slot.source_id is 'The appointment or blocked time; not readable by the application';
comment on table scheduling.calendar_link is 'Addresses under which a calendar program reads when a clinician is busy, and nothing else. Only the digest of the secret is kept';
comment on table scheduling.earlier_wish is 'Somebody would come earlier than the appointment they hold, within these limits. Empty weekdays: any day. Over when the appointment is moved, met or called off';
comment on table scheduling.hours is 'Weekly hours on the clock of the site. Without a clinician they are those of the site; a clinician without hours of their own is there when the site is open';
comment on column scheduling.hours.weekday is 'ISO: Monday is 1';
comment on table scheduling.loaded_content is 'Which version of each content file this database holds';
comment on table scheduling.reminder is 'One line for each appointment, time and lead, so that none is reminded twice. Without a channel nothing went: no way was open that the patient allows';
comment on column scheduling.reminder.starts_at is 'The time of which was reminded. An appointment that moved is reminded of anew';
comment on column scheduling.reminder.confirm_hash is 'SHA-256 of the secret that may confirm and do nothing else; the secret stands only in the message';
comment on column scheduling.reminder.arrive_hash is 'SHA-256 of the secret that may say that the person is here, around the time of the appointment, and do nothing else';
comment on table scheduling.room is 'Rooms in which people meet. A room that is no longer used is made inactive, never deleted';
comment on view scheduling.room_name is 'Rooms as other contexts may read them';
comment on table scheduling.series is 'The rule by which appointments of one person repeat. Days and clock time are those of the site; daylight saving never moves the clock time';
comment on column scheduling.series.recurrence is 'frequency, interval and weekdays or place in the month, as server/scheduling/series/series.ts has them';
comment on column scheduling.series.times is 'How many occurrences the rule has. Some may have no appointment: left out, or called off';
comment on column scheduling.series.follows is 'The series from which this one was split when "this and all that follow" was changed';
comment on table scheduling.slot_offer is 'A freed time, held for one person who would come earlier until they answer or its time to answer is over; then the next is asked';
comment on column scheduling.slot_offer.slot_ends_at is 'Until when the freed time lasts; the person may need less';
comment on table scheduling.status_change is 'Every step of an appointment, with who and when. Insert only: what happened stays known when a step is taken back';
comment on table stays.aftercare is 'What follows a stay: plan, first appointment elsewhere, risk at the end, naloxone; or that the person declined. The latest holds';
comment on table stays.teds is 'Answers for the Treatment Episode Data Set at admission and at discharge, by the fields of a version of content/stays/teds.json; the latest of a moment holds';
comment on table teams.membership is 'Somebody''s part in the care of a patient in a program, from a day to a day. Who leads is the primary clinician of the stay, kept by programs';
comment on view teams.on_team is 'Care teams of today: the primary clinicians of open stays, who lead, and the other members';
comment on view teams.open_task is 'Whose each open task is and what it is kept for, without a word of it';
comment on table teams.task is 'Something to do by a day, for a person or for everybody with a role in the program, about a patient or about none';
comment on column teams.task.rule_id is 'The rule of content/teams/task-rules.json that made it; null when somebody did';
comment on column teams.task.reminded_on is 'The day of the last reminder by mail';
comment on column teams.task.due_at is 'The clock of a task that cannot wait for the end of its day; null for all others';
comment on column teams.task.escalated_at is 'When the clinical directors of the program were told that its clock ran out: once';
comment on column teams.task.alert_id is 'The alert that stands on the chart while it is open';
comment on column teams.task.kept_by is 'The part that opened it and closes it, such as critical-result; null for a task that somebody gave';
comment on column teams.task.kept_id is 'The record there that it is about';
comment on column teams.task.opens is 'The page on which it is worked; empty for a task that is worked nowhere in particular';
comment on column teams.task.finishes_here is 'Whether it may be called done among the tasks; otherwise it is done where it is kept';
comment on column teams.task.is_private is 'Seen by whom it is for, who gave it and who reviews charts, and by nobody else';
comment on table together.document is 'An intake or a team meeting that several disciplines write at once. Once closed, the sealed note of charting is the record';
comment on column together.document.lead_id is 'Who opened it and closes it when all required sections are signed';
comment on table together.mention is 'Somebody named in a remark: a task on their home page until they say that it is done';
comment on view together.open_document is 'Documents that a team is writing, without their words';
comment on table together.remark is 'What colleagues say to each other beside a section. No part of what is signed';
comment on table together.section is 'A part of a document that one discipline owns and signs. It has a program and labels of its own: who may not see it is told of nothing';
comment on column together.section.seal is 'What was signed: text, form and its version, signer and moment; the digest is over its canonical JSON';
comment on table together.section_update is 'What was typed, as Yjs updates; together they are the text of a section, in whatever order they are read. Kept with their authors also after signing';
comment on table tracks.enrolment is 'A person''s place in all meetings of a track from a day on; left_on is the first day without it';
comment on column tracks.enrolment.left_out is 'Sessions that the person was known to miss from the beginning';
comment on table tracks.meeting is 'The sessions of a track, planned when it is opened. Days on which the track does not meet have none';
comment on table tracks.slot is 'The hours of one group on one weekday, on the clock of the site';
comment on column tracks.slot.weekday is 'ISO: Monday is 1';
comment on table tracks.track is 'A weekly timetable of groups with a first and a last day. Names no patient';
comment on table transitions.transition is 'One move of a person from program_id to to_program_id. Kept also when it was taken back';
comment on column transitions.transition.effects is 'What was shown and done, in words';
comment on column transitions.transition.receipts is 'By part: the rows that were made, ended or changed';
