import type { Obstacle, Tx } from '#server/platform/index.ts';
import { clockTime, dayAndTime } from '../schedule/days.rules.ts';
import { busyFrom, lockTime } from '../schedule/busy.store.ts';
import { awayWithin } from '../availability/availability.store.ts';
import type { Away } from '../availability/availability.ts';
import { nextOpenings } from '../schedule/openings.rules.ts';
import { awayWords, holds } from '../appointments/plan.rules.ts';
import { patientElsewhere, takenInSpans, type TakenSpan, type WantedSpan } from './conflicts.store.ts';
import { holidayOn } from './holidays.rules.ts';
import type { Planned, PlannedStep } from './planned.ts';
import { recurrenceWords } from './recurrence-words.ts';
import type { SeriesPreview } from './series.contract.ts';
import type { Series } from './series.ts';

const freeADay = 3;

type Conflict = SeriesPreview['steps'][number]['conflicts'][number];

const spanOf = (step: PlannedStep) => ('span' in step ? step.span : undefined);

function wantedBy(steps: readonly PlannedStep[]): WantedSpan[] {
  return steps.flatMap((step) => (step.does === 'book' || step.does === 'move' ? [{ occurrence: step.occurrence, ...step.span }] : []));
}

const meets = (away: Away, span: WantedSpan) => Temporal.Instant.compare(away.startsAt, span.endsAt) < 0 && Temporal.Instant.compare(away.endsAt, span.startsAt) > 0;

/** Leave of the clinician and closures of the site, as long as the series lasts. */
function awayDuring(tx: Tx, { clinicianId, siteId }: Series, wanted: readonly WantedSpan[]): Promise<readonly Away[]> {
  const ordered = wanted.toSorted((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt));
  const [first, last] = [ordered[0], ordered.at(-1)];
  if (!first || !last) return Promise.resolve([]);
  return awayWithin(tx, { clinicianIds: [clinicianId], siteIds: [siteId] }, { startsAt: first.startsAt, endsAt: last.endsAt });
}

const dayOf = (at: Temporal.Instant, timeZone: string) => at.toZonedDateTimeISO(timeZone).toPlainDate();

/** Free starts on the day of a taken occurrence. */
async function freeOn(tx: Tx, series: Series, taken: readonly WantedSpan[], away: readonly Away[]): Promise<ReadonlyMap<number, readonly string[]>> {
  const free = new Map<number, readonly string[]>();
  for (const { occurrence, startsAt } of taken) {
    const begin = dayOf(startsAt, series.timeZone).toZonedDateTime({ timeZone: series.timeZone }).toInstant();
    const end = begin.add({ hours: 24 });
    const busy = [...(await busyFrom(tx, series, begin, end)), ...away];
    const openings = nextOpenings(busy, { from: begin, minutes: series.minutes, count: freeADay, timeZone: series.timeZone });
    free.set(
      occurrence,
      openings.filter((one) => Temporal.Instant.compare(one.startsAt, end) < 0).map((one) => one.startsAt.toString()),
    );
  }
  return free;
}

/** What is known to stand against one occurrence. */
interface Against {
  readonly taken: readonly TakenSpan[];
  readonly away: readonly Away[];
  readonly elsewhere: readonly string[];
}

function conflictsOf(series: Series, clinicianName: string, span: WantedSpan, { taken, away, elsewhere }: Against): Conflict[] {
  const holiday = holidayOn(dayOf(span.startsAt, series.timeZone));
  return [
    ...new Set(taken.map((one) => holds(one, clinicianName, series.timeZone))).values().map((says) => ({ blocks: true, says })),
    ...away.map((one) => ({ blocks: true, says: awayWords(one, clinicianName, series.timeZone) })),
    // Who holds the time is told already; that it is the same person adds nothing.
    ...(taken.length > 0 ? [] : elsewhere).map((says) => ({ blocks: false, says })),
    ...(holiday === undefined ? [] : [{ blocks: false, says: `${holiday} is a federal holiday.` }]),
  ];
}

/**
 * What stands against each step, with other free times of that day. Takes hold of the clinician's and the room's time until the transaction ends, so that
 * the answer stays true for who books next in it.
 */
export async function examine(tx: Tx, { series, steps, clinicianName }: Planned): Promise<SeriesPreview> {
  await lockTime(tx, [series]);
  const wanted = wantedBy(steps);
  const moving = steps.flatMap((step) => (step.does === 'move' || step.does === 'cancel' ? [step.appointmentId] : []));
  const taken = Map.groupBy(await takenInSpans(tx, series, wanted, moving), ({ occurrence }) => occurrence);
  const elsewhere = Map.groupBy(await patientElsewhere(tx, series.patientId, wanted, moving), ({ occurrence }) => occurrence);
  const away = await awayDuring(tx, series, wanted);
  const free = await freeOn(
    tx,
    series,
    wanted.filter((span) => taken.has(span.occurrence) || away.some((one) => meets(one, span))),
    away,
  );
  const wantedAt = new Map(wanted.map((span) => [span.occurrence, span]));
  return {
    says: recurrenceWords(series),
    steps: steps.map((step) => {
      const span = wantedAt.get(step.occurrence);
      const others = (elsewhere.get(step.occurrence) ?? []).map(
        (one) => `The patient is expected by ${one.clinicianName} at ${clockTime(one.startsAt, series.timeZone)}.`,
      );
      return {
        occurrence: step.occurrence,
        does: step.does,
        startsAt: spanOf(step)?.startsAt.toString() ?? null,
        endsAt: spanOf(step)?.endsAt.toString() ?? null,
        conflicts: span
          ? conflictsOf(series, clinicianName, span, {
              taken: taken.get(step.occurrence) ?? [],
              away: away.filter((one) => meets(one, span)),
              elsewhere: others,
            })
          : [],
        free: [...(free.get(step.occurrence) ?? [])],
      };
    }),
  };
}

/** One obstacle for each occurrence whose time is taken; the screen knows which by `at`. */
export function obstaclesIn({ steps }: SeriesPreview, timeZone: string): Obstacle[] {
  return steps.flatMap(({ occurrence, startsAt, conflicts }) =>
    conflicts
      .filter(({ blocks }) => blocks)
      .map(({ says }) => ({
        code: 'series.occurrence-taken',
        says: `${startsAt === null ? '' : `${dayAndTime(Temporal.Instant.from(startsAt), timeZone)}: `}${says} Leave this one out or choose another time for it.`,
        at: `occurrences.${occurrence}`,
      })),
  );
}
