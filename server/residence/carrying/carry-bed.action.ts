import { refuseIf, type Tx } from '#server/platform/index.ts';
import type { Carrier, Effect, Move } from '#server/programs/index.ts';
import { bedFacts, lockBeds, outageAt } from '../places/places.store.ts';
import { letDepart } from '../residencies/depart.action.ts';
import { obstaclesToMoment, withinItsMinute } from '../residencies/moment.rules.ts';
import { holderFrom, reservationOf } from '../residencies/placement.store.ts';
import { heldBed, homeOf, latestMoment, lockLodger, lodgerOfEpisode } from '../residencies/residencies.store.ts';
import { bedsHad, liveHereAgain, lodgesPeople } from './carrying.store.ts';
import { obstaclesToReturning } from './returning.rules.ts';

const part = 'bed';

async function leaves(tx: Tx, { episodeId, endsStay, at }: Move) {
  const lodger = endsStay ? await lodgerOfEpisode(tx, episodeId) : undefined;
  if (!lodger) return { effects: [], obstacles: [] };
  const held = await heldBed(tx, lodger.residencyId);
  const bed = held && (await bedFacts(tx, held.bedId));
  const says = bed ? `Bed ${bed.bedName} in ${bed.roomName} is given up and goes to be cleaned.` : 'The person no longer lives in the house.';
  const effects: Effect[] = [{ part, does: 'closed', says }];
  const latest = await latestMoment(tx, lodger.residencyId);
  return { effects, obstacles: obstaclesToMoment(withinItsMinute(at, latest), tx.now, latest) };
}

/** A bed that is left with a stay, given back when the move is taken back; and, on the way into a house, that a bed is still to be given. */
export const carryBed: Carrier = {
  part,
  may: 'residence.read',
  async preview(tx, move) {
    const { effects, obstacles } = await leaves(tx, move);
    const waits: Effect[] = (await lodgesPeople(tx, move.to.id))
      ? [{ part, does: 'opened', says: `The bed board shows the person as expected in ${move.to.name}: give a bed there on arrival.` }]
      : [];
    return { effects: [...effects, ...waits], obstacles };
  },
  async carry(tx, move) {
    const lodger = move.endsStay ? await lodgerOfEpisode(tx, move.episodeId) : undefined;
    if (!lodger) return {};
    const locked = await lockLodger(tx, lodger.residencyId);
    return letDepart(tx, locked, withinItsMinute(move.at, await latestMoment(tx, locked.residencyId)), 'transferred');
  },
  async takeBack(tx, { patientId, episodeId, from, at }, receipt) {
    const [residencyId] = receipt['residencies'] ?? [];
    if (residencyId === undefined) return;
    const [bedId] = await bedsHad(tx, receipt['occupancies'] ?? []);
    if (bedId !== undefined) await lockBeds(tx, [bedId]);
    const bed = bedId === undefined ? undefined : await bedFacts(tx, bedId);
    const reserved = bed && (await reservationOf(tx, bed.bedId));
    const facts = {
      bedName: bed?.bedName,
      holder: bed && (await holderFrom(tx, bed.bedId, at, [residencyId])),
      outage: bed && (await outageAt(tx, bed.bedId, tx.now)),
      reservedFor: reserved?.episodeId === episodeId ? undefined : reserved,
      home: await homeOf(tx, patientId, at, [residencyId]),
    };
    refuseIf(obstaclesToReturning(facts), 409);
    await liveHereAgain(tx, receipt);
    tx.touch({ kind: 'residency', id: residencyId, patientId, programId: from.id, fields: ['endsAt'] });
  },
};
