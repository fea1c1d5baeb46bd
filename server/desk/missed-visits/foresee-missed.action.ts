import { action } from '#server/platform/index.ts';
import { feeWords, foresee, mayPost } from './foresee.ts';
import type { Consequence, ForeseeMissed } from './missed-visits.contract.ts';
import { missedBefore } from './missed-visits.store.ts';
import { missedContent } from './missed-visit.ts';

/** What follows, before anything is done. */
export const foreseeMissed = action('missed-visit.foresee', async (tx, input: ForeseeMissed & { appointmentId: string }): Promise<Consequence> => {
  const foreseen = await foresee(tx, input);
  const { visit, kind, fee, policy } = foreseen;
  tx.touch({ kind: 'appointment', id: visit.appointmentId, patientId: visit.patientId, programId: visit.programId });
  const { inDays, from } = missedContent.repeated;
  const before = await missedBefore(tx, visit, tx.now, inDays);
  const posts = fee.cents > 0 && fee.because === 'policy' && mayPost(tx);
  return {
    kind,
    feeCents: fee.cents,
    posts,
    says: [feeWords(foreseen, posts), ...(policy && fee.cents > 0 ? [policy.says] : [])],
    nextSteps: kind === 'cancellation' ? [] : [...missedContent.nextSteps[kind]],
    source: fee.rule ? `${fee.rule.source}.${fee.rule.verifiedOn === null ? ' Not verified at its source yet.' : ''}` : null,
    before,
    inDays,
    isRepeated: kind !== 'cancellation' && before + 1 >= from,
    waivedReasons: [...missedContent.waivedReasons],
  };
});
