import { commonPoints, evidenceOfDocuments, type Evidence, type Found, type Point, type Standing, type Tick } from './checklist.ts';

interface LevelFacts {
  readonly substanceUse: boolean;
  readonly setting: string;
  readonly documents: readonly { readonly says: string; readonly withinDays: number | null }[];
}

const slug = (says: string) => says.toLowerCase().replaceAll(/[^a-z]+/g, '-');

/** The points of an admission to a level of care: those of every admission, and the documents that the program's standard wants within days. */
export function pointsFor({ substanceUse, setting, documents }: LevelFacts): Point[] {
  const applies = ({ levels }: Point) => levels === 'all' || (levels === 'substance-use' ? substanceUse : setting !== 'ambulatory');
  const own = documents.flatMap(({ says, withinDays }): Point[] => {
    const evidence = evidenceOfDocuments[says];
    return evidence && withinDays !== null ? [{ code: slug(says), says, when: 'after', withinDays, levels: 'all', evidence }] : [];
  });
  return [...commonPoints.filter(applies), ...own];
}

/** Which permission lets somebody see the evidence. */
const seenBy: Readonly<Record<Evidence['by'], string>> = {
  screening: 'intake.read',
  hand: 'intake.read',
  coverage: 'coverage.read',
  consent: 'consent.read',
  allergies: 'chart.read',
  medicines: 'medication.read',
  diagnosis: 'chart.read',
  plan: 'chart.read',
  teds: 'chart.read',
  note: 'chart.read',
  assessment: 'assessment.read',
};

function matches(evidence: Evidence, found: Found): boolean {
  if (evidence.by !== found.by) return false;
  if (evidence.by === 'note') return evidence.templates.includes(found.code);
  return evidence.by !== 'assessment' || evidence.instruments.includes(found.code);
}

interface Facts {
  readonly admittedOn: Temporal.PlainDate | null;
  readonly today: Temporal.PlainDate;
  readonly found: readonly Found[];
  /** The latest tick of each point. */
  readonly ticks: readonly Tick[];
  readonly permissions: ReadonlySet<string>;
}

/** When the evidence of a point came first; null while there is none. */
function firstEvidence(evidence: Evidence, found: readonly Found[]): Temporal.PlainDate | null {
  const came = found.filter((one) => matches(evidence, one)).map(({ on }) => on);
  return came.toSorted((a, b) => Temporal.PlainDate.compare(a, b))[0] ?? null;
}

/** The last day on which a point is in time: before the admission, or within days of it; null while nobody is admitted. */
function lastDayOf({ withinDays }: Point, admittedOn: Temporal.PlainDate | null): Temporal.PlainDate | null {
  return admittedOn?.add({ days: withinDays ?? 0 }) ?? null;
}

/** How a point stands. What somebody ticked counts also where the record should show it: paper exists. Late is late on the day after the last one. */
export function standingOf(point: Point, { admittedOn, today, found, ticks, permissions }: Facts): Standing {
  const { code, says, when, evidence } = point;
  const tick = ticks.find((one) => one.code === code && one.done);
  const doneOn = firstEvidence(evidence, found) ?? tick?.on ?? null;
  const dueOn = lastDayOf(point, admittedOn);
  const isLate = dueOn !== null && Temporal.PlainDate.compare(today, dueOn) > 0;
  const open = isLate ? 'overdue' : 'missing';
  const state = doneOn ? 'done' : permissions.has(seenBy[evidence.by]) ? open : 'hidden';
  return { code, says, when, dueOn, state, doneOn, byHand: evidence.by === 'hand', note: tick?.note ?? '', doneBy: tick?.byName ?? null };
}
