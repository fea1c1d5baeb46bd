import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import roles from '#content/roles.json' with { type: 'json' };
import { clinicTest as test, type Client, type Clinic } from '#testing/clinic.ts';
import { offeredTiles } from './offered-tiles.ts';
import type { Home, TileRows } from './tiles.contract.ts';

async function ok<Body>(reply: Promise<{ status: number; body: Body }>): Promise<Body> {
  const { status, body } = await reply;
  expect(status, JSON.stringify(body)).toBeLessThan(300);
  return body;
}

/** A morning in which something waits for most roles. The clinic opens at 10:00 where it is. */
async function morning(clinic: Clinic): Promise<void> {
  const { patients, programs, staff } = clinic.ids;
  const [ana, desk, officer] = [await clinic.as('therapist'), await clinic.as('front-desk'), await clinic.as('privacy-officer')];
  const [patientId, programId] = [patients.outpatient, programs.outpatient];
  const book = async (startsAt: string) =>
    (await ok<{ id: string }>(ana.post('/appointments', { patientId, programId, clinicianId: staff.therapist, typeCode: 'therapy-50', startsAt }))).id;
  await book('2026-11-23T16:00:00Z');
  const here = await book('2026-11-23T18:30:00Z');
  await ok(desk.post(`/appointments/${here}/arrival`));
  const [past, unsigned] = [await book('2026-11-23T17:00:00Z'), await book('2026-11-18T17:00:00Z')];
  await ok(ana.post(`/patients/${patientId}/diagnoses`, { programId, code: 'F41.1' }));
  await ok(ana.post('/drafts', { appointmentId: unsigned }));
  const draft = await ok(ana.post<{ id: string }>('/drafts', { appointmentId: past }));
  const words = { goal: 'Sleep through the night.', data: 'Slept better.', assessment: 'Improving.', plan: 'Again next week.' };
  const sections = Object.fromEntries(Object.entries(words).map(([key, text]) => [key, { text, baseVersion: 1, sequence: 1 }]));
  await ok(ana.patch(`/drafts/${draft.id}`, { deviceId: 'laptop', sections, header: { risk: 'denied' } }));
  const written = await ok(ana.get<{ sections: { key: string; version: number }[] }>(`/drafts/${draft.id}`));
  await ok(ana.post(`/drafts/${draft.id}/signature`, { versions: Object.fromEntries(written.sections.map(({ key, version }) => [key, version])) }));
  await clinic.settleJobs();
  for (const [index, givenName] of ['Uma', 'Vito', 'Wendel'].entries()) {
    const { id } = await ok<{ id: string }>(desk.post('/patients', { givenName, familyName: `Tern${givenName}`, birthDate: `1980-02-1${index}`, programId }));
    await ok(desk.post('/episodes', { patientId: id, programId, referredOn: index === 0 ? '2026-11-10' : '2026-11-23', source: 'self' }));
  }
  const groupId = randomUUID();
  await ok(
    ana.post('/groups', { id: groupId, programId: programs.iop, name: 'Evening track', service: 'group-psychotherapy', capacity: 8, facilitatorId: staff.therapist }),
  );
  await ok(ana.post(`/groups/${groupId}/sessions`, { startsAt: '2026-11-22T17:00:00Z', endsAt: '2026-11-22T18:00:00Z' }));
  await ok(officer.post('/patient-requests', { patientId, programId, kind: 'access', receivedOn: '2026-10-01' }));
  await ok(officer.post('/incidents', { title: 'A letter went astray', whatHappened: 'Opened by the neighbour.', discoveredOn: '2026-11-20', individuals: 1 }));
}

const pageSize = 2;

async function allRows(client: Client, code: string, count: number): Promise<TileRows['items']> {
  const items = [];
  for (let offset = 0; offset <= count; offset += pageSize)
    items.push(...(await ok<TileRows>(client.get(`/home/tiles/${code}?limit=${pageSize}&offset=${offset}`))).items);
  return items;
}

/** Each number of each role is the number of its rows, and of the rows of the screen that it opens. */
async function numbersAreRows(clinic: Clinic): Promise<void> {
  const told = new Set<string>();
  for (const { code: role } of roles.roles) {
    const client = await clinic.as(role as Parameters<Clinic['as']>[0]);
    const home = await ok<Home>(client.get('/home'));
    expect(home.tiles.length, role).toBeGreaterThan(0);
    for (const { code, count, late, cents, opens } of home.tiles) {
      const items = await allRows(client, code, count);
      const at = `${role}: ${code}`;
      expect(items.length, at).toBe(count);
      expect(new Set(items.map(({ id }) => id)).size, at).toBe(count);
      expect(items.filter(({ isLate }) => isLate).length, at).toBe(late);
      if (cents !== null)
        expect(
          items.reduce((sum, row) => sum + (row.cents ?? 0), 0),
          at,
        ).toBe(cents);
      const screen = offeredTiles.get(code)?.screen;
      expect(opens, at).toBe(screen?.to ?? `/waiting/${code}`);
      if (screen) expect((await ok(client.get<Record<string, readonly object[]>>(screen.asks)))[screen.at]?.length, at).toBe(count);
      if (count > 0) told.add(code);
    }
  }
  // A morning on which nothing waits would agree with anything.
  expect([...told].toSorted()).toEqual(
    expect.arrayContaining([
      'billing.charges-this-week',
      'charting.past-deadline',
      'charting.to-sign',
      'disclosures.requests',
      'groups.sessions-to-sign',
      'privacy.incidents',
      'programs.referrals',
      'scheduling.expected-not-here',
      'scheduling.here-for-me',
      'scheduling.in-the-waiting-room',
    ]),
  );
}

test('every number is that of its rows, reaches as far as its reader, and only rows leave an audit entry; hiding is for oneself', { timeout: 30_000 }, async ({
  clinic,
}) => {
  await morning(clinic);
  await numbersAreRows(clinic);
  const [ana, other, biller] = [await clinic.as('therapist'), await clinic.as('otp-therapist'), await clinic.as('biller')];
  const countOf = async (client: Client, code: string) => (await ok<TileRows>(client.get(`/home/tiles/${code}`))).count;
  expect([await countOf(ana, 'programs.referrals'), await countOf(other, 'programs.referrals')]).toEqual([3, 0]);
  expect((await biller.get('/home/tiles/charting.to-sign')).body).toMatchObject({ status: 404 });
  expect((await ana.get('/home/tiles/no.such')).status).toBe(404);

  const entries = async () => clinic.sql('owner', `select action, patient_ids from audit.entry where action like 'home.%' order by seq desc limit 1`);
  await ok(ana.get('/home/tiles/charting.to-sign'));
  const [rows] = await entries();
  expect(rows).toMatchObject({ action: 'home.list-rows', patient_ids: [clinic.ids.patients.outpatient] });
  await ok(ana.get('/home'));
  expect(await entries()).toEqual([rows]);

  await ok(ana.put('/home/arrangement', { hidden: ['charting.to-sign'], first: ['scheduling.here-for-me'] }));
  const nowOf = async (client: Client) => (await ok<Home>(client.get('/home'))).tiles.filter(({ group }) => group === 'now');
  const arranged = await nowOf(ana);
  expect(arranged[0]).toMatchObject({ code: 'scheduling.here-for-me', count: 1, isHidden: false });
  expect(arranged.find(({ code }) => code === 'charting.to-sign')).toMatchObject({ isHidden: true, count: 0 });
  expect((await nowOf(await clinic.as('second-therapist'))).filter(({ isHidden }) => isHidden)).toEqual([]);
});
