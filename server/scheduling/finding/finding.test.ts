import { expect } from 'vitest';
import { clinicTest as test } from '#testing/clinic.ts';
import type { AppointmentReply } from '../appointments/appointments.contract.ts';
import type { SeriesPreview } from '../series/series.contract.ts';

interface Slots {
  readonly items: readonly { startsAt: string; clinicianId: string; roomId: string | null; says: readonly string[] }[];
}
interface Problem {
  readonly code: string;
  readonly obstacles: readonly { code: string; says: string; at: string }[];
}

test('hours, leave and closures are kept, told where something stands, and no slot, booking or series falls into them', async ({ clinic }) => {
  const { ids } = clinic;
  const desk = await clinic.as('front-desk');
  const siteId = ids.sites['harbor-point'];
  const booking = { patientId: ids.patients.outpatient, programId: ids.programs.outpatient, clinicianId: ids.staff.therapist, typeCode: 'therapy-50' };
  const find = async (over = '') => {
    const { status, body } = await desk.get<Slots>(
      `/slots?programId=${ids.programs.outpatient}&clinicianIds=${ids.staff.therapist}&minutes=50&from=2026-11-30&count=2${over}`,
    );
    expect(status, JSON.stringify(body)).toBe(200);
    return body.items.map(({ startsAt }) => startsAt);
  };
  // Monday at eight in Tacoma, and a day later.
  expect(await find()).toEqual(['2026-11-30T16:00:00Z', '2026-11-30T19:00:00Z']);
  const hours = [{ siteId, weekday: 2, opens: '13:00', closes: '17:00' }];
  const overlapping = { clinicianId: ids.staff.therapist, from: '2026-11-01', hours: [...hours, { siteId, weekday: 2, opens: '16:00', closes: '18:00' }] };
  expect((await desk.put<Problem>('/hours', overlapping)).body.obstacles.map(({ at }) => at)).toEqual(['hours.1.opens']);
  expect((await desk.put('/hours', { clinicianId: ids.staff.therapist, from: '2026-11-01', hours })).status).toBe(200);
  expect(await find()).toEqual(['2026-12-01T21:00:00Z', '2026-12-02T00:00:00Z']);

  const { body: held } = await desk.post<AppointmentReply>('/appointments', { ...booking, startsAt: '2026-12-01T21:00:00Z' });
  const leave = { clinicianId: ids.staff.therapist, startsAt: '2026-12-01T08:00:00Z', endsAt: '2026-12-08T08:00:00Z', reason: 'Leave' };
  const { body: kept } = await desk.post<{ id: string; standing: { appointmentId: string }[] }>('/away', leave);
  expect(kept.standing.map(({ appointmentId }) => appointmentId)).toEqual([held.id]);
  expect(await find()).toEqual(['2026-12-08T21:00:00Z', '2026-12-09T00:00:00Z']);
  const refused = await desk.post<Problem>('/appointments', { ...booking, startsAt: '2026-12-03T17:00:00Z' });
  expect([refused.status, refused.body.obstacles[0]?.code]).toEqual([409, 'appointment.away']);
  expect(refused.body.obstacles[0]?.says).toMatch(/ is away until Tue, Dec 8, 12:00 AM \(Leave\)\.$/);
  const closure = { siteId, startsAt: '2026-12-15T08:00:00Z', endsAt: '2026-12-16T08:00:00Z', reason: 'Boiler' };
  expect((await desk.post('/away', closure)).status).toBe(200);
  const series = { ...booking, recurrence: { frequency: 'weekly', interval: 1, weekdays: [2] }, firstDay: '2026-12-01', time: '15:00', times: 4 };
  const { body: shown } = await desk.post<SeriesPreview>('/appointment-series/preview', series);
  expect(shown.steps.map(({ conflicts }) => conflicts.map(({ says }) => says.replace(/^.* (away|closed) .*\((.*)\)\.$/, '$1 $2')))).toEqual([
    ['away Leave'],
    [],
    ['closed Boiler'],
    [],
  ]);
  expect((await desk.post<Problem>('/appointment-series', series)).body.obstacles.map(({ at }) => at)).toEqual(['occurrences.0', 'occurrences.2']);
  expect((await desk.del(`/away/${kept.id}`)).status).toBe(204);
  expect(await find()).toEqual(['2026-12-01T22:00:00Z', '2026-12-08T21:00:00Z']);
});

test('a slot suits clinician, room and patient at once, prefers whom the patient knows, and is booked as it was offered', async ({ clinic }) => {
  const { ids } = clinic;
  const desk = await clinic.as('front-desk');
  const room = await (await clinic.as('administrator')).post<{ id: string }>('/rooms', { siteId: ids.sites['harbor-point'], name: 'The only room' });
  const rooms = await clinic.sql('owner', "update scheduling.room set active = name = 'The only room' returning id");
  expect(rooms.length).toBeGreaterThan(0);
  const booking = { patientId: ids.patients.outpatient, programId: ids.programs.outpatient, clinicianId: ids.staff.therapist, typeCode: 'therapy-50' };
  const { body: first } = await desk.post<AppointmentReply>('/appointments', { ...booking, startsAt: '2026-11-24T17:00:00Z', roomId: room.body.id });
  await desk.post(`/appointments/${first.id}/completion`, { startedAt: '2026-11-24T17:00:00Z', endedAt: '2026-11-24T17:50:00Z' });
  // The room is taken on Monday morning by another clinician; the patient is elsewhere until one.
  const other = { ...booking, clinicianId: ids.staff['second-therapist'], typeCode: 'group' };
  expect((await desk.post('/appointments', { ...other, startsAt: '2026-11-30T16:00:00Z', minutes: 300, roomId: room.body.id })).status).toBe(200);
  const query = `/slots?programId=${ids.programs.outpatient}&patientId=${ids.patients.outpatient}&minutes=50&from=2026-11-30&needsRoom=true`;
  const { body: found } = await desk.get<Slots>(query);
  expect(found.items[0]).toMatchObject({ startsAt: '2026-11-30T21:00:00Z', clinicianId: ids.staff.therapist, roomId: room.body.id });
  expect(found.items[0]?.says).toContain('They know each other');
  for (const { startsAt, clinicianId, roomId } of found.items) {
    const { body } = await desk.post<AppointmentReply>('/appointments', { ...booking, startsAt, clinicianId, roomId });
    expect(body.startsAt, JSON.stringify(body)).toBe(startsAt);
    await desk.post(`/appointments/${body.id}/cancellation`, { reason: 'booked-in-error' });
  }
  expect((await desk.get<Slots>(`${query}&weekdays=3&after=13:00&lastDay=2026-12-02`)).body.items.map(({ startsAt }) => startsAt.slice(0, 10))).toContain('2026-12-02');
});
