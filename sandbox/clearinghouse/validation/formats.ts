import { isListed } from '../code-sets/code-sets.ts';
import { valueAt, type Segment } from '../x12/segment.ts';
import type { FindingCode } from './finding-kinds.ts';

/** What a value named in the guide by `:name` must look like. */
export interface Format {
  readonly code: FindingCode;
  readonly says: string;
  readonly isGood: (value: string, segment: Segment) => boolean;
}

/** Whether a 10-digit NPI carries the right check digit: Luhn over 80840 and the number (CMS NPI standard). */
export function hasNpiCheckDigit(npi: string): boolean {
  if (!/^[12]\d{9}$/.test(npi)) return false;
  const digits = `80840${npi}`.split('').toReversed().map(Number);
  const sum = digits.reduce((total, digit, place) => total + (place % 2 === 0 ? digit : digit * 2 > 9 ? digit * 2 - 9 : digit * 2), 0);
  return sum % 10 === 0;
}

// Foreign addresses carry a country in N404 and follow their own rules.
function isAbroad(segment: Segment): boolean {
  return segment.id === 'N4' && !['', 'US'].includes(valueAt(segment, 4));
}

function matches(code: FindingCode, says: string, pattern: RegExp): Format {
  return { code, says, isGood: (value) => pattern.test(value) };
}

function domestic(code: FindingCode, says: string, isGood: (value: string) => boolean): Format {
  return { code, says, isGood: (value, segment) => isAbroad(segment) || isGood(value) };
}

const box = /\bP\s*\.?\s*O\s*\.?\s*BOX\b|\bPOST\s+OFFICE\s+BOX\b|\bLOCK\s*BOX\b|^BOX\s+\d|\bPMB\s+\d/i;

/** Every format that the guide names. */
export const formats: ReadonlyMap<string, Format> = new Map<string, Format>([
  ['npi', { code: 'npi.check-digit', says: 'is not an NPI: ten digits with a check digit over 80840 and the number', isGood: hasNpiCheckDigit }],
  ['taxonomy', matches('taxonomy.format', 'is not a taxonomy code: ten characters that end in X', /^[0-9A-Z]{9}X$/)],
  ['tax-id', matches('tax-id.format', 'is not a tax id of nine digits', /^(?!0{9})\d{9}$/)],
  ['zip9', domestic('address.zip9', 'must have nine digits here', (value) => /^\d{9}$/.test(value) && !value.startsWith('00000'))],
  ['zip', domestic('address.zip', 'must have five or nine digits', (value) => /^\d{5}(\d{4})?$/.test(value))],
  ['state', domestic('address.state', 'is no state', (value) => isListed('state', value))],
  ['country', matches('address.country', 'is no country code of two letters', /^[A-Z]{2}$/)],
  ['currency', matches('element.code', 'is no currency code', /^[A-Z]{3}$/)],
  [
    'street-not-box',
    { code: 'address.post-office-box', says: 'is a box; the billing provider needs a street (a box belongs into 2010AB)', isGood: (value) => !box.test(value) },
  ],
  ['social-security', matches('person.social-security', 'is not nine digits', /^\d{9}$/)],
  ['charge', matches('money.format', 'is not an amount of zero or more with at most two decimals', /^(\d+(\.\d{1,2})?|\.\d{1,2})$/)],
  ['money', matches('money.format', 'is not an amount with at most two decimals', /^-?(\d+(\.\d{1,2})?|\.\d{1,2})$/)],
  ['units', matches('line.units', 'is not a quantity above zero with at most three decimals', /^(?!0*(\.0*)?$)\d{0,8}(\.\d{1,3})?$/)],
  ['place-of-service', { code: 'claim.place-of-service', says: 'is no place of service', isGood: (value) => isListed('place-of-service', value) }],
  [
    'diagnosis',
    {
      code: 'diagnosis.code',
      says: 'is not a complete ICD-10-CM code without its point',
      isGood: (value) => /^[A-Z]\d[0-9A-Z]([0-9A-Z]{0,4})$/.test(value) && !isListed('diagnosis-heading', value),
    },
  ],
  ['procedure', matches('line.procedure', 'is not a procedure code of five characters', /^(\d{4}[0-9FTUM]|[A-Z]\d{4})$/)],
  ['modifier', matches('line.modifier', 'is not a modifier of two characters', /^[0-9A-Z]{2}$/)],
  ['adjustment-reason', { code: 'other-payer.reason', says: 'is no adjustment reason code', isGood: (value) => isListed('adjustment-reason', value) }],
  ['remark', matches('other-payer.remark', 'is no remark code', /^(N\d{1,3}|MA?\d{1,3})$/)],
  ['attachment-type', { code: 'element.code', says: 'is no attachment type', isGood: (value) => isListed('attachment-type', value) }],
  ['filing-indicator', { code: 'element.code', says: 'is no claim filing indicator', isGood: (value) => isListed('filing-indicator', value) }],
  ['clia', matches('claim.clia', 'is not a CLIA number such as 05D1234567', /^\d{2}D\d{7}$/)],
]);
