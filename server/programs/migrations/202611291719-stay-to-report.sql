create view programs.stay_to_report with (security_invoker = true) as
  select id, patient_id, program_id, labels, state, source, referred_on, admitted_on, ended_on, end_reason, primary_clinician_id from programs.episode where admitted_on is not null;
comment on view programs.stay_to_report is 'Stays from the admission on, ended ones among them, with who sent the person and why it ended';
grant select on programs.stay_to_report to mooring_app;
