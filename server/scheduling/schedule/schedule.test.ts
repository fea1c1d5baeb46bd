import { describe, expect } from 'vitest';
import { clinicTest as test, type Clinic } from '#testing/clinic.ts';
import { ScheduleReply } from './schedule.contract.ts';

const week = 'from=2026-11-23&to=2026-11-29';

async function book(clinic: Clinic, program: 'outpatient' | 'iop', startsAt: string) {
  const { ids } = clinic;
  const booking = { patientId: ids.patients[program], programId: ids.programs[program], clinicianId: ids.staff.therapist, typeCode: 'therapy-50', startsAt };
  const { status } = await (await clinic.as('front-desk')).post('/appointments', booking);
  expect(status).toBe(200);
}

const visitsOf = ({ appointments }: ScheduleReply) => appointments.flatMap(({ visits }) => visits);

describe('the schedule', () => {
  test('a week shows the own programs in full and of others only when a clinician is busy', async ({ clinic }) => {
    await book(clinic, 'outpatient', '2026-11-24T17:00:00Z');
    await book(clinic, 'iop', '2026-11-25T17:00:00Z');
    const path = `/schedule?${week}&clinicianIds=${clinic.ids.staff.therapist}`;
    const own = await (await clinic.as('therapist')).get<ScheduleReply>(path);
    expect(visitsOf(own.body)).toHaveLength(2);
    expect(own.body.unavailable).toEqual([]);
    // The database prints these rows: what it prints is what the contract would let through, and all of it.
    expect(ScheduleReply.parse(own.body)).toEqual(own.body);
    const other = await (await clinic.as('trainee')).get<ScheduleReply>(path);
    expect(visitsOf(other.body)).toHaveLength(1);
    expect(other.body.unavailable).toEqual([{ kind: 'busy', clinicianId: clinic.ids.staff.therapist, startsAt: '2026-11-25T17:00:00Z', endsAt: '2026-11-25T17:50:00Z' }]);
  });

  test('a cancelled appointment does not hide what others booked into its time', async ({ clinic }) => {
    const { ids } = clinic;
    const trainee = await clinic.as('trainee');
    const { body } = await trainee.post<{ id: string }>('/appointments', {
      patientId: ids.patients.outpatient,
      programId: ids.programs.outpatient,
      clinicianId: ids.staff.therapist,
      typeCode: 'therapy-50',
      startsAt: '2026-11-25T17:00:00Z',
    });
    await trainee.post(`/appointments/${body.id}/cancellation`, { reason: 'patient-ill' });
    await book(clinic, 'iop', '2026-11-25T17:00:00Z');
    const { body: seen } = await trainee.get<ScheduleReply>(`/schedule?${week}&clinicianIds=${ids.staff.therapist}`);
    expect(seen.appointments.map(({ status }) => status)).toEqual(['cancelled']);
    expect(seen.unavailable.map(({ kind }) => kind)).toEqual(['busy']);
  });

  test('days are those of the site: what begins at eleven in the evening belongs to that day', async ({ clinic }) => {
    await book(clinic, 'outpatient', '2026-11-30T07:00:00Z');
    const { body } = await (await clinic.as('therapist')).get<ScheduleReply>(`/schedule?${week}`);
    expect(body).toMatchObject({ timeZone: 'America/Los_Angeles', startsAt: '2026-11-23T08:00:00Z', endsAt: '2026-11-30T08:00:00Z' });
    expect(visitsOf(body)).toHaveLength(1);
  });

  test('a team is the clinicians of a program', async ({ clinic }) => {
    const { body } = await (await clinic.as('therapist')).get<ScheduleReply>(`/schedule?${week}&programId=${clinic.ids.programs.outpatient}`);
    const ids = body.clinicians.map((clinician) => clinician.id);
    expect(ids).toContain(clinic.ids.staff.therapist);
    expect(ids).not.toContain(clinic.ids.staff['front-desk']);
  });

  test('blocked time is shown, keeps its time, and can be given back', async ({ clinic }) => {
    const { ids } = clinic;
    const therapist = await clinic.as('therapist');
    const lunch = {
      siteId: ids.sites['harbor-point'],
      clinicianId: ids.staff.therapist,
      startsAt: '2026-11-24T20:00:00Z',
      endsAt: '2026-11-24T21:00:00Z',
      reason: 'Lunch',
    };
    const blocked = await therapist.post<{ id: string }>('/blocked-times', lunch);
    expect((await therapist.get<ScheduleReply>(`/schedule?${week}`)).body.unavailable).toMatchObject([{ kind: 'blocked', reason: 'Lunch' }]);
    const booking = {
      patientId: ids.patients.outpatient,
      programId: ids.programs.outpatient,
      clinicianId: ids.staff.therapist,
      typeCode: 'therapy-50',
      startsAt: '2026-11-24T20:30:00Z',
    };
    const refused = await therapist.post<{ obstacles: { says: string }[] }>('/appointments', booking);
    expect(refused.body.obstacles[0]?.says).toContain('is blocked from 12:00 PM to 1:00 PM (Lunch)');
    expect((await therapist.del(`/blocked-times/${blocked.body.id}`)).status).toBe(204);
    expect((await therapist.post('/appointments', booking)).status).toBe(200);
  });

  test('the next openings pass over what is taken', async ({ clinic }) => {
    await book(clinic, 'iop', '2026-11-24T16:00:00Z');
    const query = `clinicianId=${clinic.ids.staff.therapist}&siteId=${clinic.ids.sites['harbor-point']}&minutes=50&from=2026-11-24T08:00:00Z`;
    const { body } = await (await clinic.as('trainee')).get<{ items: { startsAt: string }[] }>(`/openings?${query}`);
    expect(body.items.map((item) => item.startsAt)).toEqual(['2026-11-24T17:00:00Z', '2026-11-24T18:00:00Z', '2026-11-24T19:00:00Z']);
  });

  test('too many days are refused by name', async ({ clinic }) => {
    const { status, body } = await (await clinic.as('therapist')).get<{ errors: { at: string }[] }>('/schedule?from=2026-01-01&to=2026-12-31');
    expect([status, body.errors[0]?.at]).toEqual([400, 'to']);
  });
});
