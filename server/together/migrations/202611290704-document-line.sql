-- Which documents a team is writing, without their words.

create view together.open_document with (security_invoker = true) as
  select id, patient_id, program_id, labels, template_code, name, opened_at from together.document where closed_at is null;
comment on view together.open_document is 'Documents that a team is writing, without their words';
grant select on together.open_document to mooring_app;
