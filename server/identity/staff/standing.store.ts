import { sql } from 'kysely';
import { within, type Tx } from '#server/platform/index.ts';
import type { IdentityTables } from '../identity-tables.ts';

/** A licence or other ground to practise. */
export interface CredentialFacts {
  readonly kind: string;
  readonly number: string | null;
  readonly state: string | null;
  readonly validFrom: Temporal.PlainDate;
  readonly validTo: Temporal.PlainDate | null;
}

/** Credentials of one person, the newest first. */
export function credentialsOf(tx: Tx, staffId: string): Promise<(CredentialFacts & { id: string })[]> {
  return within<IdentityTables>(tx)
    .selectFrom('identity.staffCredential')
    .select(['id', 'kind', 'number', 'state', 'validFrom', 'validTo'])
    .where('staffId', '=', staffId)
    .orderBy('validFrom', 'desc')
    .execute();
}

/** Adds a credential; answers its id. */
export async function insertCredential(tx: Tx, staffId: string, facts: CredentialFacts): Promise<string> {
  const { id } = await within<IdentityTables>(tx)
    .insertInto('identity.staffCredential')
    .values({ staffId, ...facts })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Changes a credential. False when this person has none of that id. */
export async function updateCredential(tx: Tx, key: { staffId: string; credentialId: string }, changes: Partial<CredentialFacts>): Promise<boolean> {
  const { numUpdatedRows } = await within<IdentityTables>(tx)
    .updateTable('identity.staffCredential')
    .set({ staffId: key.staffId, ...changes })
    .where('id', '=', key.credentialId)
    .where('staffId', '=', key.staffId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** All memberships of one person, past and to come, the newest first. `from` and `to` are days, `to` the last of them. */
export async function membershipsOf(tx: Tx, staffId: string) {
  const { rows } = await sql<{ id: string; programId: string; from: Temporal.PlainDate; to: Temporal.PlainDate | null }>`
    select id, program_id, valid_from as "from", valid_to as "to" from identity.program_membership where staff_id = ${staffId} order by valid_from desc, program_id`.execute(
    tx.db,
  );
  return rows;
}

/** The day where the organisation is. */
export async function organisationDay(tx: Tx): Promise<Temporal.PlainDate> {
  const { rows } = await sql<{ today: Temporal.PlainDate }>`select identity.today() as today`.execute(tx.db);
  return rows[0]?.today ?? tx.now.toZonedDateTimeISO('UTC').toPlainDate();
}

/** Whether somebody works in the program on any of these days already. */
export async function isMember(tx: Tx, staffId: string, programId: string, from: Temporal.PlainDate, to: Temporal.PlainDate | null): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`select id from identity.program_membership where staff_id = ${staffId} and program_id = ${programId}
    and valid_from <= coalesce(${to}::date, 'infinity') and coalesce(valid_to, 'infinity') >= ${from}::date limit 1`.execute(tx.db);
  return rows.length > 0;
}

/** Begins work in a program; answers the id of the membership. */
export async function insertMembership(
  tx: Tx,
  membership: { staffId: string; programId: string; validFrom: Temporal.PlainDate; validTo: Temporal.PlainDate | null },
): Promise<string> {
  const { id } = await within<IdentityTables>(tx).insertInto('identity.programMembership').values(membership).returning('id').executeTakeFirstOrThrow();
  return id;
}

/** Sets the last day of work in a program. False when this person has no such membership. */
export async function endMembership(tx: Tx, key: { staffId: string; membershipId: string }, validTo: Temporal.PlainDate | null): Promise<boolean> {
  const { numUpdatedRows } = await within<IdentityTables>(tx)
    .updateTable('identity.programMembership')
    // A membership that ends before it began is one that never was: it ends on its first day at the soonest.
    .set(({ fn, val }) => ({ validTo: validTo === null ? null : fn<Temporal.PlainDate>('greatest', ['validFrom', val(validTo)]) }))
    .where('id', '=', key.membershipId)
    .where('staffId', '=', key.staffId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
