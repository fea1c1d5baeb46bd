import type { DraftHeader, Modality } from './draft.ts';

/** What an appointment tells about a session; times are those that happened, or else those planned. */
export interface SessionFacts {
  readonly startsAt: Temporal.Instant | null;
  readonly endsAt: Temporal.Instant | null;
  readonly modality: Modality;
  readonly patientName: string;
  readonly clinicianName: string;
}

/** Most that a professional claim carries: 12 diagnoses (837P, segment HI). A note starts with the first four, as many as one service line points to. */
const firstDiagnoses = 4;

/** The header with which a note opens, filled with all that is known. Risk is never assumed. */
export function openingHeader({ startsAt, endsAt, modality, patientName, clinicianName }: SessionFacts): DraftHeader {
  return {
    startedAt: startsAt?.toString() ?? null,
    endedAt: endsAt?.toString() ?? null,
    modality,
    patientLocation: '',
    participants: [patientName, clinicianName].filter((name) => name !== '').join(', '),
    risk: null,
    diagnosisIds: [],
  };
}

/** The diagnoses with which a note opens: those by rank that are not merely to be ruled out. */
export function openingDiagnoses(listed: readonly { readonly id: string; readonly certainty: string }[]): string[] {
  return listed
    .filter(({ certainty }) => certainty !== 'rule-out')
    .slice(0, firstDiagnoses)
    .map((diagnosis) => diagnosis.id);
}

/** What a save may change of the header. */
export type HeaderChange = { readonly [Field in keyof DraftHeader]?: DraftHeader[Field] | undefined };

/** The header after a change; fields that are left out stay. */
export function changedHeader(header: DraftHeader, change: HeaderChange): DraftHeader {
  return { ...header, ...(Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<DraftHeader>) };
}
