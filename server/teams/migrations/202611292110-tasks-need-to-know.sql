-- In a program that keeps its charts for those with a part in the care, its tasks are for them too (42 CFR 2.12(c)(3), 2.13(a)); whom a task is for sees it all the same, and the
-- clinical director one whose clock ran out.
alter policy for_whom on teams.task using (
  (select privacy.sees_all()) or for_staff_id = (select privacy.actor_id()) or made_by = (select privacy.actor_id())
  or (is_private and (select privacy.has_permission('review.write')))
  or (not is_private and (
    ((select privacy.has_permission('chart.read'))
      and (patient_id is null or program_id <> all ((select privacy.narrowed_programs())::uuid[]) or patient_id = any ((select privacy.my_patients())::uuid[])))
    or for_role in (select held.role_code from identity.staff_role_held held where held.staff_id = privacy.actor_id())
    or (escalated_at is not null and 'clinical-director' in (select held.role_code from identity.staff_role_held held where held.staff_id = privacy.actor_id())))));
