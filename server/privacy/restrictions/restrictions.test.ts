import { expect } from 'vitest';
import { clinicTest as test, type Client, type Clinic } from '#testing/clinic.ts';

async function ask(clinic: Clinic, client: Client, more: object) {
  const patientId = clinic.ids.patients.outpatient;
  const { status, body } = await client.post(`/patients/${patientId}/restrictions`, { programId: clinic.ids.programs.outpatient, words: 'Not my plan, please', ...more });
  return { status, body, id: String(body.id), list: `/patients/${patientId}/restrictions` };
}

const today = { servedFrom: '2026-11-23', servedTo: '2026-11-23' };
const paidToday = { kind: 'self-pay', ...today, paidOn: '2026-11-23' };
const codes = (body: { obstacles?: { code: string }[] }) => body.obstacles?.map(({ code }) => code);

test('an ordinary request is answered once, by those who may bind the organization, and ends by the patient or by notice', async ({ clinic }) => {
  const [desk, officer] = [await clinic.as('front-desk'), await clinic.as('clinical-director')];
  const { id, list } = await ask(clinic, desk, { kind: 'ordinary', purposes: ['FAMRQT'] });
  expect(codes((await desk.post(`/restrictions/${id}/answer`, { agreed: true })).body)).toEqual(['restriction.not-yours']);
  expect(codes((await officer.post(`/restrictions/${id}/answer`, { agreed: false })).body)).toEqual(['restriction.reason']);
  expect((await officer.post(`/restrictions/${id}/answer`, { agreed: true })).status).toBe(204);
  expect(codes((await officer.post(`/restrictions/${id}/answer`, { agreed: false, reason: 'Changed' })).body)).toEqual(['restriction.answered']);
  expect(codes((await officer.post(`/restrictions/${id}/end`, { by: 'program', how: 'in-writing', words: 'We end it' })).body)).toEqual(['restriction.how']);
  expect((await officer.post(`/restrictions/${id}/end`, { by: 'program', how: 'notice-given', words: 'Letter of today' })).status).toBe(204);
  expect((await desk.get(list)).body.items).toMatchObject([{ state: 'ended', endedBy: 'program', endedWords: 'Letter of today', parties: null }]);
  expect(codes((await desk.post(`/restrictions/${id}/end`, { by: 'patient', how: 'in-writing', words: 'Me too' })).body)).toEqual(['restriction.over']);
});

test('what was paid in full must be agreed to, names its services, and only the patient ends it', async ({ clinic }) => {
  const [desk, officer] = [await clinic.as('front-desk'), await clinic.as('privacy-officer')];
  expect(codes((await ask(clinic, desk, { kind: 'self-pay' })).body)).toEqual(['restriction.services']);
  expect(codes((await ask(clinic, desk, { ...paidToday, paidOn: '2026-11-24' })).body)).toEqual(['restriction.paid-later']);
  const unpaid = await ask(clinic, desk, { kind: 'self-pay', ...today });
  expect(unpaid.body.state).toBe('asked');
  expect(codes((await desk.post(`/restrictions/${unpaid.id}/answer`, { agreed: true })).body)).toEqual(['restriction.not-paid']);
  expect(codes((await desk.post(`/restrictions/${unpaid.id}/answer`, { agreed: false, reason: 'Never', paidOn: '2026-11-23' })).body)).toEqual([
    'restriction.must-agree',
  ]);
  expect((await desk.post(`/restrictions/${unpaid.id}/answer`, { agreed: true, paidOn: '2026-11-23' })).status).toBe(204);
  for (const client of [desk, officer])
    expect((await client.post(`/restrictions/${unpaid.id}/end`, { by: 'program', how: 'notice-given', words: 'We end it' })).status).toBeGreaterThanOrEqual(404);
  await expect(
    clinic.sql(
      'owner',
      `update privacy.restriction set state = 'ended', ended_at = now(), ended_by = 'program', ended_how = 'notice-given', ended_words = 'x', ended_recorded_by = asked_by`,
    ),
  ).rejects.toThrow('self_pay_ends_by_patient');
  await expect(clinic.sql('owner', `update privacy.restriction set words = 'Something else'`)).rejects.toThrow('stays as it was said');
  expect((await desk.post(`/restrictions/${unpaid.id}/end`, { by: 'patient', how: 'in-writing', words: 'Bill my plan after all' })).status).toBe(204);
});

test('a request made to the OTP does not exist for who works elsewhere', async ({ clinic }) => {
  const nurse = await clinic.as('nurse');
  const patientId = clinic.ids.patients.otp;
  const made = await nurse.post(`/patients/${patientId}/restrictions`, { programId: clinic.ids.programs.otp, kind: 'ordinary', words: 'Tell nobody' });
  expect(made.status, JSON.stringify(made.body)).toBe(200);
  const outside = await clinic.as('second-therapist');
  expect((await outside.get(`/patients/${patientId}/restrictions`)).body).toEqual({ items: [] });
  const answer = { by: 'patient', how: 'in-writing', words: 'No more' };
  const [hidden, absent] = [
    await outside.post(`/restrictions/${made.body.id}/end`, answer),
    await outside.post('/restrictions/01990000-0000-7000-8000-000000000001/end', answer),
  ];
  expect([hidden.status, absent.status]).toEqual([404, 404]);
  expect({ ...hidden.body, instance: '', traceId: '' }).toEqual({ ...absent.body, instance: '', traceId: '' });
});
