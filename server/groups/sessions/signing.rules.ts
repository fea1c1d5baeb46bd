import type { Obstacle } from '#server/platform/index.ts';
import { namesOfOthers } from './names.rules.ts';
import type { Seat, Session } from './session.ts';

const unresolved = /⟦[^⟦⟧]*⟧/;

/** When this member was there: their own times within those of the session. */
export function timesOf({ startsAt, endsAt }: Pick<Session, 'startsAt' | 'endsAt'>, { arrivedAt, leftAt }: Pick<Seat, 'arrivedAt' | 'leftAt'>) {
  const from = arrivedAt !== null && Temporal.Instant.compare(arrivedAt, startsAt) > 0 ? arrivedAt : startsAt;
  const to = leftAt !== null && Temporal.Instant.compare(leftAt, endsAt) < 0 ? leftAt : endsAt;
  return { from, to };
}

/** Whole minutes that this member was there; an absence has none. */
export function minutesOf(session: Pick<Session, 'startsAt' | 'endsAt'>, seat: Pick<Seat, 'arrivedAt' | 'leftAt' | 'attendance'>): number {
  if (seat.attendance !== 'present') return 0;
  const { from, to } = timesOf(session, seat);
  return Math.max(0, Math.floor(from.until(to).total('minutes')));
}

function obstacle(at: string, code: string, says: string): Obstacle {
  return { code: `group-session.${code}`, says, at };
}

function obstaclesOfPresent(session: Session, seat: Seat, at: string): Obstacle[] {
  const found: Obstacle[] = [];
  if (minutesOf(session, seat) < 1) found.push(obstacle(at, 'times', 'The member left before they came. Check both times.'));
  if (seat.line.trim() === '') found.push(obstacle(at, 'line-missing', 'Write what this member said and did.'));
  if (seat.risk === null) found.push(obstacle(at, 'risk-missing', 'Answer the question of risk.'));
  else if (seat.risk !== 'denied' && seat.riskNote.trim() === '') {
    found.push(obstacle(at, 'risk-undescribed', seat.risk === 'present' ? 'Risk is present: say what, and what was done.' : 'Say why risk was not asked.'));
  }
  return found;
}

function obstaclesInSeat(session: Session, seat: Seat, seats: readonly Seat[]): Obstacle[] {
  const at = `seats.${seat.patientId}`;
  const found: Obstacle[] = [];
  if (seat.name === '') found.push(obstacle(at, 'unknown', 'This member is outside your reach. Somebody of their program must sign.'));
  if (seat.attendance === 'expected') found.push(obstacle(at, 'attendance-missing', 'Mark whether this member was there.'));
  if (seat.attendance === 'absent' && seat.absence === null) found.push(obstacle(at, 'reason-missing', 'Say why this member was absent, or that there was no word.'));
  if (seat.attendance === 'present') found.push(...obstaclesOfPresent(session, seat, at));
  const text = `${seat.line} ${seat.riskNote}`;
  if (unresolved.test(text)) found.push(obstacle(at, 'both-kept', 'Two people changed the same words. Decide between the ⟦marked⟧ texts.'));
  const others = seats.filter(({ patientId }) => patientId !== seat.patientId);
  const names = session.kind === 'group' ? namesOfOthers(text, others, seat) : [];
  if (names.length > 0) found.push(obstacle(at, 'names-another', `Another member is named here: ${names.join(', ')}. Say it without the name.`));
  return found;
}

function obstaclesInShared(session: Session, seats: readonly Seat[]): Obstacle[] {
  return (['topic', 'narrative'] as const).flatMap((at) => {
    const found: Obstacle[] = [];
    if (session[at].trim() === '') found.push(obstacle(at, 'shared-missing', at === 'topic' ? 'Name the topic.' : 'Write what was done with all.'));
    if (unresolved.test(session[at])) found.push(obstacle(at, 'both-kept', 'Two people changed the same words. Decide between the ⟦marked⟧ texts.'));
    const names = session.kind === 'group' ? namesOfOthers(session[at], seats) : [];
    if (names.length > 0) found.push(obstacle(at, 'names-a-member', `A member is named here: ${names.join(', ')}. This part goes into every record.`));
    return found;
  });
}

/** All that stands between a session and its one signature. A couple or a family is written about together: there names may stand. */
export function obstaclesToSigningSession(session: Session, seats: readonly Seat[], signerId: string | null, now: Temporal.Instant): Obstacle[] {
  const found: Obstacle[] = [];
  const leaders = [session.facilitatorId, ...session.cofacilitators.map(({ id }) => id)];
  if (signerId === null || !leaders.includes(signerId)) found.push(obstacle('facilitatorId', 'not-yours', 'Only who leads the group signs its sessions.'));
  if (Temporal.Instant.compare(session.endsAt, now) > 0) found.push(obstacle('endsAt', 'not-over', 'By its times the session is still going on. Enter the actual end.'));
  if (!seats.some(({ attendance }) => attendance === 'present')) found.push(obstacle('seats', 'nobody', 'Nobody is marked as there.'));
  return [...found, ...obstaclesInShared(session, seats), ...seats.flatMap((seat) => obstaclesInSeat(session, seat, seats))];
}
