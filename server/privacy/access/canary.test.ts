import { Writable } from 'node:stream';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { pino } from 'pino';
import { expect, inject } from 'vitest';
import roles from '#content/roles.json' with { type: 'json' };
import { assemble, contexts } from '#server/main.ts';
import { applicationUrl } from '#server/platform/index.ts';
import { plantCanaries, recordIds, type Canary } from '#testing/canaries.ts';
import { clinicTest as test, type Client, type Clinic } from '#testing/clinic.ts';
import type {} from '#testing/provided.ts';
import { done, narrative, recordsOfIop } from '#testing/released-records.ts';

const words = 'heronfeather';
const asked = contexts.flatMap(({ routes }) => routes).filter(({ method }) => method === 'GET');
const days = 'from=2026-11-20&to=2026-11-26';

interface Life {
  readonly patientId: string;
  readonly programId: string;
  readonly incidentId: string;
}

/** What the privacy officer keeps about the patient: a request, a packet that went to the patient, an incident. */
async function paperwork(clinic: Clinic, patientId: string, programId: string): Promise<string> {
  const officer = await clinic.as('privacy-officer');
  await done(officer.post('/patient-requests', { patientId, programId, kind: 'access', receivedOn: '2026-11-23', details: words }));
  await done(officer.post(`/patients/${patientId}/restrictions`, { programId, kind: 'ordinary', words }));
  const partyId = clinic.ids.parties['Cedar Family Medicine'] ?? '';
  await done(officer.post(`/parties/${partyId}/treatments`, { patientId, programId, verifiedHow: words }));
  const packet = await done(officer.post('/packets', { patientId, partyId: patientId, lane: 'patient', classes: ['diagnosis', 'schedule'] }));
  await done(officer.post(`/packets/${packet.packetId}/release`, { channel: 'print' }));
  const told = { title: 'canaryincidenttitle', whatHappened: 'canaryincidentwords', discoveredOn: '2026-11-23', patientIds: [patientId] };
  return (await done(officer.post('/incidents', told))).id;
}

/** A person whom both the OTP and the outpatient clinic know, with records of each kind made in the OTP. */
async function lifeInTheOtp(clinic: Clinic): Promise<Life> {
  const [patientId, programId, therapistId] = [clinic.ids.patients.outpatient, clinic.ids.programs.otp, clinic.ids.staff['otp-therapist']];
  const [desk, therapist, nurse] = [await clinic.as('front-desk'), await clinic.asStaff(therapistId), await clinic.as('nurse')];
  const path = `/patients/${patientId}`;
  const episode = await done(desk.post('/episodes', { patientId, programId, referredOn: '2026-11-20', source: 'self' }));
  await done(desk.post(`/episodes/${episode.id}/admission`, { on: '2026-11-20', primaryClinicianId: therapistId }));
  await done(desk.post(`${path}/alerts`, { programId, kind: 'clinical', severity: 'danger', says: words }));
  await done(therapist.post(`${path}/diagnoses`, { programId, code: 'F11.20', clinicianLabel: words }));
  const booked = { patientId, programId, clinicianId: therapistId, typeCode: 'therapy-50', startsAt: '2026-11-23T16:00:00Z', note: words };
  const appointment = await done(desk.post('/appointments', booked));
  await done(desk.post(`/appointments/${appointment.id}/arrival`));
  await done(therapist.post('/drafts', { appointmentId: appointment.id }));
  await done(therapist.post(`${path}/vault-notes`, { programId, text: words }));
  await done(nurse.post('/drafts', { patientId, programId, service: 'nursing' }));
  const incidentId = await paperwork(clinic, patientId, programId);
  await clinic.settleJobs();
  return { patientId, programId, incidentId };
}

async function pdfText(bytes: Buffer): Promise<string> {
  const file = await getDocument({ data: new Uint8Array(bytes) }).promise;
  const pages: string[] = [];
  for (let page = 1; page <= file.numPages; page += 1) {
    const { items } = await (await file.getPage(page)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
  }
  return pages.join('\n');
}

/** Every byte that this person is given by any route, asked about this patient, each record and each word; PDFs as they are read. */
async function crawl(client: Client, patientId: string, ids: readonly string[], canaries: readonly Canary[]): Promise<string> {
  const heard: string[] = [];
  const hear = async (path: string) => {
    const { bytes, headers, status } = await client.get(path);
    if (status >= 500) throw new Error(`${path} failed with ${status}`);
    heard.push(JSON.stringify(headers), bytes.toString('latin1'));
    if (String(headers['content-type']).includes('application/pdf')) heard.push(await pdfText(bytes));
  };
  const guesses = [words, ...canaries.slice(0, 3).map(({ word }) => word)];
  for (const { path } of asked) {
    const parameters = path.match(/:\w+/g) ?? [];
    if (parameters.length === 0) {
      for (const guess of guesses) await hear(`${path}?q=${guess}&${days}&limit=100`);
      await hear(`${path}?${days}&patientId=${patientId}`);
      continue;
    }
    const values = parameters.every((name) => name === ':patientId') ? [patientId] : ids;
    for (const value of values) await hear(path.replaceAll(/:\w+/g, (name) => (name === ':patientId' ? patientId : value)));
  }
  return heard.join('\n');
}

interface Person {
  readonly role: string;
  readonly programIds: readonly string[];
  readonly permissions: readonly string[];
}

/** Who may hear a word: a note of a vault its originator alone, the register those who keep it, the rest whoever works there and may read it. */
function mayHear({ role, programIds, permissions }: Person, canary: Canary, programId: string): boolean {
  if (canary.table === 'charting.vault_note') return role === 'otp-therapist';
  if (canary.table === 'privacy.incident') return permissions.includes('incident.write');
  return programIds.includes(programId) && canary.permissions.some((permission) => permissions.includes(permission));
}

// Kept beside the record and shown by no route: earlier words of a draft and how it was closed, names of stored files, reasons of a step.
const shownNowhere = ['charting.draft', 'charting.draft_revision', 'platform.file', 'scheduling.status_change'];

test('no byte of what is withheld leaves by any route, to anyone', { timeout: 240_000 }, async ({ clinic }) => {
  const { patientId, programId, incidentId } = await lifeInTheOtp(clinic);
  const canaries: readonly Canary[] = [
    ...(await plantCanaries(clinic, patientId, programId)),
    ...['canaryincidenttitle', 'canaryincidentwords'].map((word) => ({ word, table: 'privacy.incident', permissions: [] })),
  ];
  const ids = [...(await recordIds(clinic, patientId, programId)), incidentId];
  const people = [...roles.roles.map(({ code }) => code), 'second-therapist', 'otp-therapist', 'trainee'];
  const leaks: string[] = [];
  const heardOf = new Set<string>();
  for (const role of people) {
    const client = await clinic.as(role as Parameters<typeof clinic.as>[0]);
    const person = { ...(await client.get<Omit<Person, 'role'>>('/me')).body, role };
    const heard = await crawl(client, patientId, ids, canaries);
    for (const canary of canaries.filter(({ word }) => heard.includes(word))) {
      heardOf.add(canary.table);
      if (!mayHear(person, canary, programId)) leaks.push(`${role} heard ${canary.table} (${canary.word})`);
    }
  }
  expect(leaks).toEqual([]);
  // The planting works: of every table somebody hears who may.
  const planted = [...new Set(canaries.map(({ table }) => table))];
  process.stdout.write(`${canaries.length} canaries in ${planted.length} tables, ${people.length} people, ${asked.length} routes: no leak\n`);
  expect(planted.filter((table) => !heardOf.has(table))).toEqual(shownNowhere);
});

test('words of the record are in no audit entry, no job that was ever queued and no event', async ({ clinic }) => {
  await clinic.sql(
    'owner',
    `create table public.seen_job (line text);
     create function public.see_job() returns trigger language plpgsql security definer as $$ begin insert into public.seen_job values (new::text); return new; end $$;
     create trigger see_job before insert on graphile_worker._private_jobs for each row execute function public.see_job()`,
  );
  await lifeInTheOtp(clinic);
  // A signed note is announced to billing, by a job.
  await recordsOfIop(clinic);
  const places = [
    `select count(*)::int as found from audit.entry e where e::text like any ('{%${words}%,%${narrative}%,%canaryincident%}')`,
    `select count(*)::int as found from public.seen_job where line like any ('{%${words}%,%${narrative}%,%canaryincident%}')`,
  ];
  for (const place of places) expect(await clinic.sql('owner', place)).toEqual([{ found: 0 }]);
  expect(await clinic.sql('owner', 'select count(*) > 0 as some from public.seen_job')).toEqual([{ some: true }]);
});

test('words of the record, and what was searched for, are in no line of the log, however much it tells', { timeout: 60_000 }, async ({ clinic }) => {
  const { patientId, programId } = await lifeInTheOtp(clinic);
  const canaries = await plantCanaries(clinic, patientId, programId);
  const ids = await recordIds(clinic, patientId, programId);
  const lines: string[] = [];
  const kept = new Writable({
    write(chunk: Buffer, _encoding, next) {
      lines.push(chunk.toString());
      next();
    },
  });
  const address = new URL(inject('postgresUrl'));
  address.pathname = `/${(await clinic.sql('owner', 'select current_database() as name'))[0]?.['name']}`;
  const databaseUrl = applicationUrl({ ownerUrl: address.href, masterKey: clinic.config.masterKey });
  const talkative = await assemble({ config: clinic.config, databaseUrl, log: pino({ level: 'trace' }, kept), clock: clinic.clock });
  const { cookie } = await clinic.as('otp-therapist');
  let heard = '';
  for (const { path } of asked)
    for (const id of path.includes(':') && !path.includes(':patientId') ? ids : [patientId]) {
      const url = `/api${path.replaceAll(/:\w+/g, (name) => (name === ':patientId' ? patientId : id))}?q=${words}&${days}`;
      heard += (await talkative.http.inject({ method: 'GET', url, headers: { cookie } })).body;
    }
  await talkative.stop();
  const log = lines.join('');
  expect(lines.length).toBeGreaterThan(asked.length);
  expect(canaries.filter(({ word }) => heard.includes(word)).length).toBeGreaterThan(5);
  expect(canaries.filter(({ word }) => log.includes(word))).toEqual([]);
  expect(log).not.toContain(words);
});
