import { sql } from 'kysely';
import type { Remittance } from '#server/formats/x12/index.ts';
import { within, type Tx } from '#server/platform/index.ts';
import type { BillingReads } from '../billing-tables.ts';

/** Where a remittance came from: its file and which document of it, counted from 0. */
export interface RemittanceSource {
  readonly inboundFileId: string;
  readonly documentIndex: number;
}

/** A remittance as it is listed. */
export interface RemittanceRow extends RemittanceSource {
  readonly id: string;
  readonly payerName: string;
  readonly trace: string;
  readonly method: string;
  readonly paidOn: Temporal.PlainDate | null;
  readonly paymentCents: number;
  readonly state: 'posted' | 'quarantined';
  readonly reason: string | null;
  readonly claimCount: number;
  readonly matchedCount: number;
  readonly receivedAt: Temporal.Instant;
  readonly postedAt: Temporal.Instant | null;
}

const columns = [
  'id',
  'inboundFileId',
  'documentIndex',
  'payerName',
  'trace',
  'method',
  'paidOn',
  'paymentCents',
  'state',
  'reason',
  'claimCount',
  'matchedCount',
  'receivedAt',
  'postedAt',
] as const;

/** Remittances, the newest first. */
export function remittancesIn(tx: Tx, state: 'posted' | 'quarantined' | undefined, limit: number): Promise<RemittanceRow[]> {
  const query = within<BillingReads>(tx).selectFrom('billing.remittance').select(columns).orderBy('receivedAt', 'desc').orderBy('id', 'desc').limit(limit);
  return (state ? query.where('state', '=', state) : query).execute();
}

/** One remittance; undefined when there is none. */
export function remittanceById(tx: Tx, id: string): Promise<RemittanceRow | undefined> {
  return within<BillingReads>(tx).selectFrom('billing.remittance').select(columns).where('id', '=', id).executeTakeFirst();
}

/** The remittance of this place in a file, locked; undefined before it was first seen. */
export function lockBySource(tx: Tx, { inboundFileId, documentIndex }: RemittanceSource): Promise<RemittanceRow | undefined> {
  return within<BillingReads>(tx)
    .selectFrom('billing.remittance')
    .select(columns)
    .where('inboundFileId', '=', inboundFileId)
    .where('documentIndex', '=', documentIndex)
    .forUpdate()
    .executeTakeFirst();
}

/** How a payer is known on a remittance: by identifier, or by name when it gives none. */
export function payerIdentifierOf({ payer }: Remittance): string {
  return payer.id ?? payer.name;
}

/** When the same payment was posted before, from whatever file: same payer, trace, day and amount (835 TRN02, BPR16, BPR02). */
export async function postedBefore(tx: Tx, remittance: Remittance): Promise<Temporal.Instant | undefined> {
  const { payment } = remittance;
  const { rows } = await sql<{
    postedAt: Temporal.Instant;
  }>`select posted_at from billing.remittance where state = 'posted' and payer_identifier = ${payerIdentifierOf(remittance)} and trace = ${payment.trace}
    and payment_cents = ${payment.amount}::bigint and coalesce(paid_on, '0001-01-01'::date) = coalesce(${payment.paidOn ?? null}::date, '0001-01-01'::date)`.execute(
    tx.db,
  );
  return rows[0]?.postedAt;
}

/** What to store of a remittance. */
export interface RemittanceToKeep extends RemittanceSource {
  readonly id: string;
  readonly remittance: Remittance;
  readonly state: 'posted' | 'quarantined';
  readonly reason: string | null;
  readonly matchedCount: number;
}

/** Stores a remittance, or what became of a quarantined one that was tried again. */
export async function keepRemittance(tx: Tx, { id, inboundFileId, documentIndex, remittance, state, reason, matchedCount }: RemittanceToKeep): Promise<void> {
  const { payment, payer, claims } = remittance;
  const outcome = { state, reason, matchedCount, postedAt: state === 'posted' ? tx.now : null };
  await within<BillingReads>(tx)
    .insertInto('billing.remittance')
    .values({
      id,
      inboundFileId,
      documentIndex,
      payerName: payer.name,
      payerIdentifier: payerIdentifierOf(remittance),
      trace: payment.trace,
      paymentCents: payment.amount,
      method: payment.method,
      paidOn: payment.paidOn ?? null,
      claimCount: claims.length,
      receivedAt: tx.now,
      ...outcome,
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(outcome))
    .execute();
}

/** One judged claim as the biller reads it. */
export interface JudgedClaimRow {
  readonly claimId: string;
  readonly claimNumber: string;
  readonly patientId: string;
  readonly patientName: string;
  readonly status: string;
  readonly chargeCents: number;
  readonly paidCents: number;
  readonly contractualCents: number;
  readonly patientCents: number;
  readonly deniedCents: number;
  readonly adjustments: { readonly group: string; readonly reason: string; readonly amountCents: number; readonly treatment: 'contractual' | 'patient' | 'denied' }[];
}

/** How the claims of a remittance were judged, as far as this actor may see them. */
export async function judgedClaims(tx: Tx, remittanceId: string): Promise<JudgedClaimRow[]> {
  const { rows } = await sql<JudgedClaimRow>`
    select r.claim_id, c.number as claim_number, r.patient_id, n.display_name as patient_name, r.status, r.charge_cents, r.paid_cents, r.contractual_cents, r.patient_cents, r.denied_cents, r.adjustments
    from billing.remittance_claim r join billing.claim c on c.id = r.claim_id join patients.patient_name n on n.id = r.patient_id
    where r.remittance_id = ${remittanceId} order by c.number, r.id`.execute(tx.db);
  return rows;
}

/** Claims of a remittance that matched nothing of ours. */
export function unmatchedOf(tx: Tx, remittanceId: string) {
  return within<BillingReads>(tx)
    .selectFrom('billing.unmatchedClaim')
    .select(['id', 'claimNumber', 'paidCents'])
    .where('remittanceId', '=', remittanceId)
    .orderBy('claimNumber')
    .execute();
}

/** Money that a payer took or gave beside its claims. */
export function providerAdjustmentsOf(tx: Tx, remittanceId: string) {
  return within<BillingReads>(tx)
    .selectFrom('billing.payerAdjustment')
    .select(['reason', 'reference', 'amountCents'])
    .where('remittanceId', '=', remittanceId)
    .orderBy('id')
    .execute();
}

/** How payers judged one claim, the first decision first. */
export async function judgementsOf(tx: Tx, claimId: string) {
  const { rows } = await sql<
    Omit<JudgedClaimRow, 'claimId' | 'claimNumber' | 'patientId' | 'patientName' | 'chargeCents'> & {
      remittanceId: string;
      paidOn: Temporal.PlainDate | null;
      trace: string;
    }
  >`
    select r.remittance_id, r.status, m.paid_on, m.trace, r.paid_cents, r.contractual_cents, r.patient_cents, r.denied_cents, r.adjustments
    from billing.remittance_claim r join billing.remittance m on m.id = r.remittance_id where r.claim_id = ${claimId} order by m.posted_at, r.id`.execute(tx.db);
  return rows;
}
