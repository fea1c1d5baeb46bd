import { describe, expect } from 'vitest';
import { clinicTest as test, type Clinic } from '#testing/clinic.ts';
import type { CodeReply, DiagnosisReply, DiagnosisVersion } from './diagnoses.contract.ts';

async function listOf(clinic: Clinic) {
  const therapist = await clinic.as('therapist');
  const [patientId, programId] = [clinic.ids.patients.outpatient, clinic.ids.programs.outpatient];
  const path = `/patients/${patientId}/diagnoses`;
  return {
    therapist,
    path,
    add: (code: string, over: object = {}) => therapist.post<DiagnosisReply & { code: string }>(path, { programId, code, ...over }),
    codes: async () => (await therapist.get<{ items: DiagnosisReply[] }>(path)).body.items.map((item) => item.code),
  };
}

describe('finding a code', () => {
  test.for<[string, string]>([
    ['F33.1', 'F33.1'],
    ['f331', 'F33.1'],
    ['gen anx', 'F41.1'],
    ['ptsd chronic', 'F43.12'],
    ['opioid dep remission', 'F11.21'],
    ['heroin', 'F11.10'],
    ['panic attacks', 'F41.0'],
    ['F43.1', 'F43.10'],
  ])('"%s" finds %s first', async ([query, code], { clinic }) => {
    const { body } = await (await clinic.as('therapist')).get<{ items: CodeReply[] }>(`/icd10cm?q=${encodeURIComponent(query)}`);
    expect(body.items[0]?.code).toBe(code);
  });

  test('marks what tsquery would read as its own language find nothing and break nothing', async ({ clinic }) => {
    const { status } = await (await clinic.as('therapist')).get(`/icd10cm?q=${encodeURIComponent("a' & (b | :* !")}`);
    expect(status).toBe(200);
  });
});

describe('the problem list', () => {
  test('takes billable codes and refuses headings with a way on', async ({ clinic }) => {
    const { add, codes } = await listOf(clinic);
    expect((await add('F41.1')).body).toMatchObject({ rank: 1, isPrincipal: true });
    const refused = await add('F32');
    expect([refused.status, refused.body.code]).toEqual([422, 'diagnosis.not-billable']);
    expect(await codes()).toEqual(['F41.1']);
  });

  test('a code that already stands is refused, and stands again once it was resolved', async ({ clinic }) => {
    const { add, therapist, path } = await listOf(clinic);
    const { body } = await add('F41.1');
    expect((await add('F41.1')).status).toBe(409);
    expect((await therapist.patch(`${path}/${body.id}`, { version: body.version, resolved: '2026-11-23' })).status).toBe(200);
    expect((await add('F41.1')).status).toBe(200);
  });

  test('a new principal diagnosis moves the others down', async ({ clinic }) => {
    const { add, codes } = await listOf(clinic);
    await add('F41.1');
    await add('F51.01');
    await add('F33.1', { rank: 1 });
    expect(await codes()).toEqual(['F33.1', 'F41.1', 'F51.01']);
  });

  test('an entry made in error leaves the list and stays in the record', async ({ clinic }) => {
    const { add, therapist, path, codes } = await listOf(clinic);
    const { body } = await add('F41.1');
    expect((await therapist.patch(`${path}/${body.id}`, { version: body.version, enteredInError: true })).body.errors).toMatchObject([{ at: 'reason' }]);
    await therapist.patch(`${path}/${body.id}`, { version: body.version, enteredInError: true, reason: 'Of another person' });
    expect(await codes()).toEqual([]);
    expect((await therapist.get(`${path}/${body.id}/history`)).body.items).toMatchObject([{ enteredInError: true, reason: 'Of another person' }, { version: 1 }]);
    expect(await clinic.sql('owner', 'select code, entered_in_error from charting.diagnosis')).toEqual([{ code: 'F41.1', entered_in_error: true }]);
  });

  test('every state stays in the history, with who and when, and is rewritten by nobody; a stranger reads none', async ({ clinic }) => {
    const { add, therapist, path } = await listOf(clinic);
    const { body: mood } = await add('F33.1', { specifiers: ['with anxious distress'] });
    expect(mood).toMatchObject({ specifiers: ['with anxious distress'], programName: expect.stringMatching(/./), codeSays: '' });
    expect(mood.prompts).toContain('seasonal pattern');
    clinic.advance({ minutes: 5 });
    const changed = await therapist.patch<DiagnosisReply>(`${path}/${mood.id}`, {
      version: 1,
      certainty: 'provisional',
      specifiers: ['seasonal pattern'],
      reason: 'Third winter',
    });
    await add('F41.1', { rank: 1 });
    const history = (await therapist.get<{ items: DiagnosisVersion[] }>(`${path}/${mood.id}/history`)).body.items;
    expect(history.map(({ version, rank, certainty, specifiers, reason }) => [version, rank, certainty, specifiers[0], reason])).toEqual([
      [3, 2, 'provisional', 'seasonal pattern', ''],
      [2, 1, 'provisional', 'seasonal pattern', 'Third winter'],
      [1, 1, 'confirmed', 'with anxious distress', ''],
    ]);
    expect([history[0]?.changedBy, history[2]?.changedAt]).toEqual([changed.body.notedBy, mood.notedAt]);
    await expect(clinic.sql('owner', 'update charting.diagnosis_version set rank = 9')).rejects.toThrow();
    await expect(clinic.sql('app', 'insert into charting.diagnosis_version default values')).rejects.toThrow('permission denied');
    expect((await (await clinic.as('nurse')).get(`${path}/${mood.id}/history`)).status).toBe(404);
  });

  test('a code outside its years is told on the list and in the search, and cannot be noted anew', async ({ clinic }) => {
    const { add, therapist, path } = await listOf(clinic);
    await add('F41.1');
    await clinic.sql('owner', `update charting.icd10cm set valid_to = '2026-09-30' where code in ('F41.1', 'F41.8')`);
    const [worry] = (await therapist.get<{ items: DiagnosisReply[] }>(path)).body.items;
    expect(worry?.codeSays).toContain('ended on 2026-09-30');
    const found = (await therapist.get<{ items: CodeReply[] }>('/icd10cm?q=F418')).body.items;
    expect(found.map(({ code, codeSays }) => [code, codeSays !== ''])).toEqual([['F41.8', true]]);
    expect((await add('F41.8')).body.code).toBe('diagnosis.not-valid');
  });

  test('a stale change is refused', async ({ clinic }) => {
    const { add, therapist, path } = await listOf(clinic);
    const { body } = await add('F41.1');
    await therapist.patch(`${path}/${body.id}`, { version: body.version, clinicianLabel: 'Worry' });
    expect((await therapist.patch(`${path}/${body.id}`, { version: body.version, clinicianLabel: 'Fear' })).status).toBe(409);
  });

  test('a case manager reads and does not diagnose', async ({ clinic }) => {
    const { ids } = clinic;
    const manager = await clinic.as('case-manager');
    expect((await manager.post(`/patients/${ids.patients.iop}/diagnoses`, { programId: ids.programs.iop, code: 'F10.20' })).status).toBe(403);
  });

  test('what a Part 2 program noted is not offered to the note of another', async ({ clinic }) => {
    const { ids } = clinic;
    const therapist = await clinic.as('therapist');
    await clinic.sql('owner', 'insert into privacy.patient_program (patient_id, program_id) values ($1, $2)', [ids.patients.outpatient, ids.programs.iop]);
    await therapist.post(`/patients/${ids.patients.outpatient}/diagnoses`, { programId: ids.programs.iop, code: 'F10.20' });
    await therapist.post(`/patients/${ids.patients.outpatient}/diagnoses`, { programId: ids.programs.outpatient, code: 'F41.1' });
    const open = (programId: string) => therapist.post<{ diagnoses: { code: string }[] }>('/drafts', { patientId: ids.patients.outpatient, programId });
    expect((await open(ids.programs.outpatient)).body.diagnoses.map((diagnosis) => diagnosis.code)).toEqual(['F41.1']);
    expect((await open(ids.programs.iop)).body.diagnoses.map((diagnosis) => diagnosis.code).toSorted()).toEqual(['F10.20', 'F41.1']);
  });
});
