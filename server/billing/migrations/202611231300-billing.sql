-- From a signed encounter to a posted payment. Nothing here holds narrative: charges are made of facts alone (45 CFR 164.502(b)).

-- 1. Payers and fees ---------------------------------------------------------------------------------------------------

create table billing.payer (
  id uuid primary key default uuidv7(),
  name text not null unique check (name <> ''),
  electronic_id text not null unique check (electronic_id <> ''),
  filing_indicator text not null
    check (filing_indicator in ('11', '12', '13', '14', '15', '16', '17', 'AM', 'BL', 'CH', 'CI', 'DS', 'FI', 'HM', 'LM', 'MA', 'MB', 'MC', 'OF', 'TV', 'VA', 'WC', 'ZZ')),
  active boolean not null default true
);
comment on table billing.payer is 'Who pays for patients. electronic_id is what the clearinghouse knows it by (NM109 in 2010BB); filing_indicator is X12 SBR09';

create table billing.payer_rule (
  payer_id uuid not null references billing.payer (id),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  filing_days integer not null check (filing_days > 0),
  video_modifier text,
  audio_modifier text,
  credential_modifiers boolean not null,
  trainee_policy text not null check (trainee_policy in ('supervising', 'supervisor-renders', 'not-billable')),
  source text not null check (source <> ''),
  primary key (payer_id, valid_from),
  constraint one_rule_a_day exclude using gist (payer_id with =, daterange(valid_from, valid_to) with &&)
);
comment on table billing.payer_rule is 'What a payer asks of a claim, from when to when, and where it says so';
comment on column billing.payer_rule.trainee_policy is 'supervising: the trainee renders, the supervisor is named in 2310D; supervisor-renders: the supervisor stands as rendering; not-billable';

create table billing.fee (
  id uuid primary key default uuidv7(),
  payer_id uuid references billing.payer (id),
  code text not null check (code ~ '^[A-Z0-9]{5}$'),
  amount_cents bigint not null check (amount_cents > 0),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  constraint one_fee_a_day exclude using gist (coalesce(payer_id, '00000000-0000-0000-0000-000000000000'::uuid) with =, code with =, daterange(valid_from, valid_to) with &&)
);
comment on table billing.fee is 'Amounts by procedure and day: what we charge everyone (no payer), and what a payer has agreed to allow';

-- 2. Charges -----------------------------------------------------------------------------------------------------------

create table billing.charge (
  id uuid primary key default uuidv7(),
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  note_id uuid not null unique,
  clinician_id uuid not null,
  served_on date not null,
  place_of_service text not null,
  payer_id uuid references billing.payer (id),
  coverage_id uuid,
  state text not null check (state in ('held', 'ready', 'claimed', 'self-pay')),
  holds jsonb not null default '[]',
  diagnoses text[] not null,
  amount_cents bigint not null check (amount_cents >= 0),
  facts jsonb not null,
  claim_details jsonb not null default '{}',
  captured_at timestamptz not null
);
comment on column billing.charge.claim_details is 'What its next claim says beyond the note: numbers of authorization and referral, and which claim of the payer it corrects. Keys are those of the claim''s facts';
comment on table billing.charge is 'What a signed note is worth: one a note. Held charges say in words what is missing';
comment on column billing.charge.facts is 'The facts it was made of (service, minutes, modality, credential, rule version), so that it can be explained later';
create index charge_by_patient on billing.charge (patient_id, served_on);
create index charge_by_state on billing.charge (state, served_on) where state <> 'claimed';
select privacy.protect('billing.charge', 'charge.read,claim.read', 'claim.write,payment.post');

create table billing.charge_line (
  charge_id uuid not null references billing.charge (id),
  position smallint not null check (position > 0),
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  code text not null,
  modifiers text[] not null default '{}',
  units integer not null check (units > 0),
  amount_cents bigint not null check (amount_cents > 0),
  primary key (charge_id, position)
);
comment on table billing.charge_line is 'Procedures of a charge, the main one first';
create index charge_line_by_patient on billing.charge_line (patient_id);
select privacy.protect('billing.charge_line', 'charge.read,claim.read', 'claim.write,payment.post');

-- 3. Claims ------------------------------------------------------------------------------------------------------------

create table billing.counter (
  name text primary key,
  last bigint not null
);
comment on table billing.counter is 'Numbers that must never repeat and never skip backwards: interchange control numbers, claim numbers. Drawn inside the transaction that uses them';
insert into billing.counter (name, last) values ('interchange', 0), ('claim', 0);

create table billing.batch (
  id uuid primary key default uuidv7(),
  control_number integer not null unique,
  reference text not null unique,
  file_name text not null unique,
  file_id uuid not null,
  state text not null check (state in ('queued', 'sent', 'acknowledged', 'rejected')),
  claim_count integer not null check (claim_count > 0),
  total_cents bigint not null,
  created_at timestamptz not null,
  created_by uuid,
  sent_at timestamptz,
  attempts integer not null default 0,
  trouble text
);
comment on table billing.batch is 'One 837P file. Its text is written in the transaction that makes it and never again: sending can be repeated, rewriting cannot';
comment on column billing.batch.trouble is 'Why the last try to send failed; null when it did not';
create index batch_unsent on billing.batch (created_at) where state = 'queued';

create table billing.claim (
  id uuid primary key default uuidv7(),
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  charge_id uuid not null references billing.charge (id),
  attempt smallint not null default 1,
  number text not null unique check (length(number) <= 20),
  payer_id uuid not null references billing.payer (id),
  served_on date not null,
  amount_cents bigint not null check (amount_cents > 0),
  paid_cents bigint not null default 0,
  patient_cents bigint not null default 0,
  adjusted_cents bigint not null default 0,
  state text not null check (state in ('built', 'batched', 'sent', 'acknowledged', 'accepted', 'rejected', 'paid', 'denied', 'reversed', 'replaced')),
  payer_claim_number text,
  batch_id uuid references billing.batch (id),
  facts jsonb not null,
  built_at timestamptz not null,
  updated_at timestamptz not null,
  unique (charge_id, attempt)
);
comment on table billing.claim is 'A charge as it is sent to a payer. number is CLM01: ours, unique for ever, a new one each attempt';
comment on column billing.claim.facts is 'Subscriber, providers and lines as they were when the claim was built: a later change of address changes no claim';
create index claim_by_patient on billing.claim (patient_id, served_on);
create index claim_by_state on billing.claim (state, updated_at);
create index claim_by_batch on billing.claim (batch_id);
create index claim_by_payer_number on billing.claim (payer_claim_number) where payer_claim_number is not null;
create unique index one_live_claim_a_charge on billing.claim (charge_id) where state not in ('rejected', 'reversed', 'replaced');
select privacy.protect('billing.claim', 'claim.read', 'claim.write');

create table billing.claim_event (
  id uuid primary key default uuidv7(),
  claim_id uuid not null references billing.claim (id),
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  at timestamptz not null,
  kind text not null,
  says text not null,
  source_file_id uuid,
  amount_cents bigint
);
comment on table billing.claim_event is 'The story of a claim, for the biller: built, sent, acknowledged, accepted or rejected, paid, denied, reversed. Only ever added to';
create index claim_event_by_claim on billing.claim_event (claim_id, at);
create index claim_event_by_patient on billing.claim_event (patient_id);
select privacy.protect('billing.claim_event', 'claim.read', 'claim.write');

-- 4. What comes back ---------------------------------------------------------------------------------------------------

create table billing.clearinghouse_connection (
  is_only boolean primary key default true check (is_only),
  host text not null,
  port integer not null check (port between 1 and 65535),
  username text not null,
  sealed_password bytea not null,
  host_key_sha256 text not null,
  sender_id text not null check (length(sender_id) <= 15),
  receiver_id text not null check (length(receiver_id) <= 15),
  receiver_name text not null,
  inbound_folder text not null,
  outbound_folder text not null,
  usage text not null check (usage in ('T', 'P')),
  checked_at timestamptz,
  trouble text
);
comment on table billing.clearinghouse_connection is 'How the clearinghouse is reached by SFTP. The host key is pinned: another key is refused. The password is sealed under the master key';

create table billing.inbound_file (
  id uuid primary key default uuidv7(),
  name text not null,
  sha256 text not null,
  size bigint not null,
  kind text not null,
  state text not null check (state in ('received', 'processed', 'quarantined', 'duplicate')),
  reason text,
  file_id uuid not null,
  received_at timestamptz not null
);
comment on table billing.inbound_file is 'Every file that came, kept as it came. The same bytes are never worked twice; what cannot be read or does not balance waits with its reason';
create unique index inbound_file_bytes on billing.inbound_file (sha256) where state <> 'duplicate';
create index inbound_file_quarantine on billing.inbound_file (received_at) where state = 'quarantined';

create table billing.seen_remote_file (
  name text not null,
  size bigint not null,
  modified_at bigint not null,
  inbound_file_id uuid not null references billing.inbound_file (id),
  primary key (name, size, modified_at)
);
comment on table billing.seen_remote_file is 'What was already fetched from the clearinghouse. A file that grew after we fetched it has another size and is fetched again';
comment on column billing.seen_remote_file.modified_at is 'As the SFTP server says, in milliseconds since 1970';

create table billing.inbound_interchange (
  sender text not null,
  control_number text not null,
  inbound_file_id uuid not null references billing.inbound_file (id),
  primary key (sender, control_number)
);
comment on table billing.inbound_interchange is 'ISA06 and ISA13 of all that was worked: an honest sender never repeats them, so a repeat in another file is a duplicate';

create table billing.remittance (
  id uuid primary key default uuidv7(),
  inbound_file_id uuid not null references billing.inbound_file (id),
  document_index integer not null,
  payer_name text not null,
  payer_identifier text not null,
  trace text not null,
  payment_cents bigint not null,
  method text not null,
  paid_on date,
  state text not null check (state in ('posted', 'quarantined')),
  reason text,
  claim_count integer not null,
  matched_count integer not null default 0,
  received_at timestamptz not null,
  posted_at timestamptz,
  unique (inbound_file_id, document_index)
);
comment on table billing.remittance is 'One 835 transaction: a payment and what it is for. Posted whole or not at all';
comment on column billing.remittance.document_index is 'Which document of its file, counted from 0 over all interchanges';
create unique index one_posting_a_payment on billing.remittance (payer_identifier, trace, payment_cents, coalesce(paid_on, '0001-01-01'::date)) where state = 'posted';
create index remittance_by_time on billing.remittance (received_at);

create table billing.remittance_claim (
  id uuid primary key default uuidv7(),
  remittance_id uuid not null references billing.remittance (id),
  claim_id uuid not null references billing.claim (id),
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  status text not null,
  charge_cents bigint not null,
  paid_cents bigint not null,
  contractual_cents bigint not null,
  patient_cents bigint not null,
  denied_cents bigint not null,
  adjustments jsonb not null,
  payer_claim_number text
);
comment on table billing.remittance_claim is 'How a payer judged one of our claims';
create index remittance_claim_by_remittance on billing.remittance_claim (remittance_id);
create index remittance_claim_by_claim on billing.remittance_claim (claim_id);
create index remittance_claim_by_patient on billing.remittance_claim (patient_id);
select privacy.protect('billing.remittance_claim', 'claim.read', 'payment.post');

create table billing.unmatched_claim (
  id uuid primary key default uuidv7(),
  remittance_id uuid not null references billing.remittance (id),
  claim_number text not null,
  paid_cents bigint not null,
  resolved_at timestamptz
);
comment on table billing.unmatched_claim is 'Claims of a remittance that are not ours to find: money that waits in unapplied cash until a person says whose it is';

create table billing.payer_adjustment (
  id uuid primary key default uuidv7(),
  remittance_id uuid not null references billing.remittance (id),
  reason text not null,
  reference text,
  amount_cents bigint not null,
  resolved_at timestamptz
);
comment on table billing.payer_adjustment is 'PLB: money that a payer took or gave beside its claims. Positive reduces the payment; waits in payer clearing until tied to a claim';

create table billing.clearing_entry (
  remittance_id uuid not null references billing.remittance (id),
  position integer not null,
  account text not null check (account in ('cash-insurance', 'payer-clearing', 'unapplied-payer')),
  amount_cents bigint not null check (amount_cents <> 0),
  primary key (remittance_id, position, account)
);
comment on table billing.clearing_entry is 'Money of a payer that belongs to no claim of ours yet: provider adjustments (PLB) and payments that match nothing. Debits positive; the lines of a position sum to zero. Together with the claims'' postings the cash of a remittance is exactly its payment';

-- 5. The ledger --------------------------------------------------------------------------------------------------------

create table billing.journal (
  id uuid primary key default uuidv7(),
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  kind text not null check (kind in ('charge', 'correction', 'remittance', 'patient-payment', 'reversal')),
  claim_id uuid references billing.claim (id),
  charge_id uuid references billing.charge (id),
  remittance_id uuid references billing.remittance (id),
  reversal_of uuid unique references billing.journal (id),
  memo text not null default '',
  effective_on date not null,
  posted_at timestamptz not null,
  posted_by uuid
);
comment on table billing.journal is 'Postings. Each balances, none is ever changed: a mistake is reversed by a journal with all signs turned';
create index journal_by_patient on billing.journal (patient_id, effective_on);
create index journal_by_claim on billing.journal (claim_id) where claim_id is not null;
create index journal_by_charge on billing.journal (charge_id) where charge_id is not null;
create unique index one_charge_journal on billing.journal (charge_id) where kind = 'charge';
select privacy.protect('billing.journal', 'ledger.read', 'claim.write,payment.post');

create table billing.entry (
  journal_id uuid not null references billing.journal (id),
  account text not null check (account in ('receivable-insurance', 'receivable-patient', 'revenue', 'contractual', 'cash-insurance', 'cash-patient')),
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  amount_cents bigint not null check (amount_cents <> 0),
  primary key (journal_id, account)
);
comment on table billing.entry is 'Lines of a journal: debits positive, credits negative. The lines of a journal sum to zero, checked at commit';
create index entry_by_patient on billing.entry (patient_id, account);
select privacy.protect('billing.entry', 'ledger.read', 'claim.write,payment.post');

create function billing.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'billing.% is only ever added to: reverse the posting instead', tg_table_name using errcode = 'restrict_violation';
end $$;
comment on function billing.refuse_change is 'Keeps postings as they were posted';
create trigger posted_stays before update or delete or truncate on billing.journal for each statement execute function billing.refuse_change();
create trigger posted_stays before update or delete or truncate on billing.entry for each statement execute function billing.refuse_change();
create trigger story_stays before update or delete or truncate on billing.claim_event for each statement execute function billing.refuse_change();

create function billing.journal_balances() returns trigger language plpgsql as $$
declare
  off bigint;
begin
  select sum(amount_cents) into off from billing.entry where journal_id = new.id;
  -- A sum that cannot be seen is no proof of balance, and a journal without lines is none.
  if off is distinct from 0 then
    raise exception 'Journal % is off by % cents', new.id, off using errcode = 'check_violation';
  end if;
  return null;
end $$;
comment on function billing.journal_balances is 'Refuses at commit a journal whose lines do not sum to zero';
create constraint trigger balances after insert on billing.journal deferrable initially deferred for each row execute function billing.journal_balances();

create function billing.refuse_late_entry() returns trigger language plpgsql as $$
begin
  if exists (select from added where not exists (
    select from billing.journal j where j.id = added.journal_id and j.xmin = pg_current_xact_id()::xid)) then
    raise exception 'A journal takes lines only in the transaction that makes it: post a new one' using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
comment on function billing.refuse_late_entry is 'Lines come with their journal or not at all; so one check a journal, at commit, covers them all';
create trigger comes_with_its_journal after insert on billing.entry referencing new table as added for each statement execute function billing.refuse_late_entry();

create function billing.clearing_balances() returns trigger language plpgsql as $$
declare
  off bigint;
begin
  select sum(amount_cents) into off from billing.clearing_entry where remittance_id = new.remittance_id and position = new.position;
  if off is distinct from 0 then
    raise exception 'Position % of remittance % is off by % cents', new.position, new.remittance_id, off using errcode = 'check_violation';
  end if;
  return null;
end $$;
comment on function billing.clearing_balances is 'Refuses at commit clearing lines that do not sum to zero';
create constraint trigger balances after insert on billing.clearing_entry deferrable initially deferred for each row execute function billing.clearing_balances();
create trigger posted_stays before update or delete or truncate on billing.clearing_entry for each statement execute function billing.refuse_change();

create view billing.balance with (security_invoker = true) as
  select patient_id,
    coalesce(sum(amount_cents) filter (where account = 'receivable-patient'), 0)::bigint as patient_cents,
    coalesce(sum(amount_cents) filter (where account = 'receivable-insurance'), 0)::bigint as insurance_cents
  from billing.entry where account in ('receivable-patient', 'receivable-insurance') group by patient_id;
comment on view billing.balance is 'What is owed for each patient: by the patient, and by insurers';

grant delete on billing.fee to mooring_app;
grant select, insert, update on billing.payer, billing.payer_rule, billing.fee, billing.charge, billing.claim, billing.batch, billing.counter, billing.clearinghouse_connection,
  billing.inbound_file, billing.remittance, billing.unmatched_claim, billing.payer_adjustment to mooring_app;
grant select, insert, delete on billing.charge_line to mooring_app;
grant select, insert on billing.claim_event, billing.inbound_interchange, billing.seen_remote_file, billing.clearing_entry, billing.remittance_claim, billing.journal, billing.entry to mooring_app;
grant select on billing.balance to mooring_app;
