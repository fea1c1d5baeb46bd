import content from '#content/observations/critical-results.json' with { type: 'json' };
import type { Matter } from '#server/teams/index.ts';

/** By when somebody has to take up a critical result that was written down at a moment: content/observations/critical-results.json, with its source. */
export function takenUpBy(writtenAt: Temporal.Instant): Temporal.Instant {
  return writtenAt.add({ minutes: content.takenUpWithinMinutes });
}

/** What the task of a critical result is kept for. */
export function matterOf(resultId: string): Matter {
  return { keptBy: 'critical-result', keptId: resultId };
}
