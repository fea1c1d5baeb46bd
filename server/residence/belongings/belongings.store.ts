import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import type { Lodger } from '../residencies/residency.ts';
import type { ReceiveBelongings } from './belongings.contract.ts';

/** Something kept for somebody. */
export interface BelongingRow {
  readonly id: string;
  readonly patientId: string;
  readonly what: string;
  readonly number: number;
  readonly storage: string;
  readonly receivedAt: Temporal.Instant;
  readonly receivedSignature: string;
  readonly returnedAt: Temporal.Instant | null;
  readonly returnedSignature: string | null;
}

/** What is and was kept for somebody, what is still here first. */
export async function belongingsOf(tx: Tx, residencyId: string): Promise<readonly BelongingRow[]> {
  const { rows } =
    await sql<BelongingRow>`select id, patient_id, what, number, storage, received_at, received_signature, returned_at, returned_signature from residence.belonging
    where residency_id = ${residencyId} order by returned_at nulls first, received_at, what`.execute(tx.db);
  return rows;
}

/** Writes a list as it was signed. */
export async function insertBelongings(tx: Tx, of: Lodger, { signature, items }: ReceiveBelongings): Promise<void> {
  for (const { id, what, number, storage } of items)
    await sql`insert into residence.belonging (id, patient_id, program_id, residency_id, what, number, storage, received_at, received_by, received_signature)
      values (${id}, ${of.patientId}, ${of.programId}, ${of.residencyId}, ${what}, ${number}, ${storage}, ${tx.now}, ${tx.actor.id}::uuid, ${signature}) on conflict do nothing`.execute(
      tx.db,
    );
}

/** Writes that things were given back. Those given back before keep their signature. */
export async function returnBelongings(tx: Tx, residencyId: string, ids: readonly string[], signature: string): Promise<void> {
  await sql`update residence.belonging set returned_at = ${tx.now}, returned_by = ${tx.actor.id}::uuid, returned_signature = ${signature}
    where residency_id = ${residencyId} and id = any (${ids}::uuid[]) and returned_at is null`.execute(tx.db);
}
