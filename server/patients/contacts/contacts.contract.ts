import { z } from 'zod';
import { Address, demographicChoices, PhoneNumber } from '../demographics/demographics.contract.ts';

const Relationship = z.enum(demographicChoices.relationship.map((choice) => choice.code) as [string, ...string[]], 'Choose one of the list.');
const AddressReply = z.object({ line1: z.string(), line2: z.string().nullable(), city: z.string(), state: z.string(), zip: z.string() });

/** Ways to reach someone. */
export const Channel = z.enum(['portal', 'phone', 'voicemail', 'text', 'email', 'letter']);
export type ChannelName = z.infer<typeof Channel>;

export const ContactParams = z.object({ contactId: z.uuid() });

/** What a contact is to the patient, and what may be said to them. */
export const ContactKind = z.enum(['emergency', 'family', 'legal-guardian', 'caregiver', 'professional', 'other']);

export const NewContact = z.object({
  name: z.string().trim().min(1, 'Write the name.').max(100),
  kind: ContactKind,
  relationship: Relationship,
  phone: PhoneNumber.nullish(),
  email: z.email('Write an email address.').max(120).nullish(),
  address: Address.nullish(),
  /** Whether this person may be called or written to at all. */
  mayContact: z.boolean(),
  /** Whether a message may be left. */
  mayLeaveMessage: z.boolean(),
  /** Whether this person knows of the treatment and the patient allows talking about it. */
  mayDiscussCare: z.boolean(),
  note: z.string().trim().max(500).nullish(),
});

export const ContactChanges = NewContact.partial();

export const Contact = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: ContactKind,
  relationship: z.string(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  address: AddressReply.nullable(),
  mayContact: z.boolean(),
  mayLeaveMessage: z.boolean(),
  mayDiscussCare: z.boolean(),
  note: z.string().nullable(),
  endedAt: z.iso.datetime().nullable(),
});

export const Contacts = z.object({ items: z.array(Contact) });
export const MadeContact = z.object({ id: z.uuid() });

/**
 * How the patient asks to be reached: reasonable requests are honoured and no reason is asked (45 CFR 164.522(b)).
 * A channel that is not listed is not used.
 */
export const Communication = z.object({
  allowed: z.array(Channel).max(6),
  preferred: Channel.nullish(),
  /** Where letters go when not to the address on record. */
  confidentialAddress: Address.nullish(),
  /** The number to call when not the one on record. */
  confidentialPhone: PhoneNumber.nullish(),
  /** How the caller introduces themself, so that the clinic is not named. */
  callerName: z.string().trim().max(60).nullish(),
  note: z.string().trim().max(500).nullish(),
});

export const CommunicationReply = z.object({
  allowed: z.array(Channel),
  preferred: Channel.nullable(),
  confidentialAddress: AddressReply.nullable(),
  confidentialPhone: z.string().nullable(),
  callerName: z.string().nullable(),
  note: z.string().nullable(),
  /** False until the patient has been asked; then only the portal and a call without a message are open. */
  asked: z.boolean(),
  updatedAt: z.iso.datetime().nullable(),
});
