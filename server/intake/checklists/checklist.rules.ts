import type { Obstacle } from '#server/platform/index.ts';
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
  verification: 'coverage.read',
  document: 'document.read',
  orders: 'medication.read',
  consent: 'consent.read',
  allergies: 'chart.read',
  medicines: 'medication.read',
  diagnosis: 'chart.read',
  plan: 'chart.read',
  teds: 'chart.read',
  note: 'chart.read',
  assessment: 'assessment.read',
};

function matches(evidence: Evidence, found: Found, asOf: Temporal.PlainDate): boolean {
  if (evidence.by !== found.by) return false;
  if (evidence.by === 'note') return evidence.templates.includes(found.code);
  if (evidence.by === 'document') return evidence.categories.includes(found.code);
  if (evidence.by === 'verification') return Temporal.PlainDate.compare(found.on, asOf.subtract({ days: evidence.freshDays })) >= 0;
  return evidence.by !== 'assessment' || evidence.instruments.includes(found.code);
}

/** The page of a chart on which each kind of evidence comes to be. */
const pages: Readonly<Partial<Record<Evidence['by'], string>>> = {
  coverage: 'coverage',
  verification: 'coverage',
  consent: 'consents',
  document: 'documents',
  allergies: 'allergies',
  medicines: 'medications',
  orders: 'medications',
  diagnosis: 'diagnoses',
  plan: 'care-plans',
  assessment: 'assessments',
  note: 'notes',
  teds: 'summary',
};

/** Where the evidence is seen: a signed note by itself, all else on its page of the chart; null where there is no page. */
function placeOf({ by }: Evidence, found: Found | undefined, patientId: string): string | null {
  if (by === 'note' && found?.id) return `/signed-notes/${found.id}`;
  const page = pages[by];
  return page ? `/patients/${patientId}/${page}` : null;
}

interface Facts {
  readonly patientId: string;
  readonly admittedOn: Temporal.PlainDate | null;
  readonly today: Temporal.PlainDate;
  readonly found: readonly Found[];
  /** The latest tick of each point. */
  readonly ticks: readonly Tick[];
  readonly permissions: ReadonlySet<string>;
}

/** The first evidence of a point; undefined while there is none. */
function firstEvidence(evidence: Evidence, { found, admittedOn, today }: Facts): Found | undefined {
  const came = found.filter((one) => matches(evidence, one, admittedOn ?? today));
  return came.toSorted((a, b) => Temporal.PlainDate.compare(a.on, b.on))[0];
}

/** The last day on which a point is in time: before the admission, or within days of it; null while nobody is admitted. */
function lastDayOf({ withinDays }: Point, admittedOn: Temporal.PlainDate | null): Temporal.PlainDate | null {
  return admittedOn?.add({ days: withinDays ?? 0 }) ?? null;
}

/** How a point stands that nothing settles. */
function openState({ evidence }: Point, dueOn: Temporal.PlainDate | null, { today, permissions }: Facts): 'missing' | 'overdue' | 'hidden' {
  if (!permissions.has(seenBy[evidence.by])) return 'hidden';
  return dueOn !== null && Temporal.PlainDate.compare(today, dueOn) > 0 ? 'overdue' : 'missing';
}

/** How a point stands. What somebody ticked counts also where the record should show it: paper exists. Late is late on the day after the last one. */
export function standingOf(point: Point, facts: Facts): Standing {
  const { code, says, when, evidence } = point;
  const found = firstEvidence(evidence, facts);
  const tick = found ? undefined : facts.ticks.find((one) => one.code === code && one.done);
  const settled = found ?? tick;
  const dueOn = lastDayOf(point, facts.admittedOn);
  return {
    code,
    says,
    when,
    dueOn,
    state: settled ? 'done' : openState(point, dueOn, facts),
    doneOn: settled?.on ?? null,
    byHand: evidence.by === 'hand',
    isFound: found !== undefined,
    opens: facts.permissions.has(seenBy[evidence.by]) ? placeOf(evidence, found, facts.patientId) : null,
    note: tick?.note ?? '',
    doneBy: tick?.byName ?? null,
  };
}

/** What stands against a tick by hand: where the record would show the point itself, who ticks it says where it is. */
export function obstaclesToTick({ evidence }: Pick<Point, 'evidence'>, { done, note }: { readonly done: boolean; readonly note: string }): Obstacle[] {
  if (!done || note !== '' || evidence.by === 'hand') return [];
  return [
    {
      code: 'checklist.say-where',
      says: 'The record shows this by itself once it is there. Say where it is instead: on paper, with whom, or why it is not needed.',
      at: 'note',
    },
  ];
}
