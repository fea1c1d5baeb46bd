import type { TimeSpan } from '../appointments/appointment.ts';
import { occurrenceDays, spanOn } from './recurrence.rules.ts';
import type { Timetable } from './series.ts';

/**
 * One occurrence that has an appointment. `open`: still to come and as the rule says; `own`: still to come, changed on its own; `settled`: attended, missed,
 * cancelled or past.
 */
export interface Standing {
  readonly occurrence: number;
  readonly appointmentId: string;
  readonly state: 'open' | 'own' | 'settled';
}

/** What becomes of one occurrence. `occurrence` counts in the series as it was, from 0; what is added goes on counting. */
export type Step =
  | { readonly does: 'book'; readonly occurrence: number; readonly span: TimeSpan }
  | { readonly does: 'move'; readonly occurrence: number; readonly appointmentId: string; readonly span: TimeSpan }
  | { readonly does: 'cancel' | 'keep'; readonly occurrence: number; readonly appointmentId: string };

/**
 * The steps from a series as it stands to another timetable from one occurrence on. Each occurrence stays itself: the tenth before is the tenth after, so
 * that none is lost or doubled. What is settled or was changed on its own is kept; a place that was left out stays left out.
 */
export function stepsTo(standing: readonly Standing[], { from, formerTimes }: { from: number; formerTimes: number }, next: Timetable): Step[] {
  const byOccurrence = new Map(standing.map((one) => [one.occurrence, one]));
  const spans = occurrenceDays(next).map((day) => spanOn(day, next));
  const steps: Step[] = [];
  for (let occurrence = from; occurrence < Math.max(formerTimes, from + next.times); occurrence += 1) {
    const [one, span] = [byOccurrence.get(occurrence), spans[occurrence - from]];
    if (one === undefined) {
      if (occurrence >= formerTimes && span) steps.push({ does: 'book', occurrence, span });
    } else if (one.state !== 'open') steps.push({ does: 'keep', occurrence, appointmentId: one.appointmentId });
    else if (span) steps.push({ does: 'move', occurrence, appointmentId: one.appointmentId, span });
    else steps.push({ does: 'cancel', occurrence, appointmentId: one.appointmentId });
  }
  return steps;
}
