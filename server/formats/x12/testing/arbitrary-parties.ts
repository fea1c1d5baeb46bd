import fc from 'fast-check';
import {
  npiFrom,
  type BillingProvider,
  type Demographics,
  type PersonName,
  type PersonProvider,
  type PostalAddress,
  type Provider,
  type ServiceFacility,
} from '../index.ts';
import { present } from '../syntax/present.ts';

/** Letters as they arrive, so that reading gives back what was written. */
export const word = fc.stringMatching(/^[A-Z]{2,10}( [A-Z0-9]{1,8})?$/);
export const identifier = fc.stringMatching(/^[A-Z0-9]{4,15}$/);
export const npi = fc.stringMatching(/^[12]\d{8}$/).map(npiFrom);
export const day = fc.integer({ min: 0, max: 12_000 }).map((days) => Temporal.PlainDate.from('1995-01-01').add({ days }));

const perhaps = <Value>(of: fc.Arbitrary<Value>) => fc.option(of, { nil: undefined });

export const address: fc.Arbitrary<PostalAddress> = fc
  .record({ line1: word, line2: perhaps(word), city: word, state: fc.constantFrom('ME', 'NH', 'PR', 'DC'), zip: fc.stringMatching(/^\d{9}$/) })
  .map(present);

export const personName: fc.Arbitrary<PersonName> = fc
  .record({ family: word, given: perhaps(word), middle: perhaps(word), suffix: perhaps(fc.constantFrom('JR', 'III')) })
  .map(present);

const taxonomy = perhaps(fc.stringMatching(/^[A-Z0-9]{9}X$/));

export const personProvider: fc.Arbitrary<PersonProvider> = fc.record({ kind: fc.constant('person' as const), name: personName, npi, taxonomy }).map(present);
/** Supervising and referring people carry no taxonomy on this form. */
export const plainPerson: fc.Arbitrary<PersonProvider> = fc.record({ kind: fc.constant('person' as const), name: personName, npi });
export const provider: fc.Arbitrary<Provider> = fc.oneof(
  personProvider,
  fc.record({ kind: fc.constant('organisation' as const), name: word, npi, taxonomy }).map(present),
);

const contact = fc.record({ name: perhaps(word), phone: fc.stringMatching(/^\d{10}$/), email: perhaps(fc.constant('BILLING@HARBOR.EXAMPLE')) }).map(present);

export const billingProvider: fc.Arbitrary<BillingProvider> = fc
  .tuple(
    provider,
    fc.record({
      address,
      taxId: fc.record({ kind: fc.constantFrom('EIN' as const, 'SSN' as const), number: fc.stringMatching(/^\d{9}$/) }),
      contact: perhaps(contact),
      payTo: perhaps(address),
    }),
  )
  .map(([who, where]) => ({ ...who, ...present(where) }));

export const facility: fc.Arbitrary<ServiceFacility> = fc.record({ name: word, npi: perhaps(npi), address }).map(present);

export const demographics: fc.Arbitrary<Demographics> = fc.record({
  address,
  birthDate: fc.integer({ min: 0, max: 30_000 }).map((days) => Temporal.PlainDate.from('1910-01-01').add({ days })),
  sex: fc.constantFrom('F' as const, 'M' as const, 'U' as const),
});
