-- Care plans: what is written, what was signed, which objectives a note worked on.

create table careplans.plan (
  id uuid primary key default uuidv7(),
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  version integer not null default 0,
  opened_on date not null,
  saved_at timestamptz not null,
  unique (patient_id, program_id)
);
comment on table careplans.plan is 'One plan a patient and program, always open to writing. What was signed is in sealed_plan';
select privacy.protect('careplans.plan', 'chart.read', 'chart.write');

create table careplans.plan_entry (
  id uuid primary key,
  plan_id uuid not null references careplans.plan (id),
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  kind text not null check (kind in ('problem', 'goal', 'objective', 'intervention')),
  parent_id uuid references careplans.plan_entry (id),
  fields jsonb not null default '{}',
  removed boolean not null default false,
  made_at timestamptz not null,
  constraint only_problems_stand_alone check ((kind = 'problem') = (parent_id is null))
);
comment on table careplans.plan_entry is 'Problems, their goals, their objectives, their interventions: a tree by parent_id. Never deleted, put aside by removed';
comment on column careplans.plan_entry.fields is 'Texts by name of the field; each is merged with what others wrote meanwhile';
create index plan_entry_by_plan on careplans.plan_entry (plan_id);
create index plan_entry_by_patient on careplans.plan_entry (patient_id);
select privacy.protect('careplans.plan_entry', 'chart.read', 'chart.write');

create table careplans.sealed_plan (
  id uuid primary key default uuidv7(),
  plan_id uuid not null references careplans.plan (id),
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  number integer not null check (number > 0),
  content jsonb not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  review_due date not null,
  signed_by uuid not null,
  signed_at timestamptz not null,
  unique (plan_id, number)
);
comment on table careplans.sealed_plan is 'Versions of plans as signed. A row never changes';
comment on column careplans.sealed_plan.digest is 'SHA-256 in hexadecimal over the canonical text of plan, number, content, signer and time';
create index sealed_plan_by_patient on careplans.sealed_plan (patient_id);
select privacy.protect('careplans.sealed_plan', 'chart.read', 'note.sign');

create table careplans.plan_signature (
  id uuid primary key default uuidv7(),
  sealed_plan_id uuid not null references careplans.sealed_plan (id),
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  role text not null check (role in ('patient', 'team')),
  outcome text not null check (outcome in ('signed', 'declined')),
  name text not null check (name <> ''),
  reason text not null default '',
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  taken_by uuid not null,
  signed_at timestamptz not null,
  constraint declined_has_its_reason check (outcome = 'signed' or reason <> '')
);
comment on table careplans.plan_signature is 'Signatures of the patient and of colleagues under a sealed plan, or why the patient declined';
comment on column careplans.plan_signature.digest is 'The digest of the version that was signed';
create index plan_signature_by_plan on careplans.plan_signature (sealed_plan_id);
create index plan_signature_by_patient on careplans.plan_signature (patient_id);
select privacy.protect('careplans.plan_signature', 'chart.read', 'note.sign');

create table careplans.worked_on (
  draft_id uuid not null,
  objective_id uuid not null references careplans.plan_entry (id),
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  marked_by uuid not null,
  marked_at timestamptz not null,
  primary key (draft_id, objective_id)
);
comment on table careplans.worked_on is 'The golden thread: which objectives a note works on, by the draft that it was written in. Stands still once the note is signed';
create index worked_on_by_objective on careplans.worked_on (objective_id);
create index worked_on_by_patient on careplans.worked_on (patient_id);
select privacy.protect('careplans.worked_on', 'chart.read', 'chart.write');

create function careplans.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'A signed plan never changes. Sign its next version instead.' using errcode = 'restrict_violation';
end $$;
comment on function careplans.refuse_change is 'Keeps signed plans as they were signed';
create trigger sealed before update or delete on careplans.sealed_plan for each row execute function careplans.refuse_change();
create trigger sealed_whole before truncate on careplans.sealed_plan execute function careplans.refuse_change();
create trigger sealed before update or delete on careplans.plan_signature for each row execute function careplans.refuse_change();
create trigger sealed_whole before truncate on careplans.plan_signature execute function careplans.refuse_change();

grant select, insert, update on careplans.plan, careplans.plan_entry to mooring_app;
grant select, insert on careplans.sealed_plan, careplans.plan_signature to mooring_app;
grant select, insert, delete on careplans.worked_on to mooring_app;
