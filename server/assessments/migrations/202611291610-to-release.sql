-- Results for whoever releases records: what was asked, when, and what it came to. Single answers stay in the chart.
create view assessments.result_to_release with (security_invoker = true) as
  select a.id, a.patient_id, a.program_id, a.labels, v.definition->>'title' as title, a.answered_by, a.score, a.says, a.completed_at, a.completed_by
  from assessments.administration a join assessments.instrument_version v on v.id = a.version_id where a.state = 'completed';
comment on view assessments.result_to_release is 'Results of completed assessments for whoever releases records, without single answers';
grant select on assessments.result_to_release to mooring_app;
