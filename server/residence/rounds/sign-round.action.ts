import { action, mail, refuseIf, type Obstacle, type Tx } from '#server/platform/index.ts';
import { programOfUnit } from '../places/places.store.ts';
import { dueAt, isMissed } from './due.rules.ts';
import { roundContent } from './round.ts';
import type { SignRound } from './rounds.contract.ts';
import { insertMissed, insertRound, insertSighting, mailOfCharge, openWatches, watchesById } from './rounds.store.ts';

// A phone whose clock is a little ahead is no reason to lose a round.
const clockTolerance = { minutes: 2 };

function obstaclesToSigning({ sightings, signedAt }: SignRound, now: Temporal.Instant): Obstacle[] {
  const latest = now.add(clockTolerance);
  const isAhead = [signedAt, ...sightings.map(({ seenAt }) => seenAt)].some((moment) => Temporal.Instant.compare(Temporal.Instant.from(moment), latest) > 0);
  return isAhead ? [{ code: 'round.clock-ahead', says: 'The clock of this device is ahead. Set it right, then sign again.', at: 'signedAt' }] : [];
}

/** Mail that says nothing to whoever glances at the inbox. */
async function callCharge(tx: Tx, programId: string, subject: string): Promise<void> {
  for (const to of await mailOfCharge(tx, programId)) await mail.send(tx, { to, subject, text: `Something needs you now. Please sign in: ${tx.config.publicUrl}/` });
}

/** Keeps a round under the signature of who walked it, all or nothing; sent again after the network came back it is still one. Not found is told at once. */
export const signRound = action('residence.sign-round', async (tx, round: SignRound): Promise<void> => {
  const programId = await programOfUnit(tx, round.unitId);
  refuseIf(obstaclesToSigning(round, tx.now), 409);
  const watches = await watchesById(
    tx,
    round.sightings.map(({ watchId }) => watchId),
  );
  const isNew = await insertRound(tx, { id: round.id, unitId: round.unitId, programId, signedAt: Temporal.Instant.from(round.signedAt) });
  tx.touch({ kind: 'round', id: round.id, programId, patientId: [...new Set([...watches.values()].map(({ patientId }) => patientId))] });
  if (!isNew) return;
  for (const sighting of round.sightings) {
    const watch = watches.get(sighting.watchId);
    if (watch) await insertSighting(tx, round.id, watch, { ...sighting, seenAt: Temporal.Instant.from(sighting.seenAt) });
  }
  const urgent = roundContent.statuses.filter((status) => status.urgent).map(({ code }) => code);
  if (round.sightings.some(({ status }) => urgent.includes(status))) await callCharge(tx, programId, 'Please look now');
});

/** Tells those who answer for the rounds of each sighting that was missed: once. As the system. */
export async function escalateMissed(tx: Tx): Promise<void> {
  for (const watch of await openWatches(tx, undefined)) {
    const due = dueAt(watch);
    if (due === null || !isMissed(watch, tx.now) || !(await insertMissed(tx, watch, due))) continue;
    await callCharge(tx, watch.programId, 'A round was missed: please look now');
    tx.touch({ kind: 'watch', id: watch.id, patientId: watch.patientId, programId: watch.programId });
  }
}
