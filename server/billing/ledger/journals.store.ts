import { sql } from 'kysely';
import { within, type Tx } from '#server/platform/index.ts';
import type { BillingReads } from '../billing-tables.ts';
import type { Lines, NewJournal } from './journal.ts';

/** Writes postings, thousands at once in two statements. The database refuses at commit any that does not balance. */
export async function insertJournals(tx: Tx, journals: readonly NewJournal[]): Promise<void> {
  if (journals.length === 0) return;
  const rows = journals.map((journal) => ({
    id: journal.id,
    patient_id: journal.patientId,
    program_id: journal.programId,
    kind: journal.kind,
    claim_id: journal.claimId ?? null,
    charge_id: journal.chargeId ?? null,
    remittance_id: journal.remittanceId ?? null,
    reversal_of: journal.reversalOf ?? null,
    memo: journal.memo,
    effective_on: journal.effectiveOn.toString(),
  }));
  await sql`insert into billing.journal (id, patient_id, program_id, kind, claim_id, charge_id, remittance_id, reversal_of, memo, effective_on, posted_at, posted_by)
    select r.id, r.patient_id, r.program_id, r.kind, r.claim_id, r.charge_id, r.remittance_id, r.reversal_of, r.memo, r.effective_on, ${tx.now}::timestamptz, ${tx.actor.id}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r (id uuid, patient_id uuid, program_id uuid, kind text, claim_id uuid, charge_id uuid, remittance_id uuid, reversal_of uuid, memo text, effective_on date)`.execute(
    tx.db,
  );
  const entries = journals.flatMap((journal) =>
    Object.entries(journal.lines).map(([account, amount]) => ({
      journal_id: journal.id,
      account,
      patient_id: journal.patientId,
      program_id: journal.programId,
      amount_cents: amount,
    })),
  );
  await sql`insert into billing.entry (journal_id, account, patient_id, program_id, amount_cents)
    select * from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) r (journal_id uuid, account text, patient_id uuid, program_id uuid, amount_cents bigint)`.execute(
    tx.db,
  );
}

/** What the postings of a charge sum to by account; undefined before the first. */
export async function postedFor(tx: Tx, chargeId: string): Promise<Lines | undefined> {
  const { rows } = await sql<{ lines: Lines | null }>`
    select jsonb_object_agg(account, amount_cents) as lines from (
      select e.account, sum(e.amount_cents)::bigint as amount_cents from billing.journal j join billing.entry e on e.journal_id = j.id
      where j.charge_id = ${chargeId} and j.kind in ('charge', 'correction') group by e.account) summed`.execute(tx.db);
  return rows[0]?.lines ?? undefined;
}

/** A posting as the ledger lists it. */
export interface PostingRow {
  readonly id: string;
  readonly kind: 'charge' | 'correction' | 'remittance' | 'patient-payment' | 'reversal' | 'fee';
  readonly claimId: string | null;
  readonly memo: string;
  readonly effectiveOn: Temporal.PlainDate;
  readonly postedAt: Temporal.Instant;
  readonly patientId: string;
  readonly programId: string;
  readonly reversed: boolean;
  readonly lines: Lines;
}

/** Postings of a person over all merged records, the oldest first. */
export async function postingsOf(tx: Tx, patientId: string): Promise<PostingRow[]> {
  const { rows } = await sql<PostingRow>`
    select j.id, j.kind, j.claim_id, j.memo, j.effective_on, j.posted_at, j.patient_id, j.program_id,
      exists (select from billing.journal r where r.reversal_of = j.id) as reversed,
      (select jsonb_object_agg(e.account, e.amount_cents) from billing.entry e where e.journal_id = j.id) as lines
    from billing.journal j where j.patient_id in (select other.patient_id from patients.person_record own join patients.person_record other on other.person_id = own.person_id where own.patient_id = ${patientId})
    order by j.effective_on, j.posted_at, j.id`.execute(tx.db);
  return rows;
}

/** Lets one process at a time, until its transaction ends, decide about this posting: there may be no row yet that could be locked. */
export async function waitForPosting(tx: Tx, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('billing.journal ' || ${id}, 0))`.execute(tx.db);
}

/** One posting, to be reversed; undefined when it is not this actor's to see. */
export async function postingById(tx: Tx, id: string): Promise<PostingRow | undefined> {
  const { rows } = await sql<PostingRow>`
    select j.id, j.kind, j.claim_id, j.memo, j.effective_on, j.posted_at, j.patient_id, j.program_id,
      exists (select from billing.journal r where r.reversal_of = j.id) as reversed,
      (select jsonb_object_agg(e.account, e.amount_cents) from billing.entry e where e.journal_id = j.id) as lines
    from billing.journal j where j.id = ${id}`.execute(tx.db);
  return rows[0];
}

/** What is owed for a person, in cents. */
export async function balanceOf(tx: Tx, patientId: string): Promise<{ patientCents: number; insuranceCents: number }> {
  const { rows } = await sql<{ patientCents: number; insuranceCents: number }>`
    select coalesce(sum(b.patient_cents), 0)::bigint as patient_cents, coalesce(sum(b.insurance_cents), 0)::bigint as insurance_cents
    from billing.balance b where b.patient_id in (select other.patient_id from patients.person_record own join patients.person_record other on other.person_id = own.person_id where own.patient_id = ${patientId})`.execute(
    tx.db,
  );
  return rows[0] ?? { patientCents: 0, insuranceCents: 0 };
}

/** The program under which a desk payment is posted: that of the newest charge or fee, so that it is seen by those who see the debt. */
export async function programOfDebt(tx: Tx, patientId: string): Promise<string | undefined> {
  const row = await within<BillingReads>(tx)
    .selectFrom('billing.journal')
    .select('programId')
    .where('patientId', '=', patientId)
    .where('kind', 'in', ['charge', 'fee'])
    .orderBy('postedAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.programId;
}
