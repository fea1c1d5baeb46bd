import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { clinicTest as test, type Reply } from '#testing/clinic.ts';
import type { Weeks } from './weeks.contract.ts';

interface Made {
  readonly id: string;
}

test('who misses hours is offered sessions with seats, takes them in one go, and sees what the claim becomes; a full session seats nobody', async ({ clinic }) => {
  const { programs, patients, staff } = clinic.ids;
  const [programId, patientId] = [programs.iop, patients.iop];
  const ana = await clinic.as('therapist');
  const ok = async <Body>(reply: Promise<Reply<Body>>) => {
    const { status, body } = await reply;
    expect(status, JSON.stringify(body)).toBeLessThan(300);
    return body;
  };
  const { id: episodeId } = await ok(ana.post<Made>('/episodes', { patientId, programId, referredOn: '2026-11-10', source: 'self' }));
  await ok(ana.post(`/episodes/${episodeId}/admission`, { on: '2026-11-12' }));
  const group = async (name: string, capacity: number) => {
    const id = randomUUID();
    await ok(ana.post('/groups', { id, programId, name, service: 'group-psychotherapy', capacity, facilitatorId: staff.therapist }));
    return id;
  };
  const session = async (groupId: string, day: number) =>
    (await ok(ana.post<Made>(`/groups/${groupId}/sessions`, { startsAt: `2026-11-${day}T22:00:00Z`, endsAt: `2026-11-${day + 1}T01:00:00Z` }))).id;
  const [own, other] = [await group('Evening track', 8), await group('Skills', 2)];
  await ok(ana.post(`/groups/${own}/members`, { patientId, joinedOn: '2026-11-12' }));
  await session(own, 23);
  const offered = [await session(other, 24), await session(other, 25)];
  const weeks = async () => ok(ana.get<Weeks>(`/attendance/weeks?programId=${programId}&week=2026-11-25`));
  const before = await weeks();
  expect(before).toMatchObject({ monday: '2026-11-23', threshold: { minutesPerWeek: 540 }, rule: { procedure: 'H0015', readOn: '2026-11-24' } });
  const member = before.members.find((one) => one.patientId === patientId);
  expect(member).toMatchObject({ minutes: 0, expectedMinutes: 180, claimNow: { units: 0 }, claimThen: { units: 3 } });
  expect(member?.makeUp?.map(({ sessionId }) => sessionId)).toEqual(offered);
  await ok(ana.post('/attendance/make-ups', { patientId, sessionIds: offered }));
  await ok(ana.post('/attendance/make-ups', { patientId, sessionIds: offered }));
  expect((await weeks()).members.find((one) => one.patientId === patientId)).toMatchObject({ expectedMinutes: 540, makeUp: [], short: [], claimNow: { units: 3 } });
  const others = [];
  for (const givenName of ['Uma', 'Vito'])
    others.push((await ok(ana.post<Made>('/patients', { givenName, familyName: `Tern${givenName}`, birthDate: '1980-02-03', programId }))).id);
  await ok(ana.post('/attendance/make-ups', { patientId: others[0], sessionIds: offered.slice(0, 1) }));
  const late = { patientId: others[1], sessionIds: [offered[1], offered[0]] };
  expect((await ana.post('/attendance/make-ups', late)).body).toMatchObject({ status: 409, code: 'session.full' });
  const seated = await clinic.sql('owner', 'select count(*)::int as count from groups.seat where patient_id = $1', [others[1]]);
  expect(seated).toEqual([{ count: 0 }]);
  const stranger = await clinic.as('prescriber');
  expect((await stranger.get(`/attendance/weeks?programId=${programId}`)).body.members).toEqual([]);
  expect((await stranger.post('/attendance/make-ups', { patientId, sessionIds: offered })).status).toBe(404);
});
