create view identity.staff_permission with (security_invoker = true) as
  select distinct held.staff_id, allowed.permission_code from identity.staff_role held join identity.role_permission allowed on allowed.role_code = held.role_code;
comment on view identity.staff_permission is 'What each member of the staff may do by their roles; for explaining who can see a record';
grant select on identity.staff_permission to mooring_app;
