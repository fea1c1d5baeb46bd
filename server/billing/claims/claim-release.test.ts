import { expect } from 'vitest';
import { clinicTest as test, type Clinic } from '#testing/clinic.ts';
import { builtClaims } from '../testing/claim-story.ts';

const nowhere = {
  host: '127.0.0.1',
  port: 1,
  username: 'harbor',
  password: 'secret',
  hostKeySha256: `SHA256:${'A'.repeat(43)}`,
  senderId: 'HARBOR',
  receiverId: 'SANDBOX',
  receiverName: 'SANDBOX',
  usage: 'T',
};

async function restrict(clinic: Clinic, services: object): Promise<string> {
  const desk = await clinic.as('front-desk');
  const asked = { programId: clinic.ids.programs.outpatient, kind: 'self-pay', words: 'I pay this myself', paidOn: '2026-11-23', ...services };
  const { status, body } = await desk.post(`/patients/${clinic.ids.patients.outpatient}/restrictions`, asked);
  expect(status, JSON.stringify(body)).toBe(200);
  return String(body.id);
}

const inOrder = `select note_id, claim.id, claim.number, claim.state from billing.claim join billing.charge on charge.id = claim.charge_id order by claim.number`;

test('a claim for a service paid in full by the patient is taken out of its file before it leaves; the others go on', { timeout: 40_000 }, async ({ clinic }) => {
  const { biller } = await builtClaims(clinic, 2);
  const admin = await clinic.as('administrator');
  expect((await admin.put('/clearinghouse/connection', nowhere)).status).toBe(200);
  expect((await biller.post('/claims/submissions', {})).status).toBe(200);
  const [first] = await clinic.sql('owner', inOrder);
  await restrict(clinic, { encounterIds: [first?.['note_id']] });
  // The second file finds no clearinghouse; the first never asks for one.
  await expect(clinic.settleJobs()).rejects.toThrow();
  expect((await clinic.sql('owner', inOrder)).map(({ state }) => state)).toEqual(['rejected', 'batched']);
  expect(await clinic.sql('owner', 'select state, claim_count::int as claims from billing.batch order by control_number')).toEqual([
    { state: 'rejected', claims: 2 },
    { state: 'queued', claims: 1 },
  ]);
  expect((await biller.get('/charges?state=held')).body.items).toMatchObject([{ holds: [{ code: 'privacy.self-pay' }] }]);
  expect(await clinic.sql('owner', 'select * from privacy.disclosure')).toEqual([]);
});

test('no claim is built for the day that a patient pays, nor is the sum told with another service of it, until the patient ends it', async ({ clinic }) => {
  const { biller } = await builtClaims(clinic, 2);
  const desk = await clinic.as('front-desk');
  await desk.post(`/patients/${clinic.ids.patients.outpatient}/payments`, { amountCents: 15_000, method: 'cash' });
  const anew = async () => {
    await clinic.sql('owner', `update billing.claim set state = 'rejected' where state = 'built'`);
    await clinic.sql('owner', `update billing.charge set state = 'ready'`);
    await biller.post('/claims/builds');
    return (await clinic.sql('owner', `select (facts ->> 'patientPaidCents')::int as paid from billing.claim where state = 'built' order by number`)).map(
      ({ paid }) => paid,
    );
  };
  expect(await anew()).toEqual([15_000, 0]);
  // The sum is told with the first service of the day: the patient paid for the second.
  const [, second] = await clinic.sql('owner', inOrder);
  const id = await restrict(clinic, { encounterIds: [second?.['note_id']] });
  expect(await anew()).toEqual([0]);
  // Built in another run than the one that was held, too.
  await clinic.sql('owner', `update billing.claim set state = 'rejected' where state = 'built'`);
  await clinic.sql('owner', `update billing.charge set state = 'ready' where state = 'claimed'`);
  await biller.post('/claims/builds');
  expect(await clinic.sql('owner', `select (facts ->> 'patientPaidCents')::int as paid from billing.claim where state = 'built'`)).toEqual([{ paid: 0 }]);
  await desk.post(`/restrictions/${id}/end`, { by: 'patient', how: 'in-writing', words: 'Bill my plan' });
  expect((await anew()).length).toBe(2);
  await restrict(clinic, { servedFrom: '2026-11-23', servedTo: '2026-11-23' });
  expect(await anew()).toEqual([]);
});

test('without a current agreement with the clearinghouse a file waits, and nothing is accounted for', async ({ clinic }) => {
  const { biller } = await builtClaims(clinic);
  await (await clinic.as('administrator')).put('/clearinghouse/connection', nowhere);
  await biller.post('/claims/submissions', {});
  await clinic.sql('owner', `update privacy.agreement set valid_to = '2026-11-01' where integration = 'clearinghouse'`);
  await expect(clinic.settleJobs()).rejects.toThrow('No current agreement');
  expect(await clinic.sql('owner', 'select * from privacy.disclosure')).toEqual([]);
});
