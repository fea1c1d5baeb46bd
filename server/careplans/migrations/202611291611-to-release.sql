-- Signed versions of care plans for whoever releases records: drafts are nobody's yet.
create view careplans.plan_to_release with (security_invoker = true) as
  select id, patient_id, program_id, labels, number, content, digest, signed_by, signed_at from careplans.sealed_plan;
comment on view careplans.plan_to_release is 'Signed versions of care plans for whoever releases records';
grant select on careplans.plan_to_release to mooring_app;
