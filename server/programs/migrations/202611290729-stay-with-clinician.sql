create view programs.stay_with_clinician with (security_invoker = true) as
  select id, patient_id, program_id, labels, admitted_on, ended_on, primary_clinician_id from programs.episode where admitted_on is not null;
comment on view programs.stay_with_clinician is 'Stays with their first and last day and whose they are, for whoever looks through charts';
grant select on programs.stay_with_clinician to mooring_app;
