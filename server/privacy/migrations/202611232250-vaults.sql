-- The two vaults apart from the chart: psychotherapy notes (45 CFR 164.501) and SUD counseling notes (42 CFR 2.11).
-- Their originator reads and writes them; anybody else only through a share that the originator made on one of the listed grounds.

create table privacy.vault_share (
  id uuid primary key default uuidv7(),
  note_id uuid not null,
  originator_id uuid not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  grantee_staff_id uuid not null,
  ground text not null check (ground in ('training', 'own-defence', 'oversight-of-originator', 'consent')),
  reason text not null check (reason <> ''),
  valid_from timestamptz not null,
  valid_to timestamptz not null,
  constraint ends_after_start check (valid_to >= valid_from),
  constraint shared_with_another check (grantee_staff_id <> originator_id)
);
comment on table privacy.vault_share is 'Who else may read one vault note, on which of the listed grounds (42 CFR 2.31(b)(1)(i); 45 CFR 164.508(a)(2)), and until when. Made and ended by the originator only';
create index vault_share_of_note on privacy.vault_share (note_id);
create index vault_share_of_grantee on privacy.vault_share (grantee_staff_id, note_id);
create index vault_share_of_patient on privacy.vault_share (patient_id);

alter table privacy.vault_share enable row level security;
alter table privacy.vault_share force row level security;
create policy shares_of_those_concerned on privacy.vault_share for select
  using (originator_id = (select privacy.actor_id()) or grantee_staff_id = (select privacy.actor_id()));
create policy originator_shares on privacy.vault_share for insert
  with check (originator_id = (select privacy.actor_id()) and (select privacy.has_permission('vault.write')));
create policy originator_ends on privacy.vault_share for update
  using (originator_id = (select privacy.actor_id())) with check (originator_id = (select privacy.actor_id()));
create trigger label_from_program before insert or update of program_id, labels on privacy.vault_share for each row execute function privacy.label_from_program();
grant select, insert, update (valid_to) on privacy.vault_share to mooring_app;

create function privacy.shared_notes() returns uuid[]
  language sql stable parallel safe
begin atomic
  select coalesce(array_agg(note_id), '{}') from privacy.vault_share
  where grantee_staff_id = privacy.actor_id() and valid_from <= privacy.this_moment() and valid_to > privacy.this_moment();
end;
comment on function privacy.shared_notes is 'Vault notes that their originators share with the actor at this moment; asked once a query';

create function privacy.protect_vault(target regclass) returns void language plpgsql as $$
begin
  perform privacy.require_columns(target, 'patient_id', 'program_id', 'labels', 'originator_id');
  perform privacy.require_index(target, 'patient_id');
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  -- Not even the system itself reads a vault: no job, no index, no export has business there.
  execute format($policy$create policy originator on %s for select using (
    originator_id = (select privacy.actor_id()) and (select privacy.setting('actor_kind')) = 'staff' and (select privacy.has_permission('vault.write'))
    or id = any ((select privacy.shared_notes())::uuid[]))$policy$, target);
  execute format($policy$create policy originator_writes on %s for insert with check (
    originator_id = (select privacy.actor_id()) and (select privacy.has_permission('vault.write')) and program_id = any ((select privacy.my_programs())::uuid[]))$policy$, target);
  execute format($policy$create policy originator_changes on %s for update
    using (originator_id = (select privacy.actor_id()) and (select privacy.has_permission('vault.write')))
    with check (originator_id = (select privacy.actor_id()))$policy$, target);
  execute format('create trigger label_from_program before insert or update of program_id, labels on %s for each row execute function privacy.label_from_program()', target);
end $$;
comment on function privacy.protect_vault is 'For a table of vault notes: the originator alone, and those to whom they share one note; no program, no role, no emergency, not the system';
