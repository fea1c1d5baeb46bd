import { describe, expect } from 'vitest';
import { clinicTest as test, type Clinic } from '#testing/clinic.ts';
import type { CodeReply, DiagnosisReply } from './diagnoses.contract.ts';

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
    await therapist.patch(`${path}/${body.id}`, { version: body.version, enteredInError: true });
    expect(await codes()).toEqual([]);
    expect(await clinic.sql('owner', 'select code, entered_in_error from charting.diagnosis')).toEqual([{ code: 'F41.1', entered_in_error: true }]);
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
