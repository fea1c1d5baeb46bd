import { describe, expect } from 'vitest';
import { clinicTest as test } from '#testing/clinic.ts';
import { loadRoles } from '../index.ts';

const person = { givenName: 'June', familyName: 'Park', email: 'June.Park@harbor.example', roles: ['therapist'], npi: '1234567893' };

describe('staff', () => {
  test('are taken on with a mail that tells nothing of the clinic', async ({ clinic }) => {
    const administrator = await clinic.as('administrator');
    const { status, body } = await administrator.post('/staff', { ...person, programIds: [clinic.ids.programs.outpatient] });
    expect(status).toBe(200);
    expect((await administrator.get(`/staff/${body.id}`)).body).toMatchObject({
      displayName: 'June Park',
      email: 'june.park@harbor.example',
      roles: ['therapist'],
      programIds: [clinic.ids.programs.outpatient],
      hasSecondFactor: false,
    });
    const [letter] = await clinic.sql('owner', 'select recipient, subject, body from platform.outgoing_mail');
    expect(letter).toMatchObject({ recipient: 'June.Park@harbor.example' });
    expect(`${letter?.['subject']} ${letter?.['body']}`).not.toMatch(/harbor b|behavioral|clinic|health/i);
  });

  test('have an address each', async ({ clinic }) => {
    const administrator = await clinic.as('administrator');
    await administrator.post('/staff', person);
    expect(await administrator.post('/staff', { ...person, email: 'june.PARK@harbor.example' })).toMatchObject({ status: 409, body: { code: 'staff.email-taken' } });
  });

  test('with a wrong NPI or an unknown role are refused with the field', async ({ clinic }) => {
    const administrator = await clinic.as('administrator');
    expect((await administrator.post('/staff', { ...person, npi: '1234567890' })).body.errors).toMatchObject([{ at: 'npi' }]);
    expect((await administrator.post('/staff', { ...person, roles: ['wizard'] })).body.obstacles).toMatchObject([{ code: 'staff.role-unknown', at: 'roles' }]);
  });

  test('do not give themselves rights', async ({ clinic }) => {
    const administrator = await clinic.as('administrator');
    const own = clinic.ids.staff.administrator;
    expect(await administrator.patch(`/staff/${own}`, { roles: ['administrator', 'therapist'] })).toMatchObject({ status: 422, body: { code: 'staff.own-rights' } });
    expect(await administrator.post(`/staff/${own}/memberships`, { programId: clinic.ids.programs.otp })).toMatchObject({ status: 422 });
  });

  test('keep an administrator', async ({ clinic }) => {
    const administrator = await clinic.as('administrator');
    const second = await administrator.post('/staff', { ...person, roles: ['administrator'] });
    const other = await clinic.asStaff(second.body.id);
    expect((await other.patch(`/staff/${clinic.ids.staff.administrator}`, { active: false })).status).toBe(204);
    expect(await other.patch('/roles/administrator', { permissions: ['staff.read'] })).toMatchObject({ status: 422, body: { code: 'role.last-administrator' } });
  });

  test('show the credential that holds today', async ({ clinic }) => {
    const administrator = await clinic.as('administrator');
    const { body } = await administrator.post('/staff', person);
    const licence = { kind: 'LPC', number: 'WA1', state: 'WA', validFrom: '2026-01-01', validTo: '2026-11-23' };
    expect((await administrator.post(`/staff/${body.id}/credentials`, licence)).status).toBe(200);
    expect((await administrator.get(`/staff/${body.id}`)).body).toMatchObject({ credential: 'LPC', credentialEnds: '2026-11-23' });
    clinic.advance({ hours: 24 });
    const tomorrow = await clinic.stranger.post('/demo/sign-in', { staffId: clinic.ids.staff.administrator });
    const nextDay = clinic.withCookie(String(tomorrow.headers['set-cookie']).split(';')[0] ?? '');
    expect((await nextDay.get(`/staff/${body.id}`)).body).toMatchObject({ credential: null, credentialEnds: null });
  });

  test('find colleagues in the directory, without what only administration knows', async ({ clinic }) => {
    const { body } = await (await clinic.as('front-desk')).get(`/staff/directory?programId=${clinic.ids.programs.psychiatry}`);
    const okafor = body.items.find(({ displayName }: { displayName: string }) => displayName === 'Naomi Okafor');
    expect(okafor).toMatchObject({ credential: 'MD', isClinical: true });
    expect(Object.keys(okafor)).not.toContain('email');
    expect((await (await clinic.as('front-desk')).get('/staff')).status).toBe(403);
  });
});

describe('roles', () => {
  test('that treat cannot go without a second factor', async ({ clinic }) => {
    expect(await (await clinic.as('administrator')).patch('/roles/therapist', { mfaRequired: false })).toMatchObject({
      status: 422,
      body: { code: 'role.clinical-needs-second-factor' },
    });
    await expect(clinic.sql('owner', `update identity.role set mfa_required = false where code = 'therapist'`)).rejects.toThrow('clinical_roles_need_a_second_factor');
  });

  test('keep what the organisation took from them when a new version is loaded', async ({ clinic }) => {
    const administrator = await clinic.as('administrator');
    const before = (await administrator.get('/roles')).body.items.find(({ code }: { code: string }) => code === 'peer').permissions as string[];
    await administrator.patch('/roles/peer', { permissions: before.filter((code) => code !== 'schedule.write') });
    await loadRoles(clinic.product.workshop.database.kysely);
    const after = (await administrator.get('/roles')).body.items.find(({ code }: { code: string }) => code === 'peer').permissions;
    expect(after).toEqual(before.filter((code) => code !== 'schedule.write'));
  });

  test('are made by the organisation with permissions that exist', async ({ clinic }) => {
    const administrator = await clinic.as('administrator');
    const role = { code: 'intern', name: 'Intern', isClinical: true, mfaRequired: true, permissions: ['schedule.read'] };
    expect((await administrator.post('/roles', role)).status).toBe(204);
    expect((await administrator.post('/roles', role)).status).toBe(409);
    expect(await administrator.post('/roles', { ...role, code: 'other', permissions: ['fly'] })).toMatchObject({
      status: 422,
      body: { code: 'role.permission-unknown' },
    });
  });
});
