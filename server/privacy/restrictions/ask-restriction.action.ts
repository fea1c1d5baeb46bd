import type { z } from 'zod';
import { action, newId, NotFound, refuseIf } from '#server/platform/index.ts';
import { namesFor } from '../consents/consents.store.ts';
import { obstaclesToAsking } from './restricting.rules.ts';
import type { Restriction } from './restriction.ts';
import type { AskRestriction } from './restrictions.contract.ts';
import { answererOf, insertRestriction } from './restrictions.store.ts';

const dayOr = (text: string | null | undefined) => (text ? Temporal.PlainDate.from(text) : null);

const unanswered = {
  answeredAt: null,
  answeredBy: null,
  agreed: null,
  reason: null,
  endedAt: null,
  endedBy: null,
  endedHow: null,
  endedWords: null,
  endedRecordedBy: null,
};

/** Keeps what a patient asks for. Services paid in full are agreed to in the same step: the law leaves no other answer. */
export const askRestriction = action('restriction.ask', async (tx, { patientId, ...asked }: z.output<typeof AskRestriction> & { patientId: string }) => {
  const { programId, kind } = asked;
  if (!tx.actor.programIds.includes(programId) || tx.actor.id === null) throw new NotFound('Program');
  await namesFor(tx, patientId, programId);
  const isSelfPay = kind === 'self-pay';
  const paidOn = isSelfPay ? dayOr(asked.paidOn) : null;
  const row: Restriction = {
    id: newId<'Restriction'>(),
    patientId,
    programId,
    kind,
    words: asked.words,
    purposes: isSelfPay ? ['HPAYMT', 'HOPERAT'] : asked.purposes,
    partyIds: isSelfPay ? null : (asked.partyIds ?? null),
    classes: isSelfPay ? null : (asked.classes ?? null),
    encounterIds: asked.encounterIds ?? null,
    servedFrom: dayOr(asked.servedFrom),
    servedTo: dayOr(asked.servedTo),
    askedAt: tx.now,
    askedBy: tx.actor.id,
    ...unanswered,
    paidOn,
    ...(paidOn ? { state: 'agreed', agreed: true, answeredAt: tx.now, answeredBy: tx.actor.id } : { state: 'asked' }),
  };
  refuseIf(obstaclesToAsking(row, (await answererOf(tx)).today));
  await insertRestriction(tx, row);
  tx.touch({ kind: 'restriction', id: row.id, patientId, programId, details: { kind, state: row.state } });
  return { id: row.id, state: paidOn ? ('agreed' as const) : ('asked' as const) };
});
