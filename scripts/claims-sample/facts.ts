import type { ClaimFacts } from '#server/billing/index.ts';
import type { BillingProvider, Payer, PersonName, PersonProvider, PostalAddress } from '#server/formats/x12/index.ts';
import type { Person } from './people.ts';

/** An address as billing keeps it. */
export function addressFact(address: PostalAddress): ClaimFacts['billing']['address'] {
  return { ...address, line2: address.line2 ?? null };
}

/** A name as billing keeps it: whoever goes by a single name has it as family name. */
export function nameFact({ given = '', middle, family, suffix }: PersonName) {
  return { given, middle: middle ?? null, family, suffix: suffix ?? null };
}

/** A person as billing keeps them. */
export function personFact({ name, birthDate, sex, address }: Person): ClaimFacts['patient'] {
  return { ...nameFact(name), birthDate: birthDate.toString(), sex, address: addressFact(address) };
}

/** A clinician as billing keeps them. */
export function clinicianFact({ name, npi, taxonomy }: PersonProvider): ClaimFacts['clinician'] {
  return { ...nameFact(name), npi, taxonomy: taxonomy ?? null };
}

/** A payer as billing keeps it. */
export function payerFact({ name, id, address }: Payer, filingIndicator: string): ClaimFacts['payer'] {
  return { name, electronicId: id, filingIndicator, address: address ? addressFact(address) : null };
}

/** Who bills, as billing keeps it. */
export function billingFact(provider: BillingProvider): ClaimFacts['billing'] {
  const { npi, taxonomy = '', taxId, contact, address, payTo } = provider;
  return {
    name: provider.kind === 'organisation' ? provider.name : '',
    person: provider.kind === 'person' ? nameFact(provider.name) : null,
    npi,
    taxonomy,
    taxId: taxId.number,
    taxIdKind: taxId.kind,
    phone: contact?.phone ?? null,
    address: addressFact(address),
    payTo: payTo ? addressFact(payTo) : null,
  };
}
