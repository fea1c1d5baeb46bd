import { describe, expect } from 'vitest';
import { clinicTest as test } from '#testing/clinic.ts';

describe('a session', () => {
  test('without activity is over after fifteen minutes, on the server', async ({ clinic }) => {
    const therapist = await clinic.as('therapist');
    clinic.advance({ minutes: 14 });
    expect((await therapist.get('/me')).status).toBe(200);
    clinic.advance({ minutes: 14 });
    expect((await therapist.get('/me')).status).toBe(200);
    clinic.advance({ minutes: 15 });
    expect((await therapist.get('/me')).status).toBe(401);
  });

  test('is not kept alive by what no person caused', async ({ clinic }) => {
    const therapist = await clinic.as('therapist');
    const poll = () => clinic.product.http.inject({ method: 'GET', url: '/api/me', headers: { cookie: therapist.cookie, 'mooring-activity': 'none' } });
    clinic.advance({ minutes: 10 });
    expect((await poll()).statusCode).toBe(200);
    clinic.advance({ minutes: 5 });
    expect((await poll()).statusCode).toBe(401);
  });

  test('is over after twelve hours, however active', async ({ clinic }) => {
    const therapist = await clinic.as('therapist');
    for (let minutes = 10; minutes < 12 * 60; minutes += 10) {
      clinic.advance({ minutes: 10 });
      expect((await therapist.get('/me')).status).toBe(200);
    }
    clinic.advance({ minutes: 10 });
    expect((await therapist.get('/me')).status).toBe(401);
  });

  test('follows the idle time that the organisation sets', async ({ clinic }) => {
    expect((await (await clinic.as('administrator')).patch('/organisation', { idleMinutes: 5 })).status).toBe(204);
    const therapist = await clinic.as('therapist');
    clinic.advance({ minutes: 5 });
    expect((await therapist.get('/me')).status).toBe(401);
  });

  test('is listed with its device and can be ended from another', async ({ clinic }) => {
    const here = await clinic.as('therapist');
    const there = await clinic.stranger.post('/demo/sign-in', { staffId: clinic.ids.staff.therapist });
    const elsewhere = clinic.withCookie(String(there.headers['set-cookie']).split(';')[0] ?? '');
    const { body } = await here.get('/me/sessions');
    expect(body.items).toHaveLength(2);
    const other = body.items.find((session: { isThisOne: boolean }) => !session.isThisOne);
    expect(other).toMatchObject({ address: '127.0.0.1', device: expect.any(String) });
    expect((await here.del(`/me/sessions/${other.id}`)).status).toBe(204);
    expect((await elsewhere.get('/me')).status).toBe(401);
    expect((await here.get('/me')).status).toBe(200);
  });

  test('of somebody else cannot be ended by its number', async ({ clinic }) => {
    const biller = await clinic.as('biller');
    const { body } = await biller.get('/me/sessions');
    expect((await (await clinic.as('therapist')).del(`/me/sessions/${body.items[0].id}`)).status).toBe(404);
    expect((await biller.get('/me')).status).toBe(200);
  });

  test('that is signed out is over, and the audit tells', async ({ clinic }) => {
    const therapist = await clinic.as('therapist');
    expect((await therapist.post('/auth/sign-out')).status).toBe(204);
    expect((await therapist.get('/me')).status).toBe(401);
    expect(await clinic.sql('owner', `select actor_id from audit.entry where action = 'session.sign-out'`)).toEqual([{ actor_id: clinic.ids.staff.therapist }]);
  });

  test('loses a program the day after its membership ended, without a new sign-in', async ({ clinic }) => {
    const therapist = await clinic.as('therapist');
    const administrator = await clinic.as('administrator');
    const { body: person } = await administrator.get(`/staff/${clinic.ids.staff.therapist}`);
    const membership = person.memberships.find(({ programId }: { programId: string }) => programId === clinic.ids.programs.iop);
    await administrator.patch(`/staff/${person.id}/memberships/${membership.id}`, { to: '2026-11-22' });
    expect((await therapist.get('/me')).body.programIds).not.toContain(clinic.ids.programs.iop);
  });

  test('takes a changed role into account at the next request', async ({ clinic }) => {
    const biller = await clinic.as('biller');
    await (await clinic.as('administrator')).patch('/roles/biller', { permissions: ['patient.read'] });
    expect((await biller.get('/me')).body.permissions).toEqual(['patient.read']);
  });
});

test('what is over is removed by a job, and what lives stays', async ({ clinic }) => {
  await clinic.as('therapist');
  clinic.advance({ minutes: 16 });
  const biller = await clinic.as('biller');
  await clinic.sql('owner', `select graphile_worker.add_job('session.expire', '{}')`);
  await clinic.settleJobs();
  expect(await clinic.sql('owner', 'select user_id from identity.auth_session')).toEqual([{ user_id: clinic.ids.staff.biller }]);
  expect((await biller.get('/me')).status).toBe(200);
});

test('who is asked for in one round trip: a forged or empty cookie names nobody', async ({ clinic }) => {
  for (const cookie of ['mooring_session=', 'mooring_session=x', 'mooring_session=x.y', 'mooring_session=%27%3B--.y']) {
    expect((await clinic.withCookie(cookie).get('/me')).status).toBe(401);
  }
});
