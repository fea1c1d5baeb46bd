import { expect } from 'vitest';
import { clinicTest as test } from '#testing/clinic.ts';
import type { ResultCourse, ResultReply, ResultToReview } from './results.contract.ts';

test('a level is read by when its worst value asks for; a correction is read anew, an error leaves the grid and stays in the record', async ({ clinic }) => {
  const prescriber = await clinic.as('prescriber');
  const [patientId, programId] = [clinic.ids.patients.outpatient, clinic.ids.programs.outpatient];
  const path = `/patients/${patientId}/results`;
  const hoursAgo = (hours: number) => clinic.clock.now().subtract({ hours }).toString();
  const level = (value: string, hours: number) => ({
    id: crypto.randomUUID(),
    programId,
    panel: 'lithium',
    collectedAt: hoursAgo(hours),
    laboratory: 'Sound Laboratories',
    clia: '05D0642827',
    values: { lithium: { value, low: '0.6', high: '1.2' } },
  });
  const first = level('0.80', 500);
  expect((await prescriber.post<ResultReply>(path, first)).body).toMatchObject({ worst: 'normal', says: 'Lithium 0.80 mmol/L', specimen: 'serum', reviewedAt: null });
  expect((await prescriber.post<ResultReply>(path, first)).body.version).toBe(1);
  const second = (await prescriber.post<ResultReply>(path, level('1.61', 2))).body;
  expect(second).toMatchObject({ worst: 'critical', reviewDue: clinic.clock.now().add({ hours: 4 }).toString() });
  const waiting = async () => (await prescriber.get<{ count: number; items: ResultToReview[] }>('/results-to-review')).body;
  expect((await waiting()).items.map(({ says, isOverdue }) => [says, isOverdue])).toEqual([
    ['Lithium 1.61 mmol/L (critical)', false],
    ['Lithium 0.80 mmol/L', false],
  ]);
  const one = `/results/${second.id}`;
  expect((await prescriber.post(`${one}/review`, { version: 1 })).body.code).toBe('result.review-says-nothing');
  expect((await prescriber.post<ResultReply>(`${one}/review`, { version: 1, says: 'Called, dose held, repeat tomorrow' })).body.reviewedBy).toBeTruthy();
  expect((await prescriber.post(`${one}/review`, { version: 1, says: 'Once more' })).body.code).toBe('result.reviewed-already');
  expect((await waiting()).count).toBe(1);
  const { id: _id, programId: _program, panel: _panel, ...facts } = level('1.16', 2);
  const corrected = { ...facts, version: 1, reason: 'Laboratory corrected its report' };
  expect((await prescriber.patch<ResultReply>(one, corrected)).body).toMatchObject({ version: 2, worst: 'normal', reviewedAt: null });
  expect((await prescriber.patch(one, corrected)).body.code).toBe('observation.stale');
  expect((await waiting()).count).toBe(2);
  const list = await prescriber.get<{ items: ResultReply[]; courses: ResultCourse[] }>(path);
  expect(list.body.courses).toMatchObject([{ code: 'lithium', unit: 'mmol/L', range: { low: 0.6, high: 1.2 }, points: [{ value: 0.8 }, { value: 1.16 }] }]);
  const story = await prescriber.get<{ items: { kind: string; title: string; detail: string }[] }>(`/patients/${patientId}/timeline`);
  expect(story.body.items.filter(({ kind }) => kind === 'result').map(({ title, detail }) => `${title}: ${detail}`)).toEqual([
    'Lithium level: Lithium 1.16 mmol/L',
    'Lithium level: Lithium 0.80 mmol/L',
  ]);
  const found = async (words: string) =>
    (await prescriber.get<{ items: { kind: string }[] }>(`/patients/${patientId}/timeline?words=${encodeURIComponent(words)}`)).body.items.map(({ kind }) => kind);
  expect([await found('LITHIUM 1.16'), await found('lithium 0'), await found('lith%'), await found('clozapine')]).toEqual([['result'], ['result'], [], []]);
  await prescriber.post(`${one}/withdrawal`, { version: 2, reason: 'Of another patient' });
  expect((await prescriber.get<{ items: ResultReply[] }>(path)).body.items.map(({ id }) => id)).toEqual([first.id]);
  expect((await waiting()).count).toBe(1);
  const history = (await prescriber.get<{ items: ResultReply[] }>(`${one}/history`)).body.items;
  expect(history.map(({ reason, state, reviewSays }) => [reason, state, reviewSays])).toEqual([
    ['Of another patient', 'entered-in-error', ''],
    ['Laboratory corrected its report', 'recorded', ''],
    ['', 'recorded', 'Called, dose held, repeat tomorrow'],
  ]);
  clinic.advance({ hours: 200 });
  expect((await (await clinic.again('prescriber')).get<{ items: ResultToReview[] }>('/results-to-review')).body.items.map(({ isOverdue }) => isOverdue)).toEqual([true]);
  expect((await (await clinic.as('nurse')).get(path)).status).toBe(404);
});

test('a drug screen of the OTP is seen by the OTP alone; who may not review does not, and nothing is rewritten', async ({ clinic }) => {
  const { ids } = clinic;
  const nurse = await clinic.as('nurse');
  const path = `/patients/${ids.patients.otp}/results`;
  const screen = {
    programId: ids.programs.otp,
    panel: 'urine-drug-screen',
    collectedAt: clinic.clock.now().subtract({ hours: 1 }).toString(),
    laboratory: 'Tested here',
    values: { methadone: { value: 'positive', isExpected: true }, fentanyl: { value: 'positive', isExpected: false } },
  };
  expect((await nurse.post(path, screen)).body.code).toBe('result.no-method');
  expect((await nurse.post(path, { ...screen, clia: '5D' })).body.errors).toMatchObject([{ at: 'clia' }]);
  expect((await nurse.post(path, { ...screen, collectedAt: 'yesterday' })).body.errors).toMatchObject([{ at: 'collectedAt' }]);
  const { body } = await nurse.post<ResultReply>(path, { ...screen, method: 'presumptive', isObserved: true });
  expect(body).toMatchObject({ says: 'Fentanyl positive (unexpected)', worst: 'abnormal', isObserved: true });
  const therapist = await clinic.as('otp-therapist');
  expect((await therapist.get<{ items: ResultReply[] }>(path)).body.items).toHaveLength(1);
  expect((await therapist.post(`/results/${body.id}/review`, { version: 1, says: 'Read' })).status).toBe(403);
  const stranger = await clinic.as('prescriber');
  expect((await stranger.get(`/results/${body.id}/history`)).status).toBe(404);
  expect((await stranger.get<{ items: ResultToReview[] }>('/results-to-review')).body.items).toEqual([]);
  expect((await (await clinic.as('biller')).get(path)).status).toBe(403);
  expect(await clinic.sql('owner', 'select labels from observations.result')).toEqual([{ labels: ['part2'] }]);
  await expect(clinic.sql('app', `update observations.result set laboratory = 'x'`)).rejects.toThrow('permission denied');
  await nurse.post(`/results/${body.id}/review`, { version: 1, says: 'Talked with her; counselor told' });
  await expect(clinic.sql('owner', `update observations.result set review_says = 'x'`)).rejects.toThrow('reviewed once');
});
