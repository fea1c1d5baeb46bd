-- Visits that were missed or called off too late, and what is owed for them.

create table desk.missed_visit (
  id uuid primary key,
  appointment_id uuid not null unique,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  kind text not null check (kind in ('no-show', 'late-cancel')),
  starts_at timestamptz not null,
  fee_cents bigint not null check (fee_cents >= 0),
  state text not null check (state in ('none', 'to-decide', 'posted', 'waived')),
  because text not null,
  journal_id uuid,
  waived_reason text,
  note text not null default '',
  made_at timestamptz not null,
  made_by uuid,
  decided_at timestamptz,
  decided_by uuid,
  constraint posted_with_its_journal check ((state = 'posted') <= (journal_id is not null)),
  constraint waived_for_a_reason check ((state = 'waived') <= (waived_reason is not null))
);
comment on table desk.missed_visit is 'A missed or late cancelled visit with the fee that the policy of its day asks for. The amount itself stands on the ledger';
comment on column desk.missed_visit.because is 'Why there is a fee or none, by the policy: policy, free, never-charged, reason, unknown-payer, taken-back';
comment on column desk.missed_visit.state is 'to-decide: whoever noted it may not post, or may not see who pays';
create index missed_visit_by_patient on desk.missed_visit (patient_id, starts_at);
select privacy.protect('desk.missed_visit', 'schedule.read', 'schedule.write,payment.post');
grant select, insert on desk.missed_visit to mooring_app;
grant update (kind, fee_cents, state, because, journal_id, waived_reason, note, decided_at, decided_by) on desk.missed_visit to mooring_app;
