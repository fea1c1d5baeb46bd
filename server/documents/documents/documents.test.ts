import { expect } from 'vitest';
import { clinicTest as test, type Clinic } from '#testing/clinic.ts';
import type { DocumentReply } from './documents.contract.ts';

const pdf = (words: string) => ({ name: 'whatever.txt', contentType: 'text/plain', bytes: Buffer.from(`%PDF-1.7\n${words}\n%%EOF\n`) });

async function filing(clinic: Clinic) {
  const { patients, programs } = clinic.ids;
  const said = { programId: programs.outpatient, title: 'Discharge letter', category: 'hospital', receivedHow: 'mail', receiptBasis: 'treatment', dated: '2026-11-02' };
  return {
    path: `/patients/${patients.outpatient}/documents`,
    said,
    titlesFor: async (role: 'therapist' | 'front-desk' | 'second-therapist') =>
      (await (await clinic.as(role)).get<{ items: DocumentReply[] }>(`/patients/${patients.outpatient}/documents`)).body.items.map(
        ({ title, state }) => `${title} ${state}`,
      ),
  };
}

test('a document needs its basis of receipt, is known by its bytes, told from its double, and read by who reads charts', async ({ clinic }) => {
  const { path, said, titlesFor } = await filing(clinic);
  const desk = await clinic.as('front-desk');
  const letter = pdf('Admitted after an overdose.');
  const { receiptBasis: _left, ...without } = said;
  expect((await desk.upload(path, letter, without)).body.errors).toMatchObject([{ at: 'receiptBasis' }]);
  expect((await desk.upload(path, letter, { ...said, receiptBasis: 'hearsay' })).body.code).toBe('document.unknown-basis');
  expect((await desk.upload(path, { ...letter, name: 'letter.pdf', contentType: 'application/pdf', bytes: Buffer.from('MZ program') }, said)).body.code).toBe(
    'document.unreadable',
  );
  const filed = await desk.upload<{ id: string }>(path, letter, said);
  expect(filed.status).toBe(200);
  await desk.upload(path, pdf('Card'), { ...said, title: 'Insurance card', category: 'insurance', receiptBasis: 'patient' });
  expect(await titlesFor('front-desk')).toEqual(['Insurance card filed']);
  expect((await desk.get(`/documents/${filed.body.id}/content`)).status).toBe(404);
  expect(await titlesFor('therapist')).toEqual(['Insurance card filed', 'Discharge letter filed']);
  const therapist = await clinic.as('therapist');
  const content = await therapist.get(`/documents/${filed.body.id}/content`);
  expect([content.headers['content-type'], content.headers['x-content-type-options'], content.bytes.toString()]).toEqual([
    'application/pdf',
    'nosniff',
    letter.bytes.toString(),
  ]);
  const again = await therapist.upload(path, letter, { ...said, title: 'Same letter' });
  expect([again.status, again.body.code]).toEqual([422, 'document.is-double']);
  expect((await therapist.upload(path, letter, { ...said, title: 'Same letter', isMeant: 'true' })).status).toBe(200);
  expect((await (await clinic.as('biller')).upload(path, letter, said)).status).toBe(403);
});

test('a misfiled document goes to the right chart and is closed in the wrong one, which does not name it; both show it in the audit', async ({ clinic }) => {
  const { path, said, titlesFor } = await filing(clinic);
  const { patients, programs } = clinic.ids;
  const therapist = await clinic.as('therapist');
  const { id } = (await therapist.upload<{ id: string }>(path, pdf('Of somebody else'), { ...said, receiptBasis: 'part2-consent' })).body;
  const move = { version: 1, patientId: patients.iop, programId: programs.iop, reason: 'Two people of one name' };
  expect((await therapist.post(`/documents/${id}/move`, { ...move, patientId: patients.outpatient })).body.code).toBe('document.same-chart');
  const moved = await therapist.post<{ id: string }>(`/documents/${id}/move`, move);
  expect(await titlesFor('therapist')).toEqual(['Discharge letter moved']);
  expect((await therapist.get(`/documents/${id}/content`)).status).toBe(404);
  expect((await therapist.get(`/documents/${moved.body.id}/content`)).status).toBe(200);
  expect((await therapist.post(`/documents/${id}/move`, move)).status).toBe(409);
  const history = JSON.stringify((await therapist.get(`/documents/${id}/history`)).body);
  expect(history).toContain('Two people of one name');
  expect(history).not.toContain(patients.iop);
  const [entry] = await clinic.sql('owner', `select patient_ids from audit.entry where action = 'document.move' and outcome = 'done'`);
  expect(entry?.['patient_ids'].toSorted()).toEqual([patients.outpatient, patients.iop].toSorted());
  expect(await clinic.sql('owner', 'select version, state, labels from documents.document order by id, version')).toEqual([
    { version: 1, state: 'filed', labels: ['part2'] },
    { version: 2, state: 'moved', labels: ['part2'] },
    { version: 1, state: 'filed', labels: ['part2'] },
  ]);
});
