import { cookieOf, plainCookie, proveColleague, signOut } from '#server/identity/index.ts';
import { action, Answer, newId, NotFound, Refused, type Tx } from '#server/platform/index.ts';
import { kioskCookie, kioskPolicy } from './kiosk.ts';
import { actAsKiosk, drawSecret, endKiosk, insertKiosk, programsAt, runningKiosks } from './kiosks.store.ts';

const isSecure = (tx: Tx) => tx.config.publicUrl.startsWith('https:');

/** The secret that this browser holds, if it is a kiosk. */
export const heldSecret = (tx: Tx): string | undefined => cookieOf(tx.origin.headers['cookie'], kioskCookie);

/** Tablets that run where one works. */
export const listKiosks = action('kiosk.list', async (tx) => ({ items: await runningKiosks(tx) }), { audit: 'touched' });

/** Makes this browser a tablet for check-in in one's own programs at a site, and ends the session in it: what is left can do nothing else. */
export const startKiosk = action('kiosk.start', async (tx, { siteId, name }: { siteId: string; name: string }) => {
  const programIds = await programsAt(tx, siteId, tx.actor.programIds);
  if (programIds.length === 0 || tx.actor.id === null)
    throw new Refused('kiosk.no-program', { code: 'kiosk.no-program', says: 'You work in no program at this site. Choose another one.', at: 'siteId' });
  const { secret, hash } = drawSecret();
  const id = newId<'Kiosk'>();
  await insertKiosk(tx, { id, siteId, programIds, name, startedBy: tx.actor.id, endsAt: tx.now.add({ hours: kioskPolicy.hours }) }, hash);
  tx.touch({ kind: 'kiosk', id });
  const { cookies } = await signOut.within(tx, {});
  return new Answer(undefined, { cookies: [...cookies, plainCookie(kioskCookie, secret, kioskPolicy.hours * 3600, isSecure(tx))] });
});

/** Ends a tablet from the desk: it shows nothing any more. */
export const endKioskById = action('kiosk.end', async (tx, { kioskId }: { kioskId: string }): Promise<void> => {
  if (!(await endKiosk(tx, kioskId, tx.actor.id ?? ''))) throw new NotFound('Kiosk');
  tx.touch({ kind: 'kiosk', id: kioskId });
});

/** Ends the tablet at the tablet: a colleague proves by address and password to work here. Opens no session. */
export const leaveKiosk = action(
  'kiosk.leave',
  async (tx, proof: { email: string; password: string }) => {
    const kiosk = await actAsKiosk(tx, heldSecret(tx));
    const staffId = await proveColleague.within(tx, proof);
    if (staffId === undefined) return undefined as never;
    await endKiosk(tx, kiosk.id, staffId);
    tx.touch({ kind: 'kiosk', id: kiosk.id, details: { by: staffId } });
    return new Answer(undefined, { cookies: [plainCookie(kioskCookie, '', 0, isSecure(tx))] });
  },
  { purpose: 'SYSADMIN' },
);
