import { sql, type RawBuilder } from 'kysely';
import { newId, within, type Tx } from '#server/platform/index.ts';
import type { IdentityTables } from '../identity-tables.ts';
import type { StaffFacts } from './staff.rules.ts';

/** A line of the staff list. */
export interface StaffLine {
  readonly id: string;
  readonly displayName: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly credential: string | null;
  readonly npi: string | null;
  readonly taxonomy: string | null;
  readonly roles: readonly string[];
  readonly programIds: readonly string[];
  readonly active: boolean;
  readonly hasSecondFactor: boolean;
  readonly lastSignInAt: Temporal.Instant | null;
  readonly credentialEnds: Temporal.PlainDate | null;
}

/** Which lines are wanted. */
export interface StaffFilter {
  readonly q?: string | undefined;
  readonly role?: string | undefined;
  readonly programId?: string | undefined;
  readonly active?: 'true' | 'false' | undefined;
}

const line = sql`select s.id, n.display_name, s.given_name, s.family_name, s.email, n.credential, s.npi, s.taxonomy, s.active,
    array(select role_code from identity.staff_role where staff_id = s.id order by 1) as roles,
    array(select program_id::text from identity.staff_membership where staff_id = s.id) as program_ids,
    (u.two_factor_enabled or exists (select from identity.passkey where staff_id = s.id)) as has_second_factor,
    (select max(at) from identity.sign_in_attempt a where a.email = s.email and a.outcome = 'accepted') as last_sign_in_at,
    (select min(valid_to) from identity.staff_credential c where c.staff_id = s.id and c.valid_to >= identity.today()) as credential_ends
  from identity.staff s join identity.staff_name n on n.id = s.id join identity.auth_user u on u.id = s.id`;

/** A part of a search is a word of the name or address, whatever its case. */
function containing(q: string): RawBuilder<unknown> {
  return sql`position(lower(${q}) in lower(n.display_name || ' ' || s.given_name || ' ' || s.email)) > 0`;
}

/** The staff list by family name. */
export async function staffLines(tx: Tx, { q, role, programId, active }: StaffFilter): Promise<StaffLine[]> {
  const { rows } = await sql<StaffLine>`${line} where true
    ${q ? sql`and ${containing(q)}` : sql``}
    ${role ? sql`and exists (select from identity.staff_role where staff_id = s.id and role_code = ${role})` : sql``}
    ${programId ? sql`and exists (select from identity.staff_membership where staff_id = s.id and program_id = ${programId})` : sql``}
    ${active ? sql`and s.active = ${active === 'true'}` : sql``}
    order by s.family_name, s.given_name, s.id`.execute(tx.db);
  return rows;
}

/** One line of the staff list. */
export async function staffLine(tx: Tx, staffId: string): Promise<StaffLine | undefined> {
  return (await sql<StaffLine>`${line} where s.id = ${staffId}`.execute(tx.db)).rows[0];
}

/** What the staff list leaves out of one person. */
export async function staffDetail(tx: Tx, staffId: string) {
  const { rows } = await sql<{ nameToUse: string | null; phone: string | null; supervisor: { id: string; displayName: string } | null }>`
    select s.name_to_use, s.phone, case when n.id is not null then jsonb_build_object('id', n.id, 'displayName', n.display_name) end as supervisor
    from identity.staff s left join identity.staff_name n on n.id = s.supervisor_id where s.id = ${staffId}`.execute(tx.db);
  return rows[0];
}

/** Colleagues who are active, as everybody may know them. */
export async function directory(tx: Tx, programId: string | undefined) {
  const { rows } = await sql<{ id: string; displayName: string; credential: string | null; roles: string[]; isClinical: boolean; programIds: string[] }>`
    select n.id, n.display_name, n.credential, array(select role_code from identity.staff_role where staff_id = n.id order by 1) as roles,
      exists (select from identity.staff_role held join identity.role r on r.code = held.role_code where held.staff_id = n.id and r.is_clinical) as is_clinical,
      array(select program_id::text from identity.staff_membership where staff_id = n.id) as program_ids
    from identity.staff_name n where n.active
      ${programId ? sql`and exists (select from identity.staff_membership m where m.staff_id = n.id and m.program_id = ${programId})` : sql``}
    order by n.family_name, n.given_name, n.id`.execute(tx.db);
  return rows;
}

/** Columns of a person that administration writes. */
export interface StaffColumns {
  givenName?: string;
  familyName?: string;
  nameToUse?: string | null;
  email?: string;
  phone?: string | null;
  npi?: string | null;
  taxonomy?: string | null;
  supervisorId?: string | null;
  active?: boolean;
}

/** Whether somebody else has this e-mail address. */
export async function isEmailTaken(tx: Tx, email: string, except?: string): Promise<boolean> {
  const other = await within<IdentityTables>(tx).selectFrom('identity.staff').select('id').where('email', '=', email.toLowerCase()).executeTakeFirst();
  return other !== undefined && other.id !== except;
}

/** Takes somebody on; answers the id, which the account shares. */
export async function insertStaff(tx: Tx, staff: StaffColumns & { givenName: string; familyName: string; email: string }): Promise<string> {
  const id = newId<'Staff'>();
  await within<IdentityTables>(tx)
    .insertInto('identity.staff')
    .values({ nameToUse: null, phone: null, npi: null, taxonomy: null, supervisorId: null, ...staff, id, email: staff.email.toLowerCase() })
    .execute();
  return id;
}

/** Changes the columns given. False when there is nobody of this id. */
export async function updateStaff(tx: Tx, staffId: string, changes: StaffColumns): Promise<boolean> {
  const { numUpdatedRows } = await within<IdentityTables>(tx)
    .updateTable('identity.staff')
    .set({ id: staffId, ...changes, ...(changes.email === undefined ? {} : { email: changes.email.toLowerCase() }) })
    .where('id', '=', staffId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Replaces the roles that somebody holds. */
export async function replaceRoles(tx: Tx, staffId: string, roles: readonly string[]): Promise<void> {
  const db = within<IdentityTables>(tx);
  await db.deleteFrom('identity.staffRole').where('staffId', '=', staffId).execute();
  await db
    .insertInto('identity.staffRole')
    .values([...new Set(roles)].map((roleCode) => ({ staffId, roleCode })))
    .execute();
}

/** What is needed to judge a change of somebody's place; `staffId` may be nobody yet. Waits for changes under way, so that two administrators cannot remove each other. */
export async function staffFacts(tx: Tx, staffId: string): Promise<StaffFacts> {
  await sql`select pg_advisory_xact_lock(7003)`.execute(tx.db);
  const { rows } = await sql<{ roles: string[]; administratorRoles: string[]; active: number; administrators: number; isAdministrator: boolean }>`
    with administering as (select role_code from identity.role_permission where permission_code = 'staff.write'),
    administrator as (select distinct held.staff_id from identity.staff_role held join identity.staff s on s.id = held.staff_id and s.active where held.role_code in (table administering))
    select array(select code from identity.role) as roles, array(table administering) as administrator_roles,
      (select count(*)::int from identity.staff where active and id <> ${staffId}) as active,
      (select count(*)::int from administrator where staff_id <> ${staffId}) as administrators,
      exists (select from administrator where staff_id = ${staffId}) as is_administrator`.execute(tx.db);
  const { roles = [], administratorRoles = [], active = 0, administrators = 0, isAdministrator = false } = rows[0] ?? {};
  return { actorId: tx.actor.id, knownRoles: new Set(roles), administratorRoles: new Set(administratorRoles), others: { active, administrators }, isAdministrator };
}
