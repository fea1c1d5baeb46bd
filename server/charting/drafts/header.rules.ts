import type { DraftHeader, Modality } from './draft.ts';

/** What an appointment tells about a session; times are those that happened, or else those planned. */
export interface SessionFacts {
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly modality: Modality;
}

/** As many as one service line of a claim points to (837P, SV107). */
const firstDiagnoses = 4;

/** The header with which a note opens, filled with all that is known; without a session its times are still to be told. Risk is never assumed. */
export function openingHeader(session: SessionFacts | undefined, patientName: string, clinicianName: string | null): DraftHeader {
  return {
    startedAt: session?.startsAt.toString() ?? null,
    endedAt: session?.endsAt.toString() ?? null,
    modality: session?.modality ?? 'in-person',
    patientLocation: '',
    participants: [patientName, clinicianName].filter(Boolean).join(', '),
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
