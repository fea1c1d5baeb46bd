import type { Obstacle } from '#server/platform/index.ts';
import type { EmergencyStatement, Verdict } from './emergency.ts';

const isBlank = (text: string) => text.trim() === '';

// Who writes down a disclosure made by telephone does so at once: 42 CFR 2.51(c) says immediately.
const writtenDownWithinHours = 24;

function missing(at: keyof EmergencyStatement, says: string): Obstacle {
  return { code: 'emergency.incomplete', says, at };
}

function obstaclesOfTime(disclosedAt: string, now: Temporal.Instant): Obstacle[] {
  const moment = instantIn(disclosedAt);
  if (!moment) return [missing('disclosedAt', 'Write the date and time.')];
  if (Temporal.Instant.compare(moment, now) > 0) return [{ code: 'emergency.time', says: 'The date and time cannot lie ahead.', at: 'disclosedAt' }];
  const isLate = Temporal.Instant.compare(moment, now.subtract({ hours: writtenDownWithinHours })) < 0;
  return isLate ? [{ code: 'emergency.time', says: 'An emergency of more than a day ago does not open a chart. Tell the privacy officer.', at: 'disclosedAt' }] : [];
}

/** The instant that a text names; undefined for none. */
export function instantIn(text: string): Temporal.Instant | undefined {
  try {
    return Temporal.Instant.from(text);
  } catch {
    return undefined;
  }
}

/** What stands between a statement and an open chart; empty when it may open. The five facts of 42 CFR 2.51(c), and the ground of 2.51(a). */
export function obstaclesToBreakingGlass(statement: EmergencyStatement, now: Temporal.Instant): Obstacle[] {
  return [
    ...(isBlank(statement.recipientName) ? [missing('recipientName', 'Write who receives the records.')] : []),
    ...(isBlank(statement.recipientAffiliation) ? [missing('recipientAffiliation', 'Write the facility that they belong to.')] : []),
    ...(isBlank(statement.discloserName) ? [missing('discloserName', 'Write who discloses.')] : []),
    ...obstaclesOfTime(statement.disclosedAt, now),
    ...(isBlank(statement.nature) ? [missing('nature', 'Write the nature of the emergency.')] : []),
    ...(statement.consentCannotBeHad
      ? []
      : [
          {
            code: 'emergency.consent',
            says: 'An emergency opens a chart only when the consent of the patient cannot be had. If the patient says no, tell the privacy officer.',
            at: 'consentCannotBeHad',
          },
        ]),
  ];
}

/** How far the look at an emergency access has come. */
export interface ReviewState {
  readonly verdict: Verdict | null;
  readonly staffId: string;
}

/** What stands between a reviewer and a verdict: one verdict each, a reason against, and nobody judges their own emergency. */
export function obstaclesToReview(review: ReviewState, reviewerId: string | null, verdict: Verdict, reason: string): Obstacle[] {
  return [
    ...(review.verdict === null ? [] : [{ code: 'emergency.reviewed', says: 'Somebody has reviewed this already.' }]),
    ...(review.staffId === reviewerId ? [{ code: 'emergency.own', says: 'Somebody else has to review your own emergency access.' }] : []),
    ...(verdict === 'not-appropriate' && isBlank(reason) ? [{ code: 'emergency.reason', says: 'Write why it was not appropriate.', at: 'reason' }] : []),
  ];
}
