create view careplans.signed_version with (security_invoker = true) as
  select id, patient_id, program_id, labels, number, review_due, signed_by, signed_at from careplans.sealed_plan;
comment on view careplans.signed_version is 'Signed versions of care plans without their text, for the story of a chart';
grant select on careplans.signed_version to mooring_app;
