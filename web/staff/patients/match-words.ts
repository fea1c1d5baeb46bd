import type { FoundPatientReply } from '#server/patients/search/search.contract.ts';

type Match = FoundPatientReply['matchedOn'][number];

const words: Readonly<Record<Match, string>> = {
  name: 'name',
  'similar-name': 'similar name',
  'birth-date': 'birth date',
  phone: 'phone',
  mrn: 'record number',
  'former-record': 'a merged record',
};

/** Why somebody was found, as "Name, birth date". */
export function matchWords(matches: readonly Match[]): string {
  const line = matches.map((match) => words[match]).join(', ');
  return line.charAt(0).toUpperCase() + line.slice(1);
}
