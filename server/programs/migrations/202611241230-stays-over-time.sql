create view programs.stay with (security_invoker = true) as
  select id, patient_id, program_id, labels, admitted_on, ended_on from programs.episode where admitted_on is not null;
comment on view programs.stay is 'Stays with their first and last day, ended ones among them: changes of the level of care over time';
grant select on programs.stay to mooring_app;
