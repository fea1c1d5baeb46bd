import { action, NotFound } from '#server/platform/index.ts';
import { personById, removeFactors, setPasswordHash } from '../accounts/people.store.ts';
import { mailPasswordLink } from '../passwords/set-password.action.ts';
import { endSessions } from '../sessions/sessions.store.ts';

/** Takes away password or second factor, so that they are chosen anew; ends every session and mails a one-time link. */
export const resetAccess = action(
  'staff.reset-access',
  async (tx, { staffId, password, secondFactor }: { staffId: string; password: boolean; secondFactor: boolean }): Promise<void> => {
    const person = await personById(tx, staffId);
    if (!person?.active) throw new NotFound('Staff');
    if (secondFactor) await removeFactors(tx, staffId);
    // Without its second factor the old password would be enough to enrol a new one: it goes too.
    await setPasswordHash(tx, staffId, null);
    await endSessions(tx, staffId);
    await mailPasswordLink(tx, person);
    tx.touch({ kind: 'staff', id: staffId, fields: [...(password || secondFactor ? ['password'] : []), ...(secondFactor ? ['second-factor'] : [])] });
  },
  { purpose: 'SYSADMIN' },
);
