-- Who read or changed what. Entries are only ever added; a job seals them into blocks that form a hash chain.

create function audit.may_read() returns boolean
  language sql stable parallel safe
  return coalesce(current_setting('mooring.actor_kind', true) = 'system'
    or 'audit.read' = any (string_to_array(current_setting('mooring.permissions', true), ',')), false);
comment on function audit.may_read is 'The system (sealing, verifying) and those with audit.read; nobody without a context';

create sequence audit.entry_seq as bigint cache 1;

create table audit.entry (
  seq bigint primary key default nextval('audit.entry_seq'),
  at timestamptz not null,
  action text not null,
  outcome text not null check (outcome in ('done', 'denied', 'failed')),
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
comment on table audit.entry is 'One entry an action, reads included: who, what, whose, when, why, from where. Names of fields, never their values. Written only by audit.write; nobody may change or delete it';
comment on column audit.entry.seq is 'Given before the commit: a lower number may appear after a higher one, and rolled back numbers stay unused';
comment on column audit.entry.reason is 'Reason that the person gave (break-glass) or the decision that allowed or refused the act';
create index entry_by_actor on audit.entry (actor_id, seq);
create index entry_by_action on audit.entry (action, seq);
create index entry_by_time on audit.entry (at);

create table audit.entry_patient (
  patient_id uuid not null,
  seq bigint not null,
  primary key (patient_id, seq)
);
comment on table audit.entry_patient is 'Index from patients to entries. A table, because under row-level security no array operator may use an index';

create table audit.unsealed (
  seq bigint primary key,
  xid xid8 not null default pg_current_xact_id()
);
comment on table audit.unsealed is 'Entries that wait to be sealed, with their transaction: only those of finished transactions below the snapshot horizon are taken, so that none slips in behind';

create table audit.block (
  number bigint primary key check (number > 0),
  sealed_at timestamptz not null,
  entries int8multirange not null,
  entry_count integer not null check (entry_count > 0),
  previous_hash bytea not null check (octet_length(previous_hash) = 32),
  hash bytea not null check (octet_length(hash) = 32)
);
comment on table audit.block is 'Sealed entries. hash = SHA-256 of previous_hash, the printed header (number, sealed_at, entries, entry_count) and the entries as COPY prints them, in order of seq';
comment on column audit.block.entries is 'The numbers (seq) of the entries in this block; holes are numbers of other blocks or of transactions that were rolled back';

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'audit.% is only ever added to', tg_table_name using errcode = 'insufficient_privilege';
end $$;
comment on function audit.refuse_change is 'Refuses every update, delete and truncate, whoever asks: 45 CFR 164.312(b), (c)';
create trigger entry_never_changes before update or delete or truncate on audit.entry for each statement execute function audit.refuse_change();
create trigger entry_patient_never_changes before update or delete or truncate on audit.entry_patient for each statement execute function audit.refuse_change();
create trigger block_never_changes before update or delete or truncate on audit.block for each statement execute function audit.refuse_change();

create function audit.write(entry jsonb) returns bigint
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
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
end $$;
comment on function audit.write is 'The only way to add an entry: called once at the end of each action, in its transaction';
revoke execute on function audit.write from public;
grant execute on function audit.write to mooring_app;

alter table audit.entry enable row level security;
alter table audit.entry force row level security;
create policy reading on audit.entry for select using ((select audit.may_read()));
create policy writing on audit.entry for insert with check (true);
alter table audit.entry_patient enable row level security;
alter table audit.entry_patient force row level security;
create policy reading on audit.entry_patient for select using ((select audit.may_read()));
create policy writing on audit.entry_patient for insert with check (true);

-- No insert on the first two: audit.write is the only door.
grant select on audit.entry, audit.entry_patient to mooring_app;
grant select, delete on audit.unsealed to mooring_app;
grant select, insert on audit.block to mooring_app;
