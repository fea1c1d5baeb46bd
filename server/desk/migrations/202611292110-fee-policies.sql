-- What a program asks for a missed or late cancelled visit, as the organisation decided it, from a day on.

create table desk.fee_policy (
  id uuid primary key,
  program_id uuid not null,
  valid_from date not null,
  late_hours integer not null check (late_hours between 0 and 336),
  no_show_cents bigint not null check (no_show_cents between 0 and 100000),
  late_cancel_cents bigint not null check (late_cancel_cents between 0 and 100000),
  free integer not null check (free between 0 and 20),
  free_in_days integer not null check (free_in_days between 1 and 730),
  reason text not null check (reason <> ''),
  made_at timestamptz not null,
  made_by uuid
);
comment on table desk.fee_policy is 'Decisions about fees for missed visits, a row each, never changed: of those that have begun the latest holds. A program without any follows content/desk/missed-visits.json';
comment on column desk.fee_policy.late_hours is 'Called off later than so many hours before its start, a visit counts as called off late';
comment on column desk.fee_policy.free is 'So many within free_in_days cost nothing';
create index fee_policy_by_program on desk.fee_policy (program_id, valid_from, made_at);
select privacy.make_policies('desk.fee_policy', 'true', 'schedule.read,schedule.write,payment.post,payer.write', 'payer.write');
grant select, insert on desk.fee_policy to mooring_app;
