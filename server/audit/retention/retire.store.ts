import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';

/** Removes the entries of the oldest block when all are past their time; answers its number, or null. */
export async function retireOldest(tx: Tx): Promise<number | null> {
  const { rows } = await sql<{ number: number | null }>`select audit.retire_oldest() as number`.execute(tx.db);
  return rows[0]?.number ?? null;
}
