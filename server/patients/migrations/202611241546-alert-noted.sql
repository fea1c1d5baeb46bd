create view patients.alert_noted with (security_invoker = true) as
  select id, patient_id, program_id, labels, kind, severity, says, since, written_by, resolved_at from patients.alert;
comment on view patients.alert_noted is 'Words of caution with the moment they were written, for the story of a chart';
grant select on patients.alert_noted to mooring_app;
