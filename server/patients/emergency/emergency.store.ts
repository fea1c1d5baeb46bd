import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';

/** Somebody found by exact identifiers. */
export interface FoundExactly {
  readonly id: string;
  readonly mrn: string;
  readonly displayName: string;
  readonly birthDate: Temporal.PlainDate;
}

/** The one person whom the identifiers name, known to the actor's programs or not. */
export async function foundExactly(tx: Tx, said: { givenName: string; familyName: string; birthDate: string | null; mrn: string }): Promise<FoundExactly[]> {
  const { rows } = await sql<FoundExactly>`select id, mrn, display_name, birth_date
    from patients.found_exactly(${said.givenName || null}, ${said.familyName || null}, ${said.birthDate}::date, ${said.mrn || null})`.execute(tx.db);
  return rows;
}

/** All records of the person behind a record, known to the actor's programs or not; empty for nobody. */
export async function recordsOfAnyone(tx: Tx, patientId: string): Promise<string[]> {
  const { rows } = await sql<{ records: string[] }>`select patients.records_of_anyone(${patientId}::uuid)::text[] as records`.execute(tx.db);
  return rows[0]?.records ?? [];
}
