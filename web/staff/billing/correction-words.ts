import type { ClaimDetailReply } from '#server/billing/claims/claims.contract.ts';
import { day as dayWords } from '../../ui/format/words.ts';

/** Why a claim is taken back, and what becomes of its charges then. */
export const voidReasons = [
  {
    code: 'not-given',
    says: 'The service was not given, or not as billed',
    becomes: 'Nothing of it is billed any more. If it is after all, the claim can be sent anew.',
  },
  { code: 'wrong-person', says: 'It was somebody else’s service', becomes: 'Nothing of it is billed for this person any more. Correct the chart as well.' },
  { code: 'twice', says: 'It was billed before', becomes: 'Nothing of it is billed a second time.' },
  { code: 'wrong-payer', says: 'Another plan pays', becomes: 'Its charges wait under Held until the right coverage is noted and you check again.' },
] as const;

/** What changed on the days of a claim, as the reason of its correction; empty where nothing did. */
export function changeWords({ changed }: Pick<ClaimDetailReply, 'changed'>): string {
  const [first, ...others] = changed?.days ?? [];
  if (!first) return '';
  return `${dayWords(first.day)}: ${first.says}${others.length === 0 ? '' : ` And ${others.length} more.`}`.slice(0, 200);
}

/** How a claim reads that replaces or voids another, or was replaced or voided itself. */
export function frequencyWords(frequency: ClaimDetailReply['frequency']): string {
  return { '1': 'Original claim', '7': 'Replacement (frequency 7)', '8': 'Void (frequency 8)' }[frequency];
}
