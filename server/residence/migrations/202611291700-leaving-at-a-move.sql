-- Who moves somebody to another program ends their life in the house with it, and gives the bed back when the move is taken back: transition.write suffices for
-- ending and reopening, and for the cleaning. Giving beds takes residence.write as before.
do $$
declare
  target text;
  kind text;
  rule text;
  wider text;
begin
  foreach target in array array['residence.residency', 'residence.occupancy', 'residence.leave', 'residence.transfer', 'residence.bed_outage'] loop
    select pg_get_expr(polqual, polrelid) into strict rule from pg_policy where polrelid = target::regclass and polname = 'reach_to_update';
    if strpos(rule, '''residence.write''') = 0 then
      raise exception 'The policy of % does not read as expected: %', target, rule;
    end if;
    wider := replace(rule, '''residence.write''', '''residence.write,transition.write''');
    execute format('alter policy reach_to_update on %s using (%s) with check (%s)', target, wider, wider);
  end loop;
  execute format('alter policy reach_to_insert on residence.bed_outage with check (%s)', wider);
end $$;
