import type { Obstacle } from '#server/platform/index.ts';

/** What is asked of somebody's place in the house. */
export interface StaffChange {
  readonly staffId: string;
  readonly roles: readonly string[] | undefined;
  readonly active: boolean | undefined;
  readonly supervisorId: string | null | undefined;
}

/** What is known when a change is judged. */
export interface StaffFacts {
  readonly actorId: string | null;
  readonly knownRoles: ReadonlySet<string>;
  /** Roles that may add and change staff. */
  readonly administratorRoles: ReadonlySet<string>;
  /** Active people other than this one, and whether they can administer. */
  readonly others: { readonly active: number; readonly administrators: number };
  /** Whether the person can administer before the change. */
  readonly isAdministrator: boolean;
}

/** Nobody gives themselves rights, unless there is nobody else to ask: minimum necessary, 45 CFR 164.308(a)(4). */
export function obstaclesToOwnChange(staffId: string, actorId: string | null, otherActive: number): Obstacle[] {
  return staffId === actorId && otherActive > 0
    ? [{ code: 'staff.own-rights', says: 'Nobody changes their own roles or programs. Ask another administrator.', at: 'roles' }]
    : [];
}

/** What stands against a change of staff; empty when it can be made. */
export function obstaclesToStaffChange({ staffId, roles, active, supervisorId }: StaffChange, facts: StaffFacts): Obstacle[] {
  const unknown = (roles ?? []).filter((code) => !facts.knownRoles.has(code));
  const staysAdministrator = active !== false && (roles === undefined ? facts.isAdministrator : roles.some((code) => facts.administratorRoles.has(code)));
  return [
    ...unknown.map((code) => ({ code: 'staff.role-unknown', says: `There is no role ${code}.`, at: 'roles' })),
    ...(roles || active === false ? obstaclesToOwnChange(staffId, facts.actorId, facts.others.active) : []),
    ...(facts.isAdministrator && !staysAdministrator && facts.others.administrators === 0
      ? [{ code: 'staff.last-administrator', says: 'This is the last administrator. Make somebody else one first.', at: 'roles' }]
      : []),
    ...(supervisorId === staffId ? [{ code: 'staff.own-supervisor', says: 'Nobody supervises themselves.', at: 'supervisorId' }] : []),
  ];
}
