import { describe, expect } from 'vitest';
import { clinicTest as test, type Client, type Clinic } from '#testing/clinic.ts';
import { newId } from '#server/platform/index.ts';
import type { AppointmentReply } from './appointments.contract.ts';

interface Problem {
  readonly code: string;
  readonly obstacles?: readonly { code: string; says: string; at?: string }[];
}

/** Tuesday morning in Tacoma. */
const nine = '2026-11-24T17:00:00Z';
const ten = '2026-11-24T18:00:00Z';

function booking(clinic: Clinic, over: object = {}) {
  const { ids } = clinic;
  return { patientId: ids.patients.outpatient, programId: ids.programs.outpatient, clinicianId: ids.staff.therapist, typeCode: 'therapy-50', startsAt: nine, ...over };
}

async function booked(clinic: Clinic, client: Client, over: object = {}): Promise<AppointmentReply> {
  const { status, body } = await client.post<AppointmentReply>('/appointments', booking(clinic, over));
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
}

describe('booking', () => {
  test('the front desk books, and the therapist sees it', async ({ clinic }) => {
    const appointment = await booked(clinic, await clinic.as('front-desk'));
    const seen = await (await clinic.as('therapist')).get<AppointmentReply>(`/appointments/${appointment.id}`);
    expect(seen.body).toMatchObject({ status: 'booked', startsAt: nine, endsAt: '2026-11-24T17:50:00Z', service: 'individual-psychotherapy', version: 1 });
    expect(seen.body.patientName).not.toBe('');
  });

  test('the same booking sent again books once and answers the same', async ({ clinic }) => {
    const desk = await clinic.as('front-desk');
    const id = newId();
    const first = await booked(clinic, desk, { id });
    expect(await booked(clinic, desk, { id })).toEqual(first);
    expect(await clinic.sql('owner', 'select count(*)::integer as n from scheduling.appointment')).toEqual([{ n: 1 }]);
  });

  test('a taken time names who holds it and offers the next three free times', async ({ clinic }) => {
    const desk = await clinic.as('front-desk');
    const holder = await booked(clinic, desk);
    const refused = await desk.post<Problem>('/appointments', booking(clinic, { startsAt: '2026-11-24T17:30:00Z' }));
    expect(refused.status).toBe(409);
    expect(refused.body.code).toBe('appointment.slot-taken');
    const [taken, ...free] = refused.body.obstacles ?? [];
    expect(taken?.says).toContain(`with ${holder.patientName} from 9:00 AM to 9:50 AM`);
    expect(free.map((each) => each.code)).toEqual(['appointment.free-slot', 'appointment.free-slot', 'appointment.free-slot']);
    const again = await desk.post('/appointments', booking(clinic, { startsAt: free[0]?.at }));
    expect(again.status).toBe(200);
  });

  test("outside one's programs a taken time is only busy", async ({ clinic }) => {
    const { ids } = clinic;
    const holder = await booked(clinic, await clinic.as('front-desk'), { patientId: ids.patients.iop, programId: ids.programs.iop });
    const trainee = await clinic.as('trainee');
    const refused = await trainee.post<Problem>('/appointments', booking(clinic));
    expect(refused.status).toBe(409);
    expect(refused.body.obstacles?.[0]?.says).toContain('is busy from 9:00 AM to 9:50 AM');
    expect(JSON.stringify(refused.body)).not.toContain(holder.patientName.split(' ').at(-1));
    expect((await trainee.get(`/appointments/${holder.id}`)).status).toBe(404);
  });

  test('of fifty who book the same time at once, one wins', async ({ clinic }) => {
    const desk = await clinic.as('front-desk');
    const replies = await Promise.all(Array.from({ length: 50 }, () => desk.post('/appointments', booking(clinic))));
    expect(replies.filter((reply) => reply.status === 200)).toHaveLength(1);
    expect(replies.filter((reply) => reply.status === 409)).toHaveLength(49);
    expect(await clinic.sql('owner', 'select count(*)::integer as n from scheduling.appointment')).toEqual([{ n: 1 }]);
  });

  test('the database itself refuses two at once, even to raw SQL', async ({ clinic }) => {
    const appointment = await booked(clinic, await clinic.as('front-desk'));
    const copy = `insert into scheduling.appointment (patient_id, program_id, site_id, clinician_id, type_code, starts_at, ends_at, modality)
      select patient_id, program_id, site_id, clinician_id, type_code, starts_at + interval '10 minutes', ends_at, modality from scheduling.appointment where id = $1`;
    await expect(clinic.sql('owner', copy, [appointment.id])).rejects.toThrow('clinician_in_one_place');
  });

  test('a room holds one session at a time', async ({ clinic }) => {
    const { ids } = clinic;
    const room = await (await clinic.as('administrator')).post<{ id: string }>('/rooms', { siteId: ids.sites['harbor-point'], name: 'The quiet room' });
    const desk = await clinic.as('front-desk');
    await booked(clinic, desk, { roomId: room.body.id });
    const refused = await desk.post<Problem>('/appointments', booking(clinic, { clinicianId: ids.staff['second-therapist'], roomId: room.body.id }));
    expect(refused.status).toBe(409);
    expect(refused.body.obstacles?.[0]?.says).toContain('The room is taken');
  });

  test('without a context nobody sees an appointment', async ({ clinic }) => {
    await booked(clinic, await clinic.as('front-desk'));
    expect(await clinic.sql('app', 'select id from scheduling.appointment')).toEqual([]);
  });
});

describe('moving', () => {
  test('the length stays when only the start moves, and the old time is free again', async ({ clinic }) => {
    const desk = await clinic.as('front-desk');
    const appointment = await booked(clinic, desk);
    const moved = await desk.patch<AppointmentReply>(`/appointments/${appointment.id}`, { version: 1, startsAt: ten });
    expect(moved.body).toMatchObject({ startsAt: ten, endsAt: '2026-11-24T18:50:00Z', version: 2 });
    await booked(clinic, desk);
  });

  test('a stale version is refused and told what stands now', async ({ clinic }) => {
    const desk = await clinic.as('front-desk');
    const appointment = await booked(clinic, desk);
    await desk.patch(`/appointments/${appointment.id}`, { version: 1, startsAt: ten });
    const refused = await desk.patch<Problem>(`/appointments/${appointment.id}`, { version: 1, startsAt: '2026-11-24T20:00:00Z' });
    expect(refused.status).toBe(409);
    expect(refused.body.obstacles?.[0]?.says).toContain('Nov 24, 10:00 AM');
  });

  test('an appointment may shift within its own time', async ({ clinic }) => {
    const desk = await clinic.as('front-desk');
    const appointment = await booked(clinic, desk);
    expect((await desk.patch(`/appointments/${appointment.id}`, { version: 1, startsAt: '2026-11-24T17:10:00Z' })).status).toBe(200);
  });

  test('onto another appointment it does not move', async ({ clinic }) => {
    const desk = await clinic.as('front-desk');
    const appointment = await booked(clinic, desk);
    await booked(clinic, desk, { startsAt: ten });
    expect((await desk.patch(`/appointments/${appointment.id}`, { version: 1, startsAt: '2026-11-24T17:30:00Z' })).status).toBe(409);
  });
});

describe('attending', () => {
  test('from arrival to the end each fact is kept', async ({ clinic }) => {
    const desk = await clinic.as('front-desk');
    const { id } = await booked(clinic, desk);
    clinic.clock.set(Temporal.Instant.from('2026-11-24T16:55:00Z'));
    await (await clinic.again('front-desk')).post(`/appointments/${id}/arrival`);
    clinic.advance({ minutes: 6 });
    const therapist = await clinic.as('therapist');
    await therapist.post(`/appointments/${id}/start`);
    clinic.advance({ minutes: 53 });
    const ended = await (await clinic.again('therapist')).post<AppointmentReply>(`/appointments/${id}/completion`);
    expect(ended.body).toMatchObject({ status: 'completed', arrivedAt: '2026-11-24T16:55:00Z', startedAt: '2026-11-24T17:01:00Z', endedAt: '2026-11-24T17:54:00Z' });
    expect(await clinic.sql('owner', 'select from_status, to_status from scheduling.status_change order by at')).toEqual([
      { from_status: 'booked', to_status: 'arrived' },
      { from_status: 'arrived', to_status: 'in-session' },
      { from_status: 'in-session', to_status: 'completed' },
    ]);
  });

  test('a cancelled time can be booked by others, and then not be taken back', async ({ clinic }) => {
    const desk = await clinic.as('front-desk');
    const { id } = await booked(clinic, desk);
    expect((await desk.post(`/appointments/${id}/cancellation`, {})).status).toBe(400);
    expect((await desk.post<AppointmentReply>(`/appointments/${id}/cancellation`, { reason: 'patient-ill' })).body).toMatchObject({
      status: 'cancelled',
      cancelReason: 'patient-ill',
    });
    const other = await booked(clinic, desk);
    expect((await desk.post(`/appointments/${id}/reinstatement`, { reason: 'called again' })).status).toBe(409);
    await desk.post(`/appointments/${other.id}/cancellation`, { reason: 'other' });
    expect((await desk.post<AppointmentReply>(`/appointments/${id}/reinstatement`, { reason: 'called again' })).body.status).toBe('booked');
  });

  test('pressed twice, a step is taken once', async ({ clinic }) => {
    const desk = await clinic.as('front-desk');
    const { id } = await booked(clinic, desk);
    const first = await desk.post<AppointmentReply>(`/appointments/${id}/confirmation`);
    expect((await desk.post<AppointmentReply>(`/appointments/${id}/confirmation`)).body).toEqual(first.body);
  });
});
