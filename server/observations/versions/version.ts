import { NotFound, Refused } from '#server/platform/index.ts';

/** What allergies, vital signs and results have in common: nothing is rewritten, a change is a further version, and an error is marked as one. */
export interface Versioned {
  readonly version: number;
  readonly state: string;
}

/** Somebody else wrote a version meanwhile. */
export const stale = () =>
  new Refused('observation.stale', { code: 'observation.stale', says: 'Someone changed this meanwhile. Look again, then make your change.', at: 'version' }, 409);

/** The newest version, if it is the one on the screen; refuses when there is none, when it changed meanwhile, and when it was an error. */
export function standing<Kept extends Versioned>(newest: Kept | undefined, version: number, called: string): Kept {
  if (!newest) throw new NotFound(called);
  if (newest.version !== version || newest.state === 'entered-in-error') throw stale();
  return newest;
}
