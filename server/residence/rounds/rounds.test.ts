import { expect, test as plain } from 'vitest';
import { newId, runJob } from '#server/platform/index.ts';
import { clinicTest as test } from '#testing/clinic.ts';
import { dueAt, isMissed } from './due.rules.ts';
import type { Watches } from './rounds.contract.ts';
import { escalateMissedRounds } from './rounds.jobs.ts';

const at = (clock: string) => Temporal.Instant.from(`2026-11-23T${clock}:00Z`);

plain('somebody is due an interval after they were last seen or came back, never while away, and missed once the grace is over', () => {
  const watch = { intervalMinutes: 15, startsAt: at('10:00'), lastSeenAt: null, backAt: null, isAway: false };
  expect(dueAt(watch)).toEqual(at('10:15'));
  expect(dueAt({ ...watch, lastSeenAt: at('10:12') })).toEqual(at('10:27'));
  expect(dueAt({ ...watch, lastSeenAt: at('10:12'), backAt: at('11:00') })).toEqual(at('11:15'));
  expect(dueAt({ ...watch, isAway: true })).toBeNull();
  expect([isMissed(watch, at('10:20')), isMissed(watch, at('10:21')), isMissed({ ...watch, isAway: true }, at('12:00'))]).toEqual([false, true, false]);
});

test('a round is one signature over what was seen, also when it is sent twice; a missed one is told once, and who works elsewhere sees none of it', async ({
  clinic,
}) => {
  const { programs, patients } = clinic.ids;
  const [administrator, desk, nurse] = [await clinic.as('administrator'), await clinic.as('front-desk'), await clinic.as('nurse')];
  const [unitId, bedId] = [newId(), newId()];
  await administrator.post('/residence/units', { id: unitId, programId: programs.residential, name: 'West wing' });
  await administrator.post(`/residence/units/${unitId}/rooms`, { id: newId(), name: 'Room 1', beds: [{ id: bedId, name: 'Bed 1' }] });
  const episode = await desk.post<{ id: string }>('/episodes', {
    patientId: patients.residential,
    programId: programs.residential,
    referredOn: '2026-11-20',
    source: 'self',
  });
  const { residencyId } = (await nurse.post<{ residencyId: string }>('/residence/residencies', { episodeId: episode.body.id, bedId })).body;
  const watch = `/residence/residencies/${residencyId}/watch`;
  expect((await nurse.put(watch, { intervalMinutes: 15 })).body).toMatchObject({ status: 400 });
  expect((await nurse.put(watch, { intervalMinutes: 15, reason: 'First night, withdrawal' })).status).toBe(204);
  const seen = async () => (await (await clinic.again('peer')).get<Watches>(`/residence/watches?unitId=${unitId}`)).body.items[0];
  expect(await seen()).toMatchObject({ place: 'Room 1, Bed 1', dueAt: clinic.clock.now().add({ minutes: 15 }).toString(), isMissed: false });

  const escalate = (name: string) => runJob(clinic.product.workshop, escalateMissedRounds, {}, name);
  const letters = async () =>
    Number((await clinic.sql('owner', "select count(*)::int as count from platform.outgoing_mail where subject like 'A round was missed%'"))[0]?.['count']);
  clinic.advance({ minutes: 21 });
  expect(await seen()).toMatchObject({ isMissed: true });
  await Promise.all([escalate('one'), escalate('other')]);
  const told = await letters();
  expect(told).toBeGreaterThan(0);
  clinic.advance({ minutes: 4 });
  await escalate('again');
  expect(await letters()).toBe(told);

  const { id: watchId = '' } = (await seen()) ?? {};
  // Seen three minutes ago, where there was no network; the first sending was answered into the void.
  const seenAt = clinic.clock.now().subtract({ minutes: 3 }).toString();
  const peer = await clinic.again('peer');
  const round = { id: newId(), unitId, signedAt: seenAt, sightings: [{ id: newId(), watchId, status: 'asleep', seenAt }] };
  expect([(await peer.post('/residence/rounds', round)).status, (await peer.post('/residence/rounds', round)).status]).toEqual([204, 204]);
  expect(await clinic.sql('owner', 'select count(*)::int as count from residence.sighting')).toEqual([{ count: 1 }]);
  expect(await seen()).toMatchObject({ lastStatus: 'asleep', isMissed: false, dueAt: Temporal.Instant.from(seenAt).add({ minutes: 15 }).toString() });
  expect((await peer.post('/residence/rounds', { ...round, id: newId(), signedAt: clinic.clock.now().add({ hours: 1 }).toString() })).body).toMatchObject({
    code: 'round.clock-ahead',
  });
  await expect(clinic.sql('owner', "update residence.sighting set status = 'awake-calm'")).rejects.toThrow(/never changes/);

  const [stranger, prescriber] = [await clinic.as('therapist'), await clinic.as('prescriber')];
  expect((await stranger.get<Watches>('/residence/watches')).body.items).toEqual([]);
  expect((await prescriber.put(watch, { intervalMinutes: null })).status).toBe(404);
  expect((await stranger.post('/residence/rounds', round)).status).toBe(403);
  expect((await (await clinic.again('nurse')).put(watch, { intervalMinutes: null })).status).toBe(204);
  expect(await seen()).toBeUndefined();
});
