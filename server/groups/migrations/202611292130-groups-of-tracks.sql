-- Whoever may enrol in tracks reads which groups meet: their names, leaders and places. A group names no patient; its sessions and seats stay with those who read charts.
do $$
declare
  rule text;
begin
  select pg_get_expr(polqual, polrelid) into strict rule from pg_policy where polrelid = 'groups.therapy_group'::regclass and polname = 'reach';
  if strpos(rule, '''chart.read''') = 0 then
    raise exception 'The policy of groups.therapy_group does not read as expected: %', rule;
  end if;
  execute format('alter policy reach on groups.therapy_group using (%s)', replace(rule, '''chart.read''', '''chart.read,track.enrol'''));
end $$;
