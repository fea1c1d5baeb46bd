import type { z } from 'zod';
import { action, NotFound } from '#server/platform/index.ts';
import type { OrganisationChanges, OrganisationReply } from './organisation.contract.ts';
import { addressColumns, addressOf, theOrganisation, updateOrganisation } from './organisation.store.ts';

/** The organisation, as everybody on the staff may know it. */
export const readOrganisation = action(
  'organisation.read',
  async (tx, _nothing: object): Promise<OrganisationReply> => {
    const found = await theOrganisation(tx);
    if (!found) throw new NotFound('Organisation');
    const { isOnly: _isOnly, addressLine1, addressLine2, city, state, zip, ...rest } = found;
    return { ...rest, address: addressOf({ addressLine1, addressLine2, city, state, zip }) };
  },
  { audit: 'touched' },
);

/** Changes the organisation or its sign-in settings. */
export const changeOrganisation = action(
  'organisation.change',
  async (tx, { address, ...changes }: z.output<typeof OrganisationChanges>): Promise<void> => {
    await updateOrganisation(tx, { ...definedOnly(changes), ...(address ? addressColumns(address) : {}) });
    tx.touch({ kind: 'organisation', fields: Object.keys({ ...changes, ...(address ? { address } : {}) }) });
  },
  { purpose: 'SYSADMIN' },
);

/** The fields that were sent. */
export function definedOnly<T extends object>(changes: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as { [Key in keyof T]?: Exclude<T[Key], undefined> };
}
