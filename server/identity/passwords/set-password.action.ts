import { mail, NotFound, refuseIf, type Tx } from '#server/platform/index.ts';
import { personById, setPasswordHash } from '../accounts/people.store.ts';
import { hashPassword } from '../accounts/password-hash.ts';
import { commonPasswords } from './common-passwords.ts';
import { drawLink } from './links.store.ts';
import { obstaclesToPassword } from './password.rules.ts';

const linkLasts = { hours: 48 };

/** Sets somebody's password if it can be used; throws `Refused` with the reason if not. */
export async function setPassword(tx: Tx, staffId: string, password: string): Promise<void> {
  const person = await personById(tx, staffId);
  if (!person) throw new NotFound('Staff');
  refuseIf(obstaclesToPassword(password, { email: person.email, names: person.displayName.split(' ') }, commonPasswords));
  await setPasswordHash(tx, staffId, await hashPassword(password));
}

/** Mails a link to choose a password. The wording tells nothing of the clinic; the token stands behind #, which browsers send to no server. */
export async function mailPasswordLink(tx: Tx, person: { id: string; email: string }): Promise<void> {
  const token = await drawLink(tx, person.id, tx.now.add(linkLasts));
  await mail.send(tx, {
    to: person.email,
    subject: 'Choose your password',
    text: `Choose your password here within ${linkLasts.hours} hours:\n\n${tx.config.publicUrl}/choose-password#${token}\n\nThe link works once. If you did not expect it, tell your administrator.\n`,
  });
}
