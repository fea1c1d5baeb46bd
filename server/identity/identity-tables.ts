import type { Generated, GeneratedAlways } from 'kysely';

interface Address {
  addressLine1: string;
  addressLine2: string | null;
  city: string;
  state: string;
  zip: string;
}

interface OrganisationTable extends Address {
  isOnly: GeneratedAlways<boolean>;
  name: string;
  taxId: string;
  npi: string;
  taxonomy: string;
  phone: string;
  email: string;
  timeZone: string;
  idleMinutes: Generated<number>;
  sessionHours: Generated<number>;
  allowsDictation: Generated<boolean>;
}

interface SiteTable extends Address {
  id: Generated<string>;
  name: string;
  phone: string | null;
  npi: string | null;
  timeZone: string;
  active: Generated<boolean>;
}

interface StaffTable {
  id: string;
  givenName: string;
  familyName: string;
  nameToUse: string | null;
  email: string;
  phone: string | null;
  npi: string | null;
  taxonomy: string | null;
  supervisorId: string | null;
  isPersona: Generated<boolean>;
  active: Generated<boolean>;
}

interface StaffCredentialTable {
  id: Generated<string>;
  staffId: string;
  kind: string;
  number: string | null;
  state: string | null;
  validFrom: Temporal.PlainDate;
  validTo: Temporal.PlainDate | null;
}

interface ProgramMembershipTable {
  id: Generated<string>;
  staffId: string;
  programId: string;
  validFrom: Temporal.PlainDate;
  validTo: Temporal.PlainDate | null;
}

interface SessionTable {
  id: string;
  userId: string;
  token: string;
  ipAddress: string | null;
  userAgent: string | null;
  startedAt: Temporal.Instant;
  lastActiveAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  secondFactorAt: Temporal.Instant | null;
}

interface AccountTable {
  id: Generated<string>;
  userId: string;
  accountId: string;
  providerId: string;
  password: string | null;
  updatedAt: Temporal.Instant;
}

interface TwoFactorTable {
  id: string;
  userId: string;
  verified: boolean;
  spentCode: string | null;
  spentAt: Temporal.Instant | null;
}

interface PasskeyTable {
  id: Generated<string>;
  staffId: string;
  credentialId: string;
  publicKey: Buffer;
  counter: number;
  transports: string[];
  name: string;
  createdAt: Temporal.Instant;
  lastUsedAt: Temporal.Instant | null;
}

/** The tables of schema `identity`, as its stores see them. */
export interface IdentityTables {
  'identity.organisation': OrganisationTable;
  'identity.site': SiteTable;
  'identity.staff': StaffTable;
  'identity.staffCredential': StaffCredentialTable;
  'identity.programMembership': ProgramMembershipTable;
  'identity.permission': { code: string; says: string };
  'identity.role': { code: string; name: string; isClinical: boolean; mfaRequired: boolean };
  'identity.rolePermission': { roleCode: string; permissionCode: string };
  'identity.staffRole': { staffId: string; roleCode: string };
  'identity.authUser': { id: string; email: string; name: string; twoFactorEnabled: boolean };
  'identity.authSession': SessionTable;
  'identity.authAccount': AccountTable;
  'identity.authTwoFactor': TwoFactorTable;
  'identity.authVerification': { id: string; identifier: string; value: string };
  'identity.signInPolicy': { validFrom: Temporal.Instant; accountFailures: number; addressFailures: number; windowMinutes: number; lockMinutes: number };
  'identity.signInAttempt': { id: Generated<string>; at: Temporal.Instant; email: string; address: string; outcome: 'accepted' | 'refused' | 'locked'; factor: string };
  'identity.passkey': PasskeyTable;
  'identity.passkeyChallenge': { id: Generated<string>; challenge: string; staffId: string | null; expiresAt: Temporal.Instant };
  'identity.oneTimeLink': { digest: Buffer; staffId: string; expiresAt: Temporal.Instant; usedAt: Temporal.Instant | null };
}

/** What other contexts may read; join these in a store with `Kysely<YourTables & IdentityViews>`. */
export interface IdentityViews {
  'identity.staffName': {
    id: string;
    displayName: string;
    givenName: string;
    familyName: string;
    npi: string | null;
    taxonomy: string | null;
    supervisorId: string | null;
    active: boolean;
    credential: string | null;
  };
  'identity.siteName': Address & { id: string; name: string; timeZone: string; phone: string | null; npi: string | null; active: boolean };
  'identity.staffMembership': { staffId: string; programId: string };
  'identity.billingProvider': Address & { name: string; taxId: string; npi: string; taxonomy: string; phone: string; email: string; timeZone: string };
}
