import type { MissingItem, MissingKind } from '#server/reviews/missing/missing.contract.ts';

/** What each kind is called, in the order in which it is shown. */
export const kindWords: Readonly<Record<MissingKind, string>> = {
  'unsigned-note': 'Notes to sign',
  'visit-without-note': 'Visits without a note',
  'awaiting-cosignature': 'Notes to co-sign',
  'plan-overdue': 'Care plans overdue',
  'assessment-overdue': 'Assessments overdue',
  'document-missing': 'Documents missing',
};
export const kinds = Object.keys(kindWords) as MissingKind[];

/** What is shown: of this kind, program and person; empty is all of them. */
export interface Narrowed {
  readonly kind: string;
  readonly programId: string;
  readonly staffId: string;
}

const nobody = 'nobody';
const staffOf = ({ staffId }: MissingItem) => staffId ?? nobody;

/** The things that a choice leaves. Every number on the screen is the length of such a list. */
export function missingAmong(items: readonly MissingItem[], { kind, programId, staffId }: Narrowed): readonly MissingItem[] {
  return items.filter(
    (item) => (kind === '' || item.kind === kind) && (programId === '' || item.programId === programId) && (staffId === '' || staffOf(item) === staffId),
  );
}

/** One line of a count: whom or what it is of, how many, how many late, and the days of the latest. */
export interface Count {
  readonly key: string;
  readonly name: string;
  readonly count: number;
  readonly overdue: number;
  readonly worst: number;
}

function counted(items: readonly MissingItem[], keyOf: (item: MissingItem) => string, nameOf: (item: MissingItem) => string): Count[] {
  return [...Map.groupBy(items, keyOf)]
    .map(([key, of]) => ({
      key,
      name: of[0] ? nameOf(of[0]) : '',
      count: of.length,
      overdue: of.filter(({ isOverdue }) => isOverdue).length,
      worst: Math.max(...of.map(({ daysLate }) => daysLate)),
    }))
    .toSorted((one, other) => other.overdue - one.overdue || other.worst - one.worst || other.count - one.count || one.name.localeCompare(other.name));
}

export const byProgram = (items: readonly MissingItem[]): Count[] =>
  counted(
    items,
    ({ programId }) => programId,
    ({ programName }) => programName,
  );
export const byStaff = (items: readonly MissingItem[]): Count[] => counted(items, staffOf, ({ staffName }) => staffName ?? 'Nobody named');

/** Where it is mended. */
export function placeOf({ kind, id, patientId, since }: MissingItem): string {
  switch (kind) {
    case 'unsigned-note':
      return `/notes/${id}`;
    case 'visit-without-note':
      return `/schedule?span=day&day=${since?.slice(0, 10) ?? ''}`;
    case 'awaiting-cosignature':
      return `/signed-notes/${id}`;
    case 'plan-overdue':
      return `/patients/${patientId}/care-plans`;
    case 'assessment-overdue':
      return `/patients/${patientId}/assessments`;
    case 'document-missing':
      return `/patients/${patientId}/notes`;
  }
}

/** How late, in words. */
export function lateWords({ isOverdue, daysLate }: Pick<MissingItem, 'isOverdue' | 'daysLate'>): string {
  if (!isOverdue) return '';
  return daysLate === 0 ? 'since today' : `${daysLate} ${daysLate === 1 ? 'day' : 'days'} late`;
}
