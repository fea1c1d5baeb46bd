import { action, Refused, refuseIf, type Tx } from '#server/platform/index.ts';
import { lockBeds } from '../places/places.store.ts';
import { obstaclesToMoment } from './moment.rules.ts';
import { judgePlacement, settleCleaning } from './place-person.action.ts';
import { obstaclesDespite } from './placement.rules.ts';
import type { SwapWith } from './residencies.contract.ts';
import { endOccupancy, heldBed, insertOccupancy, latestMoment, lockLodger } from './residencies.store.ts';

/** One of the two, with the bed they give up. */
async function partyTo(tx: Tx, residencyId: string) {
  const lodger = await lockLodger(tx, residencyId);
  const held = await heldBed(tx, residencyId);
  if (!held)
    throw new Refused(
      'bed.nothing-to-swap',
      { code: 'bed.nothing-to-swap', says: `A swap takes two beds, and ${lodger.name} has none. Move somebody to the other bed instead.` },
      409,
    );
  return { lodger, held };
}

/** Two people change beds at one instant. It is not a transfer: what was planned for either stays planned. */
export const swapBeds = action(
  'residence.swap',
  async (tx, { residencyId, withResidencyId, at: wished, override }: SwapWith & { residencyId: string }): Promise<void> => {
    if (residencyId === withResidencyId)
      throw new Refused('bed.swap-with-oneself', { code: 'bed.swap-with-oneself', says: 'Choose somebody else to swap with.', at: 'withResidencyId' });
    // In the order of their ids, so that two swaps of the same people never wait for each other.
    const [low = '', high = ''] = [residencyId, withResidencyId].toSorted();
    const [one, other] = [await partyTo(tx, low), await partyTo(tx, high)];
    const at = wished === undefined ? tx.now : Temporal.Instant.from(wished);
    await lockBeds(tx, [one.held.bedId, other.held.bedId]);
    const ways = [
      { who: one, bedId: other.held.bedId },
      { who: other, bedId: one.held.bedId },
    ];
    const judged = [];
    for (const { who, bedId } of ways) {
      const latest = await latestMoment(tx, who.lodger.residencyId);
      const { obstacles, unitId } = await judgePlacement(tx, { ...who.lodger, bedId, at, leaving: [low, high] });
      judged.push({ ...who, bedId, unitId, obstacles, standing: [...obstaclesToMoment(at, tx.now, latest), ...obstaclesDespite(obstacles, override)] });
    }
    refuseIf(
      judged.flatMap(({ standing }) => standing),
      409,
    );
    for (const { held } of judged) await endOccupancy(tx, held.occupancyId, at, 'swapped');
    for (const { lodger, bedId, unitId, obstacles } of judged) {
      await settleCleaning(tx, bedId, at, obstacles);
      await insertOccupancy(tx, lodger, { bedId, unitId, at, override });
      tx.touch({ kind: 'residency', id: lodger.residencyId, patientId: lodger.patientId, programId: lodger.programId, fields: ['bed'] });
    }
  },
);
