-- What somebody hid on the home page, and their own order of it.

create table homes.arrangement (
  staff_id uuid primary key,
  hidden text[] not null default '{}',
  first text[] not null default '{}',
  changed_at timestamptz not null
);
comment on table homes.arrangement is 'How one member of the staff arranged the own home page. Names no patient';
comment on column homes.arrangement.hidden is 'Codes of tiles that are not shown to them';
comment on column homes.arrangement.first is 'Codes in their own order; the others follow as the role has them';
grant select, insert, update on homes.arrangement to mooring_app;
