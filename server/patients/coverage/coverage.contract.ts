import { z } from 'zod';
import { Address, Day, demographicChoices, PhoneNumber } from '../demographics/demographics.contract.ts';

const AddressReply = z.object({ line1: z.string(), line2: z.string().nullable(), city: z.string(), state: z.string(), zip: z.string() });
const PersonRelationship = z.enum(['SELF', ...demographicChoices.relationship.map((choice) => choice.code)] as [string, ...string[]], 'Choose one of the list.');

export const CoverageParams = z.object({ coverageId: z.uuid() });
export const CardParams = z.object({ coverageId: z.uuid(), side: z.enum(['front', 'back']) });
export const GuarantorParams = z.object({ guarantorId: z.uuid() });

/** The patient's relation to the subscriber, X12 element 1069: self, spouse, child, other. */
export const SubscriberRelationship = z.enum(['18', '01', '19', 'G8']);

const Subscriber = z.object({
  givenName: z.string().trim().min(1, "Write the subscriber's given name.").max(35),
  familyName: z.string().trim().min(1, "Write the subscriber's family name.").max(60),
  birthDate: Day,
  sex: z.enum(['F', 'M', 'U']),
  address: Address,
});

const coverage = {
  payerId: z.uuid(),
  /** 1 pays first. */
  rank: z.int().min(1).max(3),
  planName: z.string().trim().max(80).nullish(),
  memberId: z.string().trim().min(2, 'Write the member number from the card.').max(80),
  groupNumber: z.string().trim().max(50).nullish(),
  relationship: SubscriberRelationship,
  /** Who holds the policy, when it is not the patient. */
  subscriber: Subscriber.nullish(),
  validFrom: Day,
  /** Last day of the coverage. */
  validThrough: Day.nullish(),
};

export const NewCoverage = z.object(coverage);
export const CoverageChanges = z.object(coverage).partial();

/** That an insurance was looked up with its payer today and found in force. */
export const VerifyCoverage = z.object({
  how: z.enum(['portal', 'phone', 'electronic'], 'Say how it was looked up.'),
  note: z.string().trim().max(200, 'Keep it under 200 characters.').default(''),
});

export const Coverage = z.object({
  id: z.uuid(),
  patientId: z.uuid(),
  payerId: z.uuid(),
  rank: z.int(),
  planName: z.string().nullable(),
  memberId: z.string(),
  groupNumber: z.string().nullable(),
  relationship: SubscriberRelationship,
  subscriber: z.object({ givenName: z.string(), familyName: z.string(), birthDate: Day, sex: z.enum(['F', 'M', 'U']), address: AddressReply }).nullable(),
  validFrom: Day,
  validThrough: Day.nullable(),
  isActive: z.boolean(),
  /** When, how and by whom it was last looked up with the payer; null when it never was, or was changed since. */
  verified: z.object({ on: Day, how: VerifyCoverage.shape.how, byName: z.string(), note: z.string() }).nullable(),
  hasFrontOfCard: z.boolean(),
  hasBackOfCard: z.boolean(),
});

export const Coverages = z.object({ items: z.array(Coverage) });
export const MadeCoverage = z.object({ id: z.uuid() });

/** Who answers for what the patient owes. */
export const NewGuarantor = z.object({
  relationship: PersonRelationship,
  givenName: z.string().trim().min(1, 'Write the given name.').max(35),
  familyName: z.string().trim().min(1, 'Write the family name.').max(60),
  birthDate: Day.nullish(),
  phone: PhoneNumber.nullish(),
  email: z.email('Write an email address.').max(120).nullish(),
  address: Address.nullish(),
  validFrom: Day,
  validThrough: Day.nullish(),
});

export const GuarantorChanges = NewGuarantor.partial();

export const Guarantor = z.object({
  id: z.uuid(),
  relationship: z.string(),
  givenName: z.string(),
  familyName: z.string(),
  birthDate: Day.nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  address: AddressReply.nullable(),
  validFrom: Day,
  validThrough: Day.nullable(),
});

export const Guarantors = z.object({ items: z.array(Guarantor) });
export const MadeGuarantor = z.object({ id: z.uuid() });
