import type { SignRound, Watch } from '#server/residence/rounds/rounds.contract.ts';

type Sighting = SignRound['sightings'][number];

/** What was tapped on this walk and is not signed yet, by watch. */
export type Walk = Readonly<Record<string, Sighting>>;

/** The walk after somebody was seen; seen again before the signature, the later sighting stands. */
export function withSighting(walk: Walk, sighting: Sighting): Walk {
  return { ...walk, [sighting.watchId]: sighting };
}

/** The walk as a round that can be sent. */
export function roundOf(walk: Walk, id: string, unitId: string, signedAt: string): SignRound {
  return { id, unitId, signedAt, sightings: Object.values(walk) };
}

/** A round without the sightings that the server has not heard of would look late: those that wait on this device count as seen. */
export function withUnsent(watches: readonly Watch[], rounds: readonly SignRound[]): Watch[] {
  return watches.map((watch) => {
    const waiting = rounds.flatMap(({ sightings }) => sightings).filter(({ watchId, seenAt }) => watchId === watch.id && seenAt > (watch.lastSeenAt ?? ''));
    const last = waiting.toSorted((a, b) => a.seenAt.localeCompare(b.seenAt)).at(-1);
    if (!last) return watch;
    const dueAt = watch.isAway ? null : new Date(Date.parse(last.seenAt) + watch.intervalMinutes * 60_000).toISOString();
    return { ...watch, lastSeenAt: last.seenAt, lastStatus: last.status, lastSeenByName: null, dueAt, isMissed: false };
  });
}

/** How a person stands at a moment: who is late comes first, then by when they are due; who is away comes last. */
export function inOrder(watches: readonly Watch[]): Watch[] {
  return watches.toSorted((a, b) => (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9') || a.name.localeCompare(b.name));
}

/** In words, by when somebody is to be seen. */
export function dueWords({ dueAt, isAway, isMissed }: Watch, now: number): { readonly says: string; readonly tone: 'calm' | 'due' | 'late' } {
  if (isAway || dueAt === null) return { says: 'Away', tone: 'calm' };
  const minutes = Math.round((Date.parse(dueAt) - now) / 60_000);
  if (minutes < 0) return { says: isMissed ? `Missed: ${-minutes} min late` : `${-minutes} min late`, tone: 'late' };
  return { says: minutes === 0 ? 'Due now' : `Due in ${minutes} min`, tone: minutes <= 5 ? 'due' : 'calm' };
}
