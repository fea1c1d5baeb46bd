import type { z } from 'zod';
import { action, newId, NotFound, Refused, refuseIf, type Tx } from '#server/platform/index.ts';
import { definedOnly } from '../organisation/organisation.action.ts';
import { mailPasswordLink } from '../passwords/set-password.action.ts';
import type { NewStaff, StaffChanges } from './staff.contract.ts';
import { obstaclesToStaffChange } from './staff.rules.ts';
import { insertStaff, isEmailTaken, replaceRoles, staffFacts, updateStaff } from './staff.store.ts';
import { insertMembership, organisationDay } from './standing.store.ts';

async function refuseTakenEmail(tx: Tx, email: string | undefined, except?: string): Promise<void> {
  if (email === undefined || !(await isEmailTaken(tx, email, except))) return;
  throw new Refused('staff.email-taken', { code: 'staff.email-taken', says: 'Somebody on the staff has this email address already.', at: 'email' }, 409);
}

/** Takes somebody on; a link to choose a password goes to their address. */
export const addStaff = action(
  'staff.add',
  async (tx, { roles, programIds = [], ...person }: z.output<typeof NewStaff>) => {
    refuseIf(obstaclesToStaffChange({ staffId: newId(), roles, active: true, supervisorId: person.supervisorId }, await staffFacts(tx, newId())));
    await refuseTakenEmail(tx, person.email);
    const id = await insertStaff(tx, { ...definedOnly(person), givenName: person.givenName, familyName: person.familyName, email: person.email });
    await replaceRoles(tx, id, roles);
    const today = await organisationDay(tx);
    for (const programId of new Set(programIds)) await insertMembership(tx, { staffId: id, programId, validFrom: today, validTo: null });
    await mailPasswordLink(tx, { id, email: person.email });
    tx.touch({ kind: 'staff', id });
    return { id };
  },
  { purpose: 'SYSADMIN' },
);

/** Changes somebody's data or roles, or ends their work: then every session ends at once. */
export const changeStaff = action(
  'staff.change',
  async (tx, { staffId, roles, ...changes }: { staffId: string } & z.output<typeof StaffChanges>): Promise<void> => {
    const facts = await staffFacts(tx, staffId);
    refuseIf(obstaclesToStaffChange({ staffId, roles, active: changes.active, supervisorId: changes.supervisorId }, facts));
    await refuseTakenEmail(tx, changes.email, staffId);
    if (!(await updateStaff(tx, staffId, definedOnly(changes)))) throw new NotFound('Staff');
    if (roles) await replaceRoles(tx, staffId, roles);
    tx.touch({ kind: 'staff', id: staffId, fields: Object.keys(definedOnly({ ...changes, roles })) });
  },
  { purpose: 'SYSADMIN' },
);
