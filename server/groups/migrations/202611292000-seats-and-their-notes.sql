create or replace view groups.seat_time with (security_invoker = true) as
  select t.patient_id, t.program_id, t.labels, s.id as session_id, g.name as group_name, t.attendance,
    coalesce(t.arrived_at, s.starts_at) as starts_at, coalesce(t.left_at, s.ends_at) as ends_at, t.note_id
  from groups.seat t join groups.session s on s.id = t.session_id join groups.therapy_group g on g.id = s.group_id;
comment on view groups.seat_time is 'Seats with the member''s own times: attended when present, expected before the session, nothing when absent. note_id once the session is signed';
