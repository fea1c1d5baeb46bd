create view identity.staff_mail with (security_invoker = true) as
  select id, email from identity.staff where active;
comment on view identity.staff_mail is 'Where colleagues who work here get mail';
grant select on identity.staff_mail to mooring_app;
