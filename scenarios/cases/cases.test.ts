import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { connectClearinghouse } from '#launch/outside-world.ts';
import { startSandbox } from '#sandbox/main.ts';
import { decide } from '#server/privacy/index.ts';
import { clinicTest, type Clinic } from '#testing/clinic.ts';
import { cases, factsOf } from '#testing/decision-cases.ts';
import { openMailbox } from '#testing/mailbox.ts';
import { done, signedNoteOf } from '#testing/released-records.ts';
import { caseOf, note, report, type ChannelName } from './cells.ts';
import { billings, claimNumbers, files } from './claims.ts';
import { harborOf, idsOf, outcomeOf, seenByRoutes, seenBySql, type Harbor } from './harbor.ts';
import { looks, type Differs } from './inside.ts';
import { classesOf, outcomeOfPages, revokedWhileQueued, sends, wordsOf, type Send } from './packets.ts';

// A clinic, a packet and its pages each: seconds on an idle machine, more on a busy one.
vi.setConfig({ testTimeout: 60_000 });

const folder = join(import.meta.dirname, '..', '..', '.data', 'reports');

afterAll(async () => {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'cases.md'), report());
});

/** The outcome in a channel must be the case's, or the other one that is said to be so. */
function holds(id: string, channel: ChannelName, came: { outcome: string; reason?: string | undefined }, differs?: Differs): void {
  const must = caseOf(id).expect;
  expect(came.outcome, `case ${id} by ${channel}`).toBe(differs?.outcome ?? must.outcome);
  // Where the channel says why, it says the same.
  if (came.reason !== undefined) expect(came.reason, `reason of case ${id} by ${channel}`).toBe(differs?.reason ?? must.reason);
  const outcome = `${came.outcome}${came.reason === undefined ? '' : ` ${came.reason}`}`;
  note(id, channel, { outcome, ...(differs ? { differs: differs.because } : {}) });
}

test('every case through the decision', () => {
  for (const one of cases) holds(one.id, 'decision', decide(factsOf(one)));
});

for (const look of looks) {
  clinicTest(`case ${look.id} by routes and by raw SQL: ${caseOf(look.id).title}`, async ({ clinic }) => {
    const harbor = await harborOf(clinic, { tpo: look.tpo ?? false });
    const client = await look.act(harbor);
    const asked = idsOf(harbor, look.asked);
    holds(look.id, 'rest', { outcome: outcomeOf(asked, await seenByRoutes(harbor, client)) }, look.differs);
    holds(look.id, 'sql', { outcome: outcomeOf(asked, await seenBySql(harbor, client, look.purpose ?? 'TREAT')) }, look.differs);
  });
}

async function prepared(harbor: Harbor, send: Send) {
  const officer = await harbor.clinic.as('privacy-officer');
  const partyId = await send.to(harbor, officer);
  await send.before?.(harbor, officer);
  const packet = { patientId: harbor.john, partyId, lane: send.lane, classes: classesOf(send), facts: send.facts ?? {} };
  const { status, body } = await officer.post<{ packetId: string | null; outcome: string; reason: string }>('/packets', packet);
  return { officer, packetId: status === 200 ? body.packetId : null, outcome: status === 200 ? body.outcome : 'deny', reason: status === 200 ? body.reason : undefined };
}

for (const send of sends) {
  clinicTest(`case ${send.id} by a printed packet: ${caseOf(send.id).title}`, async ({ clinic }) => {
    const harbor = await harborOf(clinic, { tpo: send.tpo ?? false });
    const { officer, packetId, outcome, reason } = await prepared(harbor, send);
    if (packetId === null) {
      expect(outcome).not.toMatch(/permit|redact/);
      expect(await clinic.sql('owner', 'select * from privacy.disclosure')).toEqual([]);
      return holds(send.id, 'print', { outcome, reason }, send.differs);
    }
    await done(officer.post(`/packets/${packetId}/release`, { channel: 'print' }));
    const { bytes } = await officer.get(`/packets/${packetId}/file`);
    holds(send.id, 'print', { outcome: outcomeOfPages(classesOf(send), await wordsOf(bytes)), reason }, send.differs);
    expect(await clinic.sql('owner', 'select count(*)::int as n from privacy.disclosure')).toEqual([{ n: 1 }]);
  });
}

for (const send of [...sends.filter(({ byMail }) => byMail), revokedWhileQueued]) {
  clinicTest(`case ${send.id} by mail: ${caseOf(send.id).title}`, async ({ clinic }) => {
    const harbor = await harborOf(clinic, { tpo: send.tpo ?? false });
    const mailbox = await openMailbox(clinic);
    try {
      const { officer, packetId } = await prepared(harbor, send);
      if (packetId !== null) await done(officer.post(`/packets/${packetId}/release`, { channel: 'mail' }));
      await send.whileQueued?.(harbor, officer);
      await clinic.settleJobs();
      const letters = mailbox.letters();
      holds(send.id, 'mail', { outcome: letters.length > 0 ? 'permit' : 'deny' }, send.differs);
    } finally {
      await mailbox.close();
    }
  });
}

for (const billing of billings) {
  clinicTest(`case ${billing.id} by building claims: ${caseOf(billing.id).title}`, async ({ clinic }) => {
    const harbor = await harborOf(clinic, { tpo: billing.tpo ?? false });
    await billing.before?.(harbor);
    const built = await done((await clinic.again('biller')).post<{ built: number; held: number }>('/claims/builds'));
    expect(built.built + built.held).toBe(1);
    holds(billing.id, 'claim', { outcome: built.built === 1 ? 'permit' : 'deny' });
  });
}

async function filesAtTheClearinghouse(clinic: Clinic, work: () => Promise<void>): Promise<string> {
  const place = await mkdtemp(join(tmpdir(), 'outside-'));
  const sandbox = await startSandbox({ sftpPort: 0, httpPort: 0, smtpPort: 0, dataDirectory: place });
  try {
    await connectClearinghouse(clinic.product, sandbox);
    await work();
    await clinic.settleJobs();
    const rows = await clinic.sql('owner', `select file_name from billing.batch where state = 'sent'`);
    const texts = rows.map((row) => readFile(join(place, 'clearinghouse', 'inbound', String(row['file_name'])), 'latin1'));
    return (await Promise.all(texts)).join('\n');
  } finally {
    await sandbox.stop();
    await rm(place, { recursive: true, force: true });
  }
}

for (const file of files) {
  clinicTest(`case ${file.id} by the file of claims that leaves: ${caseOf(file.id).title}`, async ({ clinic }) => {
    const harbor = await harborOf(clinic, { tpo: file.tpo ?? false });
    if (file.id === '21a') await signedNoteOf(clinic, harbor.john, harbor.programP, '2026-11-23T15:00:00Z');
    const biller = await clinic.as('biller');
    let numbers: ReadonlyMap<string, string> = new Map();
    const sent = await filesAtTheClearinghouse(clinic, async () => {
      await done(biller.post('/claims/builds'));
      numbers = await claimNumbers(clinic, harbor.john);
      await done(biller.post('/claims/submissions', {}));
      await file.late?.(harbor);
    });
    const asked = [...numbers.values()];
    holds(file.id, 'claim', { outcome: outcomeOf(asked, new Set(asked.filter((number) => sent.includes(`CLM*${number}*`)))) });
    const gone = asked.filter((number) => sent.includes(number)).length;
    expect(await clinic.sql('owner', `select count(*)::int as n from privacy.disclosure where channel = 'claim'`)).toEqual([{ n: gone }]);
    if (file.id === '21a') expect(sent).not.toContain(numbers.get(harbor.noteId));
  });
}

clinicTest('case X7: whoever calls hears the same words of a patient and of nobody', async ({ clinic }) => {
  const harbor = await harborOf(clinic, { tpo: true });
  const desk = await clinic.as('privacy-officer');
  const { name } = await done(desk.get<{ name: string }>(`/patients/${harbor.john}/banner`));
  const answers = [name, 'Nobody of that name'].map((about) => desk.post('/outside-queries', { asker: 'A caller', about }));
  const [known, unknown] = await Promise.all(answers);
  expect(known?.bytes.equals(unknown?.bytes ?? Buffer.of())).toBe(true);
  holds('X7', 'rest', { outcome: 'deny' });
});
