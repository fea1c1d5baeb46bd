-- What is being written, for those who look over the writer's shoulder.
create view charting.draft_words with (security_invoker = true) as
  select d.id as draft_id, d.patient_id, d.program_id, d.labels, d.author_id, d.opened_at, coalesce((d.header ->> 'startedAt')::timestamptz, d.opened_at) as served_at, s.key, s.text
  from charting.draft d join charting.draft_section s on s.draft_id = d.id where d.state = 'open';
comment on view charting.draft_words is 'Notes being written, section by section';
grant select on charting.draft_words to mooring_app;
