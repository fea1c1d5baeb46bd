import type { EntryKind, TimelineEntry } from '#server/timeline/entries/entries.contract.ts';

/** What each kind of entry is called, in the order of the filter. */
export const kindWords: Readonly<Record<EntryKind, string>> = {
  note: 'Notes',
  'group-note': 'Group notes',
  addendum: 'Addenda',
  assessment: 'Assessments',
  'care-plan': 'Care plans',
  appointment: 'Appointments',
  diagnosis: 'Diagnoses',
  allergy: 'Allergies',
  'vital-signs': 'Vital signs',
  result: 'Results',
  document: 'Documents',
  alert: 'Alerts',
  'level-of-care': 'Levels of care',
};

/** Which entries are wanted: of these kinds (all when none is named), of this program (all when empty), with each of these words. */
export interface Wanted {
  readonly words: string;
  readonly kinds: readonly string[];
  readonly programId: string;
}

export function wantedAmong(entries: readonly TimelineEntry[], { kinds, programId, words }: Wanted): TimelineEntry[] {
  const asked = words.toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter((entry) => {
    const text = `${entry.title} ${entry.detail} ${entry.who}`.toLowerCase();
    return (kinds.length === 0 || kinds.includes(entry.kind)) && (programId === '' || entry.programId === programId) && asked.every((word) => text.includes(word));
  });
}

/** Entries by the month in which they happened in the reader's own time, in the order given. */
export function byMonth(entries: readonly TimelineEntry[]): { month: string; entries: TimelineEntry[] }[] {
  const words = new Intl.DateTimeFormat('en-US', { month: 'long', year: 'numeric' });
  const months = Map.groupBy(entries, ({ at }) => words.format(new Date(at)));
  return [...months].map(([month, ofMonth]) => ({ month, entries: ofMonth }));
}

const tabs: Partial<Record<EntryKind, string>> = {
  assessment: 'assessments',
  'care-plan': 'care-plans',
  diagnosis: 'diagnoses',
  allergy: 'allergies',
  'vital-signs': 'vitals',
  result: 'results',
  document: 'documents',
};

/** Where an entry stands in full. */
export function placeOf({ id, kind, at, noteId }: TimelineEntry, patientId: string): string {
  if (kind === 'note' || kind === 'group-note') return `/signed-notes/${id}`;
  if (kind === 'addendum') return `/signed-notes/${noteId ?? id}`;
  if (kind === 'appointment') return `/schedule?span=day&day=${at.slice(0, 10)}`;
  if (kind === 'result') return `/patients/${patientId}/results?open=${id}`;
  return `/patients/${patientId}/${tabs[kind] ?? 'summary'}`;
}
