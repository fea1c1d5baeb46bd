/** Purposes of use in the words of the screen; those that a simulation may be asked for. */
export const purposeChoices = [
  { value: 'TREAT', label: 'Treatment' },
  { value: 'ETREAT', label: 'Treatment in an emergency' },
  { value: 'HPAYMT', label: 'Payment' },
  { value: 'HOPERAT', label: 'Operations' },
  { value: 'PATRQT', label: "The patient's own request" },
  { value: 'FAMRQT', label: 'A request of the family' },
  { value: 'HLEGAL', label: 'A legal proceeding' },
  { value: 'HRESCH', label: 'Research' },
  { value: 'PUBHLTH', label: 'Public health' },
  { value: 'AUDIT', label: 'An audit or evaluation' },
  { value: 'EMPLOY', label: 'An employer or another third party' },
] as const;

/** Kinds of record in words, and under which name "who can see this" knows them. */
export const recordWords: Readonly<Record<string, { readonly label: string; readonly kind: 'note' | 'diagnosis' | 'assessment' | 'care-plan' | 'appointment' }>> = {
  'progress-note': { label: 'Note', kind: 'note' },
  diagnosis: { label: 'Diagnosis', kind: 'diagnosis' },
  assessment: { label: 'Assessment', kind: 'assessment' },
  'care-plan': { label: 'Care plan', kind: 'care-plan' },
  schedule: { label: 'Appointment', kind: 'appointment' },
};

/** Outcomes as a badge shows them. */
export const outcomeWords = { permit: 'Permitted', redact: 'Permitted in part', hold: 'Held', deny: 'Denied' } as const;
