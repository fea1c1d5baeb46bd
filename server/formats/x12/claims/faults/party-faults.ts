import { isNpi } from '../../npi.ts';
import { sendableText } from '../../syntax/characters.ts';
import type { BillingProvider, Contact, PersonName, PostalAddress, Provider, ServiceFacility } from '../parties.ts';
import { unless, type ClaimFault } from './fault.ts';

const states = new Set(
  (
    'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY ' +
    'AS GU MP PR VI FM MH PW AA AE AP'
  ).split(' '),
);
const postOfficeBox = /^\s*(p\.?\s*o\.?|post\s+office)\s*box\b/i;

/** A word that still says something in the characters a payer can read. */
export function wordFaults(text: string, says: string, at: string): ClaimFault[] {
  return unless(/[A-Z0-9]/.test(sendableText(text)), 'unwritable-text', says, at);
}

/** A name whose letters survive transliteration. */
export function nameFaults(name: PersonName, at: string): ClaimFault[] {
  return wordFaults(name.family, 'The family name has no letter that a claim can carry. Enter it in Latin letters.', `${at}.family`);
}

/** An address with line, city, state and a zip of five or nine digits; `zipDigits` 9 where the guide wants them all. */
export function addressFaults(address: PostalAddress, at: string, zipDigits: 5 | 9 = 5): ClaimFault[] {
  const zip = zipDigits === 9 ? /^\d{9}$/ : /^\d{5}(\d{4})?$/;
  return [
    ...wordFaults(address.line1, 'The address has no street line.', `${at}.line1`),
    ...wordFaults(address.city, 'The address has no city.', `${at}.city`),
    ...unless(states.has(address.state), 'state', `"${address.state}" is no state or territory.`, `${at}.state`),
    ...unless(zip.test(address.zip), 'zip', zipDigits === 9 ? 'The ZIP code needs all nine digits here.' : 'The ZIP code needs five or nine digits.', `${at}.zip`),
  ];
}

/** A provider with a true NPI, a name and, when given, a taxonomy of the NUCC shape. */
export function providerFaults(provider: Provider, at: string): ClaimFault[] {
  const name = provider.kind === 'person' ? nameFaults(provider.name, `${at}.name`) : wordFaults(provider.name, 'The organisation has no name.', `${at}.name`);
  return [
    ...name,
    ...unless(isNpi(provider.npi), 'npi', `"${provider.npi}" is no NPI: its check digit does not fit.`, `${at}.npi`),
    ...unless(
      provider.taxonomy === undefined || /^[A-Z0-9]{9}X$/.test(provider.taxonomy),
      'taxonomy',
      `"${provider.taxonomy ?? ''}" is no taxonomy code.`,
      `${at}.taxonomy`,
    ),
  ];
}

/** Who is paid: street address with nine digits of ZIP, tax number; a post office box only in the pay-to address. */
export function billingProviderFaults(provider: BillingProvider): ClaimFault[] {
  const at = 'billingProvider';
  return [
    ...providerFaults(provider, at),
    ...addressFaults(provider.address, `${at}.address`, 9),
    ...unless(!postOfficeBox.test(provider.address.line1), 'post-office-box', 'A post office box can only be the pay-to address.', `${at}.address.line1`),
    ...unless(/^\d{9}$/.test(provider.taxId.number), 'tax-id', 'The tax number needs nine digits.', `${at}.taxId.number`),
    ...(provider.contact ? contactFaults(provider.contact, `${at}.contact`) : []),
    ...(provider.payTo ? addressFaults(provider.payTo, `${at}.payTo`, 9) : []),
  ];
}

/** A telephone of ten digits. */
export function contactFaults(contact: Contact, at: string): ClaimFault[] {
  return unless(/^\d{10}$/.test(contact.phone), 'phone', 'The telephone number needs ten digits.', `${at}.phone`);
}

/** The place of service as an organisation. */
export function facilityFaults(facility: ServiceFacility): ClaimFault[] {
  const at = 'serviceFacility';
  return [
    ...wordFaults(facility.name, 'The service facility has no name.', `${at}.name`),
    ...unless(facility.npi === undefined || isNpi(facility.npi), 'npi', `"${facility.npi ?? ''}" is no NPI: its check digit does not fit.`, `${at}.npi`),
    ...addressFaults(facility.address, `${at}.address`, 9),
  ];
}
