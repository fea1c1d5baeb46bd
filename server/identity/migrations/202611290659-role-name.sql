-- Roles by name, for contexts that give something to whoever holds a role.

create view identity.role_name with (security_invoker = true) as
  select code, name from identity.role;
comment on view identity.role_name is 'Roles by name';
grant select on identity.role_name to mooring_app;
