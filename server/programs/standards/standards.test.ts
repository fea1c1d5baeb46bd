import { expect } from 'vitest';
import { clinicTest as test } from '#testing/clinic.ts';
import { levelsOfCare } from '../levels-of-care/level-of-care.ts';
import { levelsWithStandard } from './standard.ts';

test('every level of care has its standard, and a program may ask for more with a ground', async ({ clinic }) => {
  expect(levelsWithStandard.toSorted()).toEqual(levelsOfCare.map(({ code }) => code).toSorted());
  const administrator = await clinic.as('administrator');
  const path = `/programs/${clinic.ids.programs.iop}/standard`;
  expect((await administrator.get(path)).body).toMatchObject({ minutesPerWeek: 540, daysPerWeek: 3, minutesPerDay: 180, reviewDays: 30, own: null });
  const said = { minutesPerWeek: 600, ground: 'Contract with Evergreen, 2026', version: 0 };
  expect((await administrator.put(path, said)).body).toMatchObject({ minutesPerWeek: 600, daysPerWeek: 3, own: { version: 1, daysPerWeek: null } });
  expect((await administrator.put(path, said)).body).toMatchObject({ status: 409, code: 'standard.stale' });
  expect((await administrator.put(path, { ...said, version: 1, daysPerWeek: 8 })).body).toMatchObject({ status: 400, errors: [{ at: 'daysPerWeek' }] });
  expect((await (await clinic.as('therapist')).put(path, { ...said, version: 1 })).status).toBe(403);
});
