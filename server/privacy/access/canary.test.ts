import { expect } from 'vitest';
import roles from '#content/roles.json' with { type: 'json' };
import { contexts } from '#server/main.ts';
import { plantCanaries, recordIds, type Canary } from '#testing/canaries.ts';
import { clinicTest as test, type Client, type Clinic } from '#testing/clinic.ts';

const words = 'heronfeather';
const asked = contexts.flatMap(({ routes }) => routes).filter(({ method }) => method === 'GET');

/** A person whom both the OTP and the outpatient clinic know, with records of each kind made in the OTP. */
async function lifeInTheOtp(clinic: Clinic): Promise<{ patientId: string; programId: string }> {
  const patientId = clinic.ids.patients.outpatient;
  const programId = clinic.ids.programs.otp;
  const therapistId = clinic.ids.staff['otp-therapist'];
  const [desk, therapist, nurse] = [await clinic.as('front-desk'), await clinic.asStaff(therapistId), await clinic.as('nurse')];
  const path = `/patients/${patientId}`;
  const done = async (reply: Promise<{ status: number; body: { id: string } }>) => {
    const { status, body } = await reply;
    expect(status, JSON.stringify(body)).toBeLessThan(300);
    return body;
  };
  const episode = await done(desk.post('/episodes', { patientId, programId, referredOn: '2026-11-20', source: 'self' }));
  await done(desk.post(`/episodes/${episode.id}/admission`, { on: '2026-11-20', primaryClinicianId: therapistId }));
  await done(desk.post(`${path}/alerts`, { programId, kind: 'clinical', severity: 'danger', says: words }));
  await done(therapist.post(`${path}/diagnoses`, { programId, code: 'F11.20', clinicianLabel: words }));
  const appointment = await done(
    desk.post('/appointments', { patientId, programId, clinicianId: therapistId, typeCode: 'therapy-50', startsAt: '2026-11-23T16:00:00Z', note: words }),
  );
  await done(desk.post(`/appointments/${appointment.id}/arrival`));
  await done(therapist.post('/drafts', { appointmentId: appointment.id }));
  await done(therapist.post(`${path}/vault-notes`, { programId, text: words }));
  await done(nurse.post('/drafts', { patientId, programId, service: 'nursing' }));
  await clinic.settleJobs();
  return { patientId, programId };
}

/** Every byte that this person is given by any route, asked about this patient, each record and each word. */
async function crawl(client: Client, patientId: string, ids: readonly string[], canaries: readonly Canary[]): Promise<string> {
  const heard: string[] = [];
  const hear = async (path: string) => {
    const { bytes, headers } = await client.get(path);
    heard.push(JSON.stringify(headers), bytes.toString('latin1'));
  };
  const guesses = [words, ...canaries.slice(0, 3).map(({ word }) => word)];
  for (const { path } of asked) {
    const parameters = path.match(/:\w+/g) ?? [];
    if (parameters.length === 0) {
      const days = 'from=2026-11-20&to=2026-11-26';
      for (const guess of guesses) await hear(`${path}?q=${guess}&${days}&limit=100`);
      await hear(`${path}?${days}&patientId=${patientId}`);
      continue;
    }
    const values = parameters[0] === ':patientId' ? [patientId] : ids;
    for (const value of values) await hear(path.replaceAll(/:\w+/g, (name) => (name === ':patientId' ? patientId : value)));
  }
  return heard.join('\n');
}

const narrative = ['charting.draft', 'charting.draft_section', 'charting.note', 'charting.diagnosis'];

test('no byte of what is withheld leaves by any route, to anyone', { timeout: 240_000 }, async ({ clinic }) => {
  const { patientId, programId } = await lifeInTheOtp(clinic);
  const canaries = await plantCanaries(clinic, patientId, programId);
  expect(canaries.length).toBeGreaterThan(10);
  const ids = await recordIds(clinic, patientId, programId);
  const people = [...roles.roles.map(({ code }) => code), 'second-therapist', 'otp-therapist', 'trainee'] as const;
  const leaks: string[] = [];
  let seen = 0;
  for (const person of people) {
    const client = await clinic.as(person as Parameters<typeof clinic.as>[0]);
    const { programIds, permissions } = (await client.get<{ programIds: string[]; permissions: string[] }>('/me')).body;
    const heard = await crawl(client, patientId, ids, canaries);
    for (const { word, table } of canaries) {
      const isVault = table === 'charting.vault_note';
      const mayHear = isVault ? person === 'otp-therapist' : programIds.includes(programId) && (permissions.includes('chart.read') || !narrative.includes(table));
      // What was asked for may be said back in a problem's own address; only whole answers count.
      if (!heard.includes(word)) continue;
      seen += 1;
      if (!mayHear) leaks.push(`${person} heard ${table} (${word})`);
    }
  }
  expect(leaks).toEqual([]);
  // The planting works: those who may hear it do.
  expect(seen).toBeGreaterThan(10);
});

test('words of the record are in no audit entry, no job and no event', async ({ clinic }) => {
  await lifeInTheOtp(clinic);
  const places = [
    `select count(*)::int as found from audit.entry e where e::text like '%${words}%'`,
    `select count(*)::int as found from graphile_worker._private_jobs j where j::text like '%${words}%'`,
  ];
  for (const place of places) expect(await clinic.sql('owner', place)).toEqual([{ found: 0 }]);
});
