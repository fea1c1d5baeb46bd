import { recordsOf, today } from '#server/patients/index.ts';
import { action, NotFound, Refused, type Tx } from '#server/platform/index.ts';
import { standingOn } from './authorization.rules.ts';
import type { Authorization } from './authorization.ts';
import type { ChangeAuthorization, NewAuthorization } from './authorizations.contract.ts';
import { authorizationById, authorizationsAtWork, authorizationsOf, insertAuthorization, updateAuthorization } from './authorizations.store.ts';

async function shown(tx: Tx, found: readonly Authorization[]) {
  const day = await today(tx);
  return found.map((one) => ({ ...one, standing: standingOn(one, day) }));
}

async function shownOne(tx: Tx, authorizationId: string) {
  const found = await authorizationById(tx, authorizationId);
  if (!found) throw new NotFound('Authorization');
  tx.touch({ kind: 'authorization', id: found.id, patientId: found.patientId, programId: found.programId });
  const [one] = await shown(tx, [found]);
  if (!one) throw new NotFound('Authorization');
  return one;
}

/** Authorizations of a person, with what is used of them. */
export const listAuthorizations = action('authorization.list-of-patient', async (tx, { patientId }: { patientId: string }) => {
  const { personId } = await recordsOf(tx, patientId);
  tx.touch({ kind: 'authorization', patientId: personId });
  return { items: await shown(tx, await authorizationsOf(tx, personId)) };
});

/** What runs out first, and what is still asked for: nobody's stay shall end because a form was late. */
export async function expiring(tx: Tx) {
  return (await shown(tx, await authorizationsAtWork(tx))).filter(({ standing }) => standing !== 'running');
}

/** The same as a list to work from. */
export const listExpiring = action('authorization.list-expiring', async (tx) => {
  const items = await expiring(tx);
  tx.touch({ kind: 'authorization', patientId: [...new Set(items.map(({ patientId }) => patientId))] });
  return { items };
});

/** What payers have approved for a person in a program, the earliest first, with what is used of it; nothing for who may not read it. */
export async function authorizationsIn(tx: Tx, patientId: string, programId: string): Promise<readonly Authorization[]> {
  const { personId } = await recordsOf(tx, patientId);
  const approved = (await authorizationsOf(tx, personId)).filter((one) => one.programId === programId && one.state === 'approved');
  return approved.toSorted((a, b) => Temporal.PlainDate.compare(a.validFrom, b.validFrom));
}

/** Days may have waited for what the payer allows: they are judged again by a job, as who notes it need not see charges. */
async function heardByHeldDays<Of extends { readonly patientId: string; readonly programId: string }>(tx: Tx, authorization: Of): Promise<Of> {
  const { patientId, programId } = authorization;
  await tx.enqueue('billing.judge-held-days', { patientId, programId }, { key: `judge-held-days ${patientId} ${programId}` });
  return authorization;
}

/** Notes an authorization that was asked for or given; sent twice it is one. */
export const noteAuthorization = action('authorization.note', async (tx, { patientId, ...to }: NewAuthorization & { patientId: string }) => {
  const { personId } = await recordsOf(tx, patientId);
  await insertAuthorization(tx, personId, to);
  return heardByHeldDays(tx, await shownOne(tx, to.id));
});

/** Changes an authorization: the payer answered, or the owner is another. */
export const changeAuthorization = action('authorization.change', async (tx, { authorizationId, ...to }: ChangeAuthorization & { authorizationId: string }) => {
  await shownOne(tx, authorizationId);
  if (!(await updateAuthorization(tx, authorizationId, to))) {
    const says = 'Someone changed this authorization meanwhile. Look again, then make your change.';
    throw new Refused('authorization.stale', { code: 'authorization.stale', says, at: 'version' }, 409);
  }
  return heardByHeldDays(tx, await shownOne(tx, authorizationId));
});
