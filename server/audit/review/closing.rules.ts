import type { Obstacle } from '#server/platform/index.ts';

export const findingVerdicts = ['explained', 'follow-up', 'incident'] as const;
export type FindingVerdict = (typeof findingVerdicts)[number];

/** What stands between a reviewer and a verdict: nobody judges what they did themselves, and a closed day stays as it is. */
export function obstaclesToMarking(
  finding: { readonly actorId: string; readonly isDayClosed: boolean },
  reviewerId: string | null,
  verdict: FindingVerdict,
  incidentId: string | null,
): Obstacle[] {
  return [
    ...(finding.isDayClosed ? [{ code: 'review.day-closed', says: 'This day is closed.' }] : []),
    ...(finding.actorId === reviewerId ? [{ code: 'review.own', says: 'Somebody else has to judge what you did yourself.' }] : []),
    ...((verdict === 'incident') === (incidentId !== null)
      ? []
      : [{ code: 'review.incident', says: 'Open the incident first, then mark the finding with it.', at: 'incidentId' }]),
  ];
}

/** What stands between a day and its closing: findings without a verdict. */
export function obstaclesToClosingDay(day: { readonly isClosed: boolean; readonly unmarked: number }): Obstacle[] {
  return [
    ...(day.isClosed ? [{ code: 'review.day-closed', says: 'This day is closed already.' }] : []),
    ...(day.unmarked > 0 ? [{ code: 'review.unmarked', says: `${day.unmarked} finding${day.unmarked === 1 ? ' has' : 's have'} no verdict yet.` }] : []),
  ];
}
