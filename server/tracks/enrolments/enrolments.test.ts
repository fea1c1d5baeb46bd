import { expect } from 'vitest';
import type { SessionReply } from '#server/groups/sessions/sessions.contract.ts';
import type { TherapyGroup } from '#server/groups/groups/groups.contract.ts';
import type { Weeks } from '#server/attendance/weeks/weeks.contract.ts';
import { newId } from '#server/platform/index.ts';
import type { AppointmentReply } from '#server/scheduling/appointments/appointments.contract.ts';
import { clinicTest as test, type Client, type Clinic, type Reply } from '#testing/clinic.ts';
import { done } from '#testing/released-records.ts';
import type { TrackPreview, TrackReply } from '../timetables/timetables.contract.ts';
import type { EnrolmentPreview, EnrolmentReply } from './enrolments.contract.ts';

interface Problem {
  readonly code: string;
  readonly obstacles: readonly { code: string; says: string; at?: string }[];
}

async function refused(reply: Promise<Reply<Problem>>, status = 409): Promise<Problem> {
  const answer = await reply;
  expect(answer.status, JSON.stringify(answer.body)).toBe(status);
  return answer.body;
}

/** Three groups of the intensive program, each with so many places, and the timetable Monday, Wednesday, Friday, 9 to 12. */
async function mornings(clinic: Clinic, client: Client, capacity = 12, lastDay = '2026-12-25') {
  const { programs, staff } = clinic.ids;
  const groupIds: string[] = [];
  for (const name of ['Check-in', 'Skills', 'Relapse prevention']) {
    const id = newId();
    await done(client.post('/groups', { id, programId: programs.iop, name, service: 'group-psychotherapy', capacity, facilitatorId: staff.therapist }));
    groupIds.push(id);
  }
  const slots = [1, 3, 5].flatMap((weekday) => groupIds.map((groupId, index) => ({ weekday, starts: `${String(9 + index).padStart(2, '0')}:00`, minutes: 60, groupId })));
  return { id: newId(), programId: programs.iop, name: 'Mornings', firstDay: '2026-11-30', lastDay, slots, leaveOut: [] as string[] };
}

const toCome = async (client: Client, patientId: string) =>
  (await done(client.get<{ items: AppointmentReply[] }>(`/patients/${patientId}/appointments`))).items.filter(({ status }) => status === 'booked');

test('a track plans every meeting or none; one enrolment books all of it, after saying what stands in the way and what would mend it', async ({ clinic }) => {
  const { programs, patients, staff, payers } = clinic.ids;
  const [therapist, patientId] = [await clinic.as('therapist'), patients.iop];
  const plan = await mornings(clinic, therapist);
  // The therapist sees somebody on the first Monday at 10:30.
  const visit = {
    patientId: patients.outpatient,
    programId: programs.outpatient,
    clinicianId: staff.therapist,
    typeCode: 'therapy-30',
    startsAt: '2026-11-30T18:30:00Z',
  };
  await done(therapist.post('/appointments', visit));
  const preview = await done(therapist.post<TrackPreview>('/tracks/preview', plan));
  const conflicts = preview.meetings.flatMap(({ startsAt, conflicts: found }) => found.map(({ blocks, says }) => [startsAt, blocks, says]));
  expect(preview.meetings).toHaveLength(36);
  expect(conflicts).toEqual([
    ['2026-11-30T18:00:00Z', true, expect.stringMatching(/ is with .* from 10:30 AM to 11:00 AM\.$/)],
    ...['17', '18', '19'].map((hour) => [`2026-12-25T${hour}:00:00Z`, false, 'Christmas Day is a federal holiday.']),
  ]);
  const inTheWay = await refused(therapist.post<Problem>('/tracks', plan));
  expect(inTheWay.obstacles).toMatchObject([{ code: 'track.meeting-taken', at: 'leaveOut.2026-11-30T18:00:00Z' }]);
  expect(await clinic.sql('owner', 'select from groups.session union all select from scheduling.blocked_time')).toEqual([]);
  const leaveOut = ['2026-11-30T18:00:00Z', ...['17', '18', '19'].map((hour) => `2026-12-25T${hour}:00:00Z`)];
  const track = await done(therapist.post<TrackReply>('/tracks', { ...plan, leaveOut }));
  expect(track).toMatchObject({ seatsFree: 12, enrolled: 0, slots: { length: 9 }, meetings: { length: 32 } });
  expect((await done(therapist.post<TrackReply>('/tracks', { ...plan, leaveOut }))).meetings).toHaveLength(32);
  // Its time is held from now on, whoever books.
  const desk = await clinic.as('front-desk');
  const taken = await refused(desk.post<Problem>('/appointments', { ...visit, startsAt: '2026-12-02T17:00:00Z' }));
  expect(taken.obstacles[0]?.says).toContain('is blocked from 9:00 AM to 10:00 AM (Mornings: Check-in)');

  // The payer allows five days, and on one of them the patient sees the prescriber at ten.
  const approved = { state: 'approved', number: 'A-9', counts: 'days', allowed: 5, validFrom: '2026-11-30', validThrough: '2027-02-01', note: '' };
  await done(therapist.post(`/patients/${patientId}/authorizations`, { id: newId(), programId: programs.iop, payerId: Object.values(payers)[0], ...approved }));
  await done(
    therapist.post('/appointments', {
      patientId,
      programId: programs.iop,
      clinicianId: staff['second-therapist'],
      typeCode: 'medication',
      startsAt: '2026-12-02T18:00:00Z',
    }),
  );
  const path = `/tracks/${plan.id}/enrolments`;
  const wish = { patientId, from: '2026-11-30' };
  const foreseen = await done(therapist.post<EnrolmentPreview>(`${path}/preview`, wish));
  const blocking = foreseen.meetings.flatMap(({ sessionId, startsAt, conflicts: found }) =>
    found.filter(({ blocks }) => blocks).map(({ kind }) => ({ sessionId, startsAt, kind })),
  );
  expect(blocking.filter(({ kind }) => kind === 'time')).toMatchObject([{ startsAt: '2026-12-02T18:00:00Z' }]);
  expect(blocking.filter(({ kind }) => kind === 'authorization').length).toBe(32 - 14);
  expect(foreseen).toMatchObject({ days: 11, notes: ['The patient is not admitted to Recovery IOP yet.'], seatsFrom: '2026-11-30' });
  const enrolment = { ...wish, id: newId() };
  const all = await refused(therapist.post<Problem>(path, enrolment));
  expect(new Set(all.obstacles.map(({ code }) => code))).toEqual(new Set(['track.time', 'track.authorization']));
  expect(await toCome(therapist, patientId)).toHaveLength(1);

  const missed = blocking.find(({ kind }) => kind === 'time')?.sessionId ?? '';
  const mended = { ...enrolment, leaveOut: [missed], beyondAuthorization: true };
  const enrolled = await done(therapist.post<EnrolmentReply>(path, mended));
  expect(enrolled).toMatchObject({ firstDay: '2026-11-30', leftOn: null, toCome: 31 });
  expect(await done(therapist.post<EnrolmentReply>(path, mended))).toEqual(enrolled);
  expect(await toCome(therapist, patientId)).toHaveLength(32);
  expect((await refused(therapist.post<Problem>(path, { ...mended, id: newId(), leaveOut: [missed] }))).code).toBe('track.already-enrolled');
  const board = await done(therapist.get<SessionReply>(`/group-sessions/${missed}`));
  expect(board.seats).toMatchObject([{ patientId, attendance: 'absent', absence: 'excused' }]);
  // Nobody who works elsewhere learns of it. The desk enrols nobody whom the program has not admitted, lets nobody leave, and reads no session.
  const stranger = await clinic.as('prescriber');
  expect((await stranger.get(`/tracks/${plan.id}`)).status).toBe(404);
  expect((await stranger.post(`/track-enrolments/${enrolled.id}/leaving`, { from: '2026-12-01', because: 'schedule' })).status).toBe(404);
  expect((await refused(desk.post<Problem>(path, { ...mended, id: newId() }))).code).toBe('track.not-admitted');
  expect((await desk.post(`/track-enrolments/${enrolled.id}/leaving`, { from: '2026-12-01', because: 'schedule' })).status).toBe(403);
  expect((await desk.get(`/group-sessions/${missed}`)).status).toBe(403);
});

test('what was attended stays whoever leaves; seats to come are free from that day, and come back as long as nobody took them', async ({ clinic }) => {
  const { programs, patients } = clinic.ids;
  const [therapist, patientId] = [await clinic.as('therapist'), patients.iop];
  const plan = await mornings(clinic, therapist, 2, '2026-12-11');
  const track = await done(therapist.post<TrackReply>('/tracks', plan));
  const { id: stay } = await done(therapist.post<{ id: string }>('/episodes', { patientId, programId: programs.iop, referredOn: '2026-11-20', source: 'self' }));
  await done(therapist.post(`/episodes/${stay}/admission`, { on: '2026-11-23' }));
  const others: string[] = [];
  for (const givenName of ['Uma', 'Vito']) {
    const { id } = await done(
      therapist.post<{ id: string }>('/patients', { givenName, familyName: `Tern${givenName}`, birthDate: '1980-02-03', programId: programs.iop }),
    );
    others.push(id);
  }
  const [uma = '', vito = ''] = others;
  for (const each of [patientId, uma]) await done(therapist.post(`/patients/${each}/diagnoses`, { programId: programs.iop, code: 'F10.20' }));
  const path = `/tracks/${plan.id}/enrolments`;
  // Who is admitted is enrolled by the desk, which sees the roster and nothing that is written.
  const desk = await clinic.as('front-desk');
  const one = await done(desk.post<EnrolmentReply>(path, { id: newId(), patientId, from: '2026-11-30' }));
  expect((await done(desk.get<TrackReply>(`/tracks/${plan.id}`))).roster).toMatchObject([{ patientId, toCome: 18 }]);
  expect((await desk.get('/groups')).status).toBe(403);
  await done(therapist.post<EnrolmentReply>(path, { id: newId(), patientId: uma, from: '2026-11-30' }));
  expect((await refused(therapist.post<Problem>(path, { id: newId(), patientId: vito, from: '2026-11-30' }))).obstacles).toMatchObject([
    { code: 'track.full', at: 'from' },
  ]);
  expect(await toCome(therapist, vito)).toEqual([]);
  const week = async (client: Client) => {
    const { members } = await done(client.get<Weeks>(`/attendance/weeks?programId=${programs.iop}&week=2026-12-02`));
    return members.find((member) => member.patientId === patientId);
  };
  expect(await week(therapist)).toMatchObject({ expectedMinutes: 540, makeUp: [], claimNow: { units: 3 } });

  // The first meeting: one was there, one was not, both are settled by one signature.
  clinic.advance({ hours: 24 * 7 + 1, minutes: 5 });
  const leader = await clinic.again('therapist');
  const [first] = track.meetings;
  const session = `/group-sessions/${first?.sessionId}`;
  const typed = (text: string) => ({ base: '', text });
  const seats = [
    { patientId, attendance: 'present', risk: 'denied', line: typed('Named two cues and a plan for the evening.') },
    { patientId: uma, attendance: 'absent', absence: 'no-word' },
  ];
  const { version } = await done(leader.patch<SessionReply>(session, { topic: typed('Cues'), narrative: typed('Cues were collected.'), seats }));
  await done(leader.post(`${session}/signature`, { version }));
  const statuses = async (who: string) =>
    (await done(leader.get<{ items: AppointmentReply[] }>(`/patients/${who}/appointments`))).items
      .filter(({ startsAt }) => startsAt === first?.startsAt)
      .map(({ status }) => status);
  expect([await statuses(patientId), await statuses(uma)]).toEqual([['completed'], ['no-show']]);

  const left = await done(leader.post<EnrolmentReply>(`/track-enrolments/${one.id}/leaving`, { from: '2026-12-02', because: 'schedule' }));
  expect(left).toMatchObject({ leftOn: '2026-12-02', leftBecause: 'schedule', toCome: 0 });
  // Two meetings of the first Monday are over or have begun: nothing about them changes.
  expect(await statuses(patientId)).toEqual(['completed']);
  expect((await toCome(leader, patientId)).map(({ startsAt }) => startsAt.slice(0, 10))).toEqual(['2026-11-30', '2026-11-30']);
  const groups = await done(leader.get<{ items: TherapyGroup[] }>('/groups'));
  const roster = groups.items.flatMap(({ members }) => members.filter((member) => member.patientId === patientId));
  expect(roster.map(({ leftOn }) => leftOn)).toEqual(['2026-12-02', '2026-12-02', '2026-12-02']);
  expect(await week(leader)).toMatchObject({ minutes: 60, expectedMinutes: 0 });

  // Taken back while the seats are free; not once somebody else sits in one.
  expect(await done(leader.post<EnrolmentReply>(`/track-enrolments/${one.id}/return`))).toMatchObject({ leftOn: null, toCome: 15 });
  expect(await toCome(leader, patientId)).toHaveLength(17);
  await done(leader.post(`/track-enrolments/${one.id}/leaving`, { from: '2026-12-02', because: 'schedule' }));
  await done(leader.post(path, { id: newId(), patientId: vito, from: '2026-12-02' }));
  const gone = await refused(leader.post<Problem>(`/track-enrolments/${one.id}/return`));
  expect(gone.code).toBe('track.full');
  expect(await toCome(leader, patientId)).toHaveLength(2);
});

test('a hundred who want twelve seats: twelve are in every meeting, the others in none', { timeout: 60_000 }, async ({ clinic }) => {
  const therapist = await clinic.as('therapist');
  const plan = await mornings(clinic, therapist, 12, '2026-12-04');
  await done(therapist.post('/tracks', plan));
  const names = Array.from({ length: 100 }, (_, index) => `Zo${String.fromCharCode(97 + (index % 26))}${String.fromCharCode(97 + Math.floor(index / 26))}`);
  const people = await clinic.sql(
    'owner',
    `with made as (insert into patients.patient (id, mrn, given_name, family_name, birth_date, administrative_sex, registered_at, updated_at)
       select uuidv7(), 'RACE' || n, name, 'Racer', '1980-01-01', 'U', now(), now() from unnest($1::text[]) with ordinality as one (name, n) returning id),
     known as (insert into privacy.patient_program (patient_id, program_id) select id, $2 from made)
     select id from made`,
    [names, plan.programId],
  );
  const enrolments = people.map(({ id }) => therapist.post<Problem>(`/tracks/${plan.id}/enrolments`, { id: newId(), patientId: String(id), from: '2026-11-30' }));
  const replies = await Promise.all(enrolments);
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(12);
  expect(new Set(replies.filter(({ status }) => status !== 200).map(({ status, body }) => `${status} ${body.code}`))).toEqual(new Set(['409 track.full']));
  const counted = await clinic.sql(
    'owner',
    `select count(*)::int as meetings, min(seats) as fewest, max(seats) as most, (select count(*)::int from scheduling.appointment) as appointments,
       (select count(distinct patient_id)::int from groups.member) as members
     from (select (select count(*)::int from groups.seat t where t.session_id = s.id) as seats from groups.session s) each`,
  );
  expect(counted).toEqual([{ meetings: 9, fewest: 12, most: 12, appointments: 108, members: 12 }]);
});
