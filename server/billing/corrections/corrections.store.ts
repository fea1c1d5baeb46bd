import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import type { Hold } from '../charges/charge.ts';
import type { ClaimFacts } from '../claims/claim.ts';
import type { ClaimToCorrect } from './correction.ts';

/** Claims with days that would not be billed so by now, or the one claim if it has any; the oldest service first. */
export async function claimsToCorrect(tx: Tx, claimId: string | null = null): Promise<readonly ClaimToCorrect[]> {
  const { rows } = await sql<ClaimToCorrect>`
    select c.id, c.number, c.patient_id, coalesce(n.display_name, '') as patient_name, p.name as payer_name, c.state, c.payer_claim_number, c.amount_cents,
      1 + cardinality(c.with_charges) as charge_count, changed.days
    from (
      select k.id, jsonb_agg(jsonb_build_object('day', d.day, 'says', d.changed_since, 'isGone', d.verdict = 'not-billable', 'amountCents', charge.amount_cents) order by d.day) as days
      from billing.treatment_day d join billing.charge on charge.day_id = d.id and charge.state = 'claimed'
        join billing.claim k on k.patient_id = charge.patient_id and (k.charge_id = charge.id or charge.id = any (k.with_charges))
      where d.changed_since is not null and k.frequency <> '8' and k.state not in ('rejected', 'replaced', 'voided') and (${claimId}::uuid is null or k.id = ${claimId})
      group by k.id) changed
      join billing.claim c on c.id = changed.id join billing.payer p on p.id = c.payer_id left join patients.patient_name n on n.id = c.patient_id
    order by c.served_on, c.number limit 500`.execute(tx.db);
  return rows.map((row) => ({ ...row, days: row.days.map((day) => ({ ...day, day: Temporal.PlainDate.from(day.day) })) }));
}

/** The attempt that a charge has not had yet. */
export async function nextAttempt(tx: Tx, chargeId: string): Promise<number> {
  const { rows } = await sql<{ attempt: number }>`select 1 + coalesce(max(attempt), 0)::integer as attempt from billing.claim where charge_id = ${chargeId}`.execute(
    tx.db,
  );
  return rows[0]?.attempt ?? 1;
}

/** A void about to be stored: everything that it does not say itself is as on the claim that it voids. */
export interface NewVoid {
  readonly id: string;
  readonly number: string;
  readonly attempt: number;
  readonly corrects: string;
  readonly facts: ClaimFacts;
}

/** Stores a void as built. Charges are left as they are. */
export async function insertVoid(tx: Tx, { id, number, attempt, corrects, facts }: NewVoid): Promise<void> {
  await sql`insert into billing.claim (id, patient_id, program_id, charge_id, with_charges, attempt, number, payer_id, served_on, amount_cents, state, frequency, corrects, facts, built_at, updated_at)
    select ${id}::uuid, c.patient_id, c.program_id, c.charge_id, c.with_charges, ${attempt}, ${number}, c.payer_id, c.served_on, c.amount_cents, 'built', '8', c.id, ${JSON.stringify(facts)}::jsonb, ${tx.now}, ${tx.now}
    from billing.claim c where c.id = ${corrects}`.execute(tx.db);
}

/** A void with the claim that it is about. */
export interface VoidOfClaim {
  readonly id: string;
  readonly patientId: string;
  readonly programId: string;
  readonly correctedNumber: string;
}

/** Voids of these claims of which nothing final was heard yet. */
export async function openVoidsOf(tx: Tx, claimIds: readonly string[]): Promise<readonly VoidOfClaim[]> {
  if (claimIds.length === 0) return [];
  const { rows } =
    await sql<VoidOfClaim>`select v.id, v.patient_id, v.program_id, c.number as corrected_number from billing.claim v join billing.claim c on c.id = v.corrects
    where v.corrects = any (${[...claimIds]}::uuid[]) and v.frequency = '8' and v.state not in ('rejected', 'replaced', 'done') order by v.number for update of v`.execute(
      tx.db,
    );
  return rows;
}

/** A charge of a claim that is taken back. */
export interface ChargeGivenUp {
  readonly id: string;
  readonly patientId: string;
  readonly programId: string;
  readonly servedOn: Temporal.PlainDate;
  readonly dayId: string | null;
  /** The day is not billed any more by the rules themselves. */
  readonly isDayGone: boolean;
}

/** The charges of a claim that stand on it still, locked. */
export async function chargesOnClaim(tx: Tx, chargeIds: readonly string[]): Promise<readonly ChargeGivenUp[]> {
  const { rows } = await sql<ChargeGivenUp>`select c.id, c.patient_id, c.program_id, c.served_on, c.day_id, coalesce(d.verdict = 'not-billable', false) as is_day_gone
    from billing.charge c left join billing.treatment_day d on d.id = c.day_id
    where c.id = any (${[...chargeIds]}::uuid[]) and c.state = 'claimed' order by c.id for update of c`.execute(tx.db);
  return rows;
}

/** Lets charges be worth nothing, with the reason that stays until a person bills them again. */
export async function voidChargesFor(tx: Tx, chargeIds: readonly string[], hold: Hold): Promise<void> {
  await sql`update billing.charge set state = 'void', amount_cents = 0, holds = ${JSON.stringify([hold])}::jsonb where id = any (${[...chargeIds]}::uuid[])`.execute(
    tx.db,
  );
  await sql`delete from billing.charge_line where charge_id = any (${[...chargeIds]}::uuid[])`.execute(tx.db);
}

/** Days whose claim has been taken back differ from no claim any more. */
export async function clearChangedSince(tx: Tx, chargeIds: readonly string[]): Promise<void> {
  await sql`update billing.treatment_day d set changed_since = null from billing.charge c where c.day_id = d.id and c.id = any (${[...chargeIds]}::uuid[]) and d.changed_since is not null`.execute(
    tx.db,
  );
}
