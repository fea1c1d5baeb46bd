create view billing.authorization_running with (security_invoker = true) as
  select a.id, a.patient_id, a.program_id, a.labels, a.state, a.number, a.valid_from, a.valid_through, p.name as payer_name
  from billing.authorization a join billing.payer p on p.id = a.payer_id where a.state in ('requested', 'approved');
comment on view billing.authorization_running is 'Authorizations that were asked for or given and have not been ended, with the last day that they cover';
grant select on billing.authorization_running to mooring_app;
