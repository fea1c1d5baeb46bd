import type { z } from 'zod';
import { action, refuseIf } from '#server/platform/index.ts';
import { standing } from '../versions/version.ts';
import { shownSet } from './take-vitals.action.ts';
import type { Measurements } from './vital-set.ts';
import { signs } from './vital-sign.ts';
import { obstaclesToSet } from './vital-sign.rules.ts';
import type { ChangeVitalSet, WithdrawVitalSet } from './vitals.contract.ts';
import { insertNext, newestVersion } from './vitals.store.ts';

/** Corrects a set: a further version with its reason, the first stays in the history. */
export const changeVitals = action('vitals.change', async (tx, { setId, version, ...said }: z.output<typeof ChangeVitalSet> & { setId: string }) => {
  const before = standing(await newestVersion(tx, setId), version, 'Vital signs');
  const measured = said.measured as Measurements;
  const takenAt = said.takenAt ? Temporal.Instant.from(said.takenAt) : before.takenAt;
  refuseIf(obstaclesToSet(signs, measured, takenAt, tx.now));
  const { note, reason, position } = said;
  const written = { writtenAt: tx.now, writtenBy: tx.actor.id ?? '' };
  await insertNext(tx, { ...before, version: version + 1, takenAt, position: position ?? null, measured, note, reason, ...written });
  return shownSet(tx, setId);
});

/** Marks a set as entered in error: it leaves list and trend and stays in the record. */
export const withdrawVitals = action('vitals.withdraw', async (tx, { setId, version, reason }: z.output<typeof WithdrawVitalSet> & { setId: string }) => {
  const before = standing(await newestVersion(tx, setId), version, 'Vital signs');
  await insertNext(tx, { ...before, version: version + 1, state: 'entered-in-error', reason, writtenAt: tx.now, writtenBy: tx.actor.id ?? '' });
  return shownSet(tx, setId);
});
