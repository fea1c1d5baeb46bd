import { action, Refused, refuseIf } from '#server/platform/index.ts';
import { bedFacts, lockBeds } from '../places/places.store.ts';
import { judgePlacement } from '../residencies/place-person.action.ts';
import { obstaclesDespite } from '../residencies/placement.rules.ts';
import { lodgerOfEpisode, openEpisode } from '../residencies/residencies.store.ts';
import type { ReserveBed } from './plans.contract.ts';
import { insertReservation, settleReservation } from './reservations.store.ts';

/** Whoever has the bed today, and whether it is clean today, is no matter for somebody who comes later. */
const ofToday = ['bed.taken', 'bed.to-be-cleaned'];

/** Keeps a bed for somebody who is expected. */
export const reserveBed = action('bed.reserve', async (tx, { bedId, episodeId, expectedOn, override }: ReserveBed & { bedId: string }): Promise<void> => {
  await lockBeds(tx, [bedId]);
  const episode = await openEpisode(tx, episodeId);
  if (await lodgerOfEpisode(tx, episodeId))
    throw new Refused('residence.lives-here', { code: 'residence.lives-here', says: 'This person lives in the house already. Plan a move instead.' }, 409);
  const { obstacles } = await judgePlacement(tx, { ...episode, episodeId, bedId, at: tx.now, leaving: [] });
  refuseIf(
    obstaclesDespite(obstacles, override).filter(({ code }) => !ofToday.includes(code)),
    409,
  );
  await settleReservation(tx, { bedId }, 'released');
  await insertReservation(tx, episode, bedId, expectedOn);
  tx.touch({ kind: 'bed', id: bedId, patientId: episode.patientId, programId: episode.programId });
});

/** Keeps a bed for nobody any longer. */
export const releaseBed = action('bed.release', async (tx, { bedId }: { bedId: string }): Promise<void> => {
  const { programId } = await bedFacts(tx, bedId);
  await settleReservation(tx, { bedId }, 'released');
  tx.touch({ kind: 'bed', id: bedId, programId });
});
