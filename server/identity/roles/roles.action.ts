import type { z } from 'zod';
import { action, NotFound, Refused, refuseIf, type Tx } from '#server/platform/index.ts';
import { definedOnly } from '../organisation/organisation.action.ts';
import { obstaclesToLosing, obstaclesToRole } from './role.rules.ts';
import type { NewRole, RoleChanges } from './roles.contract.ts';
import { allPermissions, allRoles, insertRole, replacePermissions, updateRole, type Role } from './roles.store.ts';

async function knownPermissions(tx: Tx): Promise<ReadonlySet<string>> {
  return new Set((await allPermissions(tx)).map(({ code }) => code));
}

/** Roles, and every permission there is. */
export const listRoles = action('role.list', async (tx, _nothing: object) => ({ items: await allRoles(tx), permissions: await allPermissions(tx) }), {
  audit: 'touched',
});

/** Makes a role of the organisation's own. */
export const addRole = action(
  'role.add',
  async (tx, role: z.output<typeof NewRole>): Promise<void> => {
    refuseIf(obstaclesToRole(role, await knownPermissions(tx)));
    const { permissions, ...columns } = role;
    if (!(await insertRole(tx, columns)))
      throw new Refused('role.code-taken', { code: 'role.code-taken', says: 'There is already a role with this code.', at: 'code' }, 409);
    await replacePermissions(tx, role.code, permissions);
    tx.touch({ kind: 'role', id: role.code });
  },
  { purpose: 'SYSADMIN' },
);

function heldByOthers(roles: readonly Role[], code: string): ReadonlySet<string> {
  return new Set(roles.filter((role) => role.code !== code && role.staffCount > 0).flatMap((role) => role.permissions));
}

/** Changes what a role is called, requires or may do; it counts from the next request of everyone who holds it. */
export const changeRole = action(
  'role.change',
  async (tx, { roleCode, permissions, ...changes }: { roleCode: string } & z.output<typeof RoleChanges>): Promise<void> => {
    const roles = await allRoles(tx);
    const before = roles.find((role) => role.code === roleCode);
    if (!before) throw new NotFound('Role');
    const after = { ...before, ...definedOnly(changes), permissions: permissions ?? before.permissions };
    refuseIf([
      ...obstaclesToRole(after, await knownPermissions(tx)),
      ...obstaclesToLosing(roleCode, before.permissions, after.permissions, heldByOthers(roles, roleCode)),
    ]);
    await updateRole(tx, roleCode, definedOnly(changes));
    if (permissions) await replacePermissions(tx, roleCode, permissions);
    tx.touch({ kind: 'role', id: roleCode, fields: Object.keys(definedOnly({ ...changes, permissions })) });
  },
  { purpose: 'SYSADMIN' },
);
