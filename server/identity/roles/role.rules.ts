import type { Obstacle } from '#server/platform/index.ts';

/** A role as an administrator would have it. */
export interface WishedRole {
  readonly isClinical: boolean;
  readonly mfaRequired: boolean;
  readonly permissions: readonly string[];
}

/** What stands against a role. Who treats needs a second factor, 90 FR 898 (proposed); a permission must exist. */
export function obstaclesToRole(role: WishedRole, known: ReadonlySet<string>): Obstacle[] {
  const unknown = role.permissions.filter((code) => !known.has(code));
  return [
    ...(role.isClinical && !role.mfaRequired
      ? [{ code: 'role.clinical-needs-second-factor', says: 'Clinical roles always need a second factor.', at: 'mfaRequired' }]
      : []),
    ...unknown.map((code) => ({ code: 'role.permission-unknown', says: `There is no permission ${code}.`, at: 'permissions' })),
  ];
}

/** What stands against a change of permissions: someone must remain who can run the organisation. */
export function obstaclesToLosing(code: string, before: readonly string[], after: readonly string[], heldByOthers: ReadonlySet<string>): Obstacle[] {
  return ['staff.write', 'organisation.write']
    .filter((permission) => before.includes(permission) && !after.includes(permission) && !heldByOthers.has(permission))
    .map((permission) => ({
      code: 'role.last-administrator',
      says: `Nobody else could do this any more: ${permission}. Give it to another role first.`,
      at: `permissions.${code}`,
    }));
}
