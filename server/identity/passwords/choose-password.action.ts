import { action, NotFound, Refused, type Tx } from '#server/platform/index.ts';
import { passwordHashOf, personById, type Person } from '../accounts/people.store.ts';
import { isPassword } from '../accounts/password-hash.ts';
import { endSessions } from '../sessions/sessions.store.ts';
import { lockLink, spendLink } from './links.store.ts';
import { setPassword } from './set-password.action.ts';

async function ownerOf(tx: Tx, token: string): Promise<Person> {
  const staffId = await lockLink(tx, token);
  const person = staffId === undefined ? undefined : await personById(tx, staffId);
  if (!person?.active) throw new NotFound('Link');
  return person;
}

/** For whom a mailed link is. */
export const readLink = action(
  'password.read-link',
  async (tx, { token }: { token: string }) => {
    const { displayName, email } = await ownerOf(tx, token);
    return { displayName, email };
  },
  { audit: 'touched' },
);

/** Chooses a password with a mailed link; every session of the person ends. */
export const choosePassword = action(
  'password.choose',
  async (tx, { token, password }: { token: string; password: string }): Promise<void> => {
    const person = await ownerOf(tx, token);
    await setPassword(tx, person.id, password);
    await spendLink(tx, token);
    await endSessions(tx, person.id);
    tx.touch({ kind: 'staff', id: person.id, fields: ['password'] });
  },
  { purpose: 'SYSADMIN' },
);

/** Changes the own password; every other session ends. */
export const changePassword = action(
  'password.change',
  async (tx, { currentPassword, newPassword }: { currentPassword: string; newPassword: string }): Promise<void> => {
    const staffId = tx.actor.id ?? '';
    const hashed = await passwordHashOf(tx, staffId);
    if (hashed === undefined || !(await isPassword(currentPassword, hashed)))
      throw new Refused('password.wrong', { code: 'password.wrong', says: 'This is not your present password.', at: 'currentPassword' });
    await setPassword(tx, staffId, newPassword);
    await endSessions(tx, staffId, tx.actor.sessionId);
    tx.touch({ kind: 'staff', id: staffId, fields: ['password'] });
  },
  { purpose: 'SYSADMIN' },
);
