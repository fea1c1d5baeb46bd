-- Short words that unfold while a note is written: of one member of the staff, or of a program for all who write in it.
create table charting.snippet (
  id uuid primary key,
  staff_id uuid,
  program_id uuid,
  trigger text not null check (trigger ~ '^[a-z0-9-]{1,20}$'),
  text text not null check (text <> ''),
  changed_at timestamptz not null,
  changed_by uuid not null,
  constraint of_one_or_of_a_program check ((staff_id is null) <> (program_id is null)),
  constraint one_word_of_mine unique (staff_id, trigger),
  constraint one_word_of_a_program unique (program_id, trigger)
);
comment on table charting.snippet is 'Texts that a short word unfolds into, one''s own or a program''s. They name no patient';
grant select, insert, update, delete on charting.snippet to mooring_app;
