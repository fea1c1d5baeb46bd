import { expect, test } from 'vitest';
import type { DraftHeaderWire } from '#server/charting/drafts/drafts.contract.ts';
import { TemplateForm } from '#server/charting/templates/templates.contract.ts';
import { openPlaces } from './open-places.ts';

const form = TemplateForm.parse({
  loinc: '34904-3',
  asksTimes: true,
  asksRisk: true,
  asksDiagnosis: true,
  sections: [
    { key: 'data', label: 'Data', required: true },
    { key: 'risk', label: 'Risk' },
    { key: 'plan', label: 'Plan', required: true },
  ],
});
const empty: DraftHeaderWire = { startedAt: null, endedAt: null, modality: 'in-person', patientLocation: '', participants: '', risk: null, diagnosisIds: [] };
const known: DraftHeaderWire = { ...empty, startedAt: '2026-11-23T17:00:00Z', endedAt: '2026-11-23T17:50:00Z', diagnosisIds: ['one'], risk: 'denied' };

test('what is open is told from top to bottom, and risk that is present wants words', () => {
  expect(openPlaces(form, empty, {})).toEqual(['header.startedAt', 'header.endedAt', 'header.diagnosisIds', 'header.risk', 'sections.data', 'sections.plan']);
  expect(openPlaces(form, { ...known, risk: 'present' }, { plan: 'Again in a week.' })).toEqual(['sections.data', 'sections.risk']);
  expect(openPlaces(form, known, { data: 'Calm.', plan: 'Again in a week.' })).toEqual([]);
});
