import { expect } from 'vitest';
import { newId } from '#server/platform/index.ts';
import { clinicTest as test, type Client, type Clinic } from '#testing/clinic.ts';
import type { AppointmentReply } from '../appointments/appointments.contract.ts';
import type { SeriesPreview, SeriesReply } from './series.contract.ts';

interface Problem {
  readonly code: string;
  readonly obstacles?: readonly { code: string; says: string; at?: string }[];
}

/** Tuesdays at nine in Tacoma; the clinic's clock stands at November 23, 2026. */
function weekly({ ids }: Clinic, over: object = {}) {
  return {
    patientId: ids.patients.outpatient,
    programId: ids.programs.outpatient,
    clinicianId: ids.staff.therapist,
    typeCode: 'therapy-50',
    recurrence: { frequency: 'weekly', interval: 1, weekdays: [2] },
    firstDay: '2026-12-01',
    time: '09:00',
    times: 6,
    ...over,
  };
}

async function bookedSeries(clinic: Clinic, desk: Client, over: object = {}): Promise<SeriesReply> {
  const { status, body } = await desk.post<SeriesReply>('/appointment-series', weekly(clinic, over));
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
}

const starts = ({ occurrences }: SeriesReply) => occurrences.map(({ startsAt }) => startsAt);
const tuesdays = ['01', '08', '15', '22', '29'].map((day) => `2026-12-${day}T17:00:00Z`);

test('a preview says what is taken, what is a holiday and what is free, and the series is booked as shown', async ({ clinic }) => {
  const desk = await clinic.as('front-desk');
  const { ids } = clinic;
  const holder = { patientId: ids.patients.outpatient, programId: ids.programs.outpatient, clinicianId: ids.staff.therapist, typeCode: 'therapy-50' };
  expect((await desk.post('/appointments', { ...holder, startsAt: '2026-12-15T17:30:00Z' })).status).toBe(200);
  const fridays = weekly(clinic, { firstDay: '2026-12-11', recurrence: { frequency: 'weekly', interval: 1, weekdays: [2, 5] }, times: 5 });
  const { body: shown } = await desk.post<SeriesPreview>('/appointment-series/preview', fridays);
  expect(shown.says).toBe('Every week on Tuesday and Friday at 9:00 AM, 5 times');
  expect(shown.steps.map(({ startsAt }) => startsAt)).toEqual(['11', '15', '18', '22', '25'].map((day) => `2026-12-${day}T17:00:00Z`));
  expect(shown.steps.map(({ conflicts }) => conflicts.map(({ blocks, says }) => `${blocks} ${says.replace(/with .* from/, 'with … from')}`))).toEqual([
    [],
    [expect.stringMatching(/^true .+ is with … from 9:30 AM to 10:20 AM\.$/)],
    [],
    [],
    ['false Christmas Day is a federal holiday.'],
  ]);
  const [free = ''] = shown.steps[1]?.free ?? [];
  expect(free.slice(0, 10)).toBe('2026-12-15');
  const refused = await desk.post<Problem>('/appointment-series', fridays);
  expect(refused.status).toBe(409);
  expect(refused.body.obstacles?.map(({ code, at }) => `${code} ${at}`)).toEqual(['series.occurrence-taken occurrences.1']);
  expect(await clinic.sql('owner', 'select count(*)::integer as n from scheduling.series')).toEqual([{ n: 0 }]);
  const { body: booked } = await desk.post<SeriesReply>('/appointment-series', { ...fridays, skip: [4], elsewhere: [{ occurrence: 1, startsAt: free }] });
  expect(starts(booked)).toEqual(['2026-12-11T17:00:00Z', free, '2026-12-18T17:00:00Z', '2026-12-22T17:00:00Z']);
  expect(booked.occurrences.map(({ stays }) => stays)).toEqual([false, true, false, false]);
});

test('the same series sent again is booked once', async ({ clinic }) => {
  const desk = await clinic.as('front-desk');
  const id = newId();
  const first = await bookedSeries(clinic, desk, { id });
  expect(await bookedSeries(clinic, desk, { id })).toEqual(first);
  expect(await clinic.sql('owner', 'select count(*)::integer as n from scheduling.appointment')).toEqual([{ n: 6 }]);
});

test('this and all that follow: attended ones stay, the rest keep their place and their order', async ({ clinic }) => {
  const desk = await clinic.as('front-desk');
  const before = await bookedSeries(clinic, desk);
  const ids = before.occurrences.map(({ appointmentId }) => appointmentId);
  const held = { startedAt: '2026-12-01T17:00:00Z', endedAt: '2026-12-01T17:50:00Z' };
  expect((await desk.post(`/appointments/${ids[0]}/completion`, held)).status).toBe(200);
  const own = (await desk.get<AppointmentReply>(`/appointments/${ids[3]}`)).body;
  expect((await desk.patch(`/appointments/${ids[3]}`, { version: own.version, startsAt: '2026-12-22T20:00:00Z' })).status).toBe(200);
  // A week later, each to where the next one still stands, and two hours later on the last.
  const change = { version: before.version, from: 1, firstDay: '2026-12-15' };
  const { body: shown } = await desk.post<SeriesPreview>(`/appointment-series/${before.id}/changes/preview`, change);
  expect(shown.steps.map(({ does }) => does)).toEqual(['move', 'move', 'keep', 'move', 'move']);
  const { status, body: after } = await desk.post<SeriesReply>(`/appointment-series/${before.id}/changes`, change);
  expect(status, JSON.stringify(after)).toBe(200);
  expect(after.occurrences.map(({ appointmentId }) => appointmentId)).toEqual(ids.slice(1));
  expect(starts(after)).toEqual(['2026-12-15T17:00:00Z', '2026-12-22T17:00:00Z', '2026-12-22T20:00:00Z', '2027-01-05T17:00:00Z', '2027-01-12T17:00:00Z']);
  const { body: rest } = await desk.get<SeriesReply>(`/appointment-series/${before.id}`);
  expect(rest).toMatchObject({ times: 1, occurrences: [{ appointmentId: ids[0], status: 'completed', startsAt: tuesdays[0] }] });
  expect((await desk.post<Problem>(`/appointment-series/${before.id}/changes`, change)).body.code).toBe('series.stale');
  // And back where they were, as when the move is undone.
  const back = await desk.post<SeriesReply>(`/appointment-series/${after.id}/changes`, { version: after.version, from: 0, firstDay: '2026-12-08' });
  expect(starts(back.body)).toEqual([tuesdays[1], tuesdays[2], '2026-12-22T20:00:00Z', tuesdays[4], '2027-01-05T17:00:00Z']);
});

test('a series grows, shrinks, is called off from one day on and taken back, all or none', async ({ clinic }) => {
  const desk = await clinic.as('front-desk');
  const first = await bookedSeries(clinic, desk, { times: 3 });
  const grown = (await desk.post<SeriesReply>(`/appointment-series/${first.id}/changes`, { version: 1, from: 0, times: 5, time: '10:00' })).body;
  expect(starts(grown)).toEqual(tuesdays.map((at) => at.replace('T17', 'T18')));
  const shrunk = (await desk.post<SeriesReply>(`/appointment-series/${first.id}/changes`, { version: grown.version, from: 0, times: 4 })).body;
  expect(starts(shrunk)).toEqual(starts(grown).slice(0, 4));
  const off = await desk.post<SeriesReply>(`/appointment-series/${first.id}/cancellation`, { version: shrunk.version, from: 2, reason: 'patient-asked' });
  expect(off.body.occurrences.map(({ status }) => status)).toEqual(['booked', 'booked', 'cancelled', 'cancelled']);
  const takenBack = (version: number, occurrences: readonly number[]) =>
    desk.post<SeriesReply & Problem>(`/appointment-series/${first.id}/reinstatement`, { version, occurrences, reason: 'Undone at once' });
  const { patientId, programId, clinicianId, typeCode } = weekly(clinic);
  expect((await desk.post('/appointments', { patientId, programId, clinicianId, typeCode, startsAt: starts(shrunk)[3] })).status).toBe(200);
  expect((await takenBack(off.body.version, [2, 3])).body.obstacles?.[0]?.code).toBe('appointment.slot-taken');
  const half = await takenBack(off.body.version, [2]);
  expect(half.body.occurrences.map(({ status }) => status)).toEqual(['booked', 'booked', 'booked', 'cancelled']);
  const offAgain = await desk.post<SeriesReply>(`/appointment-series/${first.id}/cancellation`, { version: half.body.version, from: 2, reason: 'patient-asked' });
  const again = (await desk.post<SeriesReply>(`/appointment-series/${first.id}/changes`, { version: offAgain.body.version, from: 0, times: 5 })).body;
  expect(again.occurrences.map(({ occurrence, status }) => `${occurrence} ${status}`)).toEqual(['0 booked', '1 booked', '2 cancelled', '3 cancelled', '4 booked']);
});

test('whoever does not work in the program neither reads nor changes the series', async ({ clinic }) => {
  const series = await bookedSeries(clinic, await clinic.as('front-desk'), {
    patientId: clinic.ids.patients.iop,
    programId: clinic.ids.programs.iop,
  });
  const trainee = await clinic.as('trainee');
  expect((await trainee.get(`/appointment-series/${series.id}`)).status).toBe(404);
  expect((await trainee.post(`/appointment-series/${series.id}/cancellation`, { version: 1, from: 0, reason: 'other' })).status).toBe(404);
});

test('a rule without an end, or with two, is told what it lacks', async ({ clinic }) => {
  const desk = await clinic.as('front-desk');
  expect((await desk.post('/appointment-series/preview', weekly(clinic, { until: '2026-12-30' }))).status).toBe(400);
  const none = await desk.post<Problem>('/appointment-series/preview', weekly(clinic, { times: undefined, until: '2026-11-30' }));
  expect(none.body.obstacles?.map(({ code }) => code)).toEqual(['series.empty']);
});
