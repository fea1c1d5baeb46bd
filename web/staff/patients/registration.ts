import type { PossibleDuplicateReply } from '#server/patients/search/search.contract.ts';

/** What the registration form holds; every field a text or a list, as it is typed. */
export const emptyRegistration = {
  programId: '',
  givenName: '',
  middleName: '',
  familyName: '',
  suffix: '',
  nameToUse: '',
  pronouns: '',
  birthDate: '',
  sexAtBirth: '',
  administrativeSex: '',
  genderIdentity: '',
  sexualOrientation: '',
  language: '',
  needsInterpreter: false,
  race: [] as string[],
  ethnicity: [] as string[],
  phone: '',
  phoneKind: 'mobile',
  email: '',
  address: { line1: '', line2: '', city: '', state: '', zip: '' },
};
export type Registration = typeof emptyRegistration;

/** Whether enough is known of a person to look for them on record. */
export function canLookForDuplicates({ givenName, familyName, birthDate }: Pick<Registration, 'givenName' | 'familyName' | 'birthDate'>): boolean {
  return givenName.trim() !== '' && familyName.trim() !== '' && /^\d{4}-\d{2}-\d{2}$/.test(birthDate);
}

/** People who must be looked at before registering: those who are likely the same and not yet held for others. */
export function undecided(candidates: readonly PossibleDuplicateReply[], differentFrom: readonly string[]): PossibleDuplicateReply[] {
  return candidates.filter(({ band, id }) => band !== 'possible' && !differentFrom.includes(id));
}
