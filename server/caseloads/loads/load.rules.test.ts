import { expect, test } from 'vitest';
import { loadOf } from './load.rules.ts';
import type { Charge } from './load.ts';

const one = (more: Partial<Charge>): Charge => ({
  episodeId: 'e',
  patientId: 'p',
  name: 'N',
  staffId: 's',
  part: 'primary clinician',
  leads: true,
  since: Temporal.PlainDate.from('2026-11-01'),
  visits: 0,
  atRisk: false,
  next: null,
  ...more,
});

test('people, visits and risk weigh as the content says; whom somebody does not lead weighs nothing', () => {
  const weights = { perPerson: 1, onRiskPathway: 2, perVisitAWeek: 0.5 };
  expect(loadOf([one({ visits: 6 }), one({ atRisk: true }), one({ leads: false, atRisk: true, visits: 40 })], weights)).toEqual({
    patients: 2,
    visitsAWeek: 1.5,
    atRisk: 1,
    load: 4.8,
  });
  expect(loadOf([], weights)).toEqual({ patients: 0, visitsAWeek: 0, atRisk: 0, load: 0 });
});
