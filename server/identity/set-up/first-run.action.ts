import type { z } from 'zod';
import { action, Answer, Refused, type Tx } from '#server/platform/index.ts';
import { openSession } from '../accounts/better-auth.store.ts';
import { addressColumns, insertOrganisation, theOrganisation, waitForOtherFirstRuns } from '../organisation/organisation.store.ts';
import { setPassword } from '../passwords/set-password.action.ts';
import { loadRoles } from '../roles/load-roles.action.ts';
import { admit } from '../sign-in/admission.action.ts';
import { insertSite } from '../sites/sites.store.ts';
import { insertStaff, replaceRoles } from '../staff/staff.store.ts';
import { isSetUpCode } from './set-up-code.ts';
import type { FirstRun } from './set-up.contract.ts';

/** Whether the organisation is still to be made. */
export const readSetUp = action('set-up.read', async (tx, _nothing: object) => ({ needed: (await theOrganisation(tx)) === undefined, demo: tx.config.demo }), {
  audit: 'touched',
});

async function makeAdministrator(tx: Tx, { password, ...person }: z.output<typeof FirstRun>['administrator']): Promise<string> {
  const id = await insertStaff(tx, person);
  await replaceRoles(tx, id, ['administrator']);
  await setPassword(tx, id, password);
  return id;
}

/** Makes the organisation, its sites and the first administrator, who is signed in and must enrol a second factor next. Once only. */
export const runFirst = action(
  'set-up.run',
  async (tx, { setUpCode, organisation: { address, ...organisation }, sites, administrator }: z.output<typeof FirstRun>) => {
    await waitForOtherFirstRuns(tx);
    if (await theOrganisation(tx)) throw new Refused('set-up.done', { code: 'set-up.done', says: 'This organisation is set up already. Please sign in.' }, 409);
    if (!isSetUpCode(setUpCode, tx.config.masterKey))
      throw new Refused('set-up.wrong-code', {
        code: 'set-up.wrong-code',
        says: 'This is not the set-up code. It stands in the console where Mooring was started.',
        at: 'setUpCode',
      });
    await loadRoles(tx.db);
    await insertOrganisation(tx, { ...organisation, ...addressColumns(address) });
    for (const { address: place, ...site } of sites) await insertSite(tx, { ...site, phone: site.phone ?? null, npi: site.npi ?? null, ...addressColumns(place) });
    const id = await makeAdministrator(tx, administrator);
    const { token, cookie } = await openSession(tx, id);
    const person = { id, email: administrator.email.toLowerCase(), displayName: `${administrator.givenName} ${administrator.familyName}`, active: true };
    const state = await admit(tx, person, { token, factor: 'password', isComplete: false });
    return new Answer({ state }, { cookies: [cookie] });
  },
  { purpose: 'SYSADMIN' },
);
