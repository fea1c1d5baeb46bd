import type { Decision } from '../decision/decision.ts';
import type { ConsentFacts, RecordClass } from '../decision/facts.ts';
import type { RecordFacts } from '../decision/request.ts';
import type { HeldKind, Opening } from './opening.ts';

const vault = 'vault';

/** What the rows of a table are to a consent. What is not listed counts as a document: a consent to some kinds only then opens nothing. */
const classes: readonly (readonly [prefix: string, RecordClass])[] = [
  ['charting.diagnosis', 'diagnosis'],
  ['charting.', 'progress-note'],
  ['scheduling.', 'schedule'],
  ['billing.', 'claim'],
];

const classOf = (source: string): RecordClass => classes.find(([prefix]) => source.startsWith(prefix))?.[1] ?? 'document';

function record(id: string, recordClass: RecordClass, programId: string, labels: readonly string[]): RecordFacts {
  return {
    id,
    class: recordClass,
    programId,
    part2: labels.includes('part2') ? 'yes' : 'no',
    labels,
    originatorId: null,
    date: null,
    origin: { kind: 'made-here' },
    encounterId: null,
    deidentified: false,
    minorConsentedAlone: false,
    references: [],
  };
}

const idOf = ({ source, labels }: HeldKind): string => `${source} {${[...labels].toSorted().join(',')}}`;

/**
 * A program's part of a chart as a decision sees it: one record for each kind, and the counseling notes, always, whether there are any or not.
 * Days are left out, so that a consent to some days only opens nothing: a grant knows no days.
 */
export function partOfChart(programId: string, held: readonly HeldKind[]): readonly RecordFacts[] {
  const kinds = held.filter((kind) => kind.programId === programId);
  if (kinds.length === 0) return [];
  const isPart2 = kinds.some(({ labels }) => labels.includes('part2'));
  return [
    ...kinds.map((kind) => record(idOf(kind), classOf(kind.source), programId, kind.labels)),
    record(vault, 'counseling-note', programId, isPart2 ? ['part2', 'sud-counseling-note'] : ['psychotherapy-note']),
  ];
}

/**
 * What the decision lets be opened: nothing unless it rests on one consent and a grant of these labels would open nothing that is withheld.
 * A grant covers labels and no kinds, so a program's part opens as a whole or not at all.
 */
export function openingOf(
  programId: string,
  records: readonly RecordFacts[],
  decision: Pick<Decision, 'released' | 'withheld' | 'restsOn'>,
  consents: readonly ConsentFacts[],
): Opening | undefined {
  const consent = consents.find(({ id }) => decision.restsOn.includes(id));
  const going = records.filter(({ id }) => decision.released.includes(id));
  if (!consent || going.length === 0 || decision.released.includes(vault)) return undefined;
  const labels = [...new Set(going.flatMap((one) => one.labels))].toSorted();
  const wouldOpenToo = records.some(({ id, labels: needed }) => id !== vault && !decision.released.includes(id) && needed.every((label) => labels.includes(label)));
  return wouldOpenToo ? undefined : { programId, consentId: consent.id, labels };
}

/** When an opening ends: after its time, or with the last day of the consent in the program's time zone, whichever comes first. */
export function endOfOpening(now: Temporal.Instant, minutes: number, { expiry }: Pick<ConsentFacts, 'expiry'>, timeZone: string): Temporal.Instant {
  const byTime = now.add({ minutes });
  if (expiry.kind !== 'date') return byTime;
  const byConsent = expiry.lastDay.add({ days: 1 }).toZonedDateTime(timeZone).toInstant();
  return Temporal.Instant.compare(byTime, byConsent) <= 0 ? byTime : byConsent;
}
