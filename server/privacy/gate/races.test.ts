import { expect } from 'vitest';
import { longJob, newId, runJob } from '#server/platform/index.ts';
import { z } from 'zod';
import { clinicTest as test, type Client, type Clinic } from '#testing/clinic.ts';
import type { RecordFacts } from '../decision/request.ts';
import { release } from './release.ts';

// `npm run race-test -- --races 10000` runs the same races at length.
const races = Number(process.env['MOORING_RACES'] ?? 150);
const releasesARace = 3;
const places = ['iop', 'residential', 'otp'] as const;

interface Side {
  readonly patientId: string;
  readonly programId: string;
  readonly partyId: string;
  readonly consentId: string;
}

/** Lets other work go first, so many times. */
async function after(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) {
    const { promise, resolve } = Promise.withResolvers<void>();
    setImmediate(resolve);
    await promise;
  }
}

/** Asks until there is an answer: a server that says it is too busy is asked again. */
async function patiently<Answer extends { status: number }>(ask: () => Promise<Answer>): Promise<Answer> {
  let reply = await ask();
  while (reply.status === 503) {
    await after(100);
    reply = await ask();
  }
  return reply;
}

/** A patient of a Part 2 program who consented, and a doctor who is known to treat them. */
async function sideOf(clinic: Clinic, officer: Client, place: (typeof places)[number]): Promise<Side> {
  const [patientId, programId, partyId] = [clinic.ids.patients[place], clinic.ids.programs[place], clinic.ids.parties['Cedar Family Medicine'] ?? ''];
  const checked = await patiently(() => officer.post(`/parties/${partyId}/treatments`, { patientId, programId, verifiedHow: 'Called back' }));
  expect(checked.status).toBeLessThan(300);
  const { items } = (await patiently(() => officer.get(`/patients/${patientId}/consents`))).body;
  return { patientId, programId, partyId, consentId: String(items[0].id) };
}

function recordOf({ programId }: Side): RecordFacts {
  return {
    id: newId(),
    class: 'progress-note',
    programId,
    part2: 'yes',
    labels: ['part2'],
    originatorId: null,
    date: Temporal.PlainDate.from('2026-11-20'),
    origin: { kind: 'made-here' },
    encounterId: null,
    deidentified: false,
    minorConsentedAlone: false,
    references: [],
  };
}

/** One release in a transaction of its own, as what is queued is sent. Answers the row of the accounting; null when nothing went. */
async function releaseOnce(clinic: Clinic, side: Side): Promise<string | null> {
  let left: string | null = null;
  const sending = longJob('races.send', { payload: z.object({}) }, async (outside) => {
    left = await outside.transaction('races.send', async (tx) => {
      const { patientId, partyId } = side;
      const one = await release(tx, { patientId, partyId, purpose: 'TREAT', records: [recordOf(side)], channel: 'fax', what: 'One note' });
      return one.disclosureId;
    });
  });
  await runJob(clinic.product.workshop, sending, {}, newId());
  return left;
}

/** How many releases were committed at or after the commit of the revocation, by the clock of the commits; the consent then stands again, past its trigger. */
async function countLate(clinic: Clinic, { consentId }: Side, left: readonly string[]): Promise<number> {
  const [row] = await clinic.sql(
    'owner',
    `with replica as materialized (select set_config('session_replication_role', 'replica', false)),
       ended as (select pg_xact_commit_timestamp(xmin) as at from privacy.consent where id = $1 and state = 'revoked'),
       late as (select count(*)::int as n from privacy.disclosure gone, ended where gone.id = any ($2) and pg_xact_commit_timestamp(gone.xmin) >= ended.at),
       stands as (update privacy.consent set state = 'active', revoked_at = null, revocation = null from replica, late where id = $1 and state = 'revoked' returning 1)
     select late.n, (select count(*)::int from stands) as stands from late`,
    [consentId, left],
  );
  expect(row?.['stands']).toBe(1);
  return Number(row?.['n']);
}

/** Takes the consent back through the API. */
async function revoke(officer: Client, { consentId }: Side): Promise<void> {
  const reply = await patiently(() => officer.post(`/consents/${consentId}/revocation`, { how: 'portal', words: 'I take this back.' }));
  expect(reply.status).toBe(204);
}

async function race(clinic: Clinic, officer: Client, side: Side, turns: number): Promise<{ left: number; late: number }> {
  const revoking = after(turns).then(() => revoke(officer, side));
  const sending = Array.from({ length: releasesARace }, (_, index) => after(index * 9).then(() => releaseOnce(clinic, side)));
  const [gone] = await Promise.all([Promise.all(sending), revoking]);
  const left = gone.filter((id) => id !== null);
  const late = await countLate(clinic, side, left);
  return { left: left.length, late };
}

test('no release is committed after the revocation of the consent that it rests on', { timeout: 60_000 + races * 500 }, async ({ clinic }) => {
  const officer = await clinic.as('privacy-officer');
  const sides = [];
  for (const place of places) sides.push(await sideOf(clinic, officer, place));
  const found = { races: 0, left: 0, stopped: 0, late: 0 };
  await Promise.all(
    sides.map(async (side, lane) => {
      for (let round = lane; round < races; round += sides.length) {
        const { left, late } = await race(clinic, officer, side, (round * 7) % 17);
        found.races += 1;
        found.left += left;
        found.stopped += releasesARace - left;
        found.late += late;
      }
    }),
  );
  if (process.env['MOORING_RACES'])
    process.stdout.write(`${found.races} races: ${found.left} releases before the revocation, ${found.stopped} stopped by it, ${found.late} committed after it\n`);
  expect(found.late).toBe(0);
  // They were races: both sides won some.
  expect(found.left).toBeGreaterThan(races / 10);
  expect(found.stopped).toBeGreaterThan(races / 10);
});
