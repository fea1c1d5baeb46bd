import { z } from 'zod';
import { Npi, Phone, Taxonomy } from '../organisation/organisation.contract.ts';

const Day = z.iso.date('Write the date as YYYY-MM-DD.');

export const StaffParams = z.object({ staffId: z.uuid() });
export const CredentialParams = z.object({ staffId: z.uuid(), credentialId: z.uuid() });
export const MembershipParams = z.object({ staffId: z.uuid(), membershipId: z.uuid() });

const person = {
  givenName: z.string().trim().min(1, 'Write the given name.').max(35),
  familyName: z.string().trim().min(1, 'Write the family name.').max(60),
  nameToUse: z.string().trim().max(35).nullish(),
  email: z.email('Write an email address.').max(120),
  phone: Phone.nullish(),
  npi: Npi.nullish(),
  taxonomy: Taxonomy.nullish(),
  supervisorId: z.uuid().nullish(),
};

/** Someone new on the staff. A one-time link to choose a password goes to the email address. */
export const NewStaff = z.object({
  ...person,
  roles: z.array(z.string()).min(1, 'Give at least one role.').max(10),
  programIds: z.array(z.uuid()).max(100).optional(),
});

/** Only the fields sent are changed. `active: false` ends all sessions at once; `roles` replaces the list. */
export const StaffChanges = z.object({ ...person, roles: z.array(z.string()).min(1, 'Give at least one role.').max(10), active: z.boolean() }).partial();

/** A licence or other ground to practise. `kind` is the credential as written after a name: LCSW, LPC, MD, PMHNP, trainee. */
export const NewCredential = z.object({
  kind: z.string().trim().min(1, 'Write the credential, such as LCSW.').max(20),
  number: z.string().trim().max(40).nullish(),
  state: z
    .string()
    .regex(/^[A-Z]{2}$/, 'Write the two letters of the state.')
    .nullish(),
  validFrom: Day,
  /** Last day on which it holds; absent while it has no end. */
  validTo: Day.nullish(),
});
export const CredentialChanges = NewCredential.partial();

export const Credential = z.object({
  id: z.uuid(),
  kind: z.string(),
  number: z.string().nullable(),
  state: z.string().nullable(),
  validFrom: Day,
  validTo: Day.nullable(),
});

/** Work in a program, from a day to a day (last day included). It decides which patients someone reaches. */
export const NewMembership = z.object({ programId: z.uuid(), from: Day.optional(), to: Day.nullish() });
export const MembershipChanges = z.object({ to: Day.nullable() });

export const Membership = z.object({ id: z.uuid(), programId: z.uuid(), from: Day, to: Day.nullable() });

/** A line of the staff list. */
export const StaffSummary = z.object({
  id: z.uuid(),
  displayName: z.string(),
  givenName: z.string(),
  familyName: z.string(),
  email: z.string(),
  credential: z.string().nullable(),
  npi: z.string().nullable(),
  taxonomy: z.string().nullable(),
  roles: z.array(z.string()),
  programIds: z.array(z.uuid()),
  active: z.boolean(),
  hasSecondFactor: z.boolean(),
  lastSignInAt: z.iso.datetime().nullable(),
  /** Soonest end of a credential that still holds. */
  credentialEnds: Day.nullable(),
});

export const StaffQuery = z.object({
  q: z.string().trim().max(60).optional(),
  role: z.string().optional(),
  programId: z.uuid().optional(),
  active: z.enum(['true', 'false']).optional(),
});

export const StaffList = z.object({ items: z.array(StaffSummary) });

/** One person with all that administration knows. */
export const Staff = StaffSummary.extend({
  nameToUse: z.string().nullable(),
  phone: z.string().nullable(),
  supervisor: z.object({ id: z.uuid(), displayName: z.string() }).nullable(),
  credentials: z.array(Credential),
  memberships: z.array(Membership),
  isLocked: z.boolean(),
});

/** Colleagues as everybody may know them: for schedules, referrals and messages. */
export const StaffDirectory = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      displayName: z.string(),
      credential: z.string().nullable(),
      roles: z.array(z.string()),
      isClinical: z.boolean(),
      programIds: z.array(z.uuid()),
    }),
  ),
});
export const DirectoryQuery = z.object({ programId: z.uuid().optional() });

export const MadeStaff = z.object({ id: z.uuid() });

/** What an administrator takes away so that it is chosen anew; a one-time link is mailed. */
export const AccessReset = z
  .object({ password: z.boolean(), secondFactor: z.boolean() })
  .refine((reset) => reset.password || reset.secondFactor, { message: 'Choose what to reset.', path: ['password'] });

export type StaffReply = z.infer<typeof Staff>;
export type StaffSummaryReply = z.infer<typeof StaffSummary>;
