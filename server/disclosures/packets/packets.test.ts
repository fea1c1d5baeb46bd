import { createHash } from 'node:crypto';
import { createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect } from 'vitest';
import { newId, printPdf } from '#server/platform/index.ts';
import { clinicTest as test, type Client, type Clinic } from '#testing/clinic.ts';
import { openMailbox } from '#testing/mailbox.ts';
import { done, narrative, recordsOfIop, tpoConsentOf } from '#testing/released-records.ts';
import type { PacketJson, RehearsalJson } from './packets.contract.ts';

const everything = ['diagnosis', 'progress-note', 'schedule'] as const;

async function verified(clinic: Clinic, officer: Client, patientId: string): Promise<string> {
  const partyId = clinic.ids.parties['Cedar Family Medicine'] ?? '';
  await done(officer.post(`/parties/${partyId}/treatments`, { patientId, programId: clinic.ids.programs.iop, verifiedHow: 'Named by the patient, called back' }));
  return partyId;
}

const rehearse = (client: Client, patientId: string, partyId: string, more: object = {}) =>
  done<RehearsalJson>(client.post('/packets', { patientId, partyId, lane: 'treatment', classes: everything, ...more }));

const revoke = (client: Client, consentId: string) => done(client.post(`/consents/${consentId}/revocation`, { how: 'written-here', words: 'I take this back.' }));

async function wordsOf(bytes: Buffer): Promise<string[]> {
  const file = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let page = 1; page <= file.numPages; page += 1) {
    const { items } = await (await file.getPage(page)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  return pages;
}

test('a primary-care doctor gets what the consent covers, with notice, scope, pages named and a row in the accounting; after the revocation nothing', async ({
  clinic,
}) => {
  const { patientId, noteId } = await recordsOfIop(clinic);
  const officer = await clinic.as('privacy-officer');
  const partyId = clinic.ids.parties['Cedar Family Medicine'] ?? '';

  const unverified = await rehearse(officer, patientId, partyId);
  expect(unverified).toMatchObject({ packetId: null, outcome: 'deny', reason: 'NOT_TREATING', released: [] });
  expect(unverified.withheld[0]?.consent).toMatch(/^Consent to treatment, payment and operations, signed \d\d\/\d\d\/20/);

  await verified(clinic, officer, patientId);
  const rehearsed = await rehearse(officer, patientId, partyId);
  expect(rehearsed).toMatchObject({ outcome: 'permit', reason: 'TPO_OK', withheld: [], number: 'MOOR0000002' });
  expect(rehearsed.released.map(({ class: kind }) => kind)).toEqual(expect.arrayContaining([...everything]));
  const preview = await officer.get(`/packets/${rehearsed.packetId}/preview`);
  expect((await officer.get(`/packets/${rehearsed.packetId}/file`)).status).toBe(404);

  clinic.advance({ hours: 2 });
  const officerLater = await clinic.again('privacy-officer');
  const released = await done<PacketJson>(officerLater.post(`/packets/${rehearsed.packetId}/release`, { channel: 'print' }));
  expect(released).toMatchObject({ state: 'released', sha256: rehearsed.sha256, recipientName: 'Cedar Family Medicine' });
  const { bytes } = await officerLater.get(`/packets/${rehearsed.packetId}/file`);
  expect(bytes.equals(preview.bytes)).toBe(true);
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(rehearsed.sha256);

  const pages = await wordsOf(bytes);
  expect(pages).toHaveLength(released.pages);
  pages.forEach((page, index) => expect(page).toContain(`MOOR0000002-000${index + 1} · Page ${index + 1} of ${pages.length}`));
  const words = pages.join(' ').replaceAll(/\s+/g, ' ');
  expect(words).toContain(narrative);
  expect(words).toContain('This record which has been disclosed to you is protected by Federal confidentiality rules (42 CFR part 2).');
  expect(words).toContain('To whom: treating providers');

  const { items } = await done(officerLater.get(`/patients/${patientId}/disclosures`));
  expect(items).toMatchObject([{ recipientName: 'Cedar Family Medicine', basis: 'consent', channel: 'print', part2Accounting: true }]);
  const [kept] = await clinic.sql('owner', `select d.outcome, x.record_ids from privacy.disclosure x join privacy.decision d on d.id = x.decision_id`);
  expect(kept?.['outcome']).toBe('permit');
  expect(kept?.['recordIds'] ?? kept?.['record_ids']).toContain(noteId);

  const second = await rehearse(officerLater, patientId, partyId);
  await revoke(officerLater, await tpoConsentOf(officerLater, patientId));
  expect(await done(officerLater.post(`/packets/${second.packetId}/release`, { channel: 'print' }))).toMatchObject({ state: 'stopped', hasFile: false });
  expect(await rehearse(officerLater, patientId, partyId)).toMatchObject({ packetId: null, outcome: 'deny', reason: 'REVOKED' });
  expect((await done(officerLater.get(`/patients/${patientId}/disclosures`))).items).toHaveLength(1);
  expect(await clinic.sql('owner', `select reason from privacy.decision where outcome = 'deny'`)).toEqual([{ reason: 'REVOKED' }]);
});

test('a packet holds results of assessments and signed care plans, and a plan is silent about a diagnosis that stays', async ({ clinic }) => {
  const { patientId, programId } = await recordsOfIop(clinic);
  const therapist = await clinic.as('therapist');
  const asked = await done(therapist.post(`/patients/${patientId}/assessments`, { programId, instrumentCode: 'gad-7', mode: 'staff', answeredBy: 'patient' }));
  await done(therapist.patch(`/assessments/${asked.id}/answers`, { answers: Object.fromEntries(['q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7'].map((key) => [key, 2])) }));
  await done(therapist.post(`/assessments/${asked.id}/completion`));
  const plan = await done(therapist.post('/care-plans', { patientId, programId }));
  const typed = (text: string) => ({ base: '', text });
  const [goal, objective, step] = [newId(), newId(), newId()];
  const entries = [
    { id: goal, kind: 'goal', parentId: plan.entries[0].id, fields: { words: typed('Sleep through the night.') } },
    { id: objective, kind: 'objective', parentId: goal, fields: { statement: typed('GAD-7 below 5'), target: typed('5'), byWhen: typed('2027-02-01') } },
    { id: step, kind: 'intervention', parentId: objective, fields: { what: typed('Weekly therapy'), frequency: typed('weekly'), who: typed('Therapist') } },
  ];
  const { version } = await done(therapist.patch(`/care-plans/${plan.id}`, { entries }));
  await done(therapist.post(`/care-plans/${plan.id}/versions`, { version }));

  const officer = await clinic.as('privacy-officer');
  const partyId = await verified(clinic, officer, patientId);
  const words = async (classes: readonly string[]) => {
    const { packetId, released } = await rehearse(officer, patientId, partyId, { classes });
    return { released, text: (await wordsOf((await officer.get(`/packets/${packetId}/preview`)).bytes)).join(' ').replaceAll(/\s+/g, ' ') };
  };
  const whole = await words(['diagnosis', 'assessment', 'care-plan']);
  expect(whole.released.map(({ class: kind }) => kind)).toEqual(['diagnosis', 'assessment', 'care-plan']);
  for (const part of ['Score 14', 'Sleep through the night.', 'GAD-7 below 5', 'F10.20']) expect(whole.text).toContain(part);
  const withoutDiagnosis = (await words(['assessment', 'care-plan'])).text;
  expect(withoutDiagnosis).toContain('Sleep through the night.');
  expect(withoutDiagnosis).not.toContain('F10.20');
});

interface Chart {
  readonly patientId: string;
  readonly programId: string;
}
interface Scan {
  readonly title: string;
  readonly receiptBasis: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

async function filed(client: Client, { patientId, programId }: Chart, { title, receiptBasis, contentType, bytes }: Scan): Promise<void> {
  const said = { programId, title, category: 'outside-record', receivedHow: 'scan', receiptBasis, fromWhom: 'Bay Hospital' };
  await done(client.upload(`/patients/${patientId}/documents`, { name: 'scan', contentType, bytes }, said));
}

/** Files two pages in a chart. */
async function scanned(client: Client, chart: Chart, title: string, receiptBasis: string): Promise<void> {
  const content = [{ text: `First page: ${title}` }, { text: `Last page: ${title}`, pageBreak: 'before' }];
  const bytes = await printPdf({ title, language: 'en', content, foot: () => '' });
  await filed(client, chart, { title, receiptBasis, contentType: 'application/pdf', bytes });
}

test('a WebP goes like any picture, and a damaged one is named in its place while the rest goes', async ({ clinic }) => {
  const chart = { patientId: clinic.ids.patients.outpatient, programId: clinic.ids.programs.outpatient };
  const therapist = await clinic.as('therapist');
  const [wide, pngHead, pngEnd] = [createCanvas(3000, 1000), [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], [0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]];
  await filed(therapist, chart, { title: 'Photograph', receiptBasis: 'treatment', contentType: 'image/webp', bytes: await wide.encode('webp', 80) });
  const damaged = Buffer.from([...pngHead, ...Buffer.from('nothing of a picture'), ...pngEnd]);
  await filed(therapist, chart, { title: 'Wound, left — 木', receiptBasis: 'treatment', contentType: 'image/png', bytes: damaged });
  await scanned(therapist, chart, 'Letter of the hospital', 'treatment');
  const officer = await clinic.as('privacy-officer');
  const rehearsed = await rehearse(officer, chart.patientId, chart.patientId, { lane: 'patient', classes: ['document'] });
  expect(rehearsed).toMatchObject({ unreadable: ['Wound, left — 木'] });
  expect(rehearsed.released).toHaveLength(3);
  const { bytes } = await officer.get(`/packets/${rehearsed.packetId}/preview`);
  const pages = await wordsOf(bytes);
  expect(pages.slice(-4).map((page) => page.includes('Wound, left ? ?'))).toEqual([false, true, false, false]);
  expect(pages.slice(-4)[2]).toContain('First page: Letter of the hospital');
  expect(bytes.includes('/DCTDecode')).toBe(true);
  await done(officer.post(`/packets/${rehearsed.packetId}/release`, { channel: 'print' }));
});

test('documents go with their pages, numbered on; what came from a Part 2 program on nobody knows which consent stays', async ({ clinic }) => {
  const of = { patientId: clinic.ids.patients.outpatient, programId: clinic.ids.programs.outpatient };
  const therapist = await clinic.as('therapist');
  await scanned(therapist, of, 'Letter of the hospital', 'treatment');
  await scanned(therapist, of, 'Summary of a methadone clinic', 'part2-consent');
  const officer = await clinic.as('privacy-officer');
  const partyId = clinic.ids.parties['Cedar Family Medicine'] ?? '';
  await done(officer.post(`/parties/${partyId}/treatments`, { ...of, verifiedHow: 'Named by the patient, called back' }));
  const rehearsed = await rehearse(officer, of.patientId, partyId, { classes: ['document'] });
  expect([rehearsed.released.map(({ title }) => title), rehearsed.withheld.map(({ title, reason }) => [title, reason])]).toEqual([
    ['Letter of the hospital'],
    [['Summary of a methadone clinic', 'RECEIPT_BASIS_UNKNOWN']],
  ]);
  const preview = (await officer.get(`/packets/${rehearsed.packetId}/preview`)).bytes;
  const pages = await wordsOf(preview);
  expect(pages).toHaveLength(rehearsed.pages ?? 0);
  expect(pages.at(-2)).toContain('First page: Letter of the hospital');
  expect(pages.at(-1)).toContain(`Page ${rehearsed.pages} of ${rehearsed.pages}`);
  expect(pages.join(' ')).not.toContain('First page: Summary');
  clinic.advance({ hours: 1 });
  const later = await clinic.again('privacy-officer');
  await done(later.post(`/packets/${rehearsed.packetId}/release`, { channel: 'print' }));
  expect((await later.get(`/packets/${rehearsed.packetId}/file`)).bytes.equals(preview)).toBe(true);
});

test('results, vital signs and allergies go as they hold, each as its consent says; a correction meanwhile stops the packet', async ({ clinic }) => {
  const [patientId, programId] = [clinic.ids.patients.iop, clinic.ids.programs.iop];
  const therapist = await clinic.as('therapist');
  const hoursAgo = (hours: number) => clinic.clock.now().subtract({ hours }).toString();
  const level = {
    panel: 'lithium',
    laboratory: 'Sound Laboratories',
    clia: '05D0642827',
    collectedAt: hoursAgo(9),
    values: { lithium: { value: '0.80', low: '0.6', high: '1.2' } },
  };
  const result = await done(therapist.post(`/patients/${patientId}/results`, { programId, ...level }));
  const measured = { systolic: { value: '118', unit: 'mmHg' }, diastolic: { value: '76', unit: 'mmHg' }, temperature: { value: '98.60', unit: '°F' } };
  await done(therapist.post(`/patients/${patientId}/vitals`, { programId, takenAt: hoursAgo(8), measured }));
  const penicillin = { programId, substance: 'Penicillin', category: 'medication', kind: 'allergy', reaction: 'Hives', severity: 'moderate' };
  await done(therapist.post(`/patients/${patientId}/allergies`, penicillin));
  await scanned(therapist, { patientId, programId }, 'Letter of the hospital', 'treatment');
  const classes = ['laboratory', 'vital-signs', 'allergy', 'document'];

  const officer = await clinic.as('privacy-officer');
  const partyId = clinic.ids.parties['Puget Benefit Fund'] ?? '';
  const recipients = [{ kind: 'named', partyId, name: 'Puget Benefit Fund' }];
  const specific = { kind: 'specific', programId, recipients, classes: ['laboratory'], purposes: ['EMPLOY'], expiry: { kind: 'date', lastDay: '2027-01-31' } };
  const { id } = await done(officer.post(`/patients/${patientId}/consents`, specific));
  const { name } = await done(officer.get(`/patients/${patientId}/banner`));
  await done(officer.post(`/consents/${id}/signature`, { signatures: [{ signer: 'patient', name, drawing: 'M 10 10 L 200 40' }] }));
  const narrow = await rehearse(officer, patientId, partyId, { lane: 'other-consent', classes });
  expect(narrow).toMatchObject({ outcome: 'redact', released: [{ id: result.id, class: 'laboratory', title: 'Lithium level' }] });
  expect(narrow.withheld.map((one) => [one.class, one.title, one.reason])).toEqual([
    ['allergy', 'Allergy: Penicillin', 'OUT_OF_SCOPE'],
    ['vital-signs', 'Vital signs', 'OUT_OF_SCOPE'],
    ['document', 'Letter of the hospital', 'OUT_OF_SCOPE'],
  ]);
  const whole = await rehearse(officer, patientId, patientId, { lane: 'patient', classes });
  expect(whole.withheld).toEqual([]);
  const preview = (await officer.get(`/packets/${whole.packetId}/preview`)).bytes;
  const text = (await wordsOf(preview)).join(' ').replaceAll(/\s+/g, ' ');
  for (const part of ['Lithium: 0.80 mmol/L, range 0.6 to 1.2', 'CLIA 05D0642827', 'Systolic blood pressure: 118 mmHg', '98.60 °F', 'Hives, moderate'])
    expect(text).toContain(part);
  const correction = { ...level, version: 1, values: { lithium: { value: '0.90', low: '0.6', high: '1.2' } }, reason: 'Laboratory corrected its report' };
  const anew = await rehearse(officer, patientId, patientId, { lane: 'patient', classes: ['vital-signs', 'allergy', 'document'] });
  await done(therapist.patch(`/results/${result.id}`, correction));
  expect(await done<PacketJson>(officer.post(`/packets/${whole.packetId}/release`, { channel: 'print' }))).toMatchObject({ state: 'stopped' });
  await done(officer.post(`/packets/${anew.packetId}/release`, { channel: 'print' }));
  const file = (await officer.get(`/packets/${anew.packetId}/file`)).bytes;
  expect(createHash('sha256').update(file).digest('hex')).toBe(anew.sha256);
});

test('mail and fax carry the pages once; without an agreement they wait, and nothing is accounted for', async ({ clinic }) => {
  const { patientId } = await recordsOfIop(clinic);
  const officer = await clinic.as('privacy-officer');
  const partyId = await verified(clinic, officer, patientId);
  const mailbox = await openMailbox(clinic);
  try {
    for (const channel of ['mail', 'fax']) {
      const { packetId } = await rehearse(officer, patientId, partyId);
      expect(await done(officer.post(`/packets/${packetId}/release`, { channel }))).toMatchObject({ state: 'queued', hasFile: false });
      expect((await officer.post(`/packets/${packetId}/release`, { channel })).status).toBe(409);
    }
    await clinic.settleJobs();
    expect(mailbox.letters().map(({ to, subject, attachments }) => ({ to, subject, files: attachments.map(({ name }) => name) }))).toEqual([
      { to: ['records@cedar-family.example'], subject: 'Records MOOR0000001', files: ['MOOR0000001.pdf'] },
      { to: ['2535550141@fax.localhost'], subject: 'Records MOOR0000002', files: ['MOOR0000002.pdf'] },
    ]);
    expect((await done(officer.get(`/patients/${patientId}/packets`))).items.map(({ state }: PacketJson) => state)).toEqual(['released', 'released']);

    await clinic.sql('owner', `update privacy.agreement set valid_to = '2026-11-01' where integration = 'fax'`);
    const { packetId } = await rehearse(officer, patientId, partyId);
    await done(officer.post(`/packets/${packetId}/release`, { channel: 'fax' }));
    await expect(clinic.settleJobs()).rejects.toThrow('No current agreement');
    expect(mailbox.letters()).toHaveLength(2);
    expect((await done(officer.get(`/patients/${patientId}/disclosures`))).items).toHaveLength(2);
  } finally {
    await mailbox.close();
  }
});

test('fifty sends are queued, the consent is revoked: none leaves after', { timeout: 60_000 }, async ({ clinic }) => {
  const { patientId } = await recordsOfIop(clinic);
  const officer = await clinic.as('privacy-officer');
  const partyId = await verified(clinic, officer, patientId);
  const mailbox = await openMailbox(clinic);
  try {
    for (let count = 0; count < 50; count += 1) {
      const { packetId } = await rehearse(officer, patientId, partyId, { classes: ['diagnosis'] });
      await done(officer.post(`/packets/${packetId}/release`, { channel: 'mail' }));
    }
    await revoke(officer, await tpoConsentOf(officer, patientId));
    await clinic.settleJobs();
    expect(mailbox.letters()).toEqual([]);
    expect(await clinic.sql('owner', 'select state, count(*)::int as n from disclosures.packet group by state')).toEqual([{ state: 'stopped', n: 50 }]);
    expect(await clinic.sql('owner', 'select count(*)::int as n from privacy.disclosure')).toEqual([{ n: 0 }]);
  } finally {
    await mailbox.close();
  }
});

test('what stays is named with its rule and consent, and what tells of it is left out of what goes', async ({ clinic }) => {
  const { patientId, programId, noteId } = await recordsOfIop(clinic);
  const officer = await clinic.as('privacy-officer');
  const partyId = clinic.ids.parties['Puget Benefit Fund'] ?? '';
  const specific = {
    kind: 'specific',
    programId,
    recipients: [{ kind: 'named', partyId, name: 'Puget Benefit Fund' }],
    classes: ['progress-note'],
    purposes: ['EMPLOY'],
    expiry: { kind: 'date', lastDay: '2027-01-31' },
  };
  const { id } = await done(officer.post(`/patients/${patientId}/consents`, specific));
  const name = (await done(officer.get(`/patients/${patientId}/banner`))).name;
  await done(officer.post(`/consents/${id}/signature`, { signatures: [{ signer: 'patient', name, drawing: 'M 10 10 L 200 40' }] }));
  const rehearsed = await rehearse(officer, patientId, partyId, { lane: 'other-consent' });
  expect(rehearsed).toMatchObject({ outcome: 'redact', released: [{ id: noteId }] });
  expect(rehearsed.withheld.map((one) => [one.class, one.reason, one.consent?.slice(0, 28)])).toEqual([
    ['diagnosis', 'OUT_OF_SCOPE', 'Consent to a named recipient'],
    ['schedule', 'OUT_OF_SCOPE', 'Consent to a named recipient'],
  ]);
  const pages = (await wordsOf((await officer.get(`/packets/${rehearsed.packetId}/preview`)).bytes)).join(' ');
  expect(pages).toContain(narrative);
  expect(pages).not.toContain('F10.20');

  // Who does not reach every record of the packet has no packet: the same words as for none.
  const colleague = await clinic.as('case-manager');
  await clinic.sql('owner', `update privacy.party set active = false where id = $1`, [partyId]);
  expect((await officer.post(`/packets/${rehearsed.packetId}/release`, { channel: 'print' })).status).toBe(404);
  expect(await done(colleague.post(`/packets/${rehearsed.packetId}/stop`, { reason: 'Not wanted any more' }))).toMatchObject({ state: 'stopped' });
});

test('each lane names the field that it lacks, and an order under which a subpoena came opens what the order names', async ({ clinic }) => {
  const { patientId } = await recordsOfIop(clinic);
  const officer = await clinic.as('privacy-officer');
  const partyId = clinic.ids.parties['Pierce County Superior Court'] ?? '';
  const { items } = await done(officer.get('/disclosure-lanes'));
  const asking = items.filter(({ facts }: { facts: { required: boolean }[] }) => facts.some(({ required }) => required));
  expect(asking.map(({ code }: { code: string }) => code)).toEqual([
    'subpoena',
    'court-order',
    'audit',
    'research',
    'public-health',
    'registry',
    'pdmp',
    'emergency',
    'mandated-report',
  ]);
  for (const { code, facts } of asking) {
    const refused = await officer.post('/packets', { patientId, partyId, lane: code, classes: ['diagnosis'] });
    expect(refused.status).toBe(422);
    const required = facts.filter((fact: { required: boolean }) => fact.required).map(({ key }: { key: string }) => `facts.${key}`);
    expect(refused.body.obstacles.map(({ at }: { at: string }) => at)).toEqual(required);
  }
  const order = { orderId: '26-2-01234-5', section: '2.64', proceeding: 'noncriminal', issuedOn: '2026-11-01', subpoena: 'yes', confidentialCommunications: 'no' };
  expect(await rehearse(officer, patientId, partyId, { lane: 'subpoena', facts: { caseNumber: '26-2-01234-5', assurances: 'yes' } })).toMatchObject({
    outcome: 'deny',
    packetId: null,
  });
  expect(await rehearse(officer, patientId, partyId, { lane: 'court-order', facts: { ...order, subpoena: 'no' } })).toMatchObject({ packetId: null });
  const granted = await rehearse(officer, patientId, partyId, { lane: 'court-order', classes: ['diagnosis'], facts: order });
  expect(granted).toMatchObject({ outcome: 'permit', reason: 'ORDER_OK' });
  expect(
    (await officer.post('/packets', { patientId, partyId, lane: 'court-order', classes: ['diagnosis'], facts: { ...order, issuedOn: '2026-02-31' } })).body.obstacles,
  ).toMatchObject([{ at: 'facts.issuedOn' }]);
});
