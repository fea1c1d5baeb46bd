import { recordsOf } from '#server/patients/index.ts';
import { action, NotFound, refuseIf, type Tx } from '#server/platform/index.ts';
import { openEpisode, openEpisodeIn, timeZoneOfProgram } from '#server/programs/index.ts';
import { ReferralSource } from '#server/programs/episodes/episodes.contract.ts';
import { callWords } from './call.ts';
import { isCallbackOverdue, obstaclesToCall, obstaclesToSettling } from './call.rules.ts';
import type { TakeCall, TryCallback } from './calls.contract.ts';
import { callsOf, insertAttempt, insertCall, lockCall, settle } from './calls.store.ts';

const touchCall = (tx: Tx, { id, patientId, programId }: { id: string; patientId?: string | null; programId: string }, fields: string[]) =>
  tx.touch({ kind: 'call', id, patientId: patientId ?? undefined, programId, fields });

/** Writes down who called and what is needed. */
export const takeCall = action('call.take', async (tx, call: TakeCall) => {
  if (!tx.actor.programIds.includes(call.programId)) throw new NotFound('Program');
  const at = call.calledAt === undefined ? tx.now : Temporal.Instant.from(call.calledAt);
  refuseIf(obstaclesToCall(at, call.callbackDueAt ? Temporal.Instant.from(call.callbackDueAt) : null, tx.now));
  await insertCall(tx, { ...call, at });
  touchCall(tx, call, ['call']);
});

/** Calls to settle, those promised a callback first; or those that are settled. */
export const listCalls = action('call.list', async (tx, { settled }: { settled: boolean }) => {
  const calls = await callsOf(tx, settled);
  tx.touch({ kind: 'call', patientId: [...new Set(calls.flatMap(({ patientId }) => patientId ?? []))] });
  const { relations, ways, outcomes } = callWords;
  return {
    items: calls.map((call) => ({ ...call, attempts: [...call.attempts], isOverdue: isCallbackOverdue(call, tx.now) })),
    relations: [...relations],
    ways: [...ways],
    outcomes: [...outcomes],
  };
});

/** Writes an attempt to call back, reached or not. */
export const tryCallback = action('call.try-callback', async (tx, { callId, ...attempt }: TryCallback & { callId: string }): Promise<void> => {
  const call = await lockCall(tx, callId);
  const moment = attempt.at === undefined ? tx.now : Temporal.Instant.from(attempt.at);
  refuseIf(obstaclesToCall(moment, null, tx.now));
  await insertAttempt(tx, call, { ...attempt, moment });
  touchCall(tx, call, ['attempts']);
});

/** Settles a call that leads to no chart here. */
export const settleCall = action('call.settle', async (tx, { callId, outcome, note }: { callId: string; outcome: string; note: string }): Promise<void> => {
  const call = await lockCall(tx, callId);
  refuseIf(obstaclesToSettling(call), 409);
  await settle(tx, callId, { outcome, note });
  touchCall(tx, call, ['outcome']);
});

/** Joins a call to the chart of whom it is about: referred to the program, unless they are already. The need is the reason of the referral. */
export const joinPatient = action('call.join-patient', async (tx, { callId, patientId }: { callId: string; patientId: string }) => {
  const call = await lockCall(tx, callId);
  refuseIf(obstaclesToSettling(call), 409);
  const open = await openEpisodeIn(tx, (await recordsOf(tx, patientId)).recordIds, call.programId);
  const source = ReferralSource.parse(call.heardFrom);
  const referredOn = call.calledAt
    .toZonedDateTimeISO(await timeZoneOfProgram(tx, call.programId))
    .toPlainDate()
    .toString();
  const episodeId = open?.id ?? (await openEpisode.within(tx, { patientId, programId: call.programId, referredOn, source, reason: call.need.slice(0, 500) })).id;
  await settle(tx, callId, { outcome: 'referred-here', note: '', patientId, episodeId });
  touchCall(tx, { ...call, patientId }, ['patientId', 'outcome']);
  return { episodeId };
});
