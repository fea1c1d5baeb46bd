import type { Tx } from '#server/platform/index.ts';
import { awayWords, holds } from '../appointments/plan.rules.ts';
import { awayWithin } from '../availability/availability.store.ts';
import type { Away } from '../availability/availability.ts';
import { lockTime } from '../schedule/busy.store.ts';
import { clockTime } from '../schedule/days.rules.ts';
import { holidayOn } from '../series/holidays.rules.ts';
import { elsewhereDuring, takenFromSessions } from './session-time.store.ts';
import type { SessionConflict, SessionTime } from './session-time.ts';

const meets = (away: Away, { startsAt, endsAt }: SessionTime) =>
  Temporal.Instant.compare(away.startsAt, endsAt) < 0 && Temporal.Instant.compare(away.endsAt, startsAt) > 0;

/** Leave of the leaders and closures of the sites, from the first of these sessions to the last. */
async function awayDuring(tx: Tx, sessions: readonly SessionTime[]): Promise<readonly Away[]> {
  const ordered = sessions.toSorted((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt));
  const [first, last] = [ordered[0], ordered.at(-1)];
  if (!first || !last) return [];
  const clinicianIds = [...new Set(sessions.map(({ clinicianId }) => clinicianId))];
  return awayWithin(tx, { clinicianIds, siteIds: [...new Set(sessions.map(({ siteId }) => siteId))] }, { startsAt: first.startsAt, endsAt: last.endsAt });
}

function holidayWords({ startsAt, timeZone }: SessionTime): string | undefined {
  const holiday = holidayOn(startsAt.toZonedDateTimeISO(timeZone).toPlainDate());
  return holiday === undefined ? undefined : `${holiday} is a federal holiday.`;
}

/**
 * What stands against these sessions: their leader or room is taken, somebody is away, the day is a holiday. Takes hold of the time until the transaction ends,
 * so that the answer stays true for what is booked next in it.
 */
export async function examineSessions(tx: Tx, sessions: readonly SessionTime[]): Promise<readonly SessionConflict[]> {
  if (sessions.length === 0) return [];
  await lockTime(tx, sessions);
  const taken = Map.groupBy(await takenFromSessions(tx, sessions), ({ sessionId }) => sessionId);
  const away = await awayDuring(tx, sessions);
  return sessions.flatMap((session) => {
    const { sessionId, clinicianName, timeZone, clinicianId, siteId } = session;
    const inTheWay = new Set((taken.get(sessionId) ?? []).map((one) => holds(one, clinicianName, timeZone)));
    const gone = away.filter((one) => meets(one, session) && (one.clinicianId === clinicianId || one.siteId === siteId));
    const holiday = holidayWords(session);
    return [
      ...[...inTheWay, ...gone.map((one) => awayWords(one, clinicianName, timeZone))].map((says) => ({ sessionId, blocks: true, says })),
      ...(holiday === undefined ? [] : [{ sessionId, blocks: false, says: holiday }]),
    ];
  });
}

/** Where the person is expected elsewhere meanwhile; named as the reader knows them where several people are looked at. */
export async function examineSeats(tx: Tx, patientId: string, sessions: readonly SessionTime[], who = 'The patient'): Promise<readonly SessionConflict[]> {
  if (sessions.length === 0) return [];
  const zones = new Map(sessions.map(({ sessionId, timeZone }) => [sessionId, timeZone]));
  return (await elsewhereDuring(tx, patientId, sessions)).map(({ sessionId, startsAt, clinicianName }) => ({
    sessionId,
    blocks: true,
    says: `${who} is expected by ${clinicianName} at ${clockTime(startsAt, zones.get(sessionId) ?? 'UTC')}.`,
  }));
}
