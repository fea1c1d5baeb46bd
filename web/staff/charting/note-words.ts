import type { DraftHeaderWire } from '#server/charting/drafts/drafts.contract.ts';

/** Ways to meet, in the order in which they are offered. */
export const modalities = [
  { value: 'in-person', label: 'In person' },
  { value: 'video', label: 'Video' },
  { value: 'audio', label: 'Phone' },
] as const;

/** Answers to the question of risk to self or others. */
export const risks = [
  { value: 'denied', label: 'Asked: denied' },
  { value: 'present', label: 'Present' },
  { value: 'not-assessed', label: 'Not assessed' },
] as const;

const labelOf = (choices: readonly { readonly value: string; readonly label: string }[], value: string | null) => choices.find((one) => one.value === value)?.label;

/** How they met, in a word. */
export function modalityWords(modality: DraftHeaderWire['modality']): string {
  return labelOf(modalities, modality) ?? modality;
}

/** What the header of a note says beside times and diagnoses, for a reader; empty where nothing was asked. */
export function headerLines({ participants, patientLocation, risk }: DraftHeaderWire): readonly string[] {
  const lines = [
    ['Took part', participants],
    ['The patient was', patientLocation],
    ['Risk to self or others', labelOf(risks, risk)],
  ] as const;
  return lines.flatMap(([label, said]) => (said ? [`${label}: ${said}`] : []));
}
