import { Writable } from 'node:stream';
import { isDeepStrictEqual } from 'node:util';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { pino } from 'pino';
import { expect, inject } from 'vitest';
import { z } from 'zod';
import roles from '#content/roles.json' with { type: 'json' };
import { assemble, contexts } from '#server/main.ts';
import { applicationUrl } from '#server/platform/index.ts';
import { idsFor, plantCanaries, recordIds, type Canary } from '#testing/canaries.ts';
import { storyTest, type Client, type Clinic } from '#testing/clinic.ts';
import type {} from '#testing/provided.ts';
import { done, narrative, recordsOfIop } from '#testing/released-records.ts';
import { freeWord } from '#testing/life-hands.ts';
import { lifeInTheOtp, type Life } from '#testing/whole-life.ts';
import { clinicalPermissions } from './labels.ts';

const asked = contexts.flatMap(({ routes }) => routes).filter(({ method }) => method === 'GET');
const written = contexts.flatMap(({ routes }) => routes).filter(({ method, path }) => method !== 'GET' && path.includes('/:'));
const days = 'from=2026-11-20&to=2026-11-26';

async function pdfText(bytes: Buffer): Promise<string> {
  const file = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let page = 1; page <= file.numPages; page += 1) {
    const { items } = await (await file.getPage(page)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
  }
  return pages.join('\n');
}

// Parameters that name no record of a patient.
const namesNobody =
  ':agreementId :awayId :bedId :blockedTimeId :calendarLinkId :code :credentialId :day :handOffId :membershipId :passkeyId :payerId :programId :remittanceId :roleCode :roomId :ruleId :side :siteId :snippetId :sourceId :staffId';

/** Every address that a path with parameters stands for: each record that its parameter may mean. */
function addressesOf(path: string, patientId: string, ids: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const parameter = path.match(/:\w+/g)?.find((name) => name !== ':patientId' && !namesNobody.split(' ').includes(name));
  const values = parameter === undefined ? [patientId] : idsFor(parameter, ids);
  if (values.length === 0) throw new Error(`No record is called as ${parameter} in ${path}: name the parameter after its table, or list it among those that name nobody`);
  return values.map((value) => path.replaceAll(/:\w+/g, (name) => (name === ':patientId' ? patientId : value)));
}

/**
 * What a list can be asked for besides: each of its states, yes and no, one at a time. What is settled, closed or done is often listed only so.
 * A kind or a purpose says what is asked about, and changes nothing of what is listed.
 */
function choicesOf({ path, query }: (typeof asked)[number]): readonly string[] {
  if (!query || /:(?!patientId)/.test(path)) return [];
  const { properties = {} } = z.toJSONSchema(query, { io: 'output', unrepresentable: 'any' }) as { properties?: Record<string, { enum?: string[]; type?: string }> };
  return Object.entries(properties).flatMap(([name, { enum: values, type }]) => {
    if (name === 'kind' || name === 'purpose') return [];
    return (values ?? (type === 'boolean' ? ['true', 'false'] : [])).map((value) => `${name}=${value}`);
  });
}

/** What there is to ask about. */
interface Whereabouts {
  readonly patientId: string;
  readonly ids: ReadonlyMap<string, readonly string[]>;
  readonly programs: string;
}

/** Whether a reply is what the contract of its route lets through, and no more. Rows that the database prints are not looked at by the route itself. */
function keepsItsContract({ reply }: (typeof asked)[number], bytes: Buffer): boolean {
  if (!(reply instanceof z.ZodType) || bytes.length === 0) return true;
  const body: unknown = JSON.parse(bytes.toString());
  const read = reply.safeParse(body);
  return read.success && isDeepStrictEqual(read.data, body);
}

/** Every byte that this person is given by any route, asked about this patient, each record, each word and the programs between which the patient moved; PDFs as they are read. */
async function crawl(client: Client, { patientId, ids, programs }: Whereabouts, canaries: readonly Canary[]): Promise<{ heard: string; failed: readonly string[] }> {
  const heard: string[] = [];
  const failed = new Set<string>();
  const hear = async (route: (typeof asked)[number], path: string) => {
    const { bytes, headers, status } = await client.get(path);
    if (status >= 500) failed.add(path);
    if (status === 200 && !keepsItsContract(route, bytes)) failed.add(`${route.path} against its contract`);
    heard.push(JSON.stringify(headers), bytes.toString('latin1'));
    if (String(headers['content-type']).includes('application/pdf')) heard.push(await pdfText(bytes));
  };
  const guesses = [freeWord, ...canaries.slice(0, 1).map(({ word }) => word)];
  for (const route of asked) {
    const { path } = route;
    const addresses = path.includes(':')
      ? addressesOf(path, patientId, ids).flatMap((address) => ['', ...choicesOf(route)].map((choice) => `${address}?${days}&${programs}&${choice}`))
      : [...guesses.map((guess) => `q=${guess}`), `patientId=${patientId}`, ...choicesOf(route)].map((query) => `${path}?${days}&limit=100&${query}`);
    await Promise.all(addresses.map((address) => hear(route, address)));
  }
  return { heard: heard.join('\n'), failed: [...failed] };
}

/** What somebody is answered who writes to each record without saying anything. */
async function pokes(client: Client, { patientId, ids }: Whereabouts): Promise<string> {
  const heard: string[] = [];
  for (const { method, path } of written) {
    const call = { POST: client.post, PUT: client.put, PATCH: client.patch, DELETE: client.del }[method as 'POST'];
    const replies = await Promise.all(addressesOf(path, patientId, ids).map((address) => call(address, {})));
    heard.push(...replies.map(({ bytes }) => bytes.toString('latin1')));
  }
  return heard.join('\n');
}

interface Person {
  readonly role: string;
  readonly programIds: readonly string[];
  readonly permissions: readonly string[];
}

/** Tables with rules of their own, and who hears of them. */
const ownRules: Readonly<Record<string, (person: Person, sharesAProgram: boolean, worksThere: boolean) => boolean>> = {
  // The one document of the life is clinical: the front desk files it and does not read it.
  'documents.document': ({ permissions }, _sharesAProgram, worksThere) => worksThere && permissions.includes('document.read') && permissions.includes('chart.read'),
  // A relative who may receive something is told of the person, as a contact is.
  'privacy.party': (_person, sharesAProgram) => sharesAProgram,
  'charting.vault_note': ({ role }) => role === 'otp-therapist',
  'privacy.incident': ({ permissions }) => permissions.includes('incident.write'),
  'privacy.incident_patient': ({ permissions }) => permissions.includes('incident.write'),
  'privacy.emergency_access': ({ role, permissions }) => role === 'prescriber' || permissions.includes('privacy.review'),
  'privacy.access_grant': ({ role, permissions }) => role === 'prescriber' || permissions.includes('privacy.review'),
  'privacy.decision': ({ permissions }) => permissions.includes('privacy.review'),
};

/** Who may hear a word: whoever may read it and works where it was made, or, of what is told of a person, shares a program with them. */
function mayHear(person: Person, { table, reach, permissions }: Canary, programId: string, knownTo: readonly string[]): boolean {
  const sharesAProgram = person.programIds.some((id) => knownTo.includes(id));
  const rule = ownRules[table];
  const worksThere = person.programIds.includes(programId);
  if (rule) return rule(person, sharesAProgram, worksThere);
  const reaches = reach === 'person' ? sharesAProgram : worksThere;
  return reaches && permissions.some((permission) => person.permissions.includes(permission));
}

/** Words that the life itself holds where no word can be planted: in files, in what one record tells of another, in tables that name no patient. */
const wordsInPlace: readonly Canary[] = [
  { word: 'canarynotepages', table: 'charting.note', permissions: ['chart.read'], reach: 'program' },
  { word: 'canarymedicine', table: 'medications.statement', permissions: ['medication.read'], reach: 'program' },
  { word: 'canaryscanpages', table: 'documents.document', permissions: [], reach: 'own' },
  { word: 'canaryfaxpages', table: 'documents.document', permissions: [], reach: 'own' },
  { word: 'canaryincidenttitle', table: 'privacy.incident', permissions: [], reach: 'own' },
  { word: 'canaryincidentwords', table: 'privacy.incident', permissions: [], reach: 'own' },
];

// Kept beside the record and shown by no route in the words in which they stand: earlier words, codes of claims and charges, facts of decisions, names of files;
// and the census, which is asked for by site and day.
const shownNowhere = [
  'billing.charge',
  'billing.claim',
  'charting.draft_device',
  'charting.draft_revision',
  'charting.encounter',
  'platform.file',
  'privacy.access_grant',
  'privacy.accounting_suspension',
  'privacy.decision',
  'privacy.vault_share',
  'residence.census_line',
  'residence.occupancy',
  'scheduling.status_change',
];
// Hold no word that anybody writes: keys, codes, numbers and moments.
const wordless = [
  'assessments.link',
  'billing.charge_line',
  'billing.remittance_claim',
  'charting.draft',
  'charting.rendition',
  'intake.wait',
  'privacy.incident_patient',
  'residence.reservation',
  'residence.residency',
  'scheduling.reminder',
  'scheduling.series',
  'scheduling.slot_offer',
  'stays.teds',
  'teams.membership',
  'tracks.enrolment',
];

/** What a peer specialist of the program hears of records of the care, in which he has no part, once the program keeps its charts for those who have one. */
async function heardOffTheTeam(clinic: Clinic, whereabouts: Whereabouts, programId: string, canaries: readonly Canary[]): Promise<string[]> {
  const officer = await clinic.again('privacy-officer');
  await done(officer.put(`/need-to-know/${programId}`, { careTeamOnly: true, wholeProgramRoles: [], reason: 'Only those who treat' }));
  const peer = await clinic.again('peer');
  expect((await peer.get<{ items: object[] }>(`/patients/${whereabouts.patientId}/closed-to-me`)).body.items).toHaveLength(1);
  const crawled = await crawl(peer, whereabouts, canaries);
  expect(crawled.failed).toEqual([]);
  const heard = `${crawled.heard}${await pokes(peer, whereabouts)}`;
  // What a group is called and talks about names nobody: the whole program may know.
  const ofTheCare = canaries.filter(
    ({ table, reach, permissions }) => reach === 'program' && !/groups\.(session|therapy_group)/.test(table) && permissions.some((code) => clinicalPermissions.has(code)),
  );
  expect(ofTheCare.length).toBeGreaterThan(20);
  return ofTheCare.filter(({ word }) => heard.includes(word)).map(({ table, word }) => `${table} (${word})`);
}

/** A life with a word planted in each of its records, and every job that was queued since it began. */
interface Planted {
  readonly life: Life;
  readonly canaries: readonly Canary[];
  readonly bare: readonly string[];
  readonly ids: ReadonlyMap<string, readonly string[]>;
}

const test = storyTest.extend<{ planted: Planted }>({
  planted: [
    async ({ clinic }, use) => {
      await clinic.sql(
        'owner',
        `create table public.seen_job (line text);
         create function public.see_job() returns trigger language plpgsql security definer as $$ begin insert into public.seen_job values (new::text); return new; end $$;
         create trigger see_job before insert on graphile_worker._private_jobs for each row execute function public.see_job()`,
      );
      const life = await lifeInTheOtp(clinic);
      const { canaries, bare } = await plantCanaries(clinic, life, freeWord);
      await use({ life, canaries, bare, ids: new Map([...(await recordIds(clinic, life)), ...life.others]) });
    },
    { scope: 'file' },
  ],
});

test('words of the record, and what was searched for, are in no line of the log, however much it tells', { timeout: 60_000 }, async ({
  clinic,
  planted: { life, canaries, ids },
}) => {
  const { patientId } = life;
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
    for (const address of addressesOf(path, patientId, ids)) {
      const url = `/api${address}?q=${freeWord}&${days}`;
      heard += (await talkative.http.inject({ method: 'GET', url, headers: { cookie } })).body;
    }
  await talkative.stop();
  const log = lines.join('');
  expect(lines.length).toBeGreaterThan(asked.length);
  expect(canaries.filter(({ word }) => heard.includes(word)).length).toBeGreaterThan(5);
  expect(canaries.filter(({ word }) => log.includes(word))).toEqual([]);
  expect(log).not.toContain(freeWord);
});

test('no byte of what is withheld leaves by any route, to anyone', { timeout: 240_000 }, async ({ clinic, planted }) => {
  const { life, bare, ids } = planted;
  const { patientId, programId } = life;
  expect(bare, 'a table in which no word was planted: let somebody write into it in testing/whole-life.ts').toEqual(wordless);
  const canaries = [...planted.canaries, ...wordsInPlace];
  const whereabouts = { patientId, ids, programs: `fromProgramId=${programId}&toProgramId=${clinic.ids.programs.residential}` };
  const knownTo = (await clinic.sql('owner', 'select program_id from privacy.patient_program where patient_id = $1', [patientId])).map(({ program_id: id }) =>
    String(id),
  );
  const people = [...roles.roles.map(({ code }) => code), 'second-therapist', 'otp-therapist', 'trainee'];
  const leaks: string[] = [];
  const failed: string[] = [];
  const heardOf = new Set<string>();
  for (const role of people) {
    const client = await clinic.as(role as Parameters<typeof clinic.as>[0]);
    const person = { ...(await client.get<Omit<Person, 'role'>>('/me')).body, role };
    const isStranger = !person.programIds.includes(programId);
    const crawled = await crawl(client, whereabouts, canaries);
    failed.push(...crawled.failed.map((path) => `${role}: ${path}`));
    const heard = `${crawled.heard}${isStranger ? await pokes(client, whereabouts) : ''}`;
    for (const canary of canaries.filter(({ word }) => heard.includes(word))) {
      heardOf.add(canary.table);
      if (!mayHear(person, canary, programId, knownTo)) leaks.push(`${role} heard ${canary.table} (${canary.word})`);
    }
  }
  const tables = [...new Set(canaries.map(({ table }) => table))];
  process.stdout.write(
    `${canaries.length} canaries in ${tables.length} tables, ${people.length} people, ${asked.length + written.length} routes, ${leaks.length} leaks\n`,
  );
  expect(leaks).toEqual([]);
  expect(await heardOffTheTeam(clinic, whereabouts, programId, canaries)).toEqual([]);
  expect(failed, 'an answer that fails is heard by nobody: what is planted behind it proves nothing').toEqual([]);
  // The planting works: of every table somebody hears who may.
  expect(tables.filter((table) => !heardOf.has(table))).toEqual(shownNowhere);
});

test('words of the record are in no audit entry, no job that was ever queued, no event and no letter', async ({ clinic, planted }) => {
  expect(planted.life.letters).toContain('subject');
  expect(planted.life.letters).not.toContain(freeWord);
  // A signed note is announced to billing, by a job.
  await recordsOfIop(clinic);
  const places = [
    `select count(*)::int as found from audit.entry e where e::text like any ('{%${freeWord}%,%${narrative}%,%canaryincident%}')`,
    `select count(*)::int as found from public.seen_job where line like any ('{%${freeWord}%,%${narrative}%,%canaryincident%}')`,
  ];
  for (const place of places) expect(await clinic.sql('owner', place)).toEqual([{ found: 0 }]);
  expect(await clinic.sql('owner', 'select count(*) > 0 as some from public.seen_job')).toEqual([{ some: true }]);
});
