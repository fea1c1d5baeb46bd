import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeInFaxes } from '#server/documents/inbox/inbox.jobs.ts';
import { newId, runJob } from '#server/platform/index.ts';
import { findDueReminders } from '#server/scheduling/reminders/reminders.jobs.ts';
import { freeWord, type Hands } from './life-hands.ts';
import { done } from './released-records.ts';
import { SectionVisitor } from './section-visitor.ts';

/** What is measured of and known about the body. */
export async function measured({ nurse, patientId, programId }: Hands): Promise<void> {
  const path = `/patients/${patientId}`;
  await done(nurse.post(`${path}/allergy-statements`, { programId, says: 'none-known', reason: freeWord }));
  const allergy = { substance: freeWord, category: 'food', kind: 'allergy', reaction: freeWord };
  const written = await done(nurse.post(`${path}/allergies`, { programId, ...allergy }));
  await done(nurse.post(`/allergies/${written.id}/end`, { version: 1, state: 'resolved', reason: freeWord }));
  const facts = { measured: { pulse: { value: '72', unit: '/min' } }, note: freeWord };
  const taken = await done(nurse.post(`${path}/vitals`, { programId, ...facts }));
  await done(nurse.patch(`/vitals/${taken.id}`, { version: 1, ...facts, reason: freeWord }));
  const level = { value: '0.80', low: '0.6', high: '1.2', amount: freeWord };
  const found = { collectedAt: '2026-11-20T16:00:00Z', laboratory: freeWord, specimen: freeWord, note: freeWord, values: { lithium: level } };
  const result = await done(nurse.post(`${path}/results`, { programId, panel: 'lithium', ...found }));
  await done(nurse.patch(`/results/${result.id}`, { version: 1, ...found, reason: freeWord }));
}

/** None at first, then medicines, one of them stopped, and how long the payer allows the care. */
export async function treated({ nurse, patientId, programId, clinic }: Hands): Promise<void> {
  const path = `/patients/${patientId}`;
  const [taken, known, stopped] = [newId(), newId(), newId()];
  const facts = { programId, dose: freeWord, source: 'ordered-here', prescriber: freeWord };
  await done(nurse.post(`${path}/medications/none`, { id: newId(), programId, note: freeWord }));
  for (const [id, name] of [
    [taken, freeWord],
    [known, 'canarymedicine'],
    [stopped, freeWord],
  ])
    await done(nurse.post(`${path}/medications`, { id, name, ...facts }));
  await done(nurse.post(`/medications/${stopped}/stop`, { stoppedOn: '2026-11-23', reason: freeWord, version: 1 }));
  const toProgramId = clinic.ids.programs.residential;
  await done(nurse.put(`/medications/${taken}/decision`, { toProgramId, does: 'change', dose: freeWord, reason: freeWord }));
  await done(nurse.put(`/medications/${known}/decision`, { toProgramId, does: 'continue' }));
  const allowed = { state: 'approved', number: freeWord, counts: 'days', allowed: 10, validFrom: '2026-11-20', validThrough: '2026-11-30', note: freeWord };
  await done(nurse.post(`${path}/authorizations`, { id: newId(), programId, payerId: Object.values(clinic.ids.payers)[0], ...allowed }));
}

/** A page that any reader opens, with these words in it. */
function pdf(words: string): string {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<<>>>>',
    `<</Length ${words.length + 2}>>stream\n% ${words}\nendstream`,
  ];
  return `%PDF-1.7\n${objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('')}trailer\n<</Root 1 0 R>>\n%%EOF\n`;
}

/** A scan that the front desk files without reading on, and a fax that came twice, filed once. Answers the ids of what came. */
export async function documented({ desk, patientId, programId, clinic }: Hands): Promise<readonly string[]> {
  const said = { programId, title: freeWord, category: 'referral', receivedHow: 'scan', receiptBasis: 'treatment', fromWhom: freeWord };
  await done(desk.upload(`/patients/${patientId}/documents`, { name: 'scan.pdf', contentType: 'application/pdf', bytes: Buffer.from(pdf('canaryscanpages')) }, said));
  const folder = await mkdtemp(join(tmpdir(), 'mooring-faxes-'));
  try {
    for (const name of ['fax.pdf', 'fax-again.pdf']) await writeFile(join(folder, name), pdf('canaryfaxpages'));
    const { workshop } = clinic.product;
    await runJob({ ...workshop, config: { ...workshop.config, MOORING_FAX_INBOX: folder } }, takeInFaxes, {}, 'faxes of a whole life');
  } finally {
    await rm(folder, { recursive: true });
  }
  const { items } = await done(desk.get('/inbound-documents'));
  await done(desk.post(`/inbound-documents/${items[0].id}/filing`, { ...said, patientId, receivedHow: 'fax' }));
  return (await clinic.sql('owner', 'select id from documents.inbound')).map(({ id }) => String(id));
}

/** A meeting of the team: a section written and signed, a remark that names a colleague. */
export async function wroteTogether({ therapist, patientId, programId, clinic }: Hands): Promise<void> {
  const opened = await done(therapist.post(`/patients/${patientId}/team-documents`, { id: newId(), programId, templateCode: 'team-meeting' }));
  const path = `/team-documents/${opened.id}`;
  const { id: sectionId } = opened.sections.find(({ key }: { key: string }) => key === 'therapy');
  const visitor = new SectionVisitor(await clinic.product.http.listen({ port: 0, host: '127.0.0.1' }), therapist.cookie);
  const section = visitor.goTo(sectionId);
  await section.kept();
  section.write(freeWord);
  await section.kept();
  visitor.leave();
  await done(therapist.post(`${path}/remarks`, { id: newId(), sectionId, says: freeWord, mentions: [clinic.ids.staff.nurse] }));
  await done(therapist.post(`${path}/sections/${sectionId}/signature`, { text: freeWord }));
}

/** Into a house of another program, and back within the hour. */
export async function moved({ nurse, patientId, programId, clinic }: Hands): Promise<void> {
  const { items } = await done(nurse.get(`/patients/${patientId}/episodes`));
  const episodeId = items.find((episode: { programId: string }) => episode.programId === programId).id;
  const id = newId();
  const to = { toProgramId: clinic.ids.programs.residential, at: clinic.clock.now().toString(), reason: 'needs-more', clinicianId: clinic.ids.staff.nurse };
  await done(nurse.post('/transitions', { id, episodeId, ...to }));
  await done(nurse.post(`/transitions/${id}/undoing`));
}

/** The supervisor gave a note back, as of an author who writes under supervision. */
export async function supervised({ clinic, patientId, programId }: Hands): Promise<void> {
  const words = JSON.stringify([{ id: 'supervised', words: freeWord }]);
  await clinic.sql(
    'owner',
    `with step as (
       insert into charting.signature_step (note_id, number, patient_id, program_id, state, by_id, at, note_digest, attestations, digest)
       select id, 1, patient_id, program_id, 'returned', $1, now(), digest, $2, digest from charting.note where patient_id = $3 and program_id = $4 and kind = 'note'
       returning note_id, number, patient_id, program_id)
     insert into charting.signature_comment (note_id, number, patient_id, program_id, section, text) select note_id, number, patient_id, program_id, 'plan', $5 from step`,
    [clinic.ids.staff['clinical-director'], words, patientId, programId, freeWord],
  );
}

/** An appointment of which the patient was to be reminded a day ahead. */
export async function reminded({ desk, therapistId, patientId, programId, clinic }: Hands): Promise<void> {
  const startsAt = clinic.clock.now().add({ hours: 24, minutes: 1 }).toString();
  await done(desk.post('/appointments', { patientId, programId, clinicianId: therapistId, typeCode: 'therapy-50', startsAt }));
  clinic.advance({ minutes: 2 });
  await runJob(clinic.product.workshop, findDueReminders, {}, 'reminders of a whole life');
}

/** The secret under which anybody reads when the therapist is busy. */
export async function calendarOf({ therapist }: Hands): Promise<string> {
  const { address } = await done(therapist.post('/calendar-links'));
  return String(address.split('/').at(-1));
}
