import { action, id, newId, Refused, refuseIf, type Tx } from '#server/platform/index.ts';
import { admitEpisode } from '#server/programs/index.ts';
import { programOfUnit } from '../places/places.store.ts';
import { siteTimeZone } from '../board/site.store.ts';
import { settleReservation } from '../plans/reservations.store.ts';
import { obstaclesToMoment } from './moment.rules.ts';
import { claimBed } from './place-person.action.ts';
import type { Arrive } from './residencies.contract.ts';
import { homeOf, insertOccupancy, insertResidency, lodgerOfEpisode, openEpisode } from './residencies.store.ts';
import type { Lodger } from './residency.ts';

const momentOf = (tx: Tx, at: string | undefined) => (at === undefined ? tx.now : Temporal.Instant.from(at));

async function refuseSecondHome(tx: Tx, episodeId: string, patientId: string, at: Temporal.Instant): Promise<void> {
  const here = await lodgerOfEpisode(tx, episodeId);
  const home = here ?? (await homeOf(tx, patientId, at));
  if (home)
    throw new Refused(
      'residence.lives-here',
      { code: 'residence.lives-here', says: 'This person lives in the house already. Move them, or let them depart first.' },
      409,
    );
}

/**
 * Somebody arrives: admitted to the program on that day when they were not yet, living in the house from that moment, with a bed or without one so far.
 * A bed that was kept for them is theirs.
 */
export const arrive = action('residence.arrive', async (tx, { episodeId, bedId, unitId, at: wished, override }: Arrive) => {
  const at = momentOf(tx, wished);
  const episode = await openEpisode(tx, episodeId);
  refuseIf(obstaclesToMoment(at, tx.now, undefined));
  await refuseSecondHome(tx, episodeId, episode.patientId, at);
  const wish = { patientId: episode.patientId, episodeId, programId: episode.programId, at, leaving: [] };
  const chosen = bedId === undefined ? { unitId: unitId ?? '' } : await claimBed.within(tx, { ...wish, bedId, override });
  if ((await programOfUnit(tx, chosen.unitId)) !== episode.programId)
    throw new Refused('bed.other-program', { code: 'bed.other-program', says: 'This unit lodges people of another program.', at: 'unitId' }, 409);
  const day = at.toZonedDateTimeISO(await siteTimeZone(tx, chosen.unitId)).toPlainDate();
  if (episode.state !== 'admitted') await admitEpisode.within(tx, { episodeId, on: day.toString() });
  const lodger: Lodger = {
    residencyId: newId<'Residency'>(),
    patientId: episode.patientId,
    programId: episode.programId,
    episodeId,
    unitId: chosen.unitId,
    startsAt: at,
    name: episode.name,
  };
  await insertResidency(tx, lodger);
  if (bedId !== undefined) await insertOccupancy(tx, lodger, { bedId, unitId: chosen.unitId, at, override });
  await settleReservation(tx, { episodeId }, 'used');
  tx.touch({ kind: 'residency', id: lodger.residencyId, patientId: lodger.patientId, programId: lodger.programId });
  await tx.record({ name: 'residence.arrived', payload: { residencyId: lodger.residencyId, patientId: lodger.patientId, programId: lodger.programId, episodeId } });
  return { residencyId: id('Residency', lodger.residencyId) };
});
