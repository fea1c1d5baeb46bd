import { describe, expect } from 'vitest';
import { clinicTest as test, type Client, type Clinic } from '#testing/clinic.ts';
import { done, recordsOfIop } from '#testing/released-records.ts';
import { clinicalPermissions } from '../access/labels.ts';
import type { Sharing } from './need-to-know.contract.ts';

interface Listed {
  readonly items: readonly { readonly id: string }[];
}

/** The program keeps its charts for those with a part in the care, and for these roles. */
async function narrow(clinic: Clinic, programId: string, wholeProgramRoles: string[], careTeamOnly = true): Promise<void> {
  const officer = await clinic.as('privacy-officer');
  const decided = officer.put<{ items: Sharing[] }>(`/need-to-know/${programId}`, { careTeamOnly, wholeProgramRoles, reason: 'Decided by the board' });
  expect((await done(decided)).items.find((program) => program.programId === programId)).toMatchObject({ careTeamOnly });
}

describe('a program that keeps its charts for those who treat', () => {
  test('opens them to a part in the care and closes them again with its end, whatever way is taken', async ({ clinic }) => {
    const { patientId, programId, diagnosisId, noteId } = await recordsOfIop(clinic);
    const colleague = await clinic.as('otp-therapist');
    const colleagueId = clinic.ids.staff['otp-therapist'];
    const sees = async (client: Client) => ({
      note: (await client.get(`/notes/${noteId}`)).status === 200,
      diagnosis: (await client.get<Listed>(`/patients/${patientId}/diagnoses`)).body.items.some(({ id }) => id === diagnosisId),
      timeline: (await client.get<{ items: unknown[] }>(`/patients/${patientId}/timeline`)).bytes.includes(noteId),
    });
    const everything = { note: true, diagnosis: true, timeline: true };
    const nothing = { note: false, diagnosis: false, timeline: false };
    expect(await sees(colleague)).toEqual(everything);

    await narrow(clinic, programId, ['clinical-director']);
    expect(await sees(colleague)).toEqual(nothing);
    expect(await sees(await clinic.as('therapist'))).toEqual(everything);
    expect(await sees(await clinic.as('clinical-director'))).toEqual(everything);
    // Absent and hidden are the same bytes.
    const absent = await colleague.get('/notes/019aaaaa-0000-7000-8000-000000000000');
    const hidden = await colleague.get(`/notes/${noteId}`);
    expect(hidden.status).toBe(absent.status);
    // The schedule and the person stay open to the program, and the chart says what keeps the rest.
    expect((await colleague.get(`/patients/${patientId}/banner`)).status).toBe(200);
    expect((await colleague.get(`/patients/${patientId}/closed-to-me`)).body.items).toMatchObject([{ programId }]);
    expect((await colleague.get(`/patients/${patientId}/why-not`)).body.closed).toContain('keeps its charts for those with a part in the care');
    expect((await (await clinic.as('therapist')).get(`/patients/${patientId}/closed-to-me`)).body.items).toEqual([]);

    const officer = await clinic.as('privacy-officer');
    const why = (kind: string, recordId: string, staffId: string) => officer.get(`/patients/${patientId}/why?staffId=${staffId}&kind=${kind}&recordId=${recordId}`);
    expect((await why('note', noteId, colleagueId)).body).toMatchObject({ canSee: false, chain: [{ code: 'not-on-team' }] });
    expect((await why('note', noteId, clinic.ids.staff.therapist)).body).toMatchObject({ canSee: true });
    const supposed = { actor: { kind: 'staff', staffId: colleagueId }, partyId: null, purpose: 'TREAT' };
    const simulated = await done(officer.post(`/patients/${patientId}/simulations`, supposed));
    expect(simulated.records.filter(({ class: recordClass, goes }: { class: string; goes: boolean }) => goes && recordClass !== 'schedule')).toEqual([]);

    const desk = await clinic.as('front-desk');
    const stay = await done(desk.post<{ id: string }>('/episodes', { patientId, programId, referredOn: '2026-11-20', source: 'self' }));
    await done(desk.post(`/episodes/${stay.id}/admission`, { on: '2026-11-20' }));
    const membership = '019bbbbb-0000-7000-8000-000000000001';
    await done((await clinic.as('therapist')).post(`/patients/${patientId}/care-team`, { id: membership, programId, staffId: colleagueId, part: 'other' }));
    expect(await sees(colleague)).toEqual(everything);
    expect((await why('note', noteId, colleagueId)).body.canSee).toBe(true);
    await done((await clinic.as('therapist')).post(`/care-team-memberships/${membership}/end`));
    expect(await sees(colleague)).toEqual(nothing);

    await narrow(clinic, programId, [], false);
    expect(await sees(colleague)).toEqual(everything);
    const kept = await clinic.sql('owner', 'select whole_program_roles, valid_to is not null as ended from privacy.need_to_know');
    expect(kept).toEqual([{ whole_program_roles: ['clinical-director'], ended: true }]);
  });

  test('leaves writers what they wrote, and their supervisor', async ({ clinic }) => {
    const { patientId, programId, noteId } = await recordsOfIop(clinic);
    await narrow(clinic, programId, []);
    await clinic.sql('owner', 'update scheduling.appointment set clinician_id = $1 where patient_id = $2', [clinic.ids.staff['second-therapist'], patientId]);
    await clinic.sql('owner', 'update programs.episode set primary_clinician_id = null where patient_id = $1', [patientId]);
    await clinic.sql('owner', 'update teams.membership set ended_on = since, ended_by = named_by where patient_id = $1', [patientId]);
    const writer = await clinic.as('therapist');
    expect((await writer.get(`/notes/${noteId}`)).status).toBe(200);
    expect((await writer.get<Listed>(`/patients/${patientId}/diagnoses`)).body.items).toEqual([]);
    const supervisor = clinic.ids.staff['otp-therapist'];
    expect((await (await clinic.asStaff(supervisor)).get(`/notes/${noteId}`)).status).toBe(404);
    await clinic.sql('owner', 'update identity.staff set supervisor_id = $1 where id = $2', [supervisor, clinic.ids.staff.therapist]);
    expect((await (await clinic.asStaff(supervisor)).get(`/notes/${noteId}`)).status).toBe(200);
  });

  test('is decided by the privacy officer only, for roles that read charts', async ({ clinic }) => {
    const path = `/need-to-know/${clinic.ids.programs.iop}`;
    const decided = { careTeamOnly: true, wholeProgramRoles: ['astronaut'], reason: 'Decided by the board' };
    expect((await (await clinic.as('clinical-director')).put(path, decided)).status).toBe(403);
    const refused = await (await clinic.as('privacy-officer')).put(path, decided);
    expect(refused.status).toBe(400);
    expect(JSON.stringify(refused.body)).toContain('No role astronaut reads charts');
  });

  test('has the same permissions in the explanation as in the database', async ({ clinic }) => {
    const [row] = await clinic.sql('owner', 'select privacy.clinical_permissions() as codes');
    expect(new Set(row?.['codes'] as string[])).toEqual(clinicalPermissions);
  });
});
