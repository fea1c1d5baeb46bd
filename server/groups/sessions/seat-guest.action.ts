import { action, NotFound, Refused, type Tx } from '#server/platform/index.ts';
import { groupOr404 } from '../groups/keep-groups.action.ts';
import { isKnown, lockGroup } from '../groups/groups.store.ts';
import { insertSeat, lockSession, seatsOf, sessionById } from './sessions.store.ts';

async function refuseWhenFull(tx: Tx, groupId: string, taken: number): Promise<void> {
  const { capacity } = await groupOr404(tx, groupId);
  if (taken >= capacity) throw new Refused('session.full', { code: 'session.full', says: `All ${capacity} seats of this session are taken. Look for another one.` }, 409);
}

/** Gives somebody who is not on the roster a seat in one session: a make-up. Sent twice it is one seat. */
export const seatGuest = action('group-session.seat-guest', async (tx, { sessionId, patientId }: { sessionId: string; patientId: string }): Promise<void> => {
  const found = await sessionById(tx, sessionId);
  if (!found) throw new NotFound('Session');
  // The group before the session: so does whoever seats somebody in many sessions at once, and neither waits for the other in a ring.
  await lockGroup(tx, found.groupId);
  await lockSession(tx, sessionId);
  const session = await sessionById(tx, sessionId);
  if (!session || session.signedAt !== null || !(await isKnown(tx, patientId))) throw new NotFound('Session');
  const seats = await seatsOf(tx, session);
  tx.touch({ kind: 'group-session', id: sessionId, patientId, programId: session.programId, fields: ['seats'] });
  if (seats.some((seat) => seat.patientId === patientId)) return;
  await refuseWhenFull(tx, session.groupId, seats.filter(({ attendance }) => attendance !== 'absent').length);
  await insertSeat(tx, session, patientId);
});
