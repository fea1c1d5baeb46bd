-- A track may take another name, and its groups another length from a day on. What was held keeps the length it had.
grant update (name) on tracks.track to mooring_app;
grant update (minutes) on tracks.slot to mooring_app;
grant update (ends_at) on tracks.meeting to mooring_app;

-- Timetables, and who is enrolled, are read by whoever may enrol: the desk among them. What is written of a session is not here.
do $$
declare
  target text;
  rule text;
begin
  foreach target in array array['tracks.track', 'tracks.slot', 'tracks.meeting', 'tracks.enrolment'] loop
    select pg_get_expr(polqual, polrelid) into strict rule from pg_policy where polrelid = target::regclass and polname = 'reach';
    if strpos(rule, '''chart.read''') = 0 then
      raise exception 'The policy of % does not read as expected: %', target, rule;
    end if;
    execute format('alter policy reach on %s using (%s)', target, replace(rule, '''chart.read''', '''chart.read,track.enrol'''));
  end loop;
end $$;
