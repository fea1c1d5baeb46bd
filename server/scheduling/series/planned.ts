import type { TimeSpan } from '../appointments/appointment.ts';
import type { Step } from './replan.rules.ts';
import type { Series } from './series.ts';

/** What was decided about single occurrences before anything is booked. */
export interface Fixes {
  readonly skip: readonly number[];
  readonly elsewhere: readonly { readonly occurrence: number; readonly startsAt: string }[];
}

/** A step, or an occurrence that is left out on purpose. */
export type PlannedStep = Step | { readonly does: 'skip'; readonly occurrence: number; readonly span: TimeSpan };

/** A series as it would be, with the steps that lead there. */
export interface Planned {
  readonly series: Series;
  readonly steps: readonly PlannedStep[];
  readonly clinicianName: string;
}

/** The steps with what was decided about single ones: a new one left out, one that stands left where it is, or another time of its own. */
export function withFixes(steps: readonly Step[], { skip, elsewhere }: Fixes, minutes: number): PlannedStep[] {
  const starts = new Map(elsewhere.map(({ occurrence, startsAt }) => [occurrence, Temporal.Instant.from(startsAt)]));
  return steps.map((step): PlannedStep => {
    if (step.does !== 'book' && step.does !== 'move') return step;
    if (skip.includes(step.occurrence))
      return step.does === 'book'
        ? { does: 'skip', occurrence: step.occurrence, span: step.span }
        : { does: 'keep', occurrence: step.occurrence, appointmentId: step.appointmentId };
    const startsAt = starts.get(step.occurrence);
    return startsAt ? { ...step, span: { startsAt, endsAt: startsAt.add({ minutes }) } } : step;
  });
}
