-- Which note became of which draft, for those who keep something beside a note while it is written.
create view charting.written_note with (security_invoker = true) as
  select n.id, n.draft_id, n.patient_id, n.program_id, n.title, n.signed_at, e.started_at
  from charting.note n left join charting.encounter e on e.note_id = n.id where n.kind = 'note';
comment on view charting.written_note is 'Signed notes with the draft they were written in, without their text';
grant select on charting.written_note to mooring_app;

create view charting.diagnosis_on_list with (security_invoker = true) as
  select patient_id, program_id, code, description, rank from charting.diagnosis where resolved is null and not entered_in_error;
comment on view charting.diagnosis_on_list is 'Diagnoses that stand, for plans that begin with them';
grant select on charting.diagnosis_on_list to mooring_app;
