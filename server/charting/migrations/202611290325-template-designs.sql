-- Forms on the drawing board: kept while somebody works on them, until they are published as a version.
create table charting.template_design (
  code text primary key,
  name text not null,
  form jsonb not null,
  based_on integer,
  version integer not null,
  changed_at timestamptz not null,
  changed_by uuid not null
);
comment on table charting.template_design is 'Note templates being designed, one a code. It may lack what publishing asks for; nobody writes a note with it';
comment on column charting.template_design.based_on is 'The published version from which it began; null for a new template';
comment on column charting.template_design.version is 'Grows with each save; who saves says which version they saw';
grant select, insert, update, delete on charting.template_design to mooring_app;

alter table charting.template_version add column published_by uuid;
comment on column charting.template_version.published_by is 'Who published it here; null for what comes with the product';
