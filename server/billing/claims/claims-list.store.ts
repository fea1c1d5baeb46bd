import { sql } from 'kysely';
import type { ClaimFrequency } from '#server/formats/x12/index.ts';
import type { Tx } from '#server/platform/index.ts';
import type { ClaimFacts, ClaimState } from './claim.ts';

/** A claim as the biller's list shows it. */
export interface ClaimListed {
  readonly id: string;
  readonly number: string;
  readonly patientId: string;
  readonly patientName: string;
  readonly mrn: string;
  readonly payerName: string;
  readonly servedOn: Temporal.PlainDate;
  readonly amountCents: number;
  readonly paidCents: number;
  readonly patientCents: number;
  readonly adjustedCents: number;
  readonly state: ClaimState;
  readonly frequency: ClaimFrequency;
  readonly codes: string[];
  readonly updatedAt: Temporal.Instant;
  readonly lastEvent: string | null;
}

const listed = sql`select c.id, c.number, c.patient_id, n.display_name as patient_name, n.mrn, p.name as payer_name, c.served_on, c.amount_cents, c.paid_cents, c.patient_cents, c.adjusted_cents, c.state, c.frequency,
    array(select line ->> 'code' from jsonb_array_elements(c.facts -> 'lines') line) as codes, c.updated_at,
    (select e.says from billing.claim_event e where e.claim_id = c.id order by e.at desc, e.id desc limit 1) as last_event
  from billing.claim c join patients.patient_name n on n.id = c.patient_id join billing.payer p on p.id = c.payer_id`;

/** Claims in these states, those that moved last first. */
export async function claimsIn(tx: Tx, states: readonly ClaimState[], limit: number): Promise<ClaimListed[]> {
  const { rows } = await sql<ClaimListed>`${listed} where c.state = any (${states}::text[]) order by c.updated_at desc, c.id limit ${limit}`.execute(tx.db);
  return rows;
}

/** A claim of ours that another one speaks of. */
export interface OtherClaim {
  readonly id: string;
  readonly number: string;
  readonly frequency: ClaimFrequency;
}

/** One claim with what it says and what the payer made of it. */
export interface ClaimRead extends ClaimListed {
  readonly facts: ClaimFacts;
  readonly programId: string;
  readonly chargeId: string;
  /** Charges that it carries besides. */
  readonly withCharges: readonly string[];
  readonly payerClaimNumber: string | null;
  /** The claim that it replaces or voids, as we and as the payer number it. */
  readonly corrects: string | null;
  readonly correctsNumber: string | null;
  readonly originalNumber: string | null;
  /** The last claim that replaces or voids it. */
  readonly correctedWith: OtherClaim | null;
  /** A payer took it into adjudication: a rejection after that is no return to sender. */
  readonly wasAccepted: boolean;
  /** Of a voided claim: the payer has taken it back. */
  readonly isTakenBack: boolean;
}

/** One claim with what it says; undefined when it is not this actor's to see. */
export async function claimById(tx: Tx, id: string): Promise<ClaimRead | undefined> {
  const { rows } = await sql<ClaimRead>`
    select l.*, c.facts, c.program_id, c.charge_id, c.with_charges, c.payer_claim_number, c.corrects, original.number as corrects_number, c.facts ->> 'payerClaimNumber' as original_number,
      (select jsonb_build_object('id', k.id, 'number', k.number, 'frequency', k.frequency) from billing.claim k where k.corrects = c.id order by k.built_at desc, k.number desc limit 1) as corrected_with,
      c.state in ('paid', 'denied', 'reversed') or exists (select from billing.claim_event e where e.claim_id = c.id and e.kind = 'claim-accepted') as was_accepted,
      exists (select from billing.claim v where v.corrects = c.id and v.state = 'done') as is_taken_back
    from (${listed} where c.id = ${id}) l join billing.claim c on c.id = l.id left join billing.claim original on original.id = c.corrects`.execute(tx.db);
  return rows[0];
}

/** One event of a claim's story. */
export interface EventRow {
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly kind: string;
  readonly says: string;
  readonly sourceFileId: string | null;
  readonly amountCents: number | null;
}

/** The story of a claim from its charge on, in the order of time. */
export async function storyOf(tx: Tx, claimId: string): Promise<EventRow[]> {
  const { rows } = await sql<EventRow>`
    select e.id, e.at, e.kind, e.says, e.source_file_id, e.amount_cents from billing.claim_event e where e.claim_id = ${claimId}
    union all
    select c.id, c.captured_at, 'charge', case when c.day_id is null then 'Charge made when the note was signed' else 'Charge made when the day was counted' end, null, c.amount_cents from billing.charge c join billing.claim k on k.charge_id = c.id where k.id = ${claimId}
    order by 2, 1`.execute(tx.db);
  return rows;
}

/** How many claims stand in each state, and for how much; a void asks for nothing. */
export async function claimCounts(tx: Tx): Promise<{ state: ClaimState; count: number; amountCents: number }[]> {
  const { rows } = await sql<{
    state: ClaimState;
    count: number;
    amountCents: number;
  }>`select state, count(*)::bigint as count, coalesce(sum(amount_cents) filter (where frequency <> '8'), 0)::bigint as amount_cents from billing.claim group by state`.execute(
    tx.db,
  );
  return rows;
}

/** How many charges wait, by state. */
export async function chargeCounts(tx: Tx): Promise<{ state: string; count: number; amountCents: number }[]> {
  const { rows } = await sql<{
    state: string;
    count: number;
    amountCents: number;
  }>`select state, count(*)::bigint as count, sum(amount_cents)::bigint as amount_cents from billing.charge where state <> 'claimed' group by state`.execute(tx.db);
  return rows;
}
