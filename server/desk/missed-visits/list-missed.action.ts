import { recordsOf } from '#server/patients/index.ts';
import { action, cents, formatCents } from '#server/platform/index.ts';
import type { MissedVisitReply } from './missed-visits.contract.ts';
import { missedBefore, missedOf } from './missed-visits.store.ts';
import { missedContent, type MissedVisit } from './missed-visit.ts';

const reasonWords = (code: string | null) => missedContent.waivedReasons.find((one) => one.code === code)?.says ?? '';

function words({ state, feeCents, waivedReason, because }: MissedVisit): string {
  const amount = formatCents(cents(feeCents));
  switch (state) {
    case 'none':
      return because === 'never-charged' ? 'Never charged' : 'No fee';
    case 'to-decide':
      return `${amount} to post or to waive`;
    case 'posted':
      return `${amount} posted`;
    case 'waived':
      return because === 'taken-back' ? 'Taken back with the step' : `${amount} waived: ${reasonWords(waivedReason)}`;
  }
}

/** A missed visit as a screen shows it. */
export function shownMissed(one: MissedVisit): Omit<MissedVisitReply, 'startsAt'> & { readonly startsAt: Temporal.Instant } {
  const { programId: _program, because: _because, journalId: _journal, ...told } = one;
  return { ...told, says: words(one) };
}

/** Missed visits of a person, merged records included, and whether they repeat. */
export const listMissed = action('missed-visit.list', async (tx, { patientId }: { patientId: string }) => {
  const { personId, recordIds } = await recordsOf(tx, patientId);
  tx.touch({ kind: 'missed-visit', patientId: personId });
  const { inDays, from } = missedContent.repeated;
  const recently = await missedBefore(tx, { patientId: personId }, tx.now, inDays);
  const items = (await missedOf(tx, recordIds)).map(shownMissed);
  return { items, recently, inDays, isRepeated: recently >= from, waivedReasons: [...missedContent.waivedReasons] };
});
