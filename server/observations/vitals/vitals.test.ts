import { expect } from 'vitest';
import { clinicTest as test } from '#testing/clinic.ts';
import type { VitalSeries, VitalSetReply } from './vitals.contract.ts';

test('a round is kept as it was written, doubted values too; corrections and errors stay in its history', async ({ clinic }) => {
  const prescriber = await clinic.as('prescriber');
  const [patientId, programId] = [clinic.ids.patients.outpatient, clinic.ids.programs.outpatient];
  const path = `/patients/${patientId}/vitals`;
  const first = {
    id: crypto.randomUUID(),
    programId,
    takenAt: clinic.clock.now().subtract({ hours: 24 }).toString(),
    position: 'sitting',
    measured: {
      systolic: { value: '122', unit: 'mmHg' },
      diastolic: { value: '78', unit: 'mmHg' },
      weight: { value: '176.40', unit: 'lb' },
      height: { value: '71', unit: 'in' },
    },
  };
  const kept = await prescriber.post<VitalSetReply>(path, first);
  expect((await prescriber.post<VitalSetReply>(path, first)).body.version).toBe(1);
  expect(kept.body).toMatchObject({
    measured: { weight: { value: '176.40', unit: 'lb', others: [{ value: '80.0', unit: 'kg' }] } },
    bodyMassIndex: '24.6',
    doubts: [],
  });
  const second = await prescriber.post<VitalSetReply>(path, { programId, measured: { weight: { value: '817', unit: 'lb' }, temperature: { value: '37', unit: '°C' } } });
  // The height of yesterday, and a slip of the hand that warns and is kept.
  expect(second.body).toMatchObject({ bodyMassIndex: '113.9', doubts: [{ code: 'weight' }], measured: { temperature: { others: [{ value: '98.6', unit: '°F' }] } } });
  const one = `/vitals/${second.body.id}`;
  const corrected = { version: 1, measured: { weight: { value: '181.7', unit: 'lb' } }, reason: 'Digits changed places' };
  expect((await prescriber.patch<VitalSetReply>(one, corrected)).body).toMatchObject({ version: 2, doubts: [], bodyMassIndex: '25.3' });
  expect((await prescriber.patch(one, corrected)).status).toBe(409);
  const list = await prescriber.get<{ items: VitalSetReply[]; series: VitalSeries[] }>(path);
  expect(list.body.series.find(({ code }) => code === 'weight')?.points.map(({ value }) => value)).toEqual([176.4, 181.7]);
  await prescriber.post(`${one}/withdrawal`, { version: 2, reason: 'Of another patient' });
  expect((await prescriber.get<{ items: VitalSetReply[] }>(path)).body.items.map(({ id }) => id)).toEqual([first.id]);
  const history = (await prescriber.get<{ items: VitalSetReply[] }>(`${one}/history`)).body.items;
  expect(history.map(({ reason, state }) => [reason, state])).toEqual([
    ['Of another patient', 'entered-in-error'],
    ['Digits changed places', 'recorded'],
    ['', 'recorded'],
  ]);
  const story = await prescriber.get<{ items: { kind: string; detail: string }[] }>(`/patients/${patientId}/timeline`);
  expect(story.body.items.filter(({ kind }) => kind === 'vital-signs').map(({ detail }) => detail)).toEqual(['122/78, 176.40 lb']);
});

test('what cannot be is refused by field; who does not write does not, and a stranger reads nothing', async ({ clinic }) => {
  const { ids } = clinic;
  const nurse = await clinic.as('nurse');
  const path = `/patients/${ids.patients.otp}/vitals`;
  const programId = ids.programs.otp;
  const said = async (body: object) => (await nurse.post(path, { programId, ...body })).body;
  expect((await said({ measured: {} })).code).toBe('vitals.nothing-measured');
  expect((await said({ measured: { weight: { value: '12', unit: 'stone' } } })).code).toBe('vitals.other-unit');
  expect((await said({ measured: { weight: { value: 'heavy', unit: 'kg' } } })).errors).toMatchObject([{ at: 'measured.weight.value' }]);
  expect((await said({ measured: { pulse: { value: '70', unit: '/min' } }, takenAt: '2030-01-01T00:00:00Z' })).code).toBe('vitals.taken-in-future');
  await said({ measured: { pulse: { value: '70', unit: '/min' } } });
  expect((await (await clinic.as('otp-therapist')).get(path)).body.items).toHaveLength(1);
  expect((await (await clinic.as('second-therapist')).get(path)).status).toBe(404);
  expect((await (await clinic.as('biller')).get(path)).status).toBe(403);
  expect(await clinic.sql('owner', 'select labels from observations.vital_set')).toEqual([{ labels: ['part2'] }]);
});
