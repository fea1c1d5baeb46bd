import type { Tx } from '#server/platform/index.ts';
import { consentsOf } from '../consents/consents.store.ts';
import type { ConsentFacts } from '../decision/facts.ts';
import type { RestrictionFacts } from '../decision/request.ts';
import { restrictionsOf } from '../restrictions/restrictions.store.ts';

/** What a patient has signed and asked for, as a decision needs it. */
export interface Standing {
  readonly consents: readonly ConsentFacts[];
  readonly restrictions: readonly RestrictionFacts[];
}

/**
 * Consents and restrictions of these patients; those who signed and asked nothing are left out. With `hold` both are locked for sharing until the
 * transaction ends: a revocation then waits for the release, or the release waits for the revocation and sees it.
 */
export async function standingOf(tx: Tx, patientIds: readonly string[], hold: boolean): Promise<ReadonlyMap<string, Standing>> {
  const consents = await consentsOf(tx, patientIds, { lock: hold });
  const restrictions = await restrictionsOf(tx, patientIds, { lock: hold });
  const found = new Set([...consents.keys(), ...restrictions.keys()]);
  return new Map([...found].map((patientId) => [patientId, { consents: consents.get(patientId) ?? [], restrictions: restrictions.get(patientId) ?? [] }]));
}
