-- A group session holds the time of its leader and of its room from the day on which it is planned, whoever will come. Its seats share that time.
alter table scheduling.blocked_time add column session_id uuid;
comment on column scheduling.blocked_time.session_id is 'The group session for which the time is held: seats in it are booked into this time. Null for any other block';
create unique index blocked_time_by_session on scheduling.blocked_time (session_id) where session_id is not null;
create index appointment_by_session on scheduling.appointment (session_id, patient_id) where session_id is not null;

create or replace function scheduling.shadow_blocked_time() returns trigger
  language plpgsql security definer set search_path = scheduling, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    delete from scheduling.busy_slot where source_id = old.id;
  else
    perform scheduling.keep_busy_slot(new.id, coalesce(new.session_id, new.id), new.clinician_id, new.room_id, new.starts_at, new.ends_at);
  end if;
  return null;
end $$;

-- Which session takes a time, so that its own seats are not in its way. It is an identifier and nothing more: behind it stand rows with policies of their own.
grant select (session_id) on scheduling.busy_slot to mooring_app;

create view scheduling.room_name with (security_invoker = true) as select id, site_id, name, active from scheduling.room;
comment on view scheduling.room_name is 'Rooms as other contexts may read them';
grant select on scheduling.room_name to mooring_app;
