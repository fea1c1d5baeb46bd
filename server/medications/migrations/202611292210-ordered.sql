create view medications.order_noted with (security_invoker = true) as
  select id, patient_id, program_id, labels, noted_at from medications.statement where source = 'ordered-here';
comment on view medications.order_noted is 'That a medicine was ordered in a program, and when; not which';
grant select on medications.order_noted to mooring_app;
