-- A move tells in words what went along: diagnoses, medicines, groups. That is for who reads charts, not for everybody who may look somebody up.
do $$
declare
  reach text;
begin
  select pg_get_expr(polqual, polrelid) into strict reach from pg_policy where polrelid = 'transitions.transition'::regclass and polname = 'reach';
  if strpos(reach, '''patient.read''') = 0 then
    raise exception 'The policy of transitions.transition does not read as expected: %', reach;
  end if;
  execute format('alter policy reach on transitions.transition using (%s)', replace(reach, '''patient.read''', '''chart.read'''));
end $$;
