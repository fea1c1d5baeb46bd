import type { InsertObject, Updateable } from 'kysely';
import { within, type Tx } from '#server/platform/index.ts';
import type { IdentityTables } from '../identity-tables.ts';
import { addressOf } from '../organisation/organisation.store.ts';
import type { SiteReply } from './sites.contract.ts';

type SiteColumns = InsertObject<IdentityTables, 'identity.site'>;

/** All sites by name, also those no longer in use. */
export async function allSites(tx: Tx): Promise<SiteReply[]> {
  const rows = await within<IdentityTables>(tx).selectFrom('identity.site').selectAll().orderBy('name').execute();
  return rows.map(({ addressLine1, addressLine2, city, state, zip, ...rest }) => ({ ...rest, address: addressOf({ addressLine1, addressLine2, city, state, zip }) }));
}

/** Makes a site; answers its id. */
export async function insertSite(tx: Tx, site: SiteColumns): Promise<string> {
  const { id } = await within<IdentityTables>(tx).insertInto('identity.site').values(site).returning('id').executeTakeFirstOrThrow();
  return id;
}

/** Changes the columns given. False when there is no such site. */
export async function updateSite(tx: Tx, siteId: string, changes: Updateable<IdentityTables['identity.site']>): Promise<boolean> {
  const { numUpdatedRows } = await within<IdentityTables>(tx)
    .updateTable('identity.site')
    .set({ id: siteId, ...changes })
    .where('id', '=', siteId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Whether another site has this name, whatever its case. */
export async function isSiteNameTaken(tx: Tx, name: string, except?: string): Promise<boolean> {
  const rows = await within<IdentityTables>(tx)
    .selectFrom('identity.site')
    .select('id')
    .where(({ eb, fn }) => eb(fn<string>('lower', ['name']), '=', name.toLowerCase()))
    .execute();
  return rows.some(({ id }) => id !== except);
}
