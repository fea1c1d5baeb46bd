/** Where a packet stands, in the words of the desk, and its colour. */
export const packetStates = {
  prepared: { says: 'rehearsed', color: 'gray' },
  queued: { says: 'waits to be sent', color: 'orange' },
  released: { says: 'released', color: 'tide' },
  stopped: { says: 'stopped', color: 'red' },
} as const;

/** Ways out, by channel. */
export const channelChoices = [
  { value: 'print', label: 'Print' },
  { value: 'download', label: 'Save as file' },
  { value: 'in-person', label: 'Hand over' },
  { value: 'mail', label: 'E-mail' },
  { value: 'fax', label: 'Fax' },
] as const;

export const classWords: Readonly<Record<string, string>> = {
  'progress-note': 'Notes',
  diagnosis: 'Diagnoses',
  assessment: 'Assessments',
  'care-plan': 'Care plans',
  laboratory: 'Results',
  'vital-signs': 'Vital signs',
  allergy: 'Allergies',
  document: 'Documents',
  schedule: 'Appointments',
};

export const requestKinds = [
  { value: 'access', label: 'A copy of the record' },
  { value: 'amendment', label: 'A correction' },
  { value: 'accounting', label: 'Who received it' },
  { value: 'intermediary-list', label: 'Who received it through an exchange' },
] as const;

const words: Readonly<Record<string, string>> = {
  '2.64': '2.64: noncriminal',
  '2.65': '2.65: criminal, against the patient',
  '2.66': '2.66: against the program',
  '2.67': '2.67: undercover agents',
  fda: 'Food and Drug Administration',
  qsoa: 'Qualified service organization',
  baa: 'Business associate',
  contract: 'Contract (42 CFR 2.33(c))',
  'data-use': 'Data use',
  pdmp: 'Prescription monitoring program',
  'part2-program': 'Part 2 program',
  initial: 'First report',
};

/** A code in words: `child-abuse` is Child abuse. */
export function spoken(code: string): string {
  const plain = code.replaceAll('-', ' ');
  return words[code] ?? plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** Days until the last day, said as one says it. */
export function daysLeft(days: number): string {
  if (days < 0) return days === -1 ? 'one day late' : `${-days} days late`;
  if (days === 0) return 'today';
  return days === 1 ? 'tomorrow' : `${days} days left`;
}
