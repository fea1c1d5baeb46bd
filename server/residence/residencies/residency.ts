import type { Gender } from '../places/place.ts';

/** Somebody who lives in the house, as its rules see them. */
export interface Lodger {
  readonly residencyId: string;
  readonly patientId: string;
  readonly programId: string;
  readonly episodeId: string;
  readonly unitId: string;
  readonly startsAt: Temporal.Instant;
  readonly name: string;
}

/** The bed that somebody has now. */
export interface HeldBed {
  readonly occupancyId: string;
  readonly bedId: string;
  readonly startsAt: Temporal.Instant;
}

/** What the rules of a room ask about. */
export interface PersonFacts {
  readonly patientId: string;
  readonly gender: Gender;
  readonly age: number;
}

/** Why a bed is no longer somebody's. */
export type OccupancyEnd = 'moved' | 'swapped' | 'freed' | 'departed';
