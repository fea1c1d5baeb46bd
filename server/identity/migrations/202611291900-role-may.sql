create view identity.role_may with (security_invoker = true) as
  select r.code, r.name, held.permission_code from identity.role r join identity.role_permission held on held.role_code = r.code;
comment on view identity.role_may is 'Roles by name with what each may do, as other contexts may read them';
grant select on identity.role_may to mooring_app;
