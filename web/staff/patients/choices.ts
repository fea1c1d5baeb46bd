import { demographicChoices } from '#server/patients/demographics/demographics.contract.ts';

type ChoiceList = keyof typeof demographicChoices;

/** The words for a code of one of the shipped lists; the code itself when the list no longer has it. */
export function saysOf(list: ChoiceList, code: string | null | undefined): string | null {
  if (!code) return null;
  return demographicChoices[list].find((choice) => choice.code === code)?.says ?? code;
}

/** Several codes as one line. */
export function saysOfAll(list: ChoiceList, codes: readonly string[]): string | null {
  return codes.length > 0 ? codes.map((code) => saysOf(list, code)).join(', ') : null;
}

/** An address on one line, as on an envelope. */
export function addressLine(address: { line1: string; line2?: string | null | undefined; city: string; state: string; zip: string } | null): string | null {
  if (!address) return null;
  const zip = address.zip.length === 9 ? `${address.zip.slice(0, 5)}-${address.zip.slice(5)}` : address.zip;
  return [address.line1, address.line2, `${address.city}, ${address.state} ${zip}`].filter(Boolean).join(', ');
}

/** Relation of the patient to the subscriber, X12 element 1069. */
export const subscriberChoices = [
  { code: '18', says: 'Self' },
  { code: '01', says: 'Spouse' },
  { code: '19', says: 'Child' },
  { code: 'G8', says: 'Other' },
] as const;

/** How an insurance is looked up with its payer. */
export const verifyChoices = [
  { code: 'portal', says: 'On the payer’s portal' },
  { code: 'phone', says: 'By phone' },
  { code: 'electronic', says: 'By an electronic inquiry' },
] as const;
