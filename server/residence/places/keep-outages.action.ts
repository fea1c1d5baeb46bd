import { action, Refused } from '#server/platform/index.ts';
import type { OutageKind } from './place.ts';
import { bedFacts, endOutages, insertOutage, lockBeds, outageAt } from './places.store.ts';

/** Takes a bed out of use: to be cleaned, or out of service with the reason. Whoever lies in it stays. */
export const takeOutBed = action('bed.take-out', async (tx, { bedId, kind, reason }: { bedId: string; kind: OutageKind; reason: string }): Promise<void> => {
  const bed = await bedFacts(tx, bedId);
  await lockBeds(tx, [bedId]);
  if (kind === 'out-of-service' && reason === '')
    throw new Refused('bed.outage-reason', { code: 'bed.outage-reason', says: 'Write why the bed is out of service.', at: 'reason' });
  const now = await outageAt(tx, bedId, tx.now);
  if (now?.kind !== kind) {
    await endOutages(tx, bedId, tx.now);
    await insertOutage(tx, bed, { kind, reason }, tx.now);
  }
  tx.touch({ kind: 'bed', id: bedId, programId: bed.programId, details: { outage: kind } });
});

/** Brings a bed back into use: cleaned or repaired. */
export const bringBackBed = action('bed.bring-back', async (tx, { bedId }: { bedId: string }): Promise<void> => {
  const bed = await bedFacts(tx, bedId);
  await lockBeds(tx, [bedId]);
  await endOutages(tx, bedId, tx.now);
  tx.touch({ kind: 'bed', id: bedId, programId: bed.programId });
});
