alter table residence.census_line add column leave_kind text;
comment on column residence.census_line.leave_kind is 'Kind of the leave over the midnight, of content/residence/leave-kinds.json: which of them a payer pays is a matter of its rules';

create or replace view residence.census_day with (security_invoker = true) as
  select c.id as census_id, c.site_id, c.day, c.midnight, c.version, l.residency_id, l.episode_id, l.patient_id, l.program_id, l.labels, l.bed_id, l.status, l.arrived_today,
    l.status <> 'discharged' as counts, l.level_of_care, l.payer_id, l.leave_kind
  from residence.census c join residence.census_line l on l.census_id = c.id
  where not exists (select from residence.census later where later.corrects = c.id);
comment on view residence.census_day is 'Patient-days as they stand: the latest census of each midnight, for whoever bills by the day';
