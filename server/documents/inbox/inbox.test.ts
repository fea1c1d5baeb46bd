import { mkdtemp, readdir, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { runJob } from '#server/platform/index.ts';
import { clinicTest as test } from '#testing/clinic.ts';
import { takeInFaxes } from './inbox.jobs.ts';
import type { InboundReply } from './inbox.contract.ts';

test('faxes are taken in once, also when a process dies in between; what cannot be read waits with the reason; one is filed by one', async ({ clinic }) => {
  const folder = await mkdtemp(join(tmpdir(), 'mooring-faxes-'));
  const workshop = { ...clinic.product.workshop, config: { ...clinic.config, MOORING_FAX_INBOX: folder } };
  const look = () => Promise.all([runJob(workshop, takeInFaxes, {}, '1'), runJob(workshop, takeInFaxes, {}, '2')]);
  const at = new Date(Date.now() - 600_000);
  const put = async (name: string, words: string, then = at) => {
    await writeFile(join(folder, name), words);
    await utimes(join(folder, name), then, then);
  };
  const fax = '%PDF-1.4 results %%EOF';
  await put('fax-1.pdf', fax);
  await put('fax-2.pdf', fax);
  await put('broken.pdf', '%PDF-1.4 cut o');
  await put('arriving.pdf', '%PDF-1.4 half', new Date());
  await put('later.pdf.part', fax);
  await look();
  expect((await readdir(folder)).toSorted()).toEqual(['arriving.pdf', 'later.pdf.part']);
  // As if the process had died after it had kept the file and before it removed it.
  await put('fax-1.pdf', fax);
  await look();
  const desk = await clinic.as('front-desk');
  const { items } = (await desk.get<{ items: InboundReply[] }>('/inbound-documents')).body;
  const inOrder = items.toSorted((one, other) => one.name.localeCompare(other.name));
  expect(inOrder.map(({ name, state, reason }) => [name, state, reason.slice(0, 18)])).toEqual([
    ['broken.pdf', 'quarantined', 'The PDF has no end'],
    ['fax-1.pdf', 'waiting', ''],
  ]);
  expect(await clinic.sql('owner', 'select name, state from documents.inbound order by name')).toEqual([
    { name: 'broken.pdf', state: 'quarantined' },
    { name: 'fax-1.pdf', state: 'waiting' },
    { name: 'fax-2.pdf', state: 'duplicate' },
  ]);
  const [broken, good] = inOrder.map(({ id }) => `/inbound-documents/${id}`);
  const { patients, programs } = clinic.ids;
  const facts = {
    patientId: patients.outpatient,
    programId: programs.outpatient,
    title: 'Results',
    category: 'laboratory',
    receivedHow: 'fax',
    receiptBasis: 'treatment',
  };
  expect((await desk.post(`${broken}/filing`, facts)).status).toBe(409);
  expect((await desk.get(`${good}/content`)).bytes.toString()).toBe(fax);
  expect((await desk.post(`${good}/filing`, facts)).status).toBe(200);
  expect((await desk.post(`${good}/filing`, facts)).status).toBe(409);
  const came = await clinic.sql('owner', `select id from documents.inbound where name like 'fax%'`);
  for (const { id } of came) expect((await desk.get(`/inbound-documents/${id}/content`)).status).toBe(404);
  await desk.post(`${broken}/put-aside`, { reason: 'The sender was asked to send it again' });
  expect((await desk.get('/inbound-documents')).body.items).toEqual([]);
  const therapist = await clinic.as('therapist');
  expect((await therapist.get(`/patients/${patients.outpatient}/documents`)).body.items).toMatchObject([{ title: 'Results', receivedHow: 'fax' }]);
  expect((await (await clinic.as('biller')).get('/inbound-documents')).status).toBe(403);
});
