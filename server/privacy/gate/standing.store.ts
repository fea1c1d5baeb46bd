import type { Tx } from '#server/platform/index.ts';
import type { ConsentFacts } from '../decision/facts.ts';
import type { RestrictionFacts } from '../decision/request.ts';

/** What a patient has signed and asked for, as a decision needs it. */
export interface Standing {
  readonly consents: readonly ConsentFacts[];
  readonly restrictions: readonly RestrictionFacts[];
}

/** Consents and restrictions of these patients, held until the transaction ends when `hold`, so that a revocation waits for the release or the release sees it. */
export async function standingOf(_tx: Tx, _patientIds: readonly string[], _hold: boolean): Promise<ReadonlyMap<string, Standing>> {
  return new Map();
}
