-- Documents of charts, and those that came and wait to be filed.

create table documents.document (
  id uuid not null,
  version integer not null check (version > 0),
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  file_id uuid not null,
  sha256 text not null,
  content_type text not null,
  size integer not null check (size > 0),
  title text not null check (title <> ''),
  category text not null,
  access text not null check (access in ('clinical', 'administrative')),
  dated date,
  received_how text not null check (received_how in ('scan', 'upload', 'fax', 'mail')),
  receipt_basis text not null check (receipt_basis <> ''),
  from_whom text not null default '',
  received_at timestamptz not null,
  state text not null check (state in ('filed', 'moved', 'entered-in-error')),
  reason text not null default '',
  moved_from uuid,
  written_at timestamptz not null,
  written_by uuid not null,
  primary key (id, version),
  constraint an_end_has_a_reason check (state = 'filed' or reason <> '')
);
comment on table documents.document is 'Documents in charts, a version a row: the newest version of an id holds, all of them are its history';
comment on column documents.document.receipt_basis is 'On what basis it was received, of content/documents/categories.json: who holds records of a Part 2 program is bound by it (42 CFR 2.11)';
comment on column documents.document.access is 'Clinical documents are for who reads charts, administrative ones also for the front desk';
comment on column documents.document.moved_from is 'In the right chart: the document of the wrong one. The wrong chart does not name the right one';
comment on column documents.document.sha256 is 'Digest of the bytes, hexadecimal, to tell doubles';
create index document_by_patient on documents.document (patient_id);
select privacy.protect('documents.document', 'document.read', 'document.write');
create policy clinical_for_who_reads_charts on documents.document as restrictive for select
  using (access = 'administrative' or (select privacy.has_permission('chart.read')));

create view documents.document_now with (security_invoker = true) as
  select d.* from documents.document d
  where not exists (select from documents.document newer where newer.id = d.id and newer.version = d.version + 1);
comment on view documents.document_now is 'Each document as it holds';

create table documents.inbound (
  id uuid primary key,
  name text not null,
  sha256 text not null,
  size integer not null,
  content_type text not null,
  file_id uuid not null,
  state text not null check (state in ('waiting', 'quarantined', 'duplicate', 'filed', 'put-aside')),
  reason text not null default '',
  received_at timestamptz not null,
  document_id uuid,
  worked_at timestamptz,
  worked_by uuid,
  constraint filed_somewhere check ((state = 'filed') = (document_id is not null)),
  constraint says_why check (state in ('waiting', 'filed') or reason <> '')
);
comment on table documents.inbound is 'Files that came for nobody yet. They may hold anything, so only who files documents sees them';
create index inbound_by_digest on documents.inbound (sha256);
create index inbound_waiting on documents.inbound (received_at) where state in ('waiting', 'quarantined');
select privacy.make_policies('documents.inbound', 'true', 'document.write', 'document.write');

create table documents.seen_file (
  name text not null,
  size bigint not null,
  modified_at bigint not null,
  inbound_id uuid not null references documents.inbound (id),
  primary key (name, size, modified_at)
);
comment on table documents.seen_file is 'Which file of the inbox folder became which row: a process that dies between keeping a file and removing it takes nothing in twice';
comment on column documents.seen_file.modified_at is 'In milliseconds since 1970';
select privacy.make_policies('documents.seen_file', 'true', 'document.write', 'document.write');

grant select, insert on documents.document, documents.seen_file to mooring_app;
grant select, insert, update (state, reason, document_id, worked_at, worked_by) on documents.inbound to mooring_app;
grant select on documents.document_now to mooring_app;
