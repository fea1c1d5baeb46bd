-- Scores as the contexts above may read them: no answers.
create view assessments.completed_score with (security_invoker = true) as
  select patient_id, program_id, instrument_code, score, says, completed_at from assessments.administration where state = 'completed' and score is not null;
comment on view assessments.completed_score is 'Scores of completed assessments over time, without answers';
grant select on assessments.completed_score to mooring_app;
