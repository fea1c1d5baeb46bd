import type pg from 'pg';
import { copyRows } from './copy.ts';
import type { ProgramKey } from './organisation.ts';
import { Chance } from './random.ts';
import type { Story } from './story.ts';

interface DemoGroup {
  readonly program: ProgramKey;
  readonly name: string;
  readonly curriculum: string;
  readonly service: string;
  readonly from: string;
  readonly minutes: number;
}

const meetings: readonly DemoGroup[] = [
  { program: 'outpatient', name: 'Skills for hard days', curriculum: 'Distress tolerance, eight weeks', service: 'group-psychotherapy', from: '11:00', minutes: 90 },
  { program: 'iop', name: 'Relapse prevention', curriculum: 'Cues, cravings, refusal, lapse and return', service: 'substance-use-group', from: '14:00', minutes: 60 },
];
const places = 14;

/** Groups that the therapist of the story leads, with rosters of people in care now and the session of today still to be written. */
export async function writeGroups(client: pg.Client, { cast, people, stays }: Pick<Story, 'cast' | 'people' | 'stays'>, today: Temporal.PlainDate): Promise<void> {
  const chance = new Chance(43);
  for (const meeting of meetings) {
    const startsAt = today.toZonedDateTime({ timeZone: 'America/Los_Angeles', plainTime: meeting.from }).toInstant();
    const [groupId, sessionId, programId] = [chance.uuid(startsAt), chance.uuid(startsAt), cast.programIds[meeting.program]];
    const inCare = stays.filter(
      ({ program, endedOn, admittedOn }) => program === meeting.program && endedOn === null && Temporal.PlainDate.compare(admittedOn, today) < 0,
    );
    const members = [...new Map(inCare.map((stay) => [stay.patient, stay])).values()].slice(0, places);
    const patientIds = members.flatMap(({ patient }) => people[patient]?.id ?? []);
    await copyRows(
      client,
      'groups.therapy_group',
      ['id', 'program_id', 'name', 'curriculum', 'service', 'facilitator_id', 'capacity', 'made_at'],
      [[groupId, programId, meeting.name, meeting.curriculum, meeting.service, cast.personaIds.therapist, places, startsAt.subtract({ hours: 24 * 60 })]],
    );
    await copyRows(
      client,
      'groups.member',
      ['group_id', 'patient_id', 'program_id', 'joined_on'],
      patientIds.map((patientId) => [groupId, patientId, programId, today.subtract({ weeks: 4 })]),
    );
    const endsAt = startsAt.add({ minutes: meeting.minutes });
    await copyRows(
      client,
      'groups.session',
      ['id', 'group_id', 'program_id', 'starts_at', 'ends_at', 'modality', 'topic'],
      [[sessionId, groupId, programId, startsAt, endsAt, 'in-person', meeting.curriculum]],
    );
    await copyRows(
      client,
      'groups.seat',
      ['session_id', 'patient_id', 'program_id'],
      patientIds.map((patientId) => [sessionId, patientId, programId]),
    );
  }
}
