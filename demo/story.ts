import type { Cast } from './cast.ts';
import type { DemoStay, DemoVisit } from './history.ts';
import type { Chance } from './random.ts';
import type { CastPerson } from './write-people.ts';

/** The year as it was told, with the people in it. */
export interface Story {
  readonly cast: Cast;
  readonly people: readonly CastPerson[];
  readonly stays: readonly DemoStay[];
  readonly visits: readonly DemoVisit[];
  readonly chance: Chance;
  readonly payerIds: ReadonlyMap<string, string>;
}

/** A visit with its identifier and its instants. */
export interface PlacedVisit extends DemoVisit {
  readonly id: string;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly sessionId: string | null;
}
