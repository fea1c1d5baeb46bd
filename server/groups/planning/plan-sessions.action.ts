import { action, type Tx } from '#server/platform/index.ts';
import { deleteSeats, insertSeats, insertSessions, joinRosters, leaveRosters, lockGroups, sessionsFrom, updateEnds, type PlannedSession } from './planning.store.ts';

/** Holds these groups, their rosters and the seats of their sessions until the transaction ends: whoever else would give a seat waits. */
export const holdGroups = (tx: Tx, groupIds: readonly string[]): Promise<void> => lockGroups(tx, groupIds);

/** Opens sessions ahead without anybody in them. Answers the id of each, those that were open already included. */
export const planSessions = action('group-session.plan', async (tx, { sessions }: { sessions: readonly PlannedSession[] }): Promise<readonly string[]> => {
  const ordered = sessions.toSorted((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt));
  const [first, last] = [ordered[0], ordered.at(-1)];
  if (!first || !last) return [];
  await insertSessions(tx, sessions);
  const found = await sessionsFrom(tx, [...new Set(sessions.map(({ groupId }) => groupId))], first.startsAt, last.startsAt.add({ seconds: 1 }));
  const ids = new Map(found.map(({ id, groupId, startsAt }) => [`${groupId} ${startsAt.epochMilliseconds}`, id]));
  return sessions.map(({ groupId, startsAt }) => ids.get(`${groupId} ${startsAt.epochMilliseconds}`) ?? '');
});

/** Makes sessions to come longer or shorter. The caller holds their groups and their time. */
export const stretchSessions = action(
  'group-session.stretch',
  (tx, { sessions }: { sessions: readonly { readonly sessionId: string; readonly endsAt: Temporal.Instant }[] }): Promise<void> => updateEnds(tx, sessions),
);

/** A person's place in a row of sessions of several groups. */
export interface SeatsAhead {
  readonly patientId: string;
  readonly groupIds: readonly string[];
  readonly from: Temporal.PlainDate;
  readonly sessionIds: readonly string[];
  /** Sessions that the person is known to miss: they hold no place in them, and the record will say that they were excused. */
  readonly excusedIds: readonly string[];
}

/** Seats a person in sessions ahead and puts them on the rosters. The caller holds the groups and has counted the seats. */
export const takeSeats = action('group-session.take-seats', async (tx, { patientId, groupIds, from, sessionIds, excusedIds }: SeatsAhead): Promise<void> => {
  await joinRosters(tx, patientId, groupIds, from);
  await insertSeats(tx, patientId, sessionIds, 'expected');
  await insertSeats(tx, patientId, excusedIds, 'excused');
});

/** Gives the seats of a person in these sessions free, and their places on the rosters from a day on. What was marked or written stays. Answers which were given free. */
export const giveSeatsFree = action(
  'group-session.give-seats-free',
  async (tx, { patientId, groupIds, from, sessionIds }: Omit<SeatsAhead, 'excusedIds'>): Promise<readonly string[]> => {
    await leaveRosters(tx, patientId, groupIds, from);
    return deleteSeats(tx, patientId, sessionIds);
  },
);
