create table charting.vault_note (
  id uuid primary key default uuidv7(),
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null,
  originator_id uuid not null,
  text text not null check (text <> ''),
  written_at timestamptz not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  constraint in_one_vault check (labels && array['psychotherapy-note', 'sud-counseling-note'])
);
comment on table charting.vault_note is 'Notes that analyse the conversation of a session, kept apart from the chart: psychotherapy notes (45 CFR 164.501), in a Part 2 program SUD counseling notes (42 CFR 2.11). No field for times, doses, codes or results: those belong in the progress note';
create index vault_note_of_patient on charting.vault_note (patient_id, written_at);
select privacy.protect_vault('charting.vault_note');
grant select, insert, update (text, changed_at, version) on charting.vault_note to mooring_app;
