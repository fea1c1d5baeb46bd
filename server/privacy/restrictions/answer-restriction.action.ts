import type { z } from 'zod';
import { action, refuseIf } from '#server/platform/index.ts';
import { obstaclesToAnswering } from './restricting.rules.ts';
import type { AnswerRestriction } from './restrictions.contract.ts';
import { answererOf, keepAnswer, lockRestriction } from './restrictions.store.ts';

/** Agrees to what a patient asked for, or refuses it with the reason (45 CFR 164.522(a)(1)(ii), (vi)). */
export const answerRestriction = action(
  'restriction.answer',
  async (tx, { restrictionId, ...said }: z.output<typeof AnswerRestriction> & { restrictionId: string }): Promise<void> => {
    const restriction = await lockRestriction(tx, restrictionId);
    const { patientId, programId } = restriction;
    const answer = { agreed: said.agreed, reason: said.reason ?? null, paidOn: said.paidOn ? Temporal.PlainDate.from(said.paidOn) : null };
    refuseIf(obstaclesToAnswering(restriction, answer, await answererOf(tx)));
    await keepAnswer(tx, restrictionId, answer);
    tx.touch({ kind: 'restriction', id: restrictionId, patientId, programId, details: { agreed: answer.agreed } });
  },
);
