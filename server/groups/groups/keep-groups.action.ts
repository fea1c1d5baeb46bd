import { action, NotFound, Refused, type Tx } from '#server/platform/index.ts';
import type { ChangeGroup, OpenGroup } from './groups.contract.ts';
import {
  endMember,
  groupById,
  groupsWithinReach,
  insertGroup,
  insertMember,
  isKnown,
  lockGroup,
  rostersOf,
  timeZoneOf,
  updateGroup,
  type GroupFacts,
  type RosterLine,
} from './groups.store.ts';

/** The group, or `NotFound`: also for one in a program of others. */
export async function groupOr404(tx: Tx, groupId: string): Promise<GroupFacts> {
  const group = await groupById(tx, groupId);
  if (!group) throw new NotFound('Group');
  return group;
}

function shown(tx: Tx, group: GroupFacts, lines: readonly RosterLine[]) {
  const members = lines.filter(({ groupId }) => groupId === group.id).map(({ groupId: _group, ...member }) => member);
  tx.touch({ kind: 'group', id: group.id, programId: group.programId, patientId: members.map(({ patientId }) => patientId) });
  return { ...group, members };
}

async function shownAgain(tx: Tx, groupId: string) {
  return shown(tx, await groupOr404(tx, groupId), await rostersOf(tx, [groupId]));
}

/** Groups of one's programs with their rosters. */
export const listGroups = action('group.list', async (tx) => {
  const groups = await groupsWithinReach(tx);
  const lines = await rostersOf(
    tx,
    groups.map(({ id }) => id),
  );
  return { items: groups.map((group) => shown(tx, group, lines)) };
});

/** Opens a group; sent twice it is one. */
export const openGroup = action('group.open', async (tx, made: OpenGroup) => {
  await insertGroup(tx, made);
  return shownAgain(tx, made.id);
});

/** Changes what is told of a group. */
export const changeGroup = action('group.change', async (tx, { groupId, cofacilitatorIds, ...change }: ChangeGroup & { groupId: string }) => {
  await lockGroup(tx, groupId);
  const before = await groupOr404(tx, groupId);
  const cofacilitators = cofacilitatorIds?.map((id) => ({ id, name: '' })) ?? before.cofacilitators;
  const told = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  await updateGroup(tx, { ...before, ...told, cofacilitators });
  return shownAgain(tx, groupId);
});

async function todayOf(tx: Tx, group: GroupFacts): Promise<Temporal.PlainDate> {
  return tx.now.toZonedDateTimeISO(await timeZoneOf(tx, group.programId)).toPlainDate();
}

/** Takes a patient into a group, from today or an earlier day. Throws `Refused` when every place is taken. */
export const addMember = action(
  'group.add-member',
  async (tx, { groupId, patientId, joinedOn }: { groupId: string; patientId: string; joinedOn?: string | undefined }) => {
    await lockGroup(tx, groupId);
    const group = await groupOr404(tx, groupId);
    if (!(await isKnown(tx, patientId))) throw new NotFound('Patient');
    const taken = (await rostersOf(tx, [groupId])).filter((line) => line.leftOn === null && line.patientId !== patientId).length;
    if (taken >= group.capacity)
      throw new Refused('group.full', { code: 'group.full', says: `All ${group.capacity} places are taken. End a membership or raise the number.` });
    await insertMember(tx, group, patientId, joinedOn === undefined ? await todayOf(tx, group) : Temporal.PlainDate.from(joinedOn));
    return shownAgain(tx, groupId);
  },
);

/** Ends a membership today. Sessions, notes and the line of the roster stay. */
export const endMembership = action('group.end-membership', async (tx, { groupId, patientId }: { groupId: string; patientId: string }) => {
  await lockGroup(tx, groupId);
  const group = await groupOr404(tx, groupId);
  await endMember(tx, groupId, patientId, await todayOf(tx, group));
  return shownAgain(tx, groupId);
});
