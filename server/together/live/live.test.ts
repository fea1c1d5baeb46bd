import { expect } from 'vitest';
import WebSocket from 'ws';
import { assemble } from '#server/main.ts';
import { newId, openLog } from '#server/platform/index.ts';
import { clinicTest as test, type Client, type Clinic } from '#testing/clinic.ts';
import { SectionVisitor } from '#testing/section-visitor.ts';
import type { DocumentReply, MentionList } from '../documents/documents.contract.ts';

async function opened(clinic: Clinic, templateCode = 'team-meeting') {
  const { patients, programs } = clinic.ids;
  const therapist = await clinic.as('therapist');
  const reply = await therapist.post<DocumentReply>(`/patients/${patients.outpatient}/team-documents`, { id: newId(), programId: programs.outpatient, templateCode });
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
  const idOf = (key: string) => reply.body.sections.find((section) => section.key === key)?.id ?? '';
  return { therapist, document: reply.body, idOf, path: `/team-documents/${reply.body.id}` };
}

async function listening(clinic: Clinic): Promise<string> {
  return clinic.product.http.listen({ port: 0, host: '127.0.0.1' });
}

/** A second process at the same database, as behind a load balancer. */
async function secondProcess(clinic: Clinic) {
  const databaseUrl = clinic.product.workshop.database.pool.options.connectionString ?? '';
  return assemble({ config: clinic.config, databaseUrl, log: openLog('error'), clock: clinic.clock });
}

/** What the door answers to a knock: the status, 101 when it opens. */
async function knock(url: string, headers: Record<string, string>): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const socket = new WebSocket(`${url.replace('http', 'ws')}/api/live/sections`, { headers });
  socket.on('open', () => resolve(101));
  socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
  socket.on('error', () => undefined);
  const status = await promise;
  socket.terminate();
  return status;
}

test('the door opens to who reads charts, from a page of its own', async ({ clinic }) => {
  const url = await listening(clinic);
  const { cookie } = await clinic.as('therapist');
  expect(await knock(url, { cookie, origin: url })).toBe(101);
  expect(await knock(url, { cookie, origin: 'https://elsewhere.example' })).toBe(403);
  expect(await knock(url, { cookie })).toBe(403);
  expect(await knock(url, { origin: url })).toBe(401);
  expect(await knock(url, { cookie: (await clinic.as('front-desk')).cookie, origin: url })).toBe(403);
});

test('two disciplines write one section through two processes, one of them offline; both texts survive both processes', async ({ clinic }) => {
  const { therapist, idOf } = await opened(clinic);
  const [first, other] = [await listening(clinic), await secondProcess(clinic)];
  const second = await other.http.listen({ port: 0, host: '127.0.0.1' });
  const [ana, naomi] = [new SectionVisitor(first, therapist.cookie), new SectionVisitor(second, (await clinic.as('prescriber')).cookie)];
  const [hers, his] = [ana.goTo(idOf('decisions')), naomi.goTo(idOf('decisions'))];
  await Promise.all([hers.kept(), his.kept()]);
  hers.write('Go on with weekly sessions.');
  await his.sees('weekly sessions');
  his.write('Blood pressure twice a week.');
  await hers.sees('twice a week');
  await his.kept();

  naomi.leave();
  await other.stop();
  hers.write('Sister is invited.');
  await hers.kept();
  his.write('Written without a network.');
  const back = new SectionVisitor(first, (await clinic.as('prescriber')).cookie).goTo(idOf('decisions'), his.doc);
  await Promise.all([hers.sees('without a network'), back.sees('Sister is invited')]);
  await back.kept();
  ana.leave();
  const reader = new SectionVisitor(first, therapist.cookie).goTo(idOf('decisions'));
  await reader.sees('without a network');
  expect(reader.text.split('\n').toSorted()).toEqual(
    ['Blood pressure twice a week.', 'Go on with weekly sessions.', 'Sister is invited.', 'Written without a network.'].toSorted(),
  );
  expect(reader.text).toBe(back.text);
  const audit = await clinic.sql('owner', `select distinct action from audit.entry where action like 'team-document.%-section' order by 1`);
  expect(audit.map(({ action }) => action)).toEqual(['team-document.enter-section', 'team-document.write-section']);
});

test('a section out of sight is answered like one that is not there, also to who was already in', async ({ clinic }) => {
  const { therapist, idOf } = await opened(clinic);
  const url = await listening(clinic);
  const otp = new SectionVisitor(url, (await clinic.asStaff(clinic.ids.staff['otp-therapist'])).cookie);
  const [hidden, absent] = await Promise.all([otp.goTo(idOf('therapy')).shutOut(), otp.goTo(newId()).shutOut()]);
  expect(hidden).toBe(absent);

  const prescriber = new SectionVisitor(url, (await clinic.as('prescriber')).cookie);
  const [section, unsent] = [prescriber.goTo(idOf('therapy')), prescriber.goTo(idOf('nursing'))];
  await Promise.all([section.kept(), unsent.kept()]);
  await clinic.sql('owner', `update together.section set labels = '{psychotherapy-note}' where id = $1`, [idOf('therapy')]);
  const out = section.shutOut();
  section.write('Must not be taken.');
  expect(await out).toBe(hidden);
  const { body } = await (await clinic.as('prescriber')).get<DocumentReply>(
    `/team-documents/${(await clinic.sql('owner', 'select id from together.document'))[0]?.['id']}`,
  );
  expect(body.sections.map(({ key }) => key)).not.toContain('therapy');
  await clinic.sql('owner', 'delete from identity.program_membership where staff_id = $1', [clinic.ids.staff.prescriber]);
  expect(await unsent.shutOut()).toBe(hidden);
  expect(await clinic.sql('owner', 'select count(*)::int as count from together.section_update')).toEqual([{ count: 0 }]);
  expect((await therapist.get(`/team-documents/${newId()}`)).status).toBe(404);
});

async function signs(client: Client, path: string, sectionId: string, text: string) {
  return client.post<DocumentReply & { obstacles: { code: string }[] }>(`${path}/sections/${sectionId}/signature`, { text });
}

test('each section is signed by its discipline for the words that were read, then stands; the lead closes it into one sealed note', async ({ clinic }) => {
  const { therapist, idOf, path, document } = await opened(clinic);
  const prescriber = await clinic.as('prescriber');
  const url = await listening(clinic);
  const writer = new SectionVisitor(url, therapist.cookie);
  const texts = { attended: 'She came and wants to work again.', therapy: 'Sleeps better.', nursing: 'Pressure 128 over 82.', decisions: 'Step down in two weeks.' };
  for (const [key, text] of Object.entries(texts)) {
    const section = writer.goTo(idOf(key));
    await section.kept();
    section.write(text);
    await section.kept();
  }
  expect((await signs(therapist, path, idOf('nursing'), texts.nursing)).body.obstacles).toMatchObject([{ code: 'team-document.not-yours' }]);
  expect((await signs(prescriber, path, idOf('nursing'), 'Pressure 128')).body.obstacles).toMatchObject([{ code: 'team-document.changed-since-read' }]);
  expect((await therapist.post<{ obstacles: object[] }>(`${path}/closing`)).body.obstacles).toHaveLength(4);

  const signed = await signs(prescriber, path, idOf('nursing'), texts.nursing);
  expect(signed.status, JSON.stringify(signed.body)).toBe(200);
  expect(signed.body.sections.find(({ key }) => key === 'nursing')?.signed).toMatchObject({ text: texts.nursing, intact: true });
  const late = new SectionVisitor(url, prescriber.cookie).goTo(idOf('nursing'));
  await late.sees('128 over 82');
  late.write('Too late.');
  const update = `insert into together.section_update (section_id, patient_id, program_id, content, author_id, at) select id, patient_id, program_id, '', $2, now() from together.section where id = $1`;
  await expect(clinic.sql('owner', update, [idOf('nursing'), clinic.ids.staff.prescriber])).rejects.toThrow(/signed/);
  for (const change of [
    `update together.section set digest = repeat('0', 64) where signed_at is not null`,
    'delete from together.section',
    'update together.section_update set content = $$x$$',
  ])
    await expect(clinic.sql('owner', change), change).rejects.toThrow(/never changes/);

  for (const key of ['attended', 'therapy', 'decisions'] as const) expect((await signs(therapist, path, idOf(key), texts[key])).status).toBe(200);
  expect((await prescriber.post(`${path}/closing`)).status).toBe(422);
  const closed = await therapist.post<DocumentReply>(`${path}/closing`);
  expect(closed.status, JSON.stringify(closed.body)).toBe(200);
  const note = await prescriber.get<{ intact: boolean; sections: { key: string; text: string }[] }>(`/notes/${closed.body.noteId}`);
  expect(note.body.intact).toBe(true);
  expect(note.body.sections.find(({ key }) => key === 'nursing')?.text).toContain(`${texts.nursing}\n\nSigned by `);
  expect(JSON.stringify(note.body)).not.toContain('Too late');
  expect((await prescriber.get(`/notes/${closed.body.noteId}/print`)).bytes.subarray(0, 5).toString()).toBe('%PDF-');
  const story = await prescriber.get<{ items: { id: string }[] }>(`/patients/${document.patientId}/timeline`);
  expect(story.body.items.map(({ id }) => id)).toContain(closed.body.noteId);
});

test('a mention is a task on the home page of whom it names, while they may see the section', async ({ clinic }) => {
  const { therapist, idOf, path } = await opened(clinic);
  const prescriber = await clinic.as('prescriber');
  const { staff } = clinic.ids;
  const remark = { id: newId(), sectionId: idOf('therapy'), says: 'Could you ask about sleep?', mentions: [staff.prescriber] };
  expect((await therapist.post(`${path}/remarks`, remark)).status).toBe(200);
  expect((await therapist.post(`${path}/remarks`, { ...remark, id: newId(), mentions: [staff['otp-therapist']] })).status).toBe(400);
  const tasks = async () => (await prescriber.get<MentionList>('/mentions')).body.items;
  expect(await tasks()).toMatchObject([{ says: remark.says, remarkId: remark.id }]);
  await clinic.sql('owner', `update together.section set labels = '{psychotherapy-note}' where id = $1`, [idOf('therapy')]);
  expect(await tasks()).toEqual([]);
  await clinic.sql('owner', `alter table together.section disable trigger label_from_program`);
  await clinic.sql('owner', `update together.section set labels = '{}' where id = $1`, [idOf('therapy')]);
  expect((await prescriber.post(`/mentions/${remark.id}/done`)).status).toBe(204);
  expect(await tasks()).toEqual([]);
});
