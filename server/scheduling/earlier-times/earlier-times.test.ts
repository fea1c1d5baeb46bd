import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { clinicTest as test } from '#testing/clinic.ts';
import type { Offers, Wishes } from './earlier-times.contract.ts';

interface Made {
  readonly id: string;
}
interface Home {
  readonly tiles: readonly { readonly code: string }[];
}

async function ok<Body>(reply: Promise<{ status: number; body: Body }>): Promise<Body> {
  const { status, body } = await reply;
  expect(status, JSON.stringify(body)).toBeLessThan(300);
  return body;
}

test('a time that is called off is held for the first who suits, then for the next, and who says yes is moved; nobody else hears of it', async ({ clinic }) => {
  const { programs, staff } = clinic.ids;
  const programId = programs.outpatient;
  const [desk, stranger] = [await clinic.as('front-desk'), await clinic.as('otp-therapist')];
  const book = async (patientId: string, startsAt: string) =>
    (await ok(desk.post<Made>('/appointments', { patientId, programId, clinicianId: staff.therapist, typeCode: 'therapy-50', startsAt }))).id;
  const people: { id: string; appointmentId: string }[] = [];
  for (const [index, givenName] of ['Uma', 'Vito', 'Wendel', 'Xenia'].entries()) {
    const { id } = await ok(desk.post<Made>('/patients', { givenName, familyName: `Tern${givenName}`, birthDate: `1980-02-1${index}`, programId }));
    people.push({ id, appointmentId: await book(id, `2026-12-0${index + 1}T18:00:00Z`) });
  }
  const [uma, vito, wendel, xenia] = people as [(typeof people)[0], (typeof people)[0], (typeof people)[0], (typeof people)[0]];
  const freed = await book(clinic.ids.patients.outpatient, '2026-11-25T18:00:00Z');
  const wish = async (person: (typeof people)[0], more = {}) => {
    await ok(desk.post(`/appointments/${person.appointmentId}/earlier-wish`, { id: randomUUID(), noticeHours: 4, ...more }));
    clinic.advance({ seconds: 1 });
  };
  // Wednesday, 25 November, from 10:00 at the site: it does not suit Uma, who comes on Mondays.
  await wish(uma, { weekdays: [1] });
  await wish(vito);
  await wish(wendel, { notBefore: '09:00', notAfter: '12:00' });
  await wish(xenia);
  const bad = await desk.post(`/appointments/${uma.appointmentId}/earlier-wish`, { id: randomUUID(), notBefore: '12:00', notAfter: '09:00' });
  expect(bad.status).toBe(400);
  expect(JSON.stringify(bad.body)).toContain('The end comes after the beginning.');
  expect((await ok(desk.get<Wishes>('/earlier-wishes'))).items).toHaveLength(4);

  await ok(desk.post(`/appointments/${freed}/cancellation`, { reason: 'patient-ill' }));
  await clinic.settleJobs();
  const offers = async (client = desk) => (await ok(client.get<Offers>('/slot-offers'))).items;
  expect(await offers()).toMatchObject([{ patientId: vito.id, startsAt: '2026-11-25T18:00:00Z', insteadOf: '2026-12-02T18:00:00Z', expiresAt: '2026-11-23T20:00:04Z' }]);
  expect(await offers(stranger)).toEqual([]);
  expect((await ok(desk.get<Home>('/home'))).tiles.find(({ code }) => code === 'scheduling.freed-times')).toMatchObject({ count: 1 });
  const [first] = await offers();
  expect((await stranger.post(`/slot-offers/${first?.id}/acceptance`)).status).toBe(404);

  await ok(desk.post(`/slot-offers/${first?.id}/refusal`));
  expect(await offers()).toMatchObject([{ patientId: wendel.id }]);
  expect((await desk.post(`/slot-offers/${first?.id}/acceptance`)).body).toMatchObject({ status: 409, code: 'earlier-time.over' });
  clinic.advance({ minutes: 121 });
  await clinic.sql('owner', `select graphile_worker.add_job('scheduling.end-slot-offers', '{}'::json)`);
  await clinic.settleJobs();
  const front = await clinic.again('front-desk');
  const [third] = await offers(front);
  expect(third).toMatchObject({ patientId: xenia.id });
  await ok(front.post(`/slot-offers/${third?.id}/acceptance`));
  await clinic.settleJobs();
  expect(await ok(front.get(`/appointments/${xenia.appointmentId}`))).toMatchObject({ startsAt: '2026-11-25T18:00:00Z', clinicianId: staff.therapist });
  expect((await ok(front.get<Wishes>('/earlier-wishes'))).items.map(({ patientId }) => patientId)).toEqual([uma.id, vito.id, wendel.id]);
  // What Xenia gave back, on Friday, 4 December, is later than what the others hold.
  expect(await offers(front)).toEqual([]);
  const answers = await clinic.sql('owner', `select state from scheduling.slot_offer order by offered_at, id`);
  expect(answers.map(({ state }) => state)).toEqual(['declined', 'expired', 'accepted']);
  expect(await clinic.sql('app', 'select 1 from scheduling.slot_offer union all select 1 from scheduling.earlier_wish')).toEqual([]);
  const [entry] = await clinic.sql('owner', `select patient_ids from audit.entry where action = 'earlier-time.accept' and outcome = 'done'`);
  expect(entry).toEqual({ patient_ids: [xenia.id] });
});
