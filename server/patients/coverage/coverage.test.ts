import { expect } from 'vitest';
import { newId } from '#server/platform/index.ts';
import { clinicTest as test, type Clinic } from '#testing/clinic.ts';

const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 4, 5]);

async function insured(clinic: Clinic) {
  const desk = await clinic.as('front-desk');
  const { body } = await desk.post('/patients', { givenName: 'Omar', familyName: 'Lindqvist', birthDate: '2012-02-29', programId: clinic.ids.programs.outpatient });
  return { desk, coverages: `/patients/${body.id}/coverages`, patientId: String(body.id), payerId: newId() };
}

const subscriber = {
  givenName: 'Ida',
  familyName: 'Lindqvist',
  birthDate: '1980-05-05',
  sex: 'F',
  address: { line1: '1 Alder Way', city: 'Tacoma', state: 'WA', zip: '98402' },
};

test('a child is insured through a parent, and the claim sees both', async ({ clinic }) => {
  const { desk, coverages, patientId, payerId } = await insured(clinic);
  const said = { payerId, rank: 1, memberId: 'EV1234', relationship: '19', subscriber, validFrom: '2026-01-01' };
  expect((await desk.post(coverages, said)).status).toBe(200);
  expect((await desk.get(coverages)).body.items).toMatchObject([{ memberId: 'EV1234', isActive: true, subscriber }]);
  const rows = await clinic.sql('owner', 'select person_id, subscriber_family_name from patients.coverage_for_claim where patient_id = $1', [patientId]);
  expect(rows).toEqual([{ person_id: patientId, subscriber_family_name: 'Lindqvist' }]);
});

test('a dependent without a subscriber is refused in words', async ({ clinic }) => {
  const { desk, coverages, payerId } = await insured(clinic);
  const reply = await desk.post(coverages, { payerId, rank: 1, memberId: 'EV1234', relationship: '19', validFrom: '2026-01-01' });
  expect(reply).toMatchObject({ status: 422, body: { obstacles: [{ code: 'coverage.subscriber-missing', at: 'subscriber' }] } });
});

test('two payers never hold the same rank at a time, not even when sent at once', async ({ clinic }) => {
  const { desk, coverages, payerId } = await insured(clinic);
  const said = { payerId, rank: 1, memberId: 'EV1234', relationship: '18', validFrom: '2026-01-01' };
  const replies = await Promise.all([1, 2].map(() => desk.post(coverages, said)));
  expect(replies.map(({ status }) => status).toSorted((left, right) => left - right)).toEqual([200, 422]);
  const { id } = (await desk.get(coverages)).body.items[0];
  expect((await desk.patch(`/coverages/${id}`, { validThrough: '2026-06-30' })).status).toBeLessThan(300);
  expect((await desk.post(coverages, { ...said, validFrom: '2026-07-01' })).status).toBe(200);
});

test('both sides of the card are kept and shown', async ({ clinic }) => {
  const { desk, coverages, payerId } = await insured(clinic);
  const { id } = (await desk.post(coverages, { payerId, rank: 1, memberId: 'EV1234', relationship: '18', validFrom: '2026-01-01' })).body;
  await desk.upload(`/coverages/${id}/card/front`, { name: 'card.png', contentType: 'image/png', bytes: png });
  expect((await desk.get(coverages)).body.items).toMatchObject([{ hasFrontOfCard: true, hasBackOfCard: false }]);
  expect(new Uint8Array((await desk.get(`/coverages/${id}/card/front`)).bytes)).toEqual(png);
  expect((await desk.get(`/coverages/${id}/card/back`)).status).toBe(404);
});

test('a coverage of someone out of reach answers like none', async ({ clinic }) => {
  const otp = await clinic.as('front-desk');
  const { id } = (await otp.get(`/patients/${clinic.ids.patients.otp}/coverages`)).body.items[0] ?? { id: undefined };
  const row =
    id ??
    (
      await otp.post(`/patients/${clinic.ids.patients.otp}/coverages`, {
        payerId: Object.values(clinic.ids.payers)[0],
        rank: 1,
        memberId: 'EV9',
        relationship: '18',
        validFrom: '2026-01-01',
      })
    ).body.id;
  const outpatient = await clinic.as('second-therapist');
  expect(
    (await outpatient.get(`/coverages/${row}/card/front`)).bytes.equals((await outpatient.get('/coverages/01990000-0000-7000-8000-000000000000/card/front')).bytes),
  ).toBe(true);
});

test('one guarantor answers at a time', async ({ clinic }) => {
  const { desk, patientId } = await insured(clinic);
  const path = `/patients/${patientId}/guarantors`;
  const said = { relationship: 'MTH', givenName: 'Ida', familyName: 'Lindqvist', validFrom: '2026-01-01' };
  expect((await desk.post(path, said)).status).toBe(200);
  expect((await desk.post(path, { ...said, relationship: 'FTH' })).body).toMatchObject({ code: 'guarantor.other-at-that-time' });
  const { id } = (await desk.get(path)).body.items[0];
  expect((await desk.patch(`/guarantors/${id}`, { phone: '253 555 0101' })).status).toBeLessThan(300);
  expect((await desk.get(path)).body.items).toMatchObject([{ phone: '2535550101', relationship: 'MTH' }]);
});
