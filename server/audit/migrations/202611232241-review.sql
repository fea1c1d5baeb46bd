-- The daily look at the access log (45 CFR 164.308(a)(1)(ii)(D)), and how long entries are kept (164.316(b)(2)).

create function audit.may_review() returns boolean
  language sql stable parallel safe
  return coalesce(current_setting('mooring.actor_kind', true) = 'system'
    or 'privacy.review' = any (string_to_array(current_setting('mooring.permissions', true), ',')), false);
comment on function audit.may_review is 'The system (which makes the findings) and those with privacy.review; nobody without a context';

create index entry_by_purpose on audit.entry (purpose, seq);
create index entry_undone on audit.entry (outcome, seq) where outcome <> 'done';

create table audit.daily_use (
  day date not null,
  actor_id uuid not null,
  entries integer not null,
  patients integer not null,
  refused integer not null,
  primary key (actor_id, day)
);
comment on table audit.daily_use is 'How much each person of the staff looked at in a day: what is usual for them. Sums without patients, made with the findings of the day';

create table audit.review_day (
  day date primary key,
  made_at timestamptz not null,
  entries integer not null,
  closed_at timestamptz,
  closed_by uuid,
  closed_by_name text,
  note text,
  constraint closed_whole check (num_nonnulls(closed_at, closed_by, closed_by_name) in (0, 3))
);
comment on table audit.review_day is 'Days of the access log that were gone through by rule, and who closed each';

create table audit.finding (
  id uuid primary key default uuidv7(),
  day date not null references audit.review_day (day),
  rule text not null,
  actor_id uuid not null,
  actor_name text not null,
  patient_id uuid,
  count integer not null check (count > 0),
  first_at timestamptz not null,
  last_at timestamptz not null,
  entries bigint[] not null,
  says text not null,
  verdict text check (verdict in ('explained', 'follow-up', 'incident')),
  note text,
  incident_id uuid,
  reviewed_at timestamptz,
  reviewed_by uuid,
  constraint reviewed_whole check (num_nonnulls(verdict, note, reviewed_at, reviewed_by) in (0, 4)),
  constraint incident_named check ((verdict is not distinct from 'incident') = (incident_id is not null))
);
comment on table audit.finding is 'Unusual access of a day, found by a rule of content/audit-review.json, and what the reviewer made of it';
comment on column audit.finding.entries is 'Numbers of the first entries behind it';
create index finding_of_day on audit.finding (day);
create index finding_of_patient on audit.finding (patient_id);
create index finding_of_actor on audit.finding (actor_id, day);

do $$
declare
  target text;
begin
  foreach target in array array['audit.daily_use', 'audit.review_day', 'audit.finding'] loop
    execute format('alter table %s enable row level security', target);
    execute format('alter table %s force row level security', target);
    execute format('create policy reviewing on %s using ((select audit.may_review()))', target);
  end loop;
end $$;
grant select, insert on audit.daily_use, audit.review_day, audit.finding to mooring_app;
grant update (closed_at, closed_by, closed_by_name, note) on audit.review_day to mooring_app;
grant update (verdict, note, incident_id, reviewed_at, reviewed_by) on audit.finding to mooring_app;

-- Retention ---------------------------------------------------------------------------------------------------------------

create table audit.retention (
  valid_from timestamptz primary key,
  years integer not null check (years >= 6),
  source text not null
);
comment on table audit.retention is 'For how many years entries are kept, never less than six. The newest row that has begun holds';
insert into audit.retention (valid_from, years, source) values ('2026-01-01T00:00:00Z', 6, '45 CFR 164.316(b)(2)(i): six years. It names no term for audit logs; they are kept as long as what they document');
grant select on audit.retention to mooring_app;

create table audit.retired_block (
  number bigint primary key references audit.block (number),
  entries int8multirange not null,
  entry_count integer not null
);
comment on table audit.retired_block is 'Blocks whose entries were removed after their time. The block stays with its hash, so that the chain holds; a block younger than six years that stands here is a fault';
comment on column audit.retired_block.entries is 'As the block has them: without its entries its hash cannot be computed again, so its header is kept twice';
grant select on audit.retired_block to mooring_app;

create or replace function audit.refuse_change() returns trigger language plpgsql as $$
begin
  -- Only audit.retire_oldest says so, for entries of a block past its time.
  if tg_op = 'DELETE' and tg_table_name in ('entry', 'entry_patient') and current_setting('mooring.retires', true) = 'on' then return null; end if;
  raise exception 'audit.% is only ever added to', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger no_changes before update or delete or truncate on audit.retired_block for each statement execute function audit.refuse_change();

create function audit.retire_oldest() returns bigint
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  kind constant text := coalesce(current_setting('mooring.actor_kind', true), '');
  -- By the clock of the database, not by one that a caller could set ahead.
  horizon timestamptz;
  oldest audit.block;
begin
  perform set_config('mooring.actor_kind', 'system', true);
  select now() - make_interval(years => greatest(6, years)) into strict horizon from audit.retention where valid_from <= now() order by valid_from desc limit 1;
  select block.* into oldest from audit.block where not exists (select from audit.retired_block retired where retired.number = block.number) order by block.number limit 1;
  if oldest.number is not null and oldest.sealed_at < horizon
    and not exists (select from unnest(oldest.entries) part join audit.entry e on e.seq >= lower(part) and e.seq < upper(part) where e.at >= horizon) then
    perform set_config('mooring.retires', 'on', true);
    delete from audit.entry_patient e using unnest(oldest.entries) part where e.seq >= lower(part) and e.seq < upper(part);
    delete from audit.entry e using unnest(oldest.entries) part where e.seq >= lower(part) and e.seq < upper(part);
    perform set_config('mooring.retires', 'off', true);
    insert into audit.retired_block (number, entries, entry_count) values (oldest.number, oldest.entries, oldest.entry_count);
  else
    oldest.number := null;
  end if;
  perform set_config('mooring.actor_kind', kind, true);
  return oldest.number;
end $$;
comment on function audit.retire_oldest is 'Removes the entries of the oldest block when all are past their time (six years or more, by the clock of the database); answers its number, or null when nothing is';
revoke execute on function audit.retire_oldest from public;
grant execute on function audit.retire_oldest to mooring_app;
create policy retiring on audit.entry for delete using (current_setting('mooring.retires', true) = 'on');
create policy retiring on audit.entry_patient for delete using (current_setting('mooring.retires', true) = 'on');

create view audit.access_line with (security_invoker = true) as
  select looked.patient_id, e.seq, e.at, e.action, e.outcome, e.purpose, e.actor_kind, e.actor_id, e.actor_name, e.actor_roles
  from audit.entry_patient looked join audit.entry e on e.seq = looked.seq;
comment on view audit.access_line is 'Who did what with whose record, for the report that a patient may ask for';
grant select on audit.access_line to mooring_app;
