import { action, Refused, refuseIf, type Tx } from '#server/platform/index.ts';
import { bedFacts, insertOutage } from '../places/places.store.ts';
import { settleTransfer } from '../plans/transfers.store.ts';
import { obstaclesToMoment } from './moment.rules.ts';
import { claimBed } from './place-person.action.ts';
import type { MoveTo } from './residencies.contract.ts';
import { endOccupancy, heldBed, insertOccupancy, latestMoment, lockLodger } from './residencies.store.ts';
import type { OccupancyEnd } from './residency.ts';

/** A bed that somebody left is cleaned before the next has it. Tells what ended and what is to be cleaned. */
export async function leaveBed(tx: Tx, residencyId: string, at: Temporal.Instant, reason: OccupancyEnd): Promise<{ occupancies: string[]; outages: string[] }> {
  const held = await heldBed(tx, residencyId);
  if (!held) return { occupancies: [], outages: [] };
  await endOccupancy(tx, held.occupancyId, at, reason);
  const isCleaned = reason !== 'swapped';
  const outages = isCleaned ? [await insertOutage(tx, await bedFacts(tx, held.bedId), { kind: 'cleaning', reason: '' }, at)] : [];
  return { occupancies: [held.occupancyId], outages };
}

/** Moves somebody to another bed, or gives one to somebody who has none. A planned move to that very bed is thereby done; any other stays planned. */
export const moveToBed = action('residence.move', async (tx, { residencyId, bedId, at: wished, override }: MoveTo & { residencyId: string }): Promise<void> => {
  const lodger = await lockLodger(tx, residencyId);
  const at = wished === undefined ? tx.now : Temporal.Instant.from(wished);
  const held = await heldBed(tx, residencyId);
  if (held?.bedId === bedId) throw new Refused('bed.has-it', { code: 'bed.has-it', says: 'This person has that bed already.', at: 'bedId' }, 409);
  refuseIf(obstaclesToMoment(at, tx.now, await latestMomentOf(tx, residencyId, wished)), 409);
  const { unitId } = await claimBed.within(tx, { ...lodger, bedId, at, override, leaving: [residencyId] });
  await leaveBed(tx, residencyId, at, 'moved');
  await insertOccupancy(tx, lodger, { bedId, unitId, at, override });
  await settleTransfer(tx, { residencyId, toBedId: bedId }, 'done');
  tx.touch({ kind: 'residency', id: residencyId, patientId: lodger.patientId, programId: lodger.programId, fields: ['bed'] });
});

/** The latest moment on record where an earlier one was asked for; what happens now comes after everything, but for the same instant. */
async function latestMomentOf(tx: Tx, residencyId: string, wished: string | undefined): Promise<Temporal.Instant | undefined> {
  const latest = await latestMoment(tx, residencyId);
  return wished === undefined && Temporal.Instant.compare(latest, tx.now) < 0 ? undefined : latest;
}

/** Frees a bed: the person stays in the house, without a bed for now. */
export const freeBed = action('residence.free-bed', async (tx, { residencyId, at: wished }: { residencyId: string; at?: string | undefined }): Promise<void> => {
  const lodger = await lockLodger(tx, residencyId);
  const at = wished === undefined ? tx.now : Temporal.Instant.from(wished);
  const held = await heldBed(tx, residencyId);
  if (!held) throw new Refused('bed.has-none', { code: 'bed.has-none', says: 'This person has no bed to free.' }, 409);
  refuseIf(obstaclesToMoment(at, tx.now, held.startsAt), 409);
  await leaveBed(tx, residencyId, at, 'freed');
  tx.touch({ kind: 'residency', id: residencyId, patientId: lodger.patientId, programId: lodger.programId, fields: ['bed'] });
});
