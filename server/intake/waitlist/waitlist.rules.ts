import type { Obstacle } from '#server/platform/index.ts';
import { priorities, waitlistContent, type Act, type ActKind, type Clock, type Priority, type Waiting } from './wait.ts';

const last: Priority = { code: 'other', says: '', rank: 99, interimWithinHours: null, admitWithinDays: null, admitWithInterimDays: null, contactEveryDays: 14 };

/** A class by its code; one that is no longer in the file comes last. */
export function priorityNamed(code: string): Priority {
  return priorities.find((priority) => priority.code === code) ?? last;
}

/** Who comes first: by class, then by the moment since when they wait, then by number. 45 CFR 96.131(a). */
export function inOrder<Of extends Waiting>(waiting: readonly Of[]): Of[] {
  return waiting.toSorted(
    (a, b) => priorityNamed(a.priority).rank - priorityNamed(b.priority).rank || Temporal.Instant.compare(a.since, b.since) || (a.id < b.id ? -1 : Number(a.id > b.id)),
  );
}

const interim: readonly ActKind[] = ['interim-given', 'interim-declined'];
const contact: readonly ActKind[] = ['reached', 'interim-given', 'interim-declined', 'offered', 'accepted', 'declined'];
const days = (count: number) => ({ hours: 24 * count });

function clock(code: Clock['code'], says: string, dueAt: Temporal.Instant, metAt: Temporal.Instant | undefined, now: Temporal.Instant): Clock {
  const isLate = Temporal.Instant.compare(metAt ?? now, dueAt) > 0;
  const state = metAt ? (isLate ? 'late' : 'met') : isLate ? 'overdue' : 'due';
  return { code, says, dueAt, metAt: metAt ?? null, state };
}

const firstOf = (acts: readonly Act[], kinds: readonly ActKind[]) => acts.find(({ kind }) => kinds.includes(kind))?.at;

/** The offer that still waits for its answer, by its moment. */
export function openOffer(acts: readonly Act[]): Temporal.Instant | undefined {
  const latest = acts.findLast(({ kind }) => kind === 'offered' || kind === 'accepted' || kind === 'declined');
  return latest?.kind === 'offered' ? latest.at : undefined;
}

/** By when what is wanted for somebody who waits; acts come in the order of their moments. 45 CFR 96.126(b), 96.131(d)(2). */
export function clocksOf({ priority: code, since, acts }: Waiting, now: Temporal.Instant): Clock[] {
  const { interimWithinHours, admitWithinDays, admitWithInterimDays, contactEveryDays } = priorityNamed(code);
  const clocks: Clock[] = [];
  const interimAt = firstOf(acts, interim);
  const interimDue = interimWithinHours === null ? undefined : since.add({ hours: interimWithinHours });
  if (interimDue) clocks.push(clock('interim', `Interim services within ${interimWithinHours} hours`, interimDue, interimAt, now));
  if (admitWithinDays !== null) {
    const isBridged = interimDue !== undefined && interimAt !== undefined && Temporal.Instant.compare(interimAt, interimDue) <= 0;
    const within = isBridged && admitWithInterimDays !== null ? admitWithInterimDays : admitWithinDays;
    clocks.push(clock('admission', `Admission within ${within} days`, since.add(days(within)), undefined, now));
  }
  const offeredAt = openOffer(acts);
  if (offeredAt) clocks.push(clock('offer', 'Answer to the offer', offeredAt.add({ hours: waitlistContent.offerAnswerHours }), undefined, now));
  const lastContact = acts.findLast(({ kind }) => contact.includes(kind))?.at ?? since;
  clocks.push(clock('contact', `Contact every ${contactEveryDays} days`, lastContact.add(days(contactEveryDays)), undefined, now));
  return clocks;
}

/** What stands against writing an act: an answer without an offer, a second offer, a moment that lies ahead or before the wait began. */
export function obstaclesToAct({ since, acts }: Waiting, { kind, at }: Act, now: Temporal.Instant): Obstacle[] {
  const isOffered = openOffer(acts) !== undefined;
  return [
    ...(Temporal.Instant.compare(at, now.add({ minutes: 5 })) > 0 ? [{ code: 'wait.ahead', says: 'This lies in the future. Write it when it happened.', at: 'at' }] : []),
    ...(Temporal.Instant.compare(at, since) < 0 ? [{ code: 'wait.before', says: 'This lies before the person was put on the list.', at: 'at' }] : []),
    ...(kind === 'offered' && isOffered ? [{ code: 'wait.offered-already', says: 'A place is offered already. Write the answer first.', at: 'kind' }] : []),
    ...((kind === 'accepted' || kind === 'declined') && !isOffered
      ? [{ code: 'wait.nothing-offered', says: 'No offer waits for an answer. Write the offer first.', at: 'kind' }]
      : []),
  ];
}
