import type { z } from 'zod';
import { action, newId, Refused, refuseIf } from '#server/platform/index.ts';
import { dueOn, extendedTo, grounds, obstaclesToClosing, obstaclesToExtending } from './request-clocks.rules.ts';
import type { CloseRequest, NewRequest } from './requests.contract.ts';
import { insertRequest, lockRequest, organisationDay, requestsIn, updateRequest } from './requests.store.ts';

/** Takes in what a patient asked for, and starts its clock. */
export const takeRequest = action('request.take', async (tx, { patientId, programId, kind, details, ...given }: z.output<typeof NewRequest>) => {
  const receivedOn = Temporal.PlainDate.from(given.receivedOn);
  const today = await organisationDay(tx);
  if (Temporal.PlainDate.compare(receivedOn, today) > 0)
    throw new Refused('request.not-yet', { code: 'request.not-yet', says: 'The day of receipt has not come yet.', at: 'receivedOn' });
  const id = newId<'Request'>();
  const due = dueOn(kind, receivedOn);
  await insertRequest(tx, { id, patientId, programId, kind, receivedOn, dueOn: due, details });
  tx.touch({ kind: 'patient-request', id, patientId, programId });
  return { id, dueOn: due };
});

/** Requests with their days left, the most urgent first. */
export const listRequests = action('request.list', async (tx, { state, patientId }: { state: 'open' | 'closed'; patientId?: string | undefined }) => {
  const today = await organisationDay(tx);
  const rows = await requestsIn(tx, state, patientId);
  tx.touch({ kind: 'patient-request', patientId: rows.map((row) => row.patientId) });
  return { items: rows.map((row) => ({ ...row, grounds: [...grounds[row.kind]], daysLeft: today.until(row.dueOn, { largestUnit: 'days' }).days })) };
});

/** Takes the one extension; the reason goes to the patient in writing. */
export const extendRequest = action('request.extend', async (tx, { requestId, reason }: { requestId: string; reason: string }) => {
  const request = await lockRequest(tx, requestId);
  const today = await organisationDay(tx);
  refuseIf(obstaclesToExtending(request, today), 409);
  const due = extendedTo(request.kind, request.dueOn);
  await updateRequest(tx, requestId, { dueOn: due, extendedOn: today, extensionReason: reason });
  tx.touch({ kind: 'patient-request', id: requestId, patientId: request.patientId, programId: request.programId, fields: ['dueOn'] });
  return { id: requestId, dueOn: due };
});

/** Closes a request: done, denied on a ground, or taken back. */
export const closeRequest = action('request.close', async (tx, { requestId, state, ground, answer }: z.output<typeof CloseRequest> & { requestId: string }) => {
  const request = await lockRequest(tx, requestId);
  refuseIf(obstaclesToClosing(request, { state, ground: ground ?? null }));
  await updateRequest(tx, requestId, { state, ground: ground ?? null, answer, closedAt: tx.now, closedBy: tx.actor.id });
  tx.touch({ kind: 'patient-request', id: requestId, patientId: request.patientId, programId: request.programId, fields: ['state'] });
});

/** Keeps the patient's statement of disagreement; it goes along with later packets (45 CFR 164.526(d)). */
export const keepDisagreement = action('request.disagree', async (tx, { requestId, words }: { requestId: string; words: string }) => {
  const request = await lockRequest(tx, requestId);
  const isDenied = request.kind === 'amendment' && request.state === 'denied';
  refuseIf(isDenied ? [] : [{ code: 'request.not-denied', says: 'A statement of disagreement answers a denied amendment.' }], 409);
  await updateRequest(tx, requestId, { disagreement: words });
  tx.touch({ kind: 'patient-request', id: requestId, patientId: request.patientId, programId: request.programId, fields: ['disagreement'] });
});
