import { expect } from 'vitest';
import { clinicTest as test, type Clinic } from '#testing/clinic.ts';

const canary = 'the lighthouse dream came back';

async function written(clinic: Clinic, program: 'outpatient' | 'iop' = 'outpatient') {
  const therapist = await clinic.as('therapist');
  const path = `/patients/${clinic.ids.patients[program]}/vault-notes`;
  const { status, body } = await therapist.post(path, { programId: clinic.ids.programs[program], text: canary });
  expect(status).toBe(200);
  return { path, therapist, note: body };
}

test('a private note is its originator’s: colleagues of the same program, the director and the privacy officer get an empty list', async ({ clinic }) => {
  const { path, therapist } = await written(clinic);
  expect((await therapist.get(path)).body.items).toMatchObject([{ text: canary, vault: 'psychotherapy-note', isMine: true, version: 1 }]);
  const patient = `/patients/${clinic.ids.patients.outpatient}/vault-notes`;
  for (const role of ['second-therapist', 'clinical-director', 'prescriber'] as const) expect((await (await clinic.as(role)).get(patient)).body).toEqual({ items: [] });
  for (const role of ['biller', 'front-desk', 'privacy-officer', 'administrator', 'nurse'] as const)
    expect((await (await clinic.as(role)).get(patient)).status).toBe(403);
});

test('in a Part 2 program it is a SUD counseling note and carries both labels', async ({ clinic }) => {
  await clinic.sql('owner', `insert into identity.program_membership (staff_id, program_id, valid_from) values ($1, $2, '2020-01-01') on conflict do nothing`, [
    clinic.ids.staff.therapist,
    clinic.ids.programs.iop,
  ]);
  const { note } = await written({ ...clinic, as: (role) => clinic.again(role) }, 'iop');
  expect(note.vault).toBe('sud-counseling-note');
  expect(await clinic.sql('owner', 'select labels from charting.vault_note')).toEqual([{ labels: ['sud-counseling-note', 'part2'] }]);
});

test('what belongs in the chart is refused with the place where it goes, and nothing is kept', async ({ clinic }) => {
  const therapist = await clinic.as('therapist');
  const path = `/patients/${clinic.ids.patients.outpatient}/vault-notes`;
  const refused = await therapist.post(path, { programId: clinic.ids.programs.outpatient, text: 'Now on sertraline 50 mg for F33.1' });
  expect(refused.status).toBe(422);
  expect(JSON.stringify(refused.body)).toContain('vault.holds-medication');
  expect(JSON.stringify(refused.body)).toContain('vault.holds-diagnosis');
  expect((await therapist.get(path)).body.items).toEqual([]);
});

test('it is changed by its originator, a stale window is refused', async ({ clinic }) => {
  const { path, therapist, note } = await written(clinic);
  expect((await therapist.patch(`/vault-notes/${note.id}`, { text: 'Another thought', version: 1 })).body).toMatchObject({ text: 'Another thought', version: 2 });
  expect((await therapist.patch(`/vault-notes/${note.id}`, { text: 'From the other window', version: 1 })).status).toBe(409);
  expect((await (await clinic.as('second-therapist')).patch(`/vault-notes/${note.id}`, { text: 'Not mine', version: 2 })).status).toBe(404);
  expect((await therapist.get(path)).body.items).toMatchObject([{ text: 'Another thought' }]);
});

test('for training it is shown to the own supervisor only, until it is taken back', async ({ clinic }) => {
  const { path, therapist, note } = await written(clinic);
  const grounds = { ground: 'training', reason: 'Supervision on Thursday', days: 7 };
  const supervisorId = clinic.ids.staff['clinical-director'];
  expect((await therapist.post(`/vault-notes/${note.id}/shares`, { ...grounds, granteeStaffId: clinic.ids.staff['second-therapist'] })).status).toBe(422);
  await clinic.sql('owner', 'update identity.staff set supervisor_id = $1 where id = $2', [supervisorId, clinic.ids.staff.therapist]);
  expect((await therapist.post(`/vault-notes/${note.id}/shares`, { ...grounds, granteeStaffId: supervisorId })).status).toBe(204);
  const director = await clinic.as('clinical-director');
  expect((await director.get(path)).body.items).toMatchObject([{ text: canary, isMine: false }]);
  expect((await director.patch(`/vault-notes/${note.id}`, { text: 'By the reader', version: 1 })).status).toBe(404);
  const [share] = (await therapist.get(path)).body.items[0].shares;
  expect((await therapist.del(`/vault-shares/${share.id}`)).status).toBe(204);
  expect((await director.get(path)).body.items).toEqual([]);
});

test('the system itself, the emergency and grants of the privacy officer open no vault', async ({ clinic }) => {
  await written(clinic);
  const patientId = clinic.ids.patients.outpatient;
  const settings = (kind: string, actor: string, permissions: string, programs: string) =>
    `select set_config('mooring.actor_kind', '${kind}', false), set_config('mooring.actor_id', '${actor}', false), set_config('mooring.permissions', '${permissions}', false),
      set_config('mooring.programs', '${programs}', false), set_config('mooring.purpose', 'ETREAT', false)`;
  const grant = (kind: string) =>
    clinic.sql(
      'owner',
      `insert into privacy.access_grant (patient_id, grantee_staff_id, labels, purposes, kind, reason) values ($1, $2, '{part2,psychotherapy-note}', '{ETREAT,TREAT}', $3, 'test')`,
      [patientId, clinic.ids.staff['second-therapist'], kind],
    );
  await expect(grant('break-glass')).rejects.toThrow('broken_glass_is_written_down');
  await grant('treating-relationship');
  const count = `(select count(*)::int from charting.vault_note) as seen`;
  expect(await clinic.sql('app', `with set as materialized (${settings('system', '', '*', '*')}) select ${count} from set`)).toEqual([{ seen: 0 }]);
  const other = settings('staff', clinic.ids.staff['second-therapist'], 'vault.write,chart.read', `{${clinic.ids.programs.outpatient}}`);
  expect(await clinic.sql('app', `with set as materialized (${other}) select ${count} from set`)).toEqual([{ seen: 0 }]);
  const own = settings('staff', clinic.ids.staff.therapist, 'vault.write', `{${clinic.ids.programs.outpatient}}`);
  expect(await clinic.sql('app', `with set as materialized (${own}) select ${count} from set`)).toEqual([{ seen: 1 }]);
});

test('the words of a private note are in no audit entry', async ({ clinic }) => {
  await written(clinic);
  const [found] = await clinic.sql(
    'owner',
    `select count(*)::int as entries, count(*) filter (where e::text like '%lighthouse%')::int as leaks from audit.entry e where action like 'vault-note%'`,
  );
  expect(found).toMatchObject({ entries: 1, leaks: 0 });
});
