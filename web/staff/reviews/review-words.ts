import type { ReviewSummary } from '#server/reviews/charts/reviews.contract.ts';

/** How closed reviews of one program or clinician came out. */
export interface Outcome {
  readonly key: string;
  readonly name: string;
  readonly reviews: number;
  readonly met: number;
  readonly notMet: number;
  /** In whole percent of what applies; null where nothing does. */
  readonly share: number | null;
}

/** Closed reviews by whom or what they are about, the weakest first. */
export function outcomes(reviews: readonly ReviewSummary[], by: 'program' | 'clinician'): Outcome[] {
  const closed = reviews.filter(({ closedAt }) => closedAt !== null);
  const keyOf = ({ programId, aboutStaffId }: ReviewSummary) => (by === 'program' ? programId : (aboutStaffId ?? 'nobody'));
  const nameOf = ({ programName, aboutName }: ReviewSummary) => (by === 'program' ? programName : (aboutName ?? 'No primary clinician'));
  return [...Map.groupBy(closed, keyOf)]
    .map(([key, of]) => {
      const [met, notMet] = [of.reduce((sum, each) => sum + each.met, 0), of.reduce((sum, each) => sum + each.notMet, 0)];
      return { key, name: of[0] ? nameOf(of[0]) : '', reviews: of.length, met, notMet, share: met + notMet === 0 ? null : Math.round((met * 100) / (met + notMet)) };
    })
    .toSorted((one, other) => (one.share ?? 101) - (other.share ?? 101) || one.name.localeCompare(other.name));
}

/** How far a review is, in words. */
export function progressWords({ items, met, notMet, notApplicable, closedAt, share }: ReviewSummary): string {
  const answered = met + notMet + notApplicable;
  if (closedAt === null) return `${answered} of ${items} answered`;
  return share === null ? 'nothing applied' : `${share}% met, ${notMet} to mend`;
}
