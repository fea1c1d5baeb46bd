create view patients.placement_fact with (security_invoker = true) as
  select record.id, chosen.birth_date, chosen.administrative_sex, chosen.gender_identity
  from patients.patient record left join patients.patient survivor on survivor.id = record.merged_into
    cross join lateral (select (case when survivor.id is null then record else survivor end).*) chosen;
comment on view patients.placement_fact is 'What decides in which room somebody may sleep: birth date, and gender as the person lives it before sex as claims carry it';
grant select on patients.placement_fact to mooring_app;
