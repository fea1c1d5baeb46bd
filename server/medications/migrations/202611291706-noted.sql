create view medications.statement_noted with (security_invoker = true) as
  select patient_id, program_id, labels, noted_at, stopped_on from medications.statement;
comment on view medications.statement_noted is 'That a medicine is on the list, and since when; not which';
grant select on medications.statement_noted to mooring_app;
