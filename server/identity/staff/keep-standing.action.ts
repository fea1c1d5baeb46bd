import type { z } from 'zod';
import { action, NotFound, Refused, refuseIf, type Tx } from '#server/platform/index.ts';
import { definedOnly } from '../organisation/organisation.action.ts';
import type { CredentialChanges, MembershipChanges, NewCredential, NewMembership } from './staff.contract.ts';
import { obstaclesToOwnChange } from './staff.rules.ts';
import { staffFacts, staffLine } from './staff.store.ts';
import { endMembership, insertCredential, insertMembership, isMember, organisationDay, updateCredential } from './standing.store.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const dayOrNull = (text: string | null | undefined) => (text == null ? null : day(text));

function refuseBackwards(from: Temporal.PlainDate | undefined, to: Temporal.PlainDate | null | undefined, at: string): void {
  if (from && to && Temporal.PlainDate.compare(to, from) < 0)
    throw new Refused('staff.ends-before-it-begins', { code: 'staff.ends-before-it-begins', says: 'The last day is before the first.', at });
}

/** Adds a credential. */
export const addCredential = action(
  'staff.add-credential',
  async (tx, { staffId, validFrom, validTo, ...facts }: { staffId: string } & z.output<typeof NewCredential>) => {
    if (!(await staffLine(tx, staffId))) throw new NotFound('Staff');
    refuseBackwards(day(validFrom), dayOrNull(validTo), 'validTo');
    const id = await insertCredential(tx, staffId, {
      kind: facts.kind,
      number: facts.number ?? null,
      state: facts.state ?? null,
      validFrom: day(validFrom),
      validTo: dayOrNull(validTo),
    });
    tx.touch({ kind: 'staff', id: staffId, fields: ['credentials'] });
    return { id };
  },
  { purpose: 'SYSADMIN' },
);

/** Changes or ends a credential. */
export const changeCredential = action(
  'staff.change-credential',
  async (tx, { staffId, credentialId, validFrom, validTo, ...facts }: { staffId: string; credentialId: string } & z.output<typeof CredentialChanges>): Promise<void> => {
    const from = validFrom === undefined ? undefined : day(validFrom);
    const to = validTo === undefined ? undefined : dayOrNull(validTo);
    refuseBackwards(from, to, 'validTo');
    if (!(await updateCredential(tx, { staffId, credentialId }, definedOnly({ ...facts, validFrom: from, validTo: to })))) throw new NotFound('Credential');
    tx.touch({ kind: 'staff', id: staffId, fields: ['credentials'] });
  },
  { purpose: 'SYSADMIN' },
);

async function refuseOwn(tx: Tx, staffId: string): Promise<void> {
  const facts = await staffFacts(tx, staffId);
  refuseIf(obstaclesToOwnChange(staffId, facts.actorId, facts.others.active));
}

/** Lets somebody work in a program from a day on: they reach its records then. */
export const addMembership = action(
  'staff.add-membership',
  async (tx, { staffId, programId, from, to }: { staffId: string } & z.output<typeof NewMembership>) => {
    if (!(await staffLine(tx, staffId))) throw new NotFound('Staff');
    await refuseOwn(tx, staffId);
    const validFrom = from === undefined ? await organisationDay(tx) : day(from);
    const validTo = dayOrNull(to);
    refuseBackwards(validFrom, validTo, 'to');
    if (await isMember(tx, staffId, programId, validFrom, validTo))
      throw new Refused(
        'staff.member-already',
        { code: 'staff.member-already', says: 'This person works in that program on some of these days already.', at: 'programId' },
        409,
      );
    const id = await insertMembership(tx, { staffId, programId, validFrom, validTo });
    tx.touch({ kind: 'staff', id: staffId, programId, fields: ['memberships'] });
    return { id };
  },
  { purpose: 'SYSADMIN' },
);

/** Sets or takes away the last day of work in a program. */
export const changeMembership = action(
  'staff.change-membership',
  async (tx, { staffId, membershipId, to }: { staffId: string; membershipId: string } & z.output<typeof MembershipChanges>): Promise<void> => {
    await refuseOwn(tx, staffId);
    if (!(await endMembership(tx, { staffId, membershipId }, dayOrNull(to)))) throw new NotFound('Membership');
    tx.touch({ kind: 'staff', id: staffId, fields: ['memberships'] });
  },
  { purpose: 'SYSADMIN' },
);
