import { sql, type InsertObject, type Updateable } from 'kysely';
import { within, type Tx } from '#server/platform/index.ts';
import type { IdentityTables } from '../identity-tables.ts';

/** An address as it crosses the wire. */
export interface WireAddress {
  readonly line1: string;
  readonly line2?: string | null | undefined;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
}

/** An address as columns. */
export function addressColumns({ line1, line2, city, state, zip }: WireAddress) {
  return { addressLine1: line1, addressLine2: line2 ?? null, city, state, zip };
}

/** Columns as an address. */
export function addressOf({ addressLine1, addressLine2, city, state, zip }: ReturnType<typeof addressColumns>): {
  line1: string;
  line2: string | null;
  city: string;
  state: string;
  zip: string;
} {
  return { line1: addressLine1, line2: addressLine2, city, state, zip };
}

/** The organisation; undefined before the first run. */
export function theOrganisation(tx: Tx) {
  return within<IdentityTables>(tx).selectFrom('identity.organisation').selectAll().executeTakeFirst();
}

/** Makes the organisation. */
export async function insertOrganisation(tx: Tx, organisation: InsertObject<IdentityTables, 'identity.organisation'>): Promise<void> {
  await within<IdentityTables>(tx).insertInto('identity.organisation').values(organisation).execute();
}

/** Changes the columns given. */
export async function updateOrganisation(tx: Tx, changes: Updateable<IdentityTables['identity.organisation']>): Promise<void> {
  if (Object.keys(changes).length === 0) return;
  await within<IdentityTables>(tx).updateTable('identity.organisation').set(changes).execute();
}

/** Lets one first run pass at a time. Ends with the transaction. */
export async function waitForOtherFirstRuns(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(7004)`.execute(tx.db);
}
