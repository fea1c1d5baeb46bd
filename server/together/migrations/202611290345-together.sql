-- Documents that several disciplines write at the same time: sections, what was typed in them, remarks, mentions.

create table together.document (
  id uuid primary key,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  template_code text not null,
  template_version integer not null,
  name text not null check (name <> ''),
  lead_id uuid not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  closed_by uuid,
  note_id uuid,
  constraint closed_into_a_note check ((closed_at is null) = (closed_by is null) and (closed_at is null) = (note_id is null))
);
comment on table together.document is 'An intake or a team meeting that several disciplines write at once. Once closed, the sealed note of charting is the record';
comment on column together.document.lead_id is 'Who opened it and closes it when all required sections are signed';
create index document_by_patient on together.document (patient_id, opened_at);
select privacy.protect('together.document', 'chart.read', 'chart.write');

create table together.section (
  id uuid primary key default uuidv7(),
  document_id uuid not null references together.document (id),
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  key text not null,
  place integer not null,
  signed_at timestamptz,
  signed_by uuid,
  seal jsonb,
  digest text check (digest ~ '^[0-9a-f]{64}$'),
  constraint signed_as_a_whole check ((signed_at is null) = (signed_by is null) and (signed_at is null) = (seal is null) and (signed_at is null) = (digest is null)),
  unique (document_id, key)
);
comment on table together.section is 'A part of a document that one discipline owns and signs. It has a program and labels of its own: who may not see it is told of nothing';
comment on column together.section.seal is 'What was signed: text, form and its version, signer and moment; the digest is over its canonical JSON';
create index section_by_patient on together.section (patient_id);
select privacy.protect('together.section', 'chart.read', 'chart.write');

create table together.section_update (
  id bigint generated always as identity primary key,
  section_id uuid not null references together.section (id),
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  content bytea not null,
  author_id uuid not null,
  at timestamptz not null
);
comment on table together.section_update is 'What was typed, as Yjs updates; together they are the text of a section, in whatever order they are read. Kept with their authors also after signing';
create index section_update_by_section on together.section_update (section_id, id);
create index section_update_by_patient on together.section_update (patient_id);
select privacy.protect('together.section_update', 'chart.read', 'chart.write');

create table together.remark (
  id uuid primary key,
  document_id uuid not null references together.document (id),
  section_id uuid not null references together.section (id),
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  says text not null check (says <> ''),
  author_id uuid not null,
  at timestamptz not null
);
comment on table together.remark is 'What colleagues say to each other beside a section. No part of what is signed';
create index remark_by_document on together.remark (document_id, at);
create index remark_by_patient on together.remark (patient_id);
select privacy.protect('together.remark', 'chart.read', 'chart.write');

create table together.mention (
  remark_id uuid not null references together.remark (id),
  staff_id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  done_at timestamptz,
  primary key (remark_id, staff_id)
);
comment on table together.mention is 'Somebody named in a remark: a task on their home page until they say that it is done';
create index mention_by_staff on together.mention (staff_id) where done_at is null;
create index mention_by_patient on together.mention (patient_id);
select privacy.protect('together.mention', 'chart.read', 'chart.write');

create function together.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'What is signed or closed never changes. Add an addendum to the note.' using errcode = 'restrict_violation';
end $$;
comment on function together.refuse_change is 'Keeps signed sections, closed documents and what was typed as they are';
create trigger sealed before update on together.section for each row when (old.signed_at is not null) execute function together.refuse_change();
create trigger sealed before update on together.document for each row when (old.closed_at is not null) execute function together.refuse_change();
create trigger kept before delete on together.section for each row execute function together.refuse_change();
create trigger kept before delete on together.document for each row execute function together.refuse_change();
create trigger kept before update or delete on together.section_update for each row execute function together.refuse_change();
create trigger kept before update or delete on together.remark for each row execute function together.refuse_change();

create function together.only_into_open_section() returns trigger language plpgsql as $$
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
end $$;
comment on function together.only_into_open_section is 'Refuses words for a section that is signed';
create trigger open_section before insert on together.section_update for each row execute function together.only_into_open_section();

grant select, insert, update on together.document, together.section, together.mention to mooring_app;
grant select, insert on together.section_update, together.remark to mooring_app;
