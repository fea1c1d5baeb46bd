import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import type { ClaimToRelease } from './claim-to-release.ts';

/** The claims of a batch, in the order of their numbers. */
export async function batchToRelease(tx: Tx, batchId: string): Promise<ClaimToRelease[]> {
  const { rows } = await sql<ClaimToRelease>`
    select claim.id, claim.charge_id, claim.patient_id, claim.program_id, claim.labels, claim.payer_id, payer.name as payer_name, charge.note_id, claim.number, claim.served_on
    from billing.claim join billing.charge on charge.id = claim.charge_id join billing.payer on payer.id = claim.payer_id
    where claim.batch_id = ${batchId} order by claim.number`.execute(tx.db);
  return rows;
}

/** Charges that are about to become claims. */
export async function chargesToRelease(tx: Tx, chargeIds: readonly string[]): Promise<ClaimToRelease[]> {
  const { rows } = await sql<ClaimToRelease>`
    select charge.id, charge.id as charge_id, charge.patient_id, charge.program_id, charge.labels, charge.payer_id, payer.name as payer_name, charge.note_id, null as number, charge.served_on
    from billing.charge join billing.payer on payer.id = charge.payer_id where charge.id = any (${[...chargeIds]}::uuid[])`.execute(tx.db);
  return rows;
}
