import { describe, expect } from 'vitest';
import { clinicTest as test, type Client, type Clinic } from '#testing/clinic.ts';
import { newId } from '#server/platform/index.ts';
import type { DraftReply } from '../drafts/drafts.contract.ts';
import type { NoteReply, NoteSummary } from '../notes/notes.contract.ts';
import { textOfCells } from '../templates/templates.contract.ts';

const canary = 'Her sister came from Ellensburg.';

/** Books, writes and leaves a note ready to be signed by `author`. */
async function written(clinic: Clinic, author: 'therapist' | 'trainee' = 'therapist'): Promise<{ client: Client; draft: DraftReply }> {
  const { ids } = clinic;
  const client = await clinic.as(author);
  const [patientId, programId] = [ids.patients.outpatient, ids.programs.outpatient];
  await client.post(`/patients/${patientId}/diagnoses`, { programId, code: 'F41.1' });
  const appointment = await client.post<{ id: string }>('/appointments', {
    patientId,
    programId,
    clinicianId: ids.staff[author],
    typeCode: 'therapy-50',
    startsAt: '2026-11-23T17:00:00Z',
  });
  const { body: draft } = await client.post<DraftReply>('/drafts', { appointmentId: appointment.body.id });
  const words = { goal: 'Sleep through the night.', data: canary, assessment: 'Improving.', plan: 'Again next week.' };
  const sections = Object.fromEntries(Object.entries(words).map(([key, text]) => [key, { text, baseVersion: 1, sequence: 1 }]));
  const saved = await client.patch(`/drafts/${draft.id}`, { deviceId: 'laptop', sections, header: { risk: 'denied' } });
  expect(saved.status).toBe(200);
  return { client, draft };
}

async function signed(clinic: Clinic, author: 'therapist' | 'trainee' = 'therapist'): Promise<{ client: Client; note: NoteReply }> {
  const { client, draft } = await written(clinic, author);
  const { status, body } = await client.post<NoteReply>(`/drafts/${draft.id}/signature`);
  expect(status, JSON.stringify(body)).toBe(200);
  return { client, note: body };
}

describe('signing', () => {
  test('seals the note, announces the encounter and completes the appointment', async ({ clinic }) => {
    const { client, note } = await signed(clinic);
    expect(note).toMatchObject({ intact: true, minutes: 50, service: 'individual-psychotherapy', diagnoses: [{ code: 'F41.1' }], supervisorName: null });
    expect((await client.get<{ status: string; endedAt: string }>(`/appointments/${note.appointmentId}`)).body).toMatchObject({
      status: 'completed',
      endedAt: '2026-11-23T17:50:00Z',
    });
    expect((await client.get<{ items: NoteSummary[] }>(`/patients/${note.patientId}/notes`)).body.items).toMatchObject([{ id: note.id, minutes: 50 }]);
    expect((await client.get(`/note-states?appointmentIds=${note.appointmentId}`)).body).toMatchObject({ items: [{ state: 'signed', noteId: note.id }] });
  });

  test('twice is one note', async ({ clinic }) => {
    const { client, draft } = await written(clinic);
    const replies = await Promise.all([1, 2, 3].map(() => client.post<NoteReply>(`/drafts/${draft.id}/signature`)));
    expect(new Set(replies.map((reply) => reply.body.id)).size).toBe(1);
    expect(await clinic.sql('owner', 'select count(*)::integer as n from charting.encounter')).toEqual([{ n: 1 }]);
  });

  test('is refused with all that is missing at once', async ({ clinic }) => {
    const { client, draft } = await written(clinic);
    await client.patch(`/drafts/${draft.id}`, {
      deviceId: 'laptop',
      sections: { plan: { text: ' ', baseVersion: 2, sequence: 2 } },
      header: { risk: 'present', diagnosisIds: [], endedAt: null },
    });
    const { status, body } = await client.post<{ obstacles: { code: string }[] }>(`/drafts/${draft.id}/signature`);
    expect(status).toBe(422);
    expect(body.obstacles.map((obstacle) => obstacle.code)).toEqual(['note.times-missing', 'note.risk-undescribed', 'note.diagnosis-missing', 'note.section-empty']);
  });

  test('seals words that came from the note before as carried, until they are changed', async ({ clinic }) => {
    const { client, draft } = await written(clinic);
    const carried = textOfCells({ goal: 'Sleep through the night.', plan: 'Again in two weeks.' });
    await client.patch(`/drafts/${draft.id}`, { deviceId: 'laptop', sections: { 'carried-forward': { text: carried, baseVersion: 1, sequence: 2 } } });
    const { body } = await client.post<NoteReply>(`/drafts/${draft.id}/signature`);
    const marked = body.sections.filter(({ parts }) => parts?.some((part) => part.carried)).map(({ key }) => key);
    expect([marked, body.intact]).toEqual([['goal'], true]);
  });

  test('is for the clinician alone', async ({ clinic }) => {
    const { draft } = await written(clinic);
    const { status, body } = await (await clinic.as('clinical-director')).post<{ code: string }>(`/drafts/${draft.id}/signature`);
    expect([status, body.code]).toEqual([422, 'note.not-yours']);
  });

  test('shows words that came after the signer last looked before it seals them', async ({ clinic }) => {
    const { client, draft } = await written(clinic);
    const director = await clinic.as('clinical-director');
    await director.patch(`/drafts/${draft.id}`, { deviceId: 'tablet', sections: { plan: { text: 'Again next week. Call the school.', baseVersion: 2, sequence: 1 } } });
    const { status, body } = await client.post<{ obstacles: { at: string }[] }>(`/drafts/${draft.id}/signature`, { versions: { plan: 2, data: 2 } });
    expect([status, body.obstacles.map((obstacle) => obstacle.at)]).toEqual([409, ['sections.plan']]);
  });

  test("a trainee's note carries the supervisor", async ({ clinic }) => {
    const { note } = await signed(clinic, 'trainee');
    expect(note.supervisorName).not.toBeNull();
    const encounters = await clinic.sql('owner', 'select supervisor_id, credential from charting.encounter');
    expect(encounters).toEqual([{ supervisor_id: clinic.ids.staff.therapist, credential: 'trainee' }]);
  });

  test('late words on a signed draft are refused with a way on', async ({ clinic }) => {
    const { client, draft } = await written(clinic);
    await client.post(`/drafts/${draft.id}/signature`);
    const { status, body } = await client.patch<{ code: string }>(`/drafts/${draft.id}`, {
      deviceId: 'phone',
      sections: { plan: { text: 'More', baseVersion: 1, sequence: 1 } },
    });
    expect([status, body.code]).toEqual([409, 'draft.already-signed']);
  });
});

describe('a signed note', () => {
  test('does not change for the application, and not for the owner of its table', async ({ clinic }) => {
    const { note } = await signed(clinic);
    const change = `update charting.note set title = 'Other' where id = $1`;
    await expect(clinic.sql('app', change, [note.id])).rejects.toThrow('permission denied');
    await expect(clinic.sql('owner', change, [note.id])).rejects.toThrow('What is signed never changes');
    await expect(clinic.sql('owner', 'delete from charting.note where id = $1', [note.id])).rejects.toThrow('What is signed never changes');
    await expect(clinic.sql('owner', 'truncate charting.note cascade')).rejects.toThrow('What is signed never changes');
    await expect(clinic.sql('owner', 'update charting.encounter set minutes = 90')).rejects.toThrow('What is signed never changes');
  });

  test('says so when somebody with power over the database has changed it', async ({ clinic }) => {
    const { client, note } = await signed(clinic);
    await clinic.sql(
      'owner',
      `do $$ begin
      alter table charting.note disable trigger sealed;
      update charting.note set content = jsonb_set(content, '{minutes}', '90');
      alter table charting.note enable trigger sealed;
    end $$`,
    );
    expect((await client.get<NoteReply>(`/notes/${note.id}`)).body).toMatchObject({ minutes: 90, intact: false });
  });

  test('takes an addendum, once, and stays as it was', async ({ clinic }) => {
    const { client, note } = await signed(clinic);
    const id = newId();
    const text = 'The sister is called Ana.';
    await client.post(`/notes/${note.id}/addenda`, { id, text });
    const { body } = await client.post<NoteReply>(`/notes/${note.id}/addenda`, { id, text });
    expect(body.addenda).toMatchObject([{ id, text, intact: true }]);
    expect(body).toMatchObject({ digest: note.digest, intact: true });
  });

  test('never reaches a biller, who has the facts of the encounter without a word of it', async ({ clinic }) => {
    const { note } = await signed(clinic);
    const biller = await clinic.as('biller');
    const paths = [
      `/notes/${note.id}`,
      `/patients/${note.patientId}/notes`,
      `/patients/${note.patientId}/drafts`,
      `/patients/${note.patientId}/diagnoses`,
      `/appointments/${note.appointmentId}`,
    ];
    for (const path of paths) expect((await biller.get(path)).bytes.toString()).not.toContain('Ellensburg');
    const seen = (table: string, rows: number) => `do $$ declare n integer; begin
      perform set_config('mooring.actor_kind', 'staff', true), set_config('mooring.permissions', 'charge.read,claim.read', true), set_config('mooring.programs', '{${note.programId}}', true);
      select count(*) into n from charting.${table};
      if n <> ${rows} then raise exception 'a biller saw % rows of ${table}', n; end if; end $$`;
    await clinic.sql('app', seen('signed_encounter', 1));
    for (const table of ['note', 'draft', 'draft_section', 'draft_revision', 'draft_device', 'diagnosis']) await clinic.sql('app', seen(table, 0));
  });

  test('is not there without a context', async ({ clinic }) => {
    await signed(clinic);
    for (const table of ['note', 'encounter', 'draft', 'draft_section', 'draft_device', 'diagnosis'])
      expect(await clinic.sql('app', `select 1 from charting.${table}`)).toEqual([]);
  });
});
