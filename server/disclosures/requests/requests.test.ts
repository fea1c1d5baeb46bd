import { expect } from 'vitest';
import { clinicTest as test, type Client, type Clinic } from '#testing/clinic.ts';
import { done, recordsOfIop } from '#testing/released-records.ts';
import type { RequestJson } from './requests.contract.ts';

const listed = async (client: Client, state = 'open'): Promise<RequestJson[]> => (await done(client.get(`/patient-requests?state=${state}`))).items;

function take(client: Client, clinic: Clinic, kind: string, receivedOn = '2026-11-10') {
  return done(client.post('/patient-requests', { patientId: clinic.ids.patients.iop, programId: clinic.ids.programs.iop, kind, receivedOn, details: 'All of 2026' }));
}

test('requests stand in the order of their days, have one extension, and are closed once', async ({ clinic }) => {
  const officer = await clinic.as('privacy-officer');
  expect(
    (await officer.post('/patient-requests', { patientId: clinic.ids.patients.iop, programId: clinic.ids.programs.iop, kind: 'access', receivedOn: '2026-11-30' }))
      .status,
  ).toBe(422);
  const [amendment, access] = [await take(officer, clinic, 'amendment'), await take(officer, clinic, 'access')];
  expect((await listed(officer)).map(({ kind, dueOn, daysLeft }) => [kind, dueOn, daysLeft])).toEqual([
    ['access', '2026-12-10', 17],
    ['amendment', '2027-01-09', 47],
  ]);
  expect(await done(officer.post(`/patient-requests/${access.id}/extension`, { reason: 'The archive is being moved.' }))).toEqual({ id: access.id, dueOn: '2027-01-09' });
  expect((await officer.post(`/patient-requests/${access.id}/extension`, { reason: 'The archive is being moved.' })).status).toBe(409);
  const closing = { state: 'denied', answer: 'It is accurate and complete.' };
  expect((await officer.post(`/patient-requests/${amendment.id}/closing`, closing)).body.obstacles).toMatchObject([{ code: 'request.ground-missing', at: 'ground' }]);
  await done(officer.post(`/patient-requests/${amendment.id}/closing`, { ...closing, ground: 'accurate-and-complete' }));
  expect((await officer.post(`/patient-requests/${amendment.id}/closing`, { ...closing, ground: 'accurate-and-complete' })).status).toBe(422);
  expect((await listed(officer)).map(({ id }) => id)).toEqual([access.id]);

  // Who works elsewhere knows of no request: those of the IOP are not the nurse's of residential and OTP.
  expect(await listed(await clinic.as('nurse'))).toEqual([]);
});

test('a statement of disagreement goes along with what is released later, and a patient’s own copy takes no consent', async ({ clinic }) => {
  const { patientId } = await recordsOfIop(clinic);
  const officer = await clinic.as('privacy-officer');
  const { id } = await take(officer, clinic, 'amendment');
  const words = { words: 'I had stopped drinking a month before.' };
  expect((await officer.post(`/patient-requests/${id}/disagreement`, words)).status).toBe(409);
  await done(officer.post(`/patient-requests/${id}/closing`, { state: 'denied', ground: 'accurate-and-complete', answer: 'It is accurate.' }));
  const before = await done(officer.post('/packets', { patientId, partyId: patientId, lane: 'patient', classes: ['diagnosis'] }));
  expect(before).toMatchObject({ outcome: 'permit', reason: 'PATIENT_ACCESS' });
  await done(officer.post(`/patient-requests/${id}/disagreement`, words));
  // The pages would no longer be those that were looked at.
  expect(await done(officer.post(`/packets/${before.packetId}/release`, { channel: 'in-person' }))).toMatchObject({ state: 'stopped' });
  const after = await done(officer.post('/packets', { patientId, partyId: patientId, lane: 'patient', classes: ['diagnosis'] }));
  expect(after.sha256).not.toBe(before.sha256);
  expect(await done(officer.post(`/packets/${after.packetId}/release`, { channel: 'in-person' }))).toMatchObject({ state: 'released', recipientName: 'The patient' });
});

test('an accounting holds what the rules ask for, not what an agency asked to leave out, and nothing older than its years', async ({ clinic }) => {
  const { patientId } = await recordsOfIop(clinic);
  const officer = await clinic.as('privacy-officer');
  const emergencyRoom = clinic.ids.parties["St. Mary's Emergency Department"] ?? '';
  const five = { recipientName: 'Dr. Ito', recipientFacility: "St. Mary's", discloserName: 'J. Cox', nature: 'Overdose', consentUnobtainable: 'yes' };
  const order = { orderId: '26-2-01234-5', section: '2.64', proceeding: 'noncriminal', issuedOn: '2026-11-01', subpoena: 'yes', confidentialCommunications: 'no' };
  const give = async (lane: string, partyId: string, facts: object, reason: string) => {
    const rehearsed = await done(officer.post('/packets', { patientId, partyId, lane, classes: ['diagnosis'], facts }));
    expect(rehearsed).toMatchObject({ outcome: 'permit', reason });
    await done(officer.post(`/packets/${rehearsed.packetId}/release`, { channel: 'in-person' }));
  };
  await give('emergency', emergencyRoom, five, 'EMERGENCY_2_51');
  clinic.advance({ minutes: 1 });
  await give('court-order', clinic.ids.parties['Pierce County Superior Court'] ?? '', order, 'ORDER_OK');
  const { items: left } = await done(officer.get(`/patients/${patientId}/disclosures`));
  expect(left.map((one: { basis: string; hipaaAccounting: boolean }) => [one.basis, one.hipaaAccounting])).toEqual([
    ['court-order', true],
    ['emergency', false],
  ]);
  const [row] = left;
  const accounting = async (client: Client) => (await done(client.get(`/patients/${patientId}/accounting`))).items;
  expect(await accounting(officer)).toMatchObject([{ recipientName: 'Pierce County Superior Court', basis: 'court-order' }]);
  expect((await officer.get(`/patients/${patientId}/accounting/print`)).bytes.subarray(0, 5).toString()).toBe('%PDF-');
  await done(officer.post(`/disclosures/${row.id}/suspension`, { startsOn: '2026-11-01', endsOn: '2026-12-20', agency: 'State police, case 77' }));
  expect(await accounting(officer)).toEqual([]);
  clinic.advance({ hours: 24 * 30 });
  expect(await accounting(await clinic.again('privacy-officer'))).toMatchObject([{ recipientName: 'Pierce County Superior Court', basis: 'court-order' }]);
  clinic.advance({ hours: 24 * 365 * 7 });
  expect(await accounting(await clinic.again('privacy-officer'))).toEqual([]);
});
