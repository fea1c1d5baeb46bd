-- What leaves: notes and diagnoses as packets read them. Row-level security of the tables holds; the vaults are not in it.
create view charting.note_to_release with (security_invoker = true) as
  select id, patient_id, program_id, labels, kind, addendum_to, title, content, signed_by, signed_at, digest from charting.note;
comment on view charting.note_to_release is 'Signed notes and addenda for whoever releases records';
create view charting.diagnosis_to_release with (security_invoker = true) as
  select id, patient_id, program_id, labels, code, description, rank, certainty, onset, resolved, noted_at, noted_by from charting.diagnosis where not entered_in_error;
comment on view charting.diagnosis_to_release is 'The problem list for whoever releases records';
grant select on charting.note_to_release, charting.diagnosis_to_release to mooring_app;
