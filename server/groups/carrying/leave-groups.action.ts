import type { Carrier } from '#server/programs/index.ts';
import { endMemberships, openMemberships, reopenMemberships } from './carrying.store.ts';

/** Group rosters: places in groups of the program that is left are given free; the line of the roster stays. */
export const leaveGroups: Carrier = {
  part: 'groups',
  may: 'chart.read',
  async preview(tx, { patientId, from, endsStay }) {
    const memberships = await openMemberships(tx, patientId, from.id);
    const does = endsStay ? ('closed' as const) : ('kept' as const);
    return { effects: memberships.map(({ groupName }) => ({ part: 'groups', does, says: `${groupName}: the place ${endsStay ? 'is given free' : 'is kept'}.` })) };
  },
  async carry(tx, { patientId, from, on, endsStay }) {
    if (!endsStay) return {};
    const ids = (await openMemberships(tx, patientId, from.id)).map(({ id }) => id);
    await endMemberships(tx, ids, on);
    return { ended: ids };
  },
  async takeBack(tx, _move, { ended = [] }) {
    await reopenMemberships(tx, ended);
  },
};
