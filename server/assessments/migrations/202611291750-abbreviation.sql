-- Results are called by the short name of their instrument where there is little room.
create or replace view assessments.result_to_release with (security_invoker = true) as
  select a.id, a.patient_id, a.program_id, a.labels, v.definition->>'title' as title, a.answered_by, a.score, a.says, a.completed_at, a.completed_by,
    a.instrument_code, coalesce(v.definition->>'abbreviation', v.definition->>'title') as abbreviation
  from assessments.administration a join assessments.instrument_version v on v.id = a.version_id where a.state = 'completed';
