import { expect } from 'vitest';
import { clinicTest as test } from '#testing/clinic.ts';

test('a sheet tells when, where and with whom, a first name and a letter, and nothing of why; other programs see no line, and printing leaves its entry', async ({
  clinic,
}) => {
  const { patients, programs, sites, staff } = clinic.ids;
  const [ana, desk, stranger] = [await clinic.as('therapist'), await clinic.as('front-desk'), await clinic.as('otp-therapist')];
  const [patientId, programId] = [patients.outpatient, programs.outpatient];
  const book = async (startsAt: string) =>
    (await ana.post<{ id: string }>('/appointments', { patientId, programId, clinicianId: staff.therapist, typeCode: 'therapy-50', startsAt })).body.id;
  await book('2026-11-24T18:00:00Z');
  const called = await book('2026-11-24T20:00:00Z');
  expect((await desk.post(`/appointments/${called}/cancellation`, { reason: 'patient-asked' })).status).toBeLessThan(300);
  const { body: person } = await desk.get(`/patients/${patientId}`);
  const read = async (client: typeof ana, more: string) => (await client.get(`/day-sheets?day=2026-11-24&${more}`)).body;
  const sheets = await read(desk, `siteId=${sites['harbor-point']}`);
  expect(sheets.sheets).toMatchObject([{ title: 'Ana Rivera', lines: [{ startsAt: '2026-11-24T18:00:00Z' }] }]);
  expect(sheets.sheets[0].lines[0].name).toMatch(/ [A-Z]\.$/);
  expect(Object.keys(sheets.sheets[0].lines[0]).toSorted()).toEqual(['clinicianName', 'endsAt', 'modality', 'name', 'room', 'startsAt']);
  expect(JSON.stringify(sheets)).not.toContain(person.familyName);
  expect((await read(ana, 'names=whole')).sheets[0].lines[0].name).toContain(person.familyName);
  expect((await read(stranger, `programId=${programId}`)).sheets).toEqual([]);
  expect((await (await clinic.as('privacy-officer')).get('/day-sheets?day=2026-11-24')).status).toBe(403);
  const [entry] = await clinic.sql(
    'owner',
    `select patient_ids, details from audit.entry where action = 'schedule.read-day-sheets' and actor_id = $1 order by seq desc limit 1`,
    [staff.therapist],
  );
  expect(entry).toMatchObject({ patient_ids: [patientId], details: { names: 'whole' } });
});
