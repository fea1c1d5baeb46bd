import { sql, type Kysely } from 'kysely';
import { within, type Tx } from '#server/platform/index.ts';
import type { IdentityTables } from '../identity-tables.ts';

/** A role with its permissions and how many people hold it. */
export interface Role {
  readonly code: string;
  readonly name: string;
  readonly isClinical: boolean;
  readonly mfaRequired: boolean;
  readonly permissions: readonly string[];
  readonly staffCount: number;
}

/** Brings roles and permissions up to the content that came with this version. */
export async function storeRoles(db: Kysely<Record<never, never>>, content: unknown): Promise<void> {
  await sql`select identity.load_roles(${JSON.stringify(content)}::jsonb)`.execute(db);
}

/** All roles by name. */
export async function allRoles(tx: Tx): Promise<Role[]> {
  const { rows } = await sql<Role>`select r.code, r.name, r.is_clinical, r.mfa_required,
      array(select permission_code from identity.role_permission where role_code = r.code order by 1) as permissions,
      (select count(*)::int from identity.staff_role held join identity.staff s on s.id = held.staff_id and s.active where held.role_code = r.code) as staff_count
    from identity.role r order by r.name`.execute(tx.db);
  return rows;
}

/** Every permission. */
export function allPermissions(tx: Tx): Promise<{ code: string; says: string }[]> {
  return within<IdentityTables>(tx).selectFrom('identity.permission').select(['code', 'says']).orderBy('code').execute();
}

/** Makes a role, without permissions yet. False when the code is taken. */
export async function insertRole(tx: Tx, role: { code: string; name: string; isClinical: boolean; mfaRequired: boolean }): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await within<IdentityTables>(tx)
    .insertInto('identity.role')
    .values(role)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Changes the columns given. */
export async function updateRole(tx: Tx, code: string, changes: { name?: string; isClinical?: boolean; mfaRequired?: boolean }): Promise<void> {
  await within<IdentityTables>(tx)
    .updateTable('identity.role')
    .set({ code, ...changes })
    .where('code', '=', code)
    .execute();
}

/** Replaces what a role may do. */
export async function replacePermissions(tx: Tx, roleCode: string, permissions: readonly string[]): Promise<void> {
  const db = within<IdentityTables>(tx);
  await db.deleteFrom('identity.rolePermission').where('roleCode', '=', roleCode).execute();
  if (permissions.length > 0)
    await db
      .insertInto('identity.rolePermission')
      .values([...new Set(permissions)].map((permissionCode) => ({ roleCode, permissionCode })))
      .execute();
}
