-- What stands beside a note while it is written. The rules are data of the product; here is only which of them an organisation does without.
create table margin.rule_switch (
  id uuid primary key default uuidv7(),
  rule_id text not null check (rule_id <> ''),
  is_on boolean not null,
  reason text not null check (reason <> ''),
  switched_by uuid not null,
  switched_at timestamptz not null
);
comment on table margin.rule_switch is 'Rules switched off and on again, each time with a reason. The latest row of a rule holds; a rule without one is on. Nothing here is changed or deleted';
create index rule_switch_by_rule on margin.rule_switch (rule_id, switched_at desc);
grant select, insert on margin.rule_switch to mooring_app;
