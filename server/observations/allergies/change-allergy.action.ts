import type { z } from 'zod';
import { recordsOf, today } from '#server/patients/index.ts';
import { action, refuseIf, type Tx } from '#server/platform/index.ts';
import { standing } from '../versions/version.ts';
import type { ChangeAllergy, EndAllergy } from './allergies.contract.ts';
import { allergiesOf, insertVersion, newestVersion, takeTurns } from './allergies.store.ts';
import type { Allergy } from './allergy.ts';
import { obstaclesToAllergy } from './allergy.rules.ts';
import { factsOf, shownAllergy } from './write-allergy.action.ts';

interface Named {
  readonly allergyId: string;
  readonly version: number;
}

async function lockVersion(tx: Tx, { allergyId, version }: Named): Promise<Allergy> {
  const before = standing(await newestVersion(tx, allergyId), version, 'Allergy');
  await takeTurns(tx, before.patientId);
  return before;
}

/** Writes what is now known of an allergy. Whoever verified it before stays named, unless it is verified anew. A resolved one stands again. */
export const changeAllergy = action('allergy.change', async (tx, { allergyId, version, isVerified, ...said }: z.output<typeof ChangeAllergy> & Named) => {
  const before = await lockVersion(tx, { allergyId, version });
  const facts = factsOf(said);
  const others = (await allergiesOf(tx, (await recordsOf(tx, before.patientId)).recordIds)).filter((other) => other.id !== before.id);
  refuseIf(obstaclesToAllergy(facts, others, await today(tx)));
  const by = tx.actor.id ?? '';
  const verified = isVerified ? { verifiedAt: tx.now, verifiedBy: by } : {};
  await insertVersion(tx, { ...before, ...facts, ...verified, version: version + 1, state: 'active', reason: '', writtenAt: tx.now, writtenBy: by });
  return shownAllergy(tx, allergyId);
});

/** Resolves an allergy, or marks it as entered in error: then it leaves the list and stays in the record. */
export const endAllergy = action('allergy.end', async (tx, { allergyId, version, state, reason }: z.output<typeof EndAllergy> & Named) => {
  const before = await lockVersion(tx, { allergyId, version });
  await insertVersion(tx, { ...before, version: version + 1, state, reason, writtenAt: tx.now, writtenBy: tx.actor.id ?? '' });
  return shownAllergy(tx, allergyId);
});
