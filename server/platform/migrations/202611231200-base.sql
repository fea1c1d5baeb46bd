-- Extensions that other contexts build on. All are "trusted": the owner of the database may create them.
create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists pgcrypto;
create extension if not exists citext;

create table platform.job_done (
  job_id text primary key,
  at timestamptz not null default now()
);
comment on table platform.job_done is 'Jobs whose work is committed. A job that is run again after its process died finds its number here and does nothing.';

create table platform.worker (
  worker_id text primary key,
  process_key integer not null,
  since timestamptz not null default now()
);
comment on table platform.worker is 'Job workers and the process each belongs to. A process holds an advisory lock on its key while it lives.';

create table platform.file (
  id uuid primary key default uuidv7(),
  patient_id uuid,
  program_id uuid,
  labels text[] not null default '{}',
  permission text not null,
  name text not null,
  content_type text not null,
  size bigint not null check (size >= 0),
  sha256 bytea not null,
  wrapped_key bytea not null,
  storage_key text not null unique,
  created_at timestamptz not null,
  created_by uuid
);
comment on table platform.file is 'Files at rest: the bytes lie encrypted in the file store, each under its own key, which is kept here wrapped by the master key. Reading needs the permission named on the row and reach to the patient.';
comment on column platform.file.wrapped_key is 'AES-256-GCM of the file key under the master key: 12 bytes nonce, 32 bytes key, 16 bytes tag';
create index file_patient on platform.file (patient_id) where patient_id is not null;
alter table platform.file enable row level security;
alter table platform.file force row level security;
-- The policy is privacy's to write: until it does, nobody reads a file.

create table platform.outgoing_mail (
  id uuid primary key default uuidv7(),
  recipient text not null,
  subject text not null,
  body text not null,
  queued_at timestamptz not null,
  sent_at timestamptz
);
comment on table platform.outgoing_mail is 'Mail to hand over, queued in the transaction that caused it. Wording reveals no clinic, program or patient. The body is emptied once sent.';

grant select, insert on platform.job_done to mooring_app;
grant delete on platform.job_done to mooring_app;
grant select, insert, delete on platform.worker to mooring_app;
grant select, insert on platform.file to mooring_app;
grant select, insert, update on platform.outgoing_mail to mooring_app;
