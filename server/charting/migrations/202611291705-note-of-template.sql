-- Which kind of note was signed, for who asks whether a document is there: without a word of its text.
create view charting.note_of_template with (security_invoker = true) as
  select n.id, n.patient_id, n.program_id, n.labels, v.code as template_code, n.signed_by, n.signed_at
  from charting.note n join charting.template_version v on v.id = n.template_id
  where n.kind = 'note' and not exists (select from charting.signature_step s where s.note_id = n.id and s.state = 'entered-in-error');
comment on view charting.note_of_template is 'Signed notes by the code of their template, without those entered in error';
grant select on charting.note_of_template to mooring_app;
