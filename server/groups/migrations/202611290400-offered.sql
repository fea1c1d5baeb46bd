-- What other contexts may read of sessions: who had a seat for how long, and how many seats are free.

create view groups.seat_time with (security_invoker = true) as
  select t.patient_id, t.program_id, t.labels, s.id as session_id, g.name as group_name, t.attendance,
    coalesce(t.arrived_at, s.starts_at) as starts_at, coalesce(t.left_at, s.ends_at) as ends_at
  from groups.seat t join groups.session s on s.id = t.session_id join groups.therapy_group g on g.id = s.group_id;
comment on view groups.seat_time is 'Seats with the member''s own times: attended when present, expected before the session, nothing when absent';

create view groups.session_place with (security_invoker = true) as
  select s.id as session_id, s.program_id, g.name as group_name, s.starts_at, s.ends_at, s.signed_at, g.capacity,
    (select count(*)::integer from groups.seat t where t.session_id = s.id and t.attendance <> 'absent') as taken
  from groups.session s join groups.therapy_group g on g.id = s.group_id where g.active;
comment on view groups.session_place is 'Sessions with their places and how many of them are taken; names nobody';
grant select on groups.seat_time, groups.session_place to mooring_app;
