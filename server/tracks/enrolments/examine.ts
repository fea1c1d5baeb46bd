import { authorizationsIn } from '#server/billing/index.ts';
import { recordsOf } from '#server/patients/index.ts';
import type { Tx } from '#server/platform/index.ts';
import { openEpisodeIn } from '#server/programs/index.ts';
import { examineSeats, examineSessions, type SessionTime } from '#server/scheduling/index.ts';
import { meetingsFrom } from '../timetables/timetables.store.ts';
import type { Meeting, Track } from '../timetables/track.ts';
import { beyondAuthorization } from './authorized.rules.ts';
import { daysExpected, seatsHeld } from './enrolments.store.ts';
import type { Against, ExaminedMeeting } from './enrolment.ts';

/** Who would come from when, and what is left out. */
export interface WishedEnrolment {
  readonly patientId: string;
  readonly from: Temporal.PlainDate;
  readonly leaveOut: readonly string[];
  readonly beyondAuthorization: boolean;
}

/** All meetings of a wish, what is good to know of the whole, and on how many days the person would come. */
export interface Examined {
  readonly meetings: readonly ExaminedMeeting[];
  readonly notes: readonly string[];
  readonly days: number;
}

/** The time of a meeting as the schedule keeps it. */
export function timeOf(track: Track, meeting: Meeting): SessionTime {
  const { sessionId, facilitatorId: clinicianId, facilitatorName: clinicianName, roomId, modality, startsAt, endsAt, groupName } = meeting;
  const { programId, siteId, timeZone } = track;
  return { sessionId, programId, siteId, clinicianId, clinicianName, roomId, modality, startsAt, endsAt, timeZone, title: `${track.name}: ${groupName}` };
}

const dayOf = ({ startsAt }: Meeting, { timeZone }: Track) => startsAt.toZonedDateTimeISO(timeZone).toPlainDate();

/** Meetings of a track that are still to come, from a day on. */
export async function meetingsToCome(tx: Tx, track: Track, from: Temporal.PlainDate): Promise<readonly Meeting[]> {
  const begin = from.toZonedDateTime(track.timeZone).toInstant();
  const first = Temporal.Instant.compare(begin, tx.now) > 0 ? begin : tx.now;
  return (await meetingsFrom(tx, [track.id], first)).filter(({ signed, startsAt }) => !signed && Temporal.Instant.compare(startsAt, tx.now) > 0);
}

async function againstTime(tx: Tx, track: Track, patientId: string, wanted: readonly Meeting[]): Promise<readonly Against[]> {
  const times = wanted.map((meeting) => timeOf(track, meeting));
  const found = [...(await examineSessions(tx, times)), ...(await examineSeats(tx, patientId, times))];
  return found.map((one) => ({ ...one, kind: one.blocks ? ('time' as const) : ('note' as const) }));
}

async function againstAuthorization(tx: Tx, track: Track, { patientId, beyondAuthorization: isWaived }: WishedEnrolment, wanted: readonly Meeting[]) {
  const authorizations = await authorizationsIn(tx, patientId, track.programId);
  const counted = wanted.map((meeting) => ({
    sessionId: meeting.sessionId,
    day: dayOf(meeting, track),
    minutes: Math.round(meeting.startsAt.until(meeting.endsAt).total('minutes')),
  }));
  const beyond = beyondAuthorization(counted, authorizations, await daysExpected(tx, patientId, track.programId, track.timeZone));
  const against = [...beyond].map(([sessionId, says]): Against => ({ sessionId, kind: 'authorization', blocks: !isWaived, says }));
  return { against, hasNone: authorizations.length === 0 };
}

/** Whether a person is admitted to the program of a track. */
export async function isAdmitted(tx: Tx, track: Track, patientId: string): Promise<boolean> {
  const { recordIds } = await recordsOf(tx, patientId);
  return (await openEpisodeIn(tx, recordIds, track.programId))?.state === 'admitted';
}

async function notesOf(tx: Tx, track: Track, patientId: string, hasNoAuthorization: boolean): Promise<readonly string[]> {
  return [
    ...((await isAdmitted(tx, track, patientId)) ? [] : [`The patient is not admitted to ${track.programName} yet.`]),
    ...(hasNoAuthorization && tx.actor.permissions.has('authorization.read')
      ? [`No payer has approved days or visits in ${track.programName}: nothing is counted.`]
      : []),
  ];
}

/** Every meeting from a day on with all that stands against it: its time, its seats, what the payer allows. Takes hold of leaders' and rooms' time until the transaction ends. */
export async function examineEnrolment(tx: Tx, track: Track, wish: WishedEnrolment): Promise<Examined> {
  const meetings = await meetingsToCome(tx, track, wish.from);
  const held = await seatsHeld(
    tx,
    wish.patientId,
    meetings.map(({ sessionId }) => sessionId),
  );
  const isOut = ({ sessionId }: Meeting) => wish.leaveOut.includes(sessionId) || held.excused.includes(sessionId);
  const wanted = meetings.filter((meeting) => !isOut(meeting));
  const full = wanted.filter(({ sessionId, taken, capacity }) => taken >= capacity && !held.expected.includes(sessionId));
  const authorization = await againstAuthorization(tx, track, wish, wanted);
  const against: readonly Against[] = [
    ...(await againstTime(tx, track, wish.patientId, wanted)),
    ...full.map(({ sessionId, capacity }) => ({ sessionId, kind: 'seats' as const, blocks: true, says: `All ${capacity} seats are taken.` })),
    ...authorization.against,
  ];
  const bySession = Map.groupBy(against, ({ sessionId }) => sessionId);
  return {
    meetings: meetings.map((meeting) => ({
      ...meeting,
      isOut: isOut(meeting),
      seatsFree: Math.max(0, meeting.capacity - meeting.taken),
      against: bySession.get(meeting.sessionId) ?? [],
    })),
    notes: await notesOf(tx, track, wish.patientId, authorization.hasNone),
    days: new Set(wanted.map((meeting) => dayOf(meeting, track).toString())).size,
  };
}
