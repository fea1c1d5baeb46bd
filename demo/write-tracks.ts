import type pg from 'pg';
import { copyRows, type CopyValue } from './copy.ts';
import { siteOf } from './cast.ts';
import { Chance } from './random.ts';
import type { Story } from './story.ts';

const groups = [
  { name: 'Evening check-in', curriculum: 'The day, cues, plans until the next one', from: 18 },
  { name: 'Evening skills', curriculum: 'Refusing, coping with cravings, sleep', from: 19 },
  { name: 'Evening process group', curriculum: 'What came up', from: 20 },
] as const;
const weekdays = [1, 2, 4] as const;
const weeks = 8;
const [places, enrolled] = [12, 7];

interface Times {
  readonly leader: string;
  readonly siteId: string;
  readonly programId: string;
  readonly patientIds: readonly string[];
  readonly meetings: readonly {
    readonly sessionId: string;
    readonly group: (typeof groups)[number];
    readonly startsAt: Temporal.Instant;
    readonly endsAt: Temporal.Instant;
  }[];
  readonly made: Temporal.Instant;
  readonly chance: Chance;
}

/** What the schedule knows of the meetings: the leader's time, and an appointment for each seat. */
async function writeTimes(client: pg.Client, { leader, siteId, programId, patientIds, meetings, made, chance }: Times): Promise<void> {
  await copyRows(
    client,
    'scheduling.blocked_time',
    ['id', 'site_id', 'session_id', 'clinician_id', 'starts_at', 'ends_at', 'reason', 'made_by'],
    meetings.map(({ sessionId, group, startsAt, endsAt }) => [chance.uuid(made), siteId, sessionId, leader, startsAt, endsAt, `Evening track: ${group.name}`, leader]),
  );
  await copyRows(
    client,
    'scheduling.appointment',
    ['id', 'patient_id', 'program_id', 'site_id', 'clinician_id', 'session_id', 'type_code', 'starts_at', 'ends_at', 'modality', 'status', 'booked_at'],
    meetings.flatMap(({ sessionId, startsAt, endsAt }) =>
      patientIds.map((patientId): CopyValue[] => [
        chance.uuid(made),
        patientId,
        programId,
        siteId,
        leader,
        sessionId,
        'group',
        startsAt,
        endsAt,
        'in-person',
        'booked',
        made,
      ]),
    ),
  );
}

/** An evening track of the intensive program from next Monday on, led by the therapist of the story, with people in care who are enrolled in all of it. */
export async function writeTracks(client: pg.Client, { cast, people, stays }: Pick<Story, 'cast' | 'people' | 'stays'>, today: Temporal.PlainDate): Promise<void> {
  const chance = new Chance(71);
  const { timeZone, key } = siteOf('iop');
  const [programId, siteId, leader] = [cast.programIds.iop, cast.siteIds[key], cast.personaIds.therapist];
  const monday = today.add({ days: 8 - today.dayOfWeek });
  const made = today.toZonedDateTime({ timeZone, plainTime: '08:00' }).toInstant();
  const placed = groups.map((group) => ({ ...group, id: chance.uuid(made) }));
  const trackId = chance.uuid(made);
  const slots = weekdays.flatMap((weekday) => placed.map((group) => ({ id: chance.uuid(made), weekday, group })));
  const meetings = Array.from({ length: weeks }, (_unused, week) => week).flatMap((week) =>
    slots.map(({ id: slotId, weekday, group }) => {
      const day = monday.add({ weeks: week, days: weekday - 1 });
      const startsAt = day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from({ hour: group.from }) }).toInstant();
      return { sessionId: chance.uuid(made), slotId, group, startsAt, endsAt: startsAt.add({ minutes: 60 }) };
    }),
  );
  const inCare = stays.filter(({ program, endedOn, admittedOn }) => program === 'iop' && endedOn === null && Temporal.PlainDate.compare(admittedOn, today) < 0);
  const patientIds = [...new Set(inCare.flatMap(({ patient }) => people[patient]?.id ?? []))].slice(-enrolled);
  await copyRows(
    client,
    'groups.therapy_group',
    ['id', 'program_id', 'name', 'curriculum', 'service', 'facilitator_id', 'capacity', 'made_at'],
    placed.map(({ id, name, curriculum }) => [id, programId, name, curriculum, 'substance-use-group', leader, places, made]),
  );
  await copyRows(
    client,
    'groups.member',
    ['group_id', 'patient_id', 'program_id', 'joined_on'],
    placed.flatMap(({ id }) => patientIds.map((patientId) => [id, patientId, programId, monday])),
  );
  await copyRows(
    client,
    'groups.session',
    ['id', 'group_id', 'program_id', 'starts_at', 'ends_at', 'modality'],
    meetings.map(({ sessionId, group, startsAt, endsAt }) => [sessionId, group.id, programId, startsAt, endsAt, 'in-person']),
  );
  await copyRows(
    client,
    'groups.seat',
    ['session_id', 'patient_id', 'program_id'],
    meetings.flatMap(({ sessionId }) => patientIds.map((patientId) => [sessionId, patientId, programId])),
  );
  await copyRows(
    client,
    'tracks.track',
    ['id', 'program_id', 'name', 'first_day', 'last_day', 'made_at', 'made_by'],
    [[trackId, programId, 'Evening track', monday, monday.add({ days: 7 * weeks - 1 }), made, leader]],
  );
  await copyRows(
    client,
    'tracks.slot',
    ['id', 'track_id', 'program_id', 'weekday', 'starts', 'minutes', 'group_id'],
    slots.map(({ id, weekday, group }) => [id, trackId, programId, weekday, `${group.from}:00`, 60, group.id]),
  );
  await copyRows(
    client,
    'tracks.meeting',
    ['session_id', 'track_id', 'slot_id', 'program_id', 'starts_at', 'ends_at'],
    meetings.map(({ sessionId, slotId, startsAt, endsAt }) => [sessionId, trackId, slotId, programId, startsAt, endsAt]),
  );
  await copyRows(
    client,
    'tracks.enrolment',
    ['id', 'track_id', 'patient_id', 'program_id', 'first_day', 'made_at', 'made_by'],
    patientIds.map((patientId) => [chance.uuid(made), trackId, patientId, programId, monday, made, leader]),
  );
  await writeTimes(client, { leader, siteId, programId, patientIds, meetings, made, chance });
}
