-- The page as it read on the day of the signature: a later change of how notes are printed changes no page that was signed.
create table charting.rendition (
  note_id uuid primary key references charting.note (id),
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  file_id uuid not null,
  note_digest text not null check (note_digest ~ '^[0-9a-f]{64}$'),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  made_at timestamptz not null
);
comment on table charting.rendition is 'The PDF of each signed note as it was first printed, kept as a file. A row never changes';
comment on column charting.rendition.sha256 is 'Of the bytes of the file, in hexadecimal';
create index rendition_by_patient on charting.rendition (patient_id);
select privacy.protect('charting.rendition', 'chart.read', 'note.sign');
create trigger sealed before update or delete on charting.rendition for each row execute function charting.refuse_change();
create trigger sealed_whole before truncate on charting.rendition execute function charting.refuse_change();
grant select, insert on charting.rendition to mooring_app;
