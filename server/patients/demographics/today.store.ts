import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import { dayOf } from './person.rules.ts';

/** The calendar day where the organisation is: ages, coverages and stays are counted by it. */
export async function today(tx: Tx): Promise<Temporal.PlainDate> {
  const { rows } = await sql<{ today: Temporal.PlainDate }>`select identity.today() as today`.execute(tx.db);
  return rows[0]?.today ?? dayOf(tx.now);
}
