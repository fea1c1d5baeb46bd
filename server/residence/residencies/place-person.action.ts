import { ageOn } from '#server/patients/index.ts';
import { action, refuseIf, type Tx } from '#server/platform/index.ts';
import { bedFacts, endOutages, lockBeds, outageAt } from '../places/places.store.ts';
import { genderOf } from './gender.rules.ts';
import { holderFrom, placementFacts, reservationOf, roommatesAt } from './placement.store.ts';
import { obstaclesDespite, obstaclesToPlacing, type PlacementObstacle } from './placement.rules.ts';

/** A bed wanted for somebody from a moment on. */
interface Wish {
  readonly patientId: string;
  readonly episodeId: string;
  readonly programId: string;
  readonly bedId: string;
  readonly at: Temporal.Instant;
  /** Residencies that leave their beds in the same act. */
  readonly leaving: readonly string[];
}

/** What stands against giving this bed to this person. */
export async function judgePlacement(
  tx: Tx,
  { patientId, episodeId, programId, bedId, at, leaving }: Wish,
): Promise<{ obstacles: readonly PlacementObstacle[]; unitId: string }> {
  const bed = await bedFacts(tx, bedId);
  const person = await placementFacts(tx, patientId);
  const age = ageOn(person.birthDate, at.toZonedDateTimeISO('UTC').toPlainDate());
  const moment = {
    bed,
    outage: await outageAt(tx, bedId, at),
    holder: await holderFrom(tx, bedId, at, leaving),
    reservedFor: await reservationOf(tx, bedId),
    roommates: (await roommatesAt(tx, bed.roomId, at, leaving)).map(genderOf),
  };
  return { obstacles: obstaclesToPlacing(moment, { patientId, gender: genderOf(person), age, episodeId, programId }), unitId: bed.unitId };
}

/** Whoever lies down, with a reason, in a bed not cleaned yet settles the cleaning: it is asked for anew when they leave. */
export async function settleCleaning(tx: Tx, bedId: string, at: Temporal.Instant, setAside: readonly PlacementObstacle[]): Promise<void> {
  if (setAside.some(({ code }) => code === 'bed.to-be-cleaned')) await endOutages(tx, bedId, at);
}

/** Holds a bed for the transaction and judges it. Throws `Refused` with every rule that neither fits nor yields. */
export const claimBed = action('bed.claim', async (tx, { override, ...wish }: Wish & { override: string | undefined }): Promise<{ unitId: string }> => {
  await lockBeds(tx, [wish.bedId]);
  const { obstacles, unitId } = await judgePlacement(tx, wish);
  refuseIf(obstaclesDespite(obstacles, override), 409);
  await settleCleaning(tx, wish.bedId, wish.at, obstacles);
  return { unitId };
});
