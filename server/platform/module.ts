import type { Route } from './http/route.ts';
import type { LiveDoor } from './http/live.ts';
import type { Job } from './jobs/job.ts';
import type { Tile } from './tiles/tile.ts';

/** A right that a role may hold. */
export interface Permission {
  readonly code: string;
  readonly says: string;
}

/** What a context brings into the house, from its one door. */
export interface Module {
  readonly name: string;
  readonly routes: readonly Route[];
  readonly jobs: readonly Job[];
  /** Doors for connections that stay. */
  readonly live?: readonly LiveDoor[];
  readonly permissions: readonly Permission[];
  /** Questions that home pages answer with a number. */
  readonly tiles?: readonly Tile[];
  /** Names of the events it announces. */
  readonly events: readonly string[];
}

/** A permission with the words that an administrator reads. */
export function permission(code: string, says: string): Permission {
  return { code, says };
}
