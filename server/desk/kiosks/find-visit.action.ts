import { action, newId, Refused, type Tx } from '#server/platform/index.ts';
import { pausedUntil, visitOf } from './identify.rules.ts';
import { kioskPolicy, type Kiosk } from './kiosk.ts';
import type { FindVisit } from './kiosks.contract.ts';
import { actAsKiosk, drawSecret, expectedBetween, insertCheckIn, keepFailures } from './kiosks.store.ts';
import { heldSecret } from './run-kiosk.action.ts';

/** One answer for a stranger, a wrong guess, somebody who is not expected today, and a tablet that pauses: nobody learns who is a patient here. */
function notFound(): Refused {
  const says = 'We could not find your visit. Check what you typed, or see the front desk.';
  return new Refused('kiosk.not-found', { code: 'kiosk.not-found', says });
}

/** Whether this browser is a tablet for check-in, and takes guesses. */
export const openKiosk = action(
  'kiosk.open',
  async (tx, _nothing: object) => {
    const { failedAt } = await actAsKiosk(tx, heldSecret(tx));
    return { phoneDigits: kioskPolicy.phoneDigits, isPaused: pausedUntil(failedAt, kioskPolicy, tx.now) !== undefined };
  },
  { audit: 'touched' },
);

/** The time of a visit as its patient reads it. */
export function whenOf(startsAt: Temporal.Instant, { timeZone }: Pick<Kiosk, 'timeZone'>): string {
  return startsAt.toLocaleString('en-US', { timeZone, hour: 'numeric', minute: '2-digit' }).replaceAll('\u202F', ' ');
}

async function turnAway(tx: Tx, { id, failedAt }: Kiosk): Promise<never> {
  await keepFailures(tx, id, [...failedAt.slice(-(kioskPolicy.failures - 1)), tx.now]);
  tx.touch({ kind: 'kiosk', id, outcome: 'denied' });
  // Told after the commit, so that the guess is counted.
  tx.afterCommit(() => {
    throw notFound();
  });
  return undefined as never;
}

/** Finds the own visit by name, birth date and telephone. Answers its time and a secret that is good for some minutes on this tablet. */
export const findVisit = action('kiosk.find-visit', async (tx, told: FindVisit): Promise<{ token: string; when: string }> => {
  const kiosk = await actAsKiosk(tx, heldSecret(tx));
  const { earlyMinutes, lateMinutes, phoneDigits } = kioskPolicy;
  const expected = await expectedBetween(tx, kiosk, tx.now.subtract({ minutes: lateMinutes }), tx.now.add({ minutes: earlyMinutes }));
  const visit = visitOf(expected, told, phoneDigits);
  if (visit === undefined || pausedUntil(kiosk.failedAt, kioskPolicy, tx.now) !== undefined) return turnAway(tx, kiosk);
  const { secret, hash } = drawSecret();
  const id = newId<'CheckIn'>();
  await insertCheckIn(tx, { id, kioskId: kiosk.id, visit, hash });
  tx.touch({ kind: 'check-in', id, patientId: visit.patientId, programId: visit.programId, details: { kiosk: kiosk.id } });
  return { token: secret, when: whenOf(visit.startsAt, kiosk) };
});
