-- Decisions as they were taken: what they rested on, and what came of it. A stored decision can be taken again from its facts.

create table privacy.rule_pack (
  digest text primary key check (digest ~ '^[0-9a-f]{64}$'),
  rules jsonb not null
);
comment on table privacy.rule_pack is 'The rules of a jurisdiction as a decision found them, by the SHA-256 of their canonical JSON; many decisions share one';
alter table privacy.rule_pack enable row level security;
alter table privacy.rule_pack force row level security;
create policy rules_are_read_by_reviewers on privacy.rule_pack for select using ((select privacy.sees_all()) or (select privacy.has_permission('privacy.review')));
create policy rules_are_kept on privacy.rule_pack for insert with check ((select privacy.setting('actor_kind')) is not null);

create table privacy.decision (
  id uuid primary key default uuidv7(),
  patient_id uuid not null,
  purpose text not null check (purpose <> ''),
  outcome text not null check (outcome in ('permit', 'redact', 'hold', 'deny')),
  reason text not null check (reason <> ''),
  input_hash text not null check (input_hash ~ '^[0-9a-f]{64}$'),
  policy_version text not null check (policy_version <> ''),
  facts jsonb not null,
  rules_digest text not null references privacy.rule_pack,
  result jsonb not null,
  decided_at timestamptz not null,
  decided_by uuid
);
comment on table privacy.decision is 'What was decided about a use or disclosure, from which facts, under which policy (42 CFR 2.13, 2.31(c)). Written by whoever acts, read with privacy.review, never changed';
comment on column privacy.decision.input_hash is 'SHA-256 of the facts in canonical JSON: the same facts replay to the same decision';
comment on column privacy.decision.facts is 'The facts without their rules, which stand in rule_pack: ids, classes, labels and dates of records, never their content';
create index decision_by_patient on privacy.decision (patient_id, decided_at);
alter table privacy.decision enable row level security;
alter table privacy.decision force row level security;
create policy decisions_are_read_by_reviewers on privacy.decision for select using ((select privacy.sees_all()) or (select privacy.has_permission('privacy.review')));
create policy decisions_are_kept on privacy.decision for insert
  with check ((select privacy.setting('actor_kind')) is not null and decided_by is not distinct from (select privacy.actor_id()));

create function privacy.decided_stays_decided() returns trigger language plpgsql as $$
begin
  raise exception 'privacy.% is only ever added to: what was decided stays as it was', tg_table_name using errcode = 'restrict_violation';
end $$;
comment on function privacy.decided_stays_decided is 'Keeps decisions and the rules they rested on as they were written, from everybody';
create trigger decided_stays_decided before update or delete or truncate on privacy.decision for each statement execute function privacy.decided_stays_decided();
create trigger decided_stays_decided before update or delete or truncate on privacy.rule_pack for each statement execute function privacy.decided_stays_decided();

grant select, insert on privacy.rule_pack, privacy.decision to mooring_app;
