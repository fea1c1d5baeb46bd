import { newId } from '#server/platform/index.ts';
import type { Carrier } from '#server/programs/index.ts';
import { insertAuthorization, runningIn, setState } from './authorizations.store.ts';

/** A first request asks for so many days, until the payer says otherwise. */
const daysAskedFor = 7;

/** Authorizations are for one level of care: those of the stay that ends end too, and the next one is asked for at once, with an owner. */
export const carryAuthorizations: Carrier = {
  part: 'authorizations',
  may: 'authorization.read',
  async preview(tx, { patientId, from, to, on, endsStay }) {
    const running = await runningIn(tx, patientId, from.id, on);
    if (!endsStay || running.length === 0) return { effects: [] };
    return {
      effects: [
        ...running.map(({ payerName, number, used, allowed, counts }) => ({
          part: 'authorizations',
          does: 'closed' as const,
          says: `${payerName} ${number ?? 'without a number'}: ends with the stay, ${used} of ${allowed} ${counts} used.`,
        })),
        { part: 'authorizations', does: 'opened' as const, says: `${running[0]?.payerName ?? ''}: one for ${to.name} is put on the list to ask for.` },
      ],
    };
  },
  async carry(tx, { patientId, from, to, on, endsStay, clinicianId, labels }) {
    const running = await runningIn(tx, patientId, from.id, on);
    const [first] = running;
    if (!endsStay || !first) return {};
    const ids = (state: string) => running.filter((one) => one.state === state).map(({ id }) => id);
    await setState(
      tx,
      running.map(({ id }) => id),
      'ended',
    );
    const id = newId<'Authorization'>();
    const validThrough = on.add({ days: daysAskedFor - 1 }).toString();
    const note = `To ask for: ${to.name}, after ${from.name}`;
    const asked = { id, programId: to.id, payerId: first.payerId, state: 'requested' as const, counts: 'days' as const, allowed: daysAskedFor, validFrom: on.toString() };
    await insertAuthorization(tx, patientId, { ...asked, validThrough, ownerId: clinicianId, note, labels });
    return { approved: ids('approved'), requested: ids('requested'), opened: [id] };
  },
  async takeBack(tx, _move, { approved = [], requested = [], opened = [] }) {
    await setState(tx, approved, 'approved');
    await setState(tx, requested, 'requested');
    await setState(tx, opened, 'ended');
  },
};
