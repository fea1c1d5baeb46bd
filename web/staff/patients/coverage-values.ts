import type { z } from 'zod';
import type { Coverage } from '#server/patients/coverage/coverage.contract.ts';
import { filledFrom, withoutBlanks } from '../../ui/form/blanks.ts';

type CoverageReply = z.infer<typeof Coverage>;
const noAddress = { line1: '', line2: '', city: '', state: '', zip: '' };
const noSubscriber = { givenName: '', familyName: '', birthDate: '', sex: '', address: noAddress };

/** What the coverage form holds for a new or a known coverage. */
export function coverageValues(coverage: CoverageReply | undefined, nextRank: number, today: string) {
  const empty = { payerId: '', planName: '', memberId: '', groupNumber: '', relationship: '18', subscriber: noSubscriber, validFrom: today, validThrough: '' };
  return { ...filledFrom(empty, coverage), rank: String(coverage?.rank ?? nextRank) };
}
export type CoverageValues = ReturnType<typeof coverageValues>;

/** What is sent. A patient who is the subscriber has no second person on the policy. */
export function coverageBody({ rank, subscriber, validThrough, ...values }: CoverageValues): object {
  const isSelf = values.relationship === '18';
  return {
    ...withoutBlanks(values),
    rank: Number(rank),
    validThrough: validThrough || null,
    subscriber: isSelf ? null : (withoutBlanks({ subscriber }) as { subscriber?: object }).subscriber,
  };
}
