import type { z } from 'zod';
import { addressColumns } from '../demographics/person.rules.ts';
import type { CoverageChanges, GuarantorChanges } from './coverage.contract.ts';
import type { CoverageColumns, GuarantorColumns } from './coverage.ts';

const dayOrNull = (text: string | null | undefined) => (text ? Temporal.PlainDate.from(text) : null);

const noSubscriber = {
  subscriberGivenName: null,
  subscriberFamilyName: null,
  subscriberBirthDate: null,
  subscriberSex: null,
  subscriberLine1: null,
  subscriberLine2: null,
  subscriberCity: null,
  subscriberState: null,
  subscriberZip: null,
} as const;

function subscriberColumns(subscriber: z.output<typeof CoverageChanges>['subscriber']): CoverageColumns {
  if (!subscriber) return noSubscriber;
  const { address } = subscriber;
  return {
    subscriberGivenName: subscriber.givenName,
    subscriberFamilyName: subscriber.familyName,
    subscriberBirthDate: Temporal.PlainDate.from(subscriber.birthDate),
    subscriberSex: subscriber.sex,
    subscriberLine1: address.line1,
    subscriberLine2: address.line2 ?? null,
    subscriberCity: address.city,
    subscriberState: address.state,
    subscriberZip: address.zip,
  };
}

const coverageFields = ['payerId', 'rank', 'planName', 'memberId', 'groupNumber', 'relationship'] as const;

/** What was sent of a coverage as columns. A patient who becomes the subscriber needs no other. */
export function coverageColumns(sent: z.output<typeof CoverageChanges>): CoverageColumns {
  const same = Object.fromEntries(coverageFields.flatMap((field) => (sent[field] === undefined ? [] : [[field, sent[field]]]))) as CoverageColumns;
  const isSubscriberSaid = sent.subscriber !== undefined || sent.relationship === '18';
  return {
    ...same,
    ...(isSubscriberSaid ? subscriberColumns(sent.subscriber) : {}),
    ...(sent.validFrom === undefined ? {} : { validFrom: Temporal.PlainDate.from(sent.validFrom) }),
    ...(sent.validThrough === undefined ? {} : { validThrough: dayOrNull(sent.validThrough) }),
  };
}

const guarantorFields = ['relationship', 'givenName', 'familyName', 'phone', 'email'] as const;

/** What was sent of a guarantor as columns. */
export function guarantorColumns(sent: z.output<typeof GuarantorChanges>): GuarantorColumns {
  const same = Object.fromEntries(guarantorFields.flatMap((field) => (sent[field] === undefined ? [] : [[field, sent[field]]]))) as GuarantorColumns;
  return {
    ...same,
    ...(sent.address === undefined ? {} : addressColumns(sent.address)),
    ...(sent.birthDate === undefined ? {} : { birthDate: dayOrNull(sent.birthDate) }),
    ...(sent.validFrom === undefined ? {} : { validFrom: Temporal.PlainDate.from(sent.validFrom) }),
    ...(sent.validThrough === undefined ? {} : { validThrough: dayOrNull(sent.validThrough) }),
  };
}
