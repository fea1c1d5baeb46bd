import type { ScheduledAppointment, ScheduleEntry } from '../schedule.ts';
import { statusWords } from '../status.ts';

export const colorings = ['status', 'type', 'program', 'clinician'] as const;
export type Coloring = (typeof colorings)[number];
export type Density = 'comfortable' | 'compact';

/** How one person likes to see the schedule. */
export interface Appearance {
  readonly colorBy: Coloring;
  readonly density: Density;
}

/** As everybody sees it at first. */
export const usual: Appearance = { colorBy: 'status', density: 'comfortable' };

/** What was kept of an appearance; the usual where nothing, or nothing sensible, was. */
export function appearanceOf(kept: unknown): Appearance {
  const { colorBy, density } = (typeof kept === 'object' && kept !== null ? kept : {}) as Partial<Record<keyof Appearance, unknown>>;
  return { colorBy: colorings.find((one) => one === colorBy) ?? usual.colorBy, density: density === 'compact' ? 'compact' : usual.density };
}

/** Something that has a color: with its name, and with letters or a sign of its own, since nobody should have to tell by color alone (WCAG 1.4.1). */
export interface Mark {
  readonly key: string;
  readonly name: string;
  /** Empty for a status, which has a sign of its own everywhere. */
  readonly letters: string;
  readonly tone: string;
}

interface Named {
  readonly key: string;
  readonly name: string;
}

const small = new Set(['a', 'and', 'by', 'for', 'in', 'of', 'or', 'the', 'to', 'with', 'without']);

const short = (word: string) => (/^\d/.test(word) ? word.slice(0, 2) : word.slice(0, 1).toUpperCase());

function* lettersFor(name: string): Generator<string> {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '' && !small.has(word.toLowerCase()));
  const [first = '?', second, third] = words;
  yield second === undefined ? short(first) + first.slice(1, 2) : short(first) + short(second);
  if (second !== undefined && third !== undefined) yield short(first) + short(second) + short(third);
  for (const letter of first.slice(1)) yield short(first) + letter;
  for (let count = 2; ; count += 1) yield `${short(first)}${count}`;
}

/** More things than there are tones share them, and are told apart by their letters. */
const toneCount = 10;

function firstFree(name: string, taken: ReadonlySet<string>): string {
  for (const letters of lettersFor(name)) if (!taken.has(letters)) return letters;
  return '';
}

/** A mark for each of the things by which entries can be colored. The order decides, so that the same thing looks the same in every week. */
export function marksOf(things: readonly Named[]): ReadonlyMap<string, Mark> {
  const taken = new Set<string>();
  return new Map(
    things.map(({ key, name }, index) => {
      const letters = firstFree(name, taken);
      taken.add(letters);
      return [key, { key, name, letters, tone: String(index % toneCount) }];
    }),
  );
}

/** Marks of the statuses. */
export const statusMarks: ReadonlyMap<string, Mark> = new Map(Object.entries(statusWords).map(([key, { label }]) => [key, { key, name: label, letters: '', tone: key }]));

const keys: Readonly<Record<Coloring, (entry: ScheduledAppointment) => string>> = {
  status: ({ status }) => status,
  type: ({ typeCode }) => typeCode,
  program: ({ programId }) => programId,
  clinician: ({ clinicianId }) => clinicianId,
};

/** What colors the entries of a schedule. */
export interface Marking {
  readonly by: Coloring;
  readonly marks: ReadonlyMap<string, Mark>;
}

/** The mark of an appointment; undefined where what it belongs to is not known. */
export function markOf({ by, marks }: Marking, entry: ScheduledAppointment): Mark | undefined {
  return marks.get(keys[by](entry));
}

/** The marks that are to be seen among these entries, in their own order. What was called off is not drawn. */
export function legendOf(marking: Marking, entries: readonly ScheduleEntry[]): readonly Mark[] {
  const seen = new Set(entries.flatMap((entry) => (entry.kind === 'appointment' && entry.status !== 'cancelled' ? [keys[marking.by](entry)] : [])));
  return [...marking.marks.values()].filter(({ key }) => seen.has(key));
}
