-- Who ordered a test or is called by a critical result reads that result, also where charts are for those with a part in the care.
select privacy.narrow('observations.result', $own$ordered_by = (select privacy.actor_id())
  or exists (select from teams.open_task called where called.kept_by = 'critical-result' and called.kept_id = result.id and called.for_staff_id = (select privacy.actor_id()))$own$);
