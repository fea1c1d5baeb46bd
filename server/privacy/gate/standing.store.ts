import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import { factsFile } from '../decision/decision.contract.ts';
import type { ConsentFacts } from '../decision/facts.ts';
import type { RestrictionFacts } from '../decision/request.ts';

/** What a patient has signed and asked for, as a decision needs it. */
export interface Standing {
  readonly consents: readonly ConsentFacts[];
  readonly restrictions: readonly RestrictionFacts[];
}

interface Filed {
  readonly patientId: string;
  readonly facts: object;
}

const { consents: consentsShape, restrictions: restrictionsShape } = factsFile.shape;

function byPatient<Fact>(rows: readonly Filed[], read: (facts: unknown[]) => readonly Fact[]): Map<string, Fact[]> {
  const found = new Map<string, Fact[]>();
  for (const { patientId, facts } of rows) found.set(patientId, [...(found.get(patientId) ?? []), ...read([facts])]);
  return found;
}

/**
 * Consents and restrictions of these patients. With `hold` the consents are locked for sharing until the transaction ends: a revocation then waits for the
 * release, or the release waits for the revocation and sees it.
 */
export async function standingOf(tx: Tx, patientIds: readonly string[], hold: boolean): Promise<ReadonlyMap<string, Standing>> {
  const ids = [...patientIds];
  if (hold) await sql`select from privacy.consent_on_file where patient_id = any (${ids}::uuid[]) order by id for share`.execute(tx.db);
  const consents =
    await sql<Filed>`select patient_id, facts || jsonb_build_object('id', id, 'revokedAt', to_jsonb(to_char(revoked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))) as facts
    from privacy.consent_on_file where patient_id = any (${ids}::uuid[]) order by id`.execute(tx.db);
  const restrictions =
    await sql<Filed>`select patient_id, facts || jsonb_build_object('id', id) as facts from privacy.restriction_on_file where patient_id = any (${ids}::uuid[]) order by id`.execute(
      tx.db,
    );
  const signed = byPatient(consents.rows, (facts) => consentsShape.parse(facts));
  const asked = byPatient(restrictions.rows, (facts) => restrictionsShape.parse(facts));
  return new Map(ids.map((patientId) => [patientId, { consents: signed.get(patientId) ?? [], restrictions: asked.get(patientId) ?? [] }]));
}
