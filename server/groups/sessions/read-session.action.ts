import { action, NotFound, type Tx } from '#server/platform/index.ts';
import { timeZoneOf } from '../groups/groups.store.ts';
import { groupOr404 } from '../groups/keep-groups.action.ts';
import { cloneOf } from './clone.rules.ts';
import type { Seat, Session } from './session.ts';
import { seatMembers, seatsOf, sessionAt, sessionById, sessionsBetween } from './sessions.store.ts';
import { minutesOf, obstaclesToSigningSession } from './signing.rules.ts';

/** The session, or `NotFound`: also for one in a program of others. */
export async function sessionOr404(tx: Tx, sessionId: string): Promise<Session> {
  const session = await sessionById(tx, sessionId);
  if (!session) throw new NotFound('Group session');
  return session;
}

function shownSeat(session: Session, seat: Seat, seats: readonly Seat[]) {
  const others = seats.filter(({ patientId }) => patientId !== seat.patientId).map(({ line }) => line);
  const { givenName: _given, familyName: _family, ...told } = seat;
  return { ...told, minutes: minutesOf(session, seat), clone: cloneOf(seat.line, others, seat.lastLine) };
}

/** The board: what all share, each member's part with its clone meter, and what stands before the signature. */
export async function shownSession(tx: Tx, sessionId: string) {
  const session = await sessionOr404(tx, sessionId);
  const seats = await seatsOf(tx, session);
  tx.touch({ kind: 'group-session', id: session.id, programId: session.programId, patientId: seats.map(({ patientId }) => patientId) });
  const obstacles = session.signedAt === null ? obstaclesToSigningSession(session, seats, tx.actor.id, tx.now) : [];
  return { ...session, seats: seats.map((seat) => shownSeat(session, seat, seats)), obstacles };
}

/** The board of one session. */
export const readSession = action('group-session.read', (tx, { sessionId }: { sessionId: string }) => shownSession(tx, sessionId));

/** Sessions of one's programs between two moments. */
export const listSessions = action('group-session.list', async (tx, { from, to }: { from: string; to: string }) => ({ items: await sessionsBetween(tx, from, to) }));

/** Opens the session of a group at a time, with a seat for each who is on the roster that day. Opened again it is the same, with seats for who has joined. */
export const openSession = action(
  'group-session.open',
  async (tx, { groupId, ...plan }: { groupId: string; startsAt: string; endsAt: string; modality: 'in-person' | 'video' | 'audio' }) => {
    const group = await groupOr404(tx, groupId);
    const sessionId = await sessionAt(tx, group, plan);
    const day = Temporal.Instant.from(plan.startsAt)
      .toZonedDateTimeISO(await timeZoneOf(tx, group.programId))
      .toPlainDate();
    await seatMembers(tx, sessionId, groupId, day);
    return shownSession(tx, sessionId);
  },
);
