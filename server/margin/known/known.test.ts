import { expect } from 'vitest';
import { clinicTest as test } from '#testing/clinic.ts';
import { newId } from '#server/platform/index.ts';
import type { DraftReply } from '#server/charting/drafts/drafts.contract.ts';
import { textOfCells } from '#server/charting/templates/templates.contract.ts';
import type { Finding } from '../findings/findings.contract.ts';
import type { Known } from './known.contract.ts';

test('a note may take up what the chart knows, and nothing of a Part 2 program outside of it', async ({ clinic }) => {
  const { ids } = clinic;
  const patientId = ids.patients.outpatient;
  const [here, otp] = [ids.programs.outpatient, ids.programs.otp];
  const director = await clinic.as('clinical-director');
  const done = async (path: string, body: object) => expect((await director.post(path, body)).status, path).toBeLessThan(300);
  await done('/episodes', { patientId, programId: otp, referredOn: '2026-11-01', source: 'self' });
  const medicine = (programId: string, name: string) => ({ id: newId(), programId, name, dose: 'once a day', source: 'ordered-here' });
  await done(`/patients/${patientId}/medications`, medicine(here, 'Sertraline 50 mg'));
  await done(`/patients/${patientId}/medications`, medicine(otp, 'Methadone 80 mg'));
  await done(`/patients/${patientId}/allergies`, {
    programId: here,
    substance: 'Penicillin',
    category: 'medication',
    kind: 'allergy',
    reaction: 'Hives',
    severity: 'moderate',
  });
  const measured = { systolic: { value: '118', unit: 'mmHg' }, diastolic: { value: '76', unit: 'mmHg' } };
  await done(`/patients/${patientId}/vitals`, { programId: here, takenAt: '2026-11-20T18:00:00Z', measured });
  const knownIn = async (programId: string) => {
    const draft = await director.post<DraftReply>('/drafts', { patientId, programId, templateCode: 'soap' });
    return (await director.get<Known>(`/drafts/${draft.body.id}/known`)).body;
  };
  const says = (lines: Known['goals']) => lines.map((line) => line.says);
  const known = await knownIn(here);
  expect(says(known.medications)).toEqual(['Sertraline 50 mg, once a day']);
  expect(says(known.allergies)).toEqual(['Penicillin: Hives, moderate']);
  expect(says(known.vitals)).toEqual(['118/76 (11/20/2026)']);
  expect(says((await knownIn(otp)).medications)).toContain('Methadone 80 mg, once a day');
});

test('what was pulled in and changed since is told in the margin, until it is taken over', async ({ clinic }) => {
  const [patientId, programId] = [clinic.ids.patients.outpatient, clinic.ids.programs.outpatient];
  const prescriber = await clinic.as('prescriber');
  const medicine = { id: newId(), programId, name: 'Lithium 300 mg', dose: 'twice a day', source: 'ordered-here' };
  expect((await prescriber.post(`/patients/${patientId}/medications`, medicine)).status).toBeLessThan(300);
  const { body: draft } = await prescriber.post<DraftReply>('/drafts', { patientId, programId, templateCode: 'medication-management' });
  const known = async () => (await prescriber.get<Known>(`/drafts/${draft.id}/known`)).body.medications;
  let sequence = 0;
  const write = (lines: Known['medications']) => {
    sequence += 1;
    const text = textOfCells(Object.fromEntries(lines.map(({ id, says }) => [id, says])));
    return prescriber.patch(`/drafts/${draft.id}`, { deviceId: 'desk', header: {}, sections: { 'current-medications': { text, baseVersion: sequence, sequence } } });
  };
  const stale = async () =>
    (await prescriber.get<{ items: Finding[] }>(`/drafts/${draft.id}/findings`)).body.items
      .filter(({ rule }) => rule === 'pulled-stale')
      .map(({ at, says }) => `${at} ${says}`);
  expect(await known()).toHaveLength(1);
  expect((await write(await known())).status).toBe(200);
  expect(await stale()).toEqual([]);
  expect((await prescriber.post(`/medications/${medicine.id}/stop`, { stoppedOn: '2026-11-22', reason: 'Level too high', version: 1 })).status).toBeLessThan(300);
  expect(await stale()).toEqual([
    expect.stringContaining('sections.current-medications Medicines now: "Lithium 300 mg, twice a day" was pulled in, and the chart has it no longer'),
  ]);
  await write(await known());
  expect(await stale()).toEqual([]);
});
