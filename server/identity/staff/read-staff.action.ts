import { action, NotFound } from '#server/platform/index.ts';
import { historyOf } from '../sign-in/attempts.store.ts';
import { lockedUntil } from '../sign-in/lockout.rules.ts';
import { credentialsOf, membershipsOf } from './standing.store.ts';
import { directory, staffDetail, staffLine, staffLines, type StaffFilter } from './staff.store.ts';

/** The staff list. */
export const listStaff = action('staff.list', async (tx, filter: StaffFilter) => ({ items: await staffLines(tx, filter) }), { purpose: 'SYSADMIN', audit: 'touched' });

/** Colleagues as everybody may know them. */
export const listDirectory = action('staff.directory', async (tx, { programId }: { programId?: string | undefined }) => ({ items: await directory(tx, programId) }), {
  audit: 'touched',
});

/** One person with all that administration knows. */
export const readStaff = action(
  'staff.read',
  async (tx, { staffId }: { staffId: string }) => {
    const line = await staffLine(tx, staffId);
    const detail = await staffDetail(tx, staffId);
    if (!line || !detail) throw new NotFound('Staff');
    const { policy, ofAccount } = await historyOf(tx, line.email);
    tx.touch({ kind: 'staff', id: staffId });
    return {
      ...line,
      ...detail,
      credentials: await credentialsOf(tx, staffId),
      memberships: await membershipsOf(tx, staffId),
      isLocked: lockedUntil(ofAccount, policy.accountFailures, policy, tx.now) !== undefined,
    };
  },
  { purpose: 'SYSADMIN' },
);
