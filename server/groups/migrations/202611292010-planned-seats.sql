-- Sessions are planned weeks ahead, and so are their seats. A seat in which nothing was marked or written yet may be given up; what happened stays.
drop trigger kept on groups.seat;
create trigger kept before delete on groups.seat for each row
  when (old.note_id is not null or old.draft_id is not null or old.attendance = 'present' or old.line <> '' or old.risk_note <> '')
  execute function groups.refuse_change();
grant delete on groups.seat to mooring_app;

create view groups.group_place with (security_invoker = true) as
  select id, program_id, name, facilitator_id, capacity from groups.therapy_group where active;
comment on view groups.group_place is 'Groups that meet, with their leader and their places; names nobody';

create or replace view groups.session_place with (security_invoker = true) as
  select s.id as session_id, s.program_id, g.name as group_name, s.starts_at, s.ends_at, s.signed_at, g.capacity,
    (select count(*)::integer from groups.seat t where t.session_id = s.id and t.attendance <> 'absent') as taken, s.modality
  from groups.session s join groups.therapy_group g on g.id = s.group_id where g.active;
grant select on groups.group_place to mooring_app;
