create view charting.signed_form with (security_invoker = true) as
  select n.id, n.patient_id, n.program_id, n.labels, t.code as form, n.title, n.signed_by, n.signed_at
  from charting.note n join charting.template_version t on t.id = n.template_id where n.kind = 'note';
comment on view charting.signed_form is 'Which form was signed when, without a word of it';
grant select on charting.signed_form to mooring_app;
