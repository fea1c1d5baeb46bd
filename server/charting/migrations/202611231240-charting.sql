-- The record: drafts that lose nothing, notes that never change, diagnoses, and the facts of an encounter that billing may know.

create table charting.loaded_content (
  name text primary key,
  version text not null,
  loaded_at timestamptz not null default now()
);
comment on table charting.loaded_content is 'Which version of each content file this database holds';

create table charting.icd10cm (
  code text primary key,
  description text not null,
  billable boolean not null,
  category text not null,
  common boolean not null,
  also text not null default '',
  valid_from date not null,
  valid_to date,
  words tsvector generated always as (to_tsvector('simple', replace(code, '.', '') || ' ' || code || ' ' || description || ' ' || also)) stored
);
comment on table charting.icd10cm is 'ICD-10-CM codes with their official text, loaded from content/icd10cm. Headers are listed but not billable';
comment on column charting.icd10cm.also is 'Abbreviations by which clinicians look for the code; never printed';
comment on column charting.icd10cm.valid_to is 'Last day on which the code may be used; null while it stands in the newest release';
create index icd10cm_words on charting.icd10cm using gin (words);

create table charting.template_version (
  id uuid primary key default uuidv7(),
  code text not null,
  version integer not null check (version > 0),
  name text not null,
  form jsonb not null,
  digest text not null,
  published_at timestamptz not null default now(),
  unique (code, version)
);
comment on table charting.template_version is 'Note templates. A version never changes once published: a signed note renders for ever with its own';
comment on column charting.template_version.digest is 'SHA-256 of the canonical form, bound into the digest of each note signed with it';

create table charting.draft (
  id uuid primary key default uuidv7(),
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  appointment_id uuid,
  template_id uuid not null references charting.template_version (id),
  template_code text not null,
  author_id uuid not null,
  service text not null,
  header jsonb not null,
  header_version integer not null default 1,
  state text not null default 'open' check (state in ('open', 'discarded', 'signed')),
  opened_at timestamptz not null,
  saved_at timestamptz not null,
  discarded_at timestamptz,
  discarded_by uuid,
  constraint discarded_says_when check ((state = 'discarded') = (discarded_at is not null))
);
comment on table charting.draft is 'A note being written. Nobody locks it: several people and devices write at once and their words are merged, section by section';
comment on column charting.draft.header is 'Start, end, modality, place, participants, risk answer, diagnoses addressed: DraftHeader in drafts/draft.ts';
create unique index one_open_draft_an_appointment on charting.draft (appointment_id, template_code) where state = 'open' and appointment_id is not null;
create index draft_by_patient on charting.draft (patient_id, opened_at);
create index draft_by_author on charting.draft (author_id) where state = 'open';
create index draft_by_appointment on charting.draft (appointment_id) where appointment_id is not null;
select privacy.protect('charting.draft', 'chart.read', 'chart.write');

create table charting.draft_section (
  draft_id uuid not null references charting.draft (id),
  key text not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  text text not null,
  version integer not null,
  saved_at timestamptz not null,
  saved_by uuid,
  primary key (draft_id, key)
);
comment on table charting.draft_section is 'The text of each section as it stands now';
create index draft_section_by_patient on charting.draft_section (patient_id);
select privacy.protect('charting.draft_section', 'chart.read', 'chart.write');

create table charting.draft_revision (
  draft_id uuid not null,
  key text not null,
  version integer not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  text text not null,
  saved_at timestamptz not null,
  saved_by uuid,
  primary key (draft_id, key, version),
  foreign key (draft_id, key) references charting.draft_section (draft_id, key)
);
comment on table charting.draft_revision is 'Earlier texts of a section: the common ground for merging what a device wrote while others wrote too. The oldest are thinned out';
create index draft_revision_by_patient on charting.draft_revision (patient_id);
select privacy.protect('charting.draft_revision', 'chart.read', 'chart.write');

create table charting.draft_device (
  draft_id uuid not null,
  key text not null,
  device_id text not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  sequence bigint not null,
  sent_text text not null,
  result_version integer not null,
  at timestamptz not null,
  primary key (draft_id, key, device_id),
  foreign key (draft_id, key) references charting.draft_section (draft_id, key)
);
comment on table charting.draft_device is 'The last text that each device sent for a section, with its number and the version it became: a repeated save is recognised, and one sent before the reply came back is merged from the right ground';
create index draft_device_by_patient on charting.draft_device (patient_id);
select privacy.protect('charting.draft_device', 'chart.read', 'chart.write');

create table charting.note (
  id uuid primary key default uuidv7(),
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  kind text not null check (kind in ('note', 'addendum')),
  addendum_to uuid references charting.note (id),
  draft_id uuid unique references charting.draft (id),
  appointment_id uuid,
  template_id uuid references charting.template_version (id),
  title text not null,
  content jsonb not null,
  signed_by uuid not null,
  signed_at timestamptz not null,
  seal_version integer not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  constraint addendum_points_to_its_note check ((kind = 'addendum') = (addendum_to is not null)),
  constraint note_has_its_form check ((kind = 'note') = (template_id is not null))
);
comment on table charting.note is 'Signed notes and addenda. A row never changes: triggers refuse it to everyone, the owner of the table included';
comment on column charting.note.content is 'All that was signed: header, sections in order, diagnoses, signer with credential and supervisor: SealedContent in notes/note.ts';
comment on column charting.note.digest is 'SHA-256 in hexadecimal over the canonical text of identity, form version, content, signer and time';
create index note_by_patient on charting.note (patient_id, signed_at);
create index note_addenda on charting.note (addendum_to) where addendum_to is not null;
create index note_by_appointment on charting.note (appointment_id) where appointment_id is not null;
select privacy.protect('charting.note', 'chart.read', 'note.sign');

create function charting.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'What is signed never changes. Add an addendum instead.' using errcode = 'restrict_violation';
end $$;
comment on function charting.refuse_change is 'Keeps signed rows as they were signed';
create trigger sealed before update or delete on charting.note for each row execute function charting.refuse_change();
create trigger sealed_whole before truncate on charting.note execute function charting.refuse_change();

create table charting.encounter (
  note_id uuid primary key references charting.note (id),
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  appointment_id uuid,
  site_id uuid,
  clinician_id uuid not null,
  credential text,
  supervisor_id uuid,
  service text not null,
  modality text not null check (modality in ('in-person', 'video', 'audio')),
  started_at timestamptz not null,
  ended_at timestamptz not null,
  minutes integer not null check (minutes > 0),
  diagnoses text[] not null,
  signed_at timestamptz not null
);
comment on table charting.encounter is 'What happened, without a word of the narrative: the minimum that a claim needs (45 CFR 164.502(b)), so that billing never reads a note';
comment on column charting.encounter.diagnoses is 'ICD-10-CM codes in the order of the note, the reason for the service first';
create index encounter_by_patient on charting.encounter (patient_id, started_at);
create index encounter_by_signature on charting.encounter (signed_at);
select privacy.protect('charting.encounter', 'charge.read,claim.read,chart.read', 'note.sign');
create trigger sealed before update or delete on charting.encounter for each row execute function charting.refuse_change();
create trigger sealed_whole before truncate on charting.encounter execute function charting.refuse_change();

create view charting.signed_encounter with (security_invoker = true) as
  select note_id, patient_id, program_id, labels, appointment_id, site_id, clinician_id, credential, supervisor_id, service, modality,
    started_at, ended_at, minutes, diagnoses, signed_at
  from charting.encounter;
comment on view charting.signed_encounter is 'Encounters as billing may read them';

create table charting.diagnosis (
  id uuid primary key default uuidv7(),
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  code text not null references charting.icd10cm (code),
  description text not null,
  clinician_label text not null default '',
  rank integer not null check (rank > 0),
  certainty text not null default 'confirmed' check (certainty in ('confirmed', 'provisional', 'rule-out')),
  onset date,
  resolved date,
  entered_in_error boolean not null default false,
  noted_at timestamptz not null,
  noted_by uuid not null,
  version integer not null default 1,
  constraint resolved_after_onset check (onset is null or resolved is null or onset <= resolved)
);
comment on table charting.diagnosis is 'The problem list. Rank 1 is the principal diagnosis. Nothing is deleted: an error is marked as one';
comment on column charting.diagnosis.description is 'The official text on the day it was noted';
comment on column charting.diagnosis.clinician_label is 'The name that the clinician uses for it, beside the official text';
create index diagnosis_by_patient on charting.diagnosis (patient_id, rank);
create unique index one_open_diagnosis_a_code on charting.diagnosis (patient_id, program_id, code) where resolved is null and not entered_in_error;
select privacy.protect('charting.diagnosis', 'chart.read', 'diagnosis.write');

grant select, insert, update on charting.loaded_content, charting.icd10cm, charting.draft, charting.draft_section, charting.draft_device, charting.diagnosis to mooring_app;
grant select, insert on charting.template_version to mooring_app;
grant select, insert, delete on charting.draft_revision to mooring_app;
grant select, insert on charting.note, charting.encounter to mooring_app;
grant select on charting.signed_encounter to mooring_app;
