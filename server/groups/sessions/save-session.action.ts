import { mergeTexts } from '#server/charting/drafts/drafts.contract.ts';
import { action, Invalid, Refused, type Tx } from '#server/platform/index.ts';
import { sessionOr404, shownSession } from './read-session.action.ts';
import type { Seat, Session } from './session.ts';
import type { SaveSession, SeatWrite } from './sessions.contract.ts';
import { lockSession, seatsOf, writeSeat, writeShared } from './sessions.store.ts';

interface Typed {
  readonly base: string;
  readonly text: string;
}

function merged(current: string, typed: Typed | undefined): string {
  return typed === undefined ? current : mergeTexts(typed.base, current, typed.text).text;
}

function moment(before: Temporal.Instant | null, sent: string | null | undefined): Temporal.Instant | null {
  if (sent === undefined) return before;
  return sent === null ? null : Temporal.Instant.from(sent);
}

function changedSeat(before: Seat, { patientId: _patient, line, riskNote, arrivedAt, leftAt, ...marks }: SeatWrite): Seat {
  const told = Object.fromEntries(Object.entries(marks).filter(([, value]) => value !== undefined));
  return {
    ...before,
    ...told,
    arrivedAt: moment(before.arrivedAt, arrivedAt),
    leftAt: moment(before.leftAt, leftAt),
    line: merged(before.line, line),
    riskNote: merged(before.riskNote, riskNote),
  };
}

async function saveSeats(tx: Tx, session: Session, writes: readonly SeatWrite[]): Promise<void> {
  const seats = await seatsOf(tx, session);
  for (const write of writes) {
    const before = seats.find(({ patientId }) => patientId === write.patientId);
    if (!before) throw new Invalid([{ at: `seats.${write.patientId}`, says: 'This person has no seat in the session. Load the page anew.' }]);
    await writeSeat(tx, session.id, changedSeat(before, write));
  }
}

/** Saves what was marked and typed. Marks and times are the latest answer; texts are merged with what others wrote. Sent twice it happens once. */
export const saveSession = action('group-session.save', async (tx, { sessionId, ...sent }: SaveSession & { sessionId: string }) => {
  await lockSession(tx, sessionId);
  const before = await sessionOr404(tx, sessionId);
  if (before.signedAt !== null)
    throw new Refused(
      'group-session.signed',
      { code: 'group-session.signed', says: 'This session is signed. What you wrote since is still on this device: add it to the note of the member as an addendum.' },
      409,
    );
  const startsAt = moment(before.startsAt, sent.startsAt) ?? before.startsAt;
  const endsAt = moment(before.endsAt, sent.endsAt) ?? before.endsAt;
  if (Temporal.Instant.compare(startsAt, endsAt) >= 0) throw new Invalid([{ at: 'endsAt', says: 'The session must end after it began.' }]);
  await saveSeats(tx, before, sent.seats);
  await writeShared(tx, { ...before, startsAt, endsAt, topic: merged(before.topic, sent.topic), narrative: merged(before.narrative, sent.narrative) });
  return shownSession(tx, sessionId);
});
