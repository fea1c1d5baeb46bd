import { permission, type Module } from '#server/platform/index.ts';
import { routes as organisation } from './organisation/organisation.routes.ts';
import { routes as passkeys } from './passkeys/passkeys.routes.ts';
import { routes as passwords } from './passwords/passwords.routes.ts';
import { routes as roles } from './roles/roles.routes.ts';
import { routes as secondFactor } from './second-factor/second-factor.routes.ts';
import { removeEndedSessions } from './sessions/sessions.jobs.ts';
import { routes as sessions } from './sessions/sessions.routes.ts';
import { routes as setUp } from './set-up/set-up.routes.ts';
import { routes as signIn } from './sign-in/sign-in.routes.ts';
import { routes as sites } from './sites/sites.routes.ts';
import { routes as staff } from './staff/staff.routes.ts';
import { staffTiles } from './staff/staff-tiles.store.ts';

export type { IdentityViews } from './identity-tables.ts';
export { loadRoles } from './roles/load-roles.action.ts';
export { resolveCaller } from './sessions/caller.store.ts';
export { signOut } from './sessions/own-session.action.ts';
export { cookieOf, plainCookie } from './accounts/plain-cookie.ts';
export { proveColleague } from './sign-in/prove-colleague.action.ts';
export { proveIdentity } from './sign-in/prove-identity.action.ts';
export { setUpCode } from './set-up/set-up-code.ts';

/** The context `identity`: who works here, in which roles and programs, and how they prove who they are. */
export const identity: Module = {
  name: 'identity',
  routes: [...signIn, ...secondFactor, ...passkeys, ...passwords, ...sessions, ...setUp, ...organisation, ...sites, ...staff, ...roles],
  jobs: [removeEndedSessions],
  permissions: [
    permission('staff.read', 'See staff, their roles and credentials'),
    permission('staff.write', 'Add staff, change their roles, reset their access'),
    permission('organisation.write', 'Change the organisation, its sites, roles and sign-in settings'),
  ],
  tiles: staffTiles,
  events: [],
};
