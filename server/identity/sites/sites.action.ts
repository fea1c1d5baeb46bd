import type { z } from 'zod';
import { action, NotFound, Refused, type Tx } from '#server/platform/index.ts';
import { definedOnly } from '../organisation/organisation.action.ts';
import { addressColumns } from '../organisation/organisation.store.ts';
import type { NewSite, SiteChanges } from './sites.contract.ts';
import { allSites, insertSite, isSiteNameTaken, updateSite } from './sites.store.ts';

async function refuseTakenName(tx: Tx, name: string | undefined, except?: string): Promise<void> {
  if (name === undefined || !(await isSiteNameTaken(tx, name, except))) return;
  throw new Refused('site.name-taken', { code: 'site.name-taken', says: `There is already a site named ${name}. Choose another name.`, at: 'name' }, 409);
}

/** Every site. */
export const listSites = action('site.list', async (tx, _nothing: object) => ({ items: await allSites(tx) }), { audit: 'touched' });

/** Opens a site. */
export const addSite = action(
  'site.add',
  async (tx, { address, ...site }: z.output<typeof NewSite>) => {
    await refuseTakenName(tx, site.name);
    const id = await insertSite(tx, { ...site, phone: site.phone ?? null, npi: site.npi ?? null, ...addressColumns(address) });
    tx.touch({ kind: 'site', id });
    return { id };
  },
  { purpose: 'SYSADMIN' },
);

/** Changes or closes a site. */
export const changeSite = action(
  'site.change',
  async (tx, { siteId, address, ...changes }: { siteId: string } & z.output<typeof SiteChanges>): Promise<void> => {
    await refuseTakenName(tx, changes.name, siteId);
    const isThere = await updateSite(tx, siteId, { ...definedOnly(changes), ...(address ? addressColumns(address) : {}) });
    if (!isThere) throw new NotFound('Site');
    tx.touch({ kind: 'site', id: siteId, fields: Object.keys({ ...changes, ...(address ? { address } : {}) }) });
  },
  { purpose: 'SYSADMIN' },
);
