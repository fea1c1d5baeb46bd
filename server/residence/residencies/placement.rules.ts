import type { Obstacle } from '#server/platform/index.ts';
import type { BedFacts, Gender, OutageKind } from '../places/place.ts';
import type { PersonFacts } from './residency.ts';

/** An obstacle, and whether a reason sets it aside. */
export interface PlacementObstacle extends Obstacle {
  readonly yieldsToReason: boolean;
}

/** What there is to know of a bed at the moment somebody is to have it. */
export interface BedAtMoment {
  readonly bed: BedFacts;
  readonly outage: { readonly kind: OutageKind; readonly reason: string } | undefined;
  /** Who has it then or later, other than those who leave it in the same act. */
  readonly holder: { readonly name: string } | undefined;
  readonly reservedFor: { readonly episodeId: string; readonly name: string } | undefined;
  /** Who sleeps in the room, other than those who leave it in the same act. */
  readonly roommates: readonly Gender[];
}

const firm = (code: string, says: string): PlacementObstacle => ({ code, says, at: 'bedId', yieldsToReason: false });
const yielding = (code: string, says: string): PlacementObstacle => ({
  code,
  says: `${says} Or write the reason why it may be set aside here.`,
  at: 'override',
  yieldsToReason: true,
});

function genderObstacles({ bed, roommates }: BedAtMoment, { gender }: PersonFacts): PlacementObstacle[] {
  const known = gender === 'woman' || gender === 'man';
  switch (bed.genderRule) {
    case 'any':
      return [];
    case 'women':
      return gender === 'woman' ? [] : [yielding('bed.for-women', `${bed.roomName} is a room for women. Choose another room.`)];
    case 'men':
      return gender === 'man' ? [] : [yielding('bed.for-men', `${bed.roomName} is a room for men. Choose another room.`)];
    case 'one-gender':
      return roommates.length === 0 || (known && roommates.every((other) => other === gender))
        ? []
        : [yielding('bed.one-gender', `Whoever shares ${bed.roomName} is of one gender. Choose a room where nobody else sleeps, or one that fits.`)];
  }
}

function ageObstacles({ bed }: BedAtMoment, { age }: PersonFacts): PlacementObstacle[] {
  if (bed.minimumAge !== null && age < bed.minimumAge)
    return [yielding('bed.too-young', `${bed.unitName} takes people from ${bed.minimumAge} years on. Choose another unit.`)];
  if (bed.maximumAge !== null && age > bed.maximumAge)
    return [yielding('bed.too-old', `${bed.unitName} takes people up to ${bed.maximumAge} years. Choose another unit.`)];
  return [];
}

function outageObstacles({ bed, outage }: BedAtMoment): PlacementObstacle[] {
  if (outage?.kind === 'cleaning') return [yielding('bed.to-be-cleaned', `${bed.bedName} is not cleaned yet. Mark it clean first.`)];
  if (outage) return [firm('bed.out-of-service', `${bed.bedName} is out of service: ${outage.reason} Bring it back into service first.`)];
  return [];
}

/** What stands against giving a bed to somebody, all of it, with the remedy in words; empty when nothing does. */
export function obstaclesToPlacing(at: BedAtMoment, person: PersonFacts & { readonly episodeId: string; readonly programId: string }): PlacementObstacle[] {
  const { bed, holder, reservedFor } = at;
  return [
    ...(bed.programId === person.programId
      ? []
      : [firm('bed.other-program', `${bed.unitName} lodges people of another program. Depart from this one and arrive there, in that program's episode.`)]),
    ...(bed.active ? [] : [firm('bed.retired', `${bed.bedName} is not used any more. Choose another bed.`)]),
    ...(holder ? [firm('bed.taken', `${holder.name} has ${bed.bedName}. Swap the two, move ${holder.name} first, or free the bed.`)] : []),
    ...outageObstacles(at),
    ...(reservedFor && reservedFor.episodeId !== person.episodeId
      ? [yielding('bed.reserved', `${bed.bedName} is kept for ${reservedFor.name}. Release the reservation first.`)]
      : []),
    ...genderObstacles(at, person),
    ...ageObstacles(at, person),
  ];
}

/** What is left of the obstacles once somebody wrote a reason. */
export function obstaclesDespite(obstacles: readonly PlacementObstacle[], override: string | undefined): PlacementObstacle[] {
  return override === undefined ? [...obstacles] : obstacles.filter(({ yieldsToReason }) => !yieldsToReason);
}
