import { action, Refused, refuseIf, type Tx } from '#server/platform/index.ts';
import { callWords } from '../calls/call.ts';
import { openStay, screeningsOf } from '../screenings/screenings.store.ts';
import { waitlistContent } from './wait.ts';
import type { DoForWaiting } from './waitlist.contract.ts';
import { clocksOf, inOrder, obstaclesToAct, openOffer, priorityNamed } from './waitlist.rules.ts';
import { endWait, everybodyWaiting, firstCallOf, insertAct, insertWait, lockWait, type WaitRow } from './waitlist.store.ts';

function shown(tx: Tx, row: WaitRow) {
  return { ...row, acts: [...row.acts], prioritySays: priorityNamed(row.priority).says, clocks: clocksOf(row, tx.now), isOffered: openOffer(row.acts) !== undefined };
}

/** Who waits, in the order in which places go, each with the clocks. */
export const listWaitlist = action('waitlist.list', async (tx, { programId }: { programId?: string | undefined }) => {
  const rows = inOrder(await everybodyWaiting(tx, programId));
  tx.touch({ kind: 'wait', patientId: [...new Set(rows.map(({ patientId }) => patientId))], programId });
  const { interimServices, removals } = waitlistContent;
  const services = interimServices.map((service) => ({ ...service, for: service.for === 'pregnant' ? ('pregnant' as const) : ('all' as const) }));
  return { items: rows.map((row) => shown(tx, row)), interimServices: services, removals: [...removals], ways: [...callWords.ways] };
});

/** Puts somebody who was screened on the list, since the first call about them: that is the request which the law counts from. */
export const putOnWaitlist = action('waitlist.put', async (tx, { id, episodeId }: { id: string; episodeId: string }): Promise<void> => {
  const stay = await openStay(tx, episodeId);
  const [screening] = await screeningsOf(tx, episodeId);
  refuseIf(
    [
      ...(stay.state === 'admitted' ? [{ code: 'wait.admitted', says: 'This person is admitted already: there is nothing to wait for.' }] : []),
      ...(screening ? [] : [{ code: 'wait.not-screened', says: 'Answer the screening questions first: whose turn it is follows from the answers.' }]),
    ],
    409,
  );
  const since = (await firstCallOf(tx, episodeId)) ?? screening?.screenedAt ?? tx.now;
  const isPut = await insertWait(tx, stay, { id, priority: screening?.priority ?? 'other', since });
  if (isPut) tx.touch({ kind: 'wait', id, patientId: stay.patientId, programId: stay.programId });
});

/** Writes what was done for somebody who waits. */
export const doForWaiting = action('waitlist.act', async (tx, { waitId, ...act }: DoForWaiting & { waitId: string }): Promise<void> => {
  const row = await lockWait(tx, waitId);
  const moment = act.at === undefined ? tx.now : Temporal.Instant.from(act.at);
  refuseIf(obstaclesToAct(row, { kind: act.kind, at: moment }, tx.now), 409);
  await insertAct(tx, row, { ...act, moment });
  tx.touch({ kind: 'wait', id: waitId, patientId: row.patientId, programId: row.programId, fields: ['acts'], details: { kind: act.kind } });
});

/** Takes somebody off the list for a reason other than an admission here. */
export const leaveWaitlist = action('waitlist.leave', async (tx, { waitId, reason }: { waitId: string; reason: string }): Promise<void> => {
  const row = await lockWait(tx, waitId);
  if (openOffer(row.acts)) throw new Refused('wait.offer-open', { code: 'wait.offer-open', says: 'A place is offered to this person. Write the answer first.' }, 409);
  await endWait(tx, { waitId }, reason);
  tx.touch({ kind: 'wait', id: waitId, patientId: row.patientId, programId: row.programId, fields: ['endedAt'] });
});
