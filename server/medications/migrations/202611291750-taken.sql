-- The list as a note quotes it: what is taken, by programs and labels.
create view medications.statement_taken with (security_invoker = true) as
  select id, patient_id, program_id, labels, name, dose, started_on from medications.statement where stopped_on is null;
comment on view medications.statement_taken is 'Medicines that people take now, with their dose, for whoever writes about them';
grant select on medications.statement_taken to mooring_app;
