import { expect } from 'vitest';
import { newId } from '#server/platform/index.ts';
import type { AppointmentReply } from '#server/scheduling/appointments/appointments.contract.ts';
import { clinicTest as test, type Client, type Clinic } from '#testing/clinic.ts';
import { done } from '#testing/released-records.ts';
import type { TrackReply } from '../timetables/timetables.contract.ts';
import type { LengthPreview } from './reshaping.contract.ts';

interface Problem {
  readonly code: string;
  readonly obstacles: readonly { code: string; says: string; at?: string }[];
}

/** Two groups on three Wednesdays at 10 and at 11, with somebody enrolled. */
async function wednesdays(clinic: Clinic, therapist: Client): Promise<TrackReply> {
  const { programs, staff, patients } = clinic.ids;
  const slots = [];
  for (const [index, name] of ['Check-in', 'Skills'].entries()) {
    const groupId = newId();
    await done(therapist.post('/groups', { id: groupId, programId: programs.iop, name, service: 'group-psychotherapy', capacity: 8, facilitatorId: staff.therapist }));
    slots.push({ weekday: 3, starts: `${10 + index}:00`, minutes: 60, groupId });
  }
  const plan = { id: newId(), programId: programs.iop, name: 'Mornings', firstDay: '2026-12-02', lastDay: '2026-12-16', slots };
  await done(therapist.post('/tracks', plan));
  await done(therapist.post(`/tracks/${plan.id}/enrolments`, { id: newId(), patientId: patients.iop, from: '2026-12-02' }));
  return done(therapist.get<TrackReply>(`/tracks/${plan.id}`));
}

test('a group of the week becomes longer from a day on, its seats with it, after each meeting that something stands in; what was held stays, and the name is another', async ({
  clinic,
}) => {
  const { programs, patients, staff } = clinic.ids;
  const therapist = await clinic.as('therapist');
  const track = await wednesdays(clinic, therapist);
  const [early, late] = track.slots;
  const length = (slot: typeof late, client = therapist) => ({
    preview: (wish: object) => client.post<LengthPreview & Problem>(`/tracks/${track.id}/slots/${slot?.id}/length/preview`, wish),
    change: (wish: object) => client.post<TrackReply & Problem>(`/tracks/${track.id}/slots/${slot?.id}/length`, wish),
  });
  expect((await length(early).preview({ from: '2026-12-02', minutes: 75 })).body.obstacles).toMatchObject([{ code: 'track.slots-overlap', at: 'minutes' }]);
  // On the first Wednesday the patient is expected elsewhere at a quarter past twelve, on the second the leader is.
  const kind = { typeCode: 'therapy-30' };
  await done(
    therapist.post('/appointments', {
      ...kind,
      patientId: patients.iop,
      programId: programs.iop,
      clinicianId: staff['second-therapist'],
      startsAt: '2026-12-02T20:15:00Z',
    }),
  );
  await done(
    therapist.post('/appointments', {
      ...kind,
      patientId: patients.outpatient,
      programId: programs.outpatient,
      clinicianId: staff.therapist,
      startsAt: '2026-12-09T20:15:00Z',
    }),
  );
  const wish = { from: '2026-12-02', minutes: 90 };
  const shown = await done(length(late).preview(wish));
  expect(shown).toMatchObject({ people: 1, meetings: [{ endsAt: '2026-12-02T20:30:00Z' }, { endsAt: '2026-12-09T20:30:00Z' }, { conflicts: [] }] });
  expect(shown.meetings.slice(0, 2).map(({ conflicts }) => conflicts.map(({ says }) => says))).toEqual([
    [expect.stringMatching(/ is expected by .+ at 12:15 PM\.$/)],
    [expect.stringMatching(/ is with .+ from 12:15 PM to 12:45 PM\.$/)],
  ]);
  const refused = await length(late).change(wish);
  expect([refused.status, refused.body.obstacles.map(({ code }) => code)]).toEqual([409, ['track.time', 'track.time']]);
  const leaveAsIs = shown.meetings.slice(0, 2).map(({ sessionId }) => sessionId);
  const changed = await done(length(late).change({ ...wish, leaveAsIs }));
  expect(changed.slots.map(({ minutes }) => minutes)).toEqual([60, 90]);
  const ends = async (client: Client) =>
    (await done(client.get<{ items: AppointmentReply[] }>(`/patients/${patients.iop}/appointments`))).items
      .filter(({ typeCode, startsAt }) => typeCode === 'group' && startsAt.includes('T19'))
      .map(({ endsAt }) => endsAt.slice(5, 16))
      .toSorted();
  expect(await ends(therapist)).toEqual(['12-02T20:00', '12-09T20:00', '12-16T20:30']);

  await done(therapist.patch(`/tracks/${track.id}`, { name: 'Midweek' }));
  const desk = await clinic.as('front-desk');
  const visit = { ...kind, patientId: patients.outpatient, programId: programs.outpatient, clinicianId: staff.therapist };
  const taken = await desk.post<Problem>('/appointments', { ...visit, startsAt: '2026-12-16T20:15:00Z' });
  expect(taken.body.obstacles[0]?.says).toContain('is blocked from 11:00 AM to 12:30 PM (Midweek: Skills)');
  expect([(await desk.patch(`/tracks/${track.id}`, { name: 'Ours' })).status, (await length(late, desk).change(wish)).status]).toEqual([403, 403]);
  expect((await (await clinic.as('prescriber')).patch(`/tracks/${track.id}`, { name: 'Theirs' })).status).toBe(404);

  // A week later it becomes shorter, from before that on: the meeting that was held keeps its hour.
  clinic.advance({ hours: 24 * 12 });
  const again = await clinic.again('therapist');
  await done(length(late, again).change({ from: '2026-12-01', minutes: 45 }));
  expect(await ends(again)).toEqual(['12-02T20:00', '12-09T19:45', '12-16T19:45']);
});
