import type { Module } from '#server/platform/index.ts';
import { routes as groupRoutes } from './groups/groups.routes.ts';
import { routes as sessions } from './sessions/sessions.routes.ts';
import { sessionTiles } from './sessions/session-tiles.store.ts';

export { giveSeatsFree, holdGroups, planSessions, stretchSessions, takeSeats } from './planning/plan-sessions.action.ts';
export { seatGuest } from './sessions/seat-guest.action.ts';
export { leaveGroups } from './carrying/leave-groups.action.ts';
export { likeness } from './sessions/clone.rules.ts';
export { namesOfOthers, type Named } from './sessions/names.rules.ts';

/** The context `groups`: one session document, one sealed note for each member. */
export const groups: Module = { name: 'groups', routes: [...groupRoutes, ...sessions], jobs: [], permissions: [], tiles: sessionTiles, events: ['group-session.signed'] };
