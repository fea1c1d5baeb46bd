import { expect } from 'vitest';
import { clinicTest as test } from '#testing/clinic.ts';
import type { AllergyListReply, AllergyReply } from './allergies.contract.ts';

const penicillin = { substance: 'penicillin', category: 'medication', kind: 'allergy', reaction: 'Hives', severity: 'moderate', criticality: 'high' };

test('that none is known is a fact with its day, which an allergy ends; an error leaves the list and stays in the history', async ({ clinic }) => {
  const prescriber = await clinic.as('prescriber');
  const patientId = clinic.ids.patients.outpatient;
  const programId = clinic.ids.programs.outpatient;
  const path = `/patients/${patientId}/allergies`;
  const standing = async () => (await prescriber.get<AllergyListReply>(path)).body.standing.is;
  expect(await standing()).toBe('not-asked');
  const said = await prescriber.post<AllergyListReply>(`/patients/${patientId}/allergy-statements`, { programId, says: 'none-known' });
  expect(said.body.standing).toMatchObject({ is: 'none-known', since: clinic.clock.now().toString() });
  clinic.advance({ minutes: 5 });
  const written = await prescriber.post<AllergyReply>(path, { programId, ...penicillin, isVerified: true });
  expect(written.body).toMatchObject({ substance: 'Penicillin', version: 1, verifiedAt: clinic.clock.now().toString() });
  expect(await standing()).toBe('listed');
  const twice = await prescriber.post(path, { programId, ...penicillin, substance: ' PENICILLIN ' });
  expect([twice.status, twice.body.obstacles?.[0]?.code ?? twice.body.code]).toEqual([422, 'allergy.already-listed']);
  expect((await prescriber.post(`/patients/${patientId}/allergy-statements`, { programId, says: 'none-known' })).body.code).toBe('allergy.some-are-listed');
  const one = `/allergies/${written.body.id}`;
  const changed = await prescriber.patch<AllergyReply>(one, { ...penicillin, version: 1, reaction: 'Swelling of the lips' });
  expect(changed.body).toMatchObject({ version: 2, reaction: 'Swelling of the lips', verifiedAt: written.body.verifiedAt });
  expect((await prescriber.patch(one, { ...penicillin, version: 1 })).status).toBe(409);
  expect((await prescriber.post(`${one}/end`, { version: 2, state: 'entered-in-error', reason: '' })).body.errors).toMatchObject([{ at: 'reason' }]);
  await prescriber.post(`${one}/end`, { version: 2, state: 'entered-in-error', reason: 'Written for the wrong person' });
  expect((await prescriber.get<AllergyListReply>(path)).body.items).toEqual([]);
  const history = (await prescriber.get<{ items: AllergyReply[] }>(`${one}/history`)).body.items;
  expect(history.map(({ version, state, reaction }) => [version, state, reaction])).toEqual([
    [3, 'entered-in-error', 'Swelling of the lips'],
    [2, 'active', 'Swelling of the lips'],
    [1, 'active', 'Hives'],
  ]);
  const story = await prescriber.get<{ items: { kind: string; title: string }[] }>(`/patients/${patientId}/timeline`);
  expect(story.body.items.filter(({ kind }) => kind === 'allergy').map(({ title }) => title)).toEqual(['No known allergies']);
});

test('an allergy of the OTP is a record of the OTP, and the front desk reads none', async ({ clinic }) => {
  const { ids } = clinic;
  await (await clinic.as('front-desk')).post('/episodes', { patientId: ids.patients.outpatient, programId: ids.programs.otp, referredOn: '2026-11-20', source: 'self' });
  const path = `/patients/${ids.patients.outpatient}/allergies`;
  const nurse = await clinic.as('nurse');
  const { body } = await nurse.post<AllergyReply>(path, { programId: ids.programs.otp, ...penicillin, substance: 'Methadone' });
  expect(body.rxnorm).toBe('6813');
  const outpatient = await clinic.as('second-therapist');
  expect((await outpatient.get<AllergyListReply>(path)).body).toEqual({ standing: { is: 'not-asked' }, items: [] });
  expect((await outpatient.get(`/allergies/${body.id}/history`)).status).toBe(404);
  expect((await (await clinic.as('front-desk')).get(path)).status).toBe(403);
  expect(await clinic.sql('owner', 'select labels from observations.allergy')).toEqual([{ labels: ['part2'] }]);
  await expect(clinic.sql('app', `update observations.allergy set substance = 'x'`)).rejects.toThrow('permission denied');
});
