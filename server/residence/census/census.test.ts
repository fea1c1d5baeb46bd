import { expect } from 'vitest';
import { newId, runJob } from '#server/platform/index.ts';
import { clinicTest as test } from '#testing/clinic.ts';
import type { Census } from './census.contract.ts';
import { countMidnights } from './census.jobs.ts';

test('each midnight is counted once, also by two workers at once; it is never changed, and a late entry is a correction that points back', async ({ clinic }) => {
  const { programs, patients, sites } = clinic.ids;
  const [administrator, desk, nurse] = [await clinic.as('administrator'), await clinic.as('front-desk'), await clinic.as('nurse')];
  const [unitId, bedId] = [newId(), newId()];
  await administrator.post('/residence/units', { id: unitId, programId: programs.residential, name: 'West wing' });
  await administrator.post(`/residence/units/${unitId}/rooms`, { id: newId(), name: 'Room 1', beds: [{ id: bedId, name: 'Bed 1' }] });
  const patientId = patients.residential;
  const episode = await desk.post<{ id: string }>('/episodes', { patientId, programId: programs.residential, referredOn: '2026-11-20', source: 'hospital' });
  const arrived = await nurse.post<{ residencyId: string }>('/residence/residencies', { episodeId: episode.body.id, bedId });
  expect(arrived.status, JSON.stringify(arrived.body)).toBe(200);
  const residency = `/residence/residencies/${arrived.body.residencyId}`;

  const site = sites['cedar-house'];
  const midnights = () =>
    clinic.sql('owner', "select day::text, version, to_char(midnight at time zone 'UTC', 'MM-DD HH24:MI') as midnight from residence.census order by day, version");
  const count = (...names: string[]) => Promise.all(names.map((name) => runJob(clinic.product.workshop, countMidnights, {}, name)));
  clinic.clock.set(Temporal.Instant.from('2026-11-24T08:00:00Z'));
  await count('one', 'other');
  expect(await midnights()).toEqual([{ day: '2026-11-23', version: 1, midnight: '11-24 08:00' }]);
  const shown = async (day: string) => (await (await clinic.again('nurse')).get<Census>(`/residence/sites/${site}/census/${day}`)).body;
  expect(await shown('2026-11-23')).toMatchObject({
    lines: [{ patientId, bedName: 'Bed 1', status: 'admitted', arrivedToday: true, levelOfCare: 'ASAM-3.5' }],
    differences: [],
  });

  // The server slept for two nights: both are counted when it wakes, as they were.
  clinic.clock.set(Temporal.Instant.from('2026-11-26T09:00:00Z'));
  await count('late', 'later');
  expect((await midnights()).map(({ day }) => day)).toEqual(['2026-11-23', '2026-11-24', '2026-11-25']);
  expect((await shown('2026-11-25')).lines).toMatchObject([{ status: 'present', arrivedToday: false }]);

  // Somebody forgot to write down that the person had been taken to hospital on the evening before.
  const back = await clinic.again('nurse');
  expect((await back.post(`${residency}/leaves`, { kind: 'hospital', at: '2026-11-26T03:00:00Z' })).status).toBe(204);
  expect(await shown('2026-11-25')).toMatchObject({ lines: [{ status: 'present' }], differences: [{ kept: 'present', recounted: 'bed-hold' }] });
  const correction = `/residence/sites/${site}/census/2026-11-25/corrections`;
  expect((await back.post(correction, { reason: 'Taken to hospital at seven' })).status).toBe(403);
  const again = await clinic.again('clinical-director');
  expect((await again.post(correction, { reason: 'Taken to hospital at seven' })).status).toBe(204);
  expect((await again.post(correction, { reason: 'Once more, to be sure' })).body).toMatchObject({ code: 'census.nothing-to-correct' });
  expect(await shown('2026-11-25')).toMatchObject({
    versions: [{ version: 2, reason: 'Taken to hospital at seven' }, { version: 1 }],
    lines: [{ status: 'bed-hold' }],
    differences: [],
  });
  expect(await clinic.sql('owner', 'select day::text, status, counts, version from residence.census_day order by day')).toEqual([
    { day: '2026-11-23', status: 'admitted', counts: true, version: 1 },
    { day: '2026-11-24', status: 'present', counts: true, version: 1 },
    { day: '2026-11-25', status: 'bed-hold', counts: true, version: 2 },
  ]);
  await expect(clinic.sql('owner', "update residence.census_line set status = 'present'")).rejects.toThrow(/never changes/);
  await expect(clinic.sql('owner', 'delete from residence.census')).rejects.toThrow(/never changes/);
  expect((await (await clinic.again('therapist')).get<Census>(`/residence/sites/${site}/census/2026-11-25`)).status).toBe(404);
});
