import { describe, expect } from 'vitest';
import { clinicTest as test, type Client, type Clinic } from '#testing/clinic.ts';
import type { DraftReply, DraftSummary, SavedDraft } from './drafts.contract.ts';

/** A session that took place: booked, and begun a little late. */
async function session(clinic: Clinic): Promise<string> {
  const { ids } = clinic;
  const booking = {
    patientId: ids.patients.outpatient,
    programId: ids.programs.outpatient,
    clinicianId: ids.staff.therapist,
    typeCode: 'therapy-50',
    startsAt: '2026-11-23T17:00:00Z',
  };
  const therapist = await clinic.as('therapist');
  const { body } = await therapist.post<{ id: string }>('/appointments', booking);
  await therapist.post(`/appointments/${body.id}/start`, { at: '2026-11-23T17:03:00Z' });
  return body.id;
}

async function opened(clinic: Clinic): Promise<{ therapist: Client; draft: DraftReply }> {
  const therapist = await clinic.as('therapist');
  const { status, body } = await therapist.post<DraftReply>('/drafts', { appointmentId: await session(clinic) });
  expect(status, JSON.stringify(body)).toBe(200);
  return { therapist, draft: body };
}

/** What one device sends for the section of data. */
interface Sent {
  readonly from: string;
  readonly text: string;
  readonly base: number;
  readonly sequence: number;
}

async function save(client: Client, draftId: string, { from, text, base, sequence }: Sent) {
  const { status, body } = await client.patch<SavedDraft>(`/drafts/${draftId}`, { deviceId: from, sections: { data: { text, baseVersion: base, sequence } } });
  expect(status, JSON.stringify(body)).toBe(200);
  return body.sections['data'];
}

describe('a draft', () => {
  test('opens in the form of its kind of appointment and of its program, and is found again in the form in which it went on', async ({ clinic }) => {
    const { ids } = clinic;
    const director = await clinic.as('clinical-director');
    const book = async (program: 'outpatient' | 'otp', typeCode: string, startsAt: string) => {
      const facts = { patientId: ids.patients[program], programId: ids.programs[program], clinicianId: ids.staff['clinical-director'], typeCode, startsAt };
      return (await director.post<{ id: string }>('/appointments', facts)).body.id;
    };
    const open = async (appointmentId: string) => (await director.post<DraftReply>('/drafts', { appointmentId })).body;
    expect((await open(await book('outpatient', 'medication', '2026-11-23T16:00:00Z'))).template.code).toBe('medication-management');
    expect((await open(await book('otp', 'medication', '2026-11-23T17:00:00Z'))).template.code).toBe('mat-visit');
    const visit = await book('otp', 'therapy-50', '2026-11-23T18:00:00Z');
    const draft = await open(visit);
    expect(draft.template.code).toBe('otp-counseling');
    await director.post(`/drafts/${draft.id}/template`, { templateCode: 'soap' });
    expect(await open(visit)).toMatchObject({ id: draft.id, template: { code: 'soap' } });
  });

  test('opens from the appointment in one step with its header filled', async ({ clinic }) => {
    const { ids } = clinic;
    const therapist = await clinic.as('therapist');
    await therapist.post(`/patients/${ids.patients.outpatient}/diagnoses`, { programId: ids.programs.outpatient, code: 'F41.1' });
    const { draft } = await opened(clinic);
    expect(draft.header).toMatchObject({ startedAt: '2026-11-23T17:03:00Z', endedAt: '2026-11-23T17:53:00Z', modality: 'in-person', risk: null });
    expect(draft.header.participants).toContain(draft.patientName);
    expect(draft.header.diagnosisIds).toEqual(draft.diagnoses.map((diagnosis) => diagnosis.id));
    expect(draft.sections.map((section) => section.key)).toEqual(['goal', 'data', 'assessment', 'risk', 'plan', 'carried-forward']);
    expect(draft.service).toBe('individual-psychotherapy');
  });

  test('tells the note before it, and the one in its own form from which answers may come along', async ({ clinic }) => {
    const { ids } = clinic;
    const therapist = await clinic.as('therapist');
    const begin = async (templateCode: string) =>
      (await therapist.post<DraftReply>('/drafts', { patientId: ids.patients.outpatient, programId: ids.programs.outpatient, templateCode })).body;
    const sign = async (templateCode: string, answers: Readonly<Record<string, string>>) => {
      const draft = await begin(templateCode);
      const sections = Object.fromEntries(Object.entries(answers).map(([key, text]) => [key, { text, baseVersion: 1, sequence: 1 }]));
      await therapist.patch(`/drafts/${draft.id}`, { deviceId: 'laptop', sections });
      const { status, body } = await therapist.post<{ id: string }>(`/drafts/${draft.id}/signature`);
      expect(status, JSON.stringify(body)).toBe(200);
      return body.id;
    };
    const absence = await sign('group-absence', { absence: 'Was ill.' });
    const meeting = await sign('team-meeting', { attended: 'Two.', therapy: 'Goes on.', nursing: 'Well.', decisions: 'Go on.' });
    const next = await begin('group-absence');
    expect([next.lastNote?.id, next.lastInForm?.id]).toEqual([meeting, absence]);
  });

  test('opened twice is the same draft, also when a colleague opens it', async ({ clinic }) => {
    const { draft } = await opened(clinic);
    const again = await (await clinic.as('clinical-director')).post<DraftReply>('/drafts', { appointmentId: draft.appointmentId });
    expect(again.body).toMatchObject({ id: draft.id, authorId: clinic.ids.staff.therapist });
  });

  test('opened by ten at once is one draft', async ({ clinic }) => {
    const therapist = await clinic.as('therapist');
    const appointmentId = await session(clinic);
    const replies = await Promise.all(Array.from({ length: 10 }, () => therapist.post<DraftReply>('/drafts', { appointmentId })));
    expect(new Set(replies.map((reply) => reply.body.id)).size).toBe(1);
  });

  test('keeps what two people write in the same section at the same time', async ({ clinic }) => {
    const { therapist, draft } = await opened(clinic);
    const director = await clinic.as('clinical-director');
    await save(therapist, draft.id, { from: 'laptop', text: 'Slept well. Mood low.', base: 1, sequence: 1 });
    await save(therapist, draft.id, { from: 'laptop', text: 'Slept badly. Mood low.', base: 2, sequence: 2 });
    const merged = await save(director, draft.id, { from: 'tablet', text: 'Slept well. Mood low, tearful.', base: 2, sequence: 1 });
    expect(merged).toMatchObject({ text: 'Slept badly. Mood low, tearful.', merged: true, bothKept: false });
  });

  test('marks what both changed, and cannot be signed until somebody decides', async ({ clinic }) => {
    const { therapist, draft } = await opened(clinic);
    await save(therapist, draft.id, { from: 'laptop', text: 'Mood low.', base: 1, sequence: 1 });
    await save(therapist, draft.id, { from: 'laptop', text: 'Mood flat.', base: 2, sequence: 2 });
    const merged = await save(therapist, draft.id, { from: 'phone', text: 'Mood anxious.', base: 2, sequence: 1 });
    expect(merged).toMatchObject({ text: 'Mood ⟦flat⟧⟦anxious⟧.', bothKept: true });
    const { body } = await therapist.get<{ items: { code: string }[] }>(`/drafts/${draft.id}/obstacles`);
    expect(body.items.map((item) => item.code)).toContain('note.both-kept');
  });

  test('takes a save that is sent again once', async ({ clinic }) => {
    const { therapist, draft } = await opened(clinic);
    const first = await save(therapist, draft.id, { from: 'laptop', text: 'Calm.', base: 1, sequence: 1 });
    expect(await save(therapist, draft.id, { from: 'laptop', text: 'Calm.', base: 1, sequence: 1 })).toEqual(first);
    expect(await clinic.sql('owner', `select count(*)::integer as n from charting.draft_revision where key = 'data'`)).toEqual([{ n: 2 }]);
  });

  test('carries on when the reply to a save was lost', async ({ clinic }) => {
    const { therapist, draft } = await opened(clinic);
    await save(therapist, draft.id, { from: 'laptop', text: 'He said', base: 1, sequence: 1 });
    await save(await clinic.as('clinical-director'), draft.id, { from: 'tablet', text: 'He said\nReviewed.', base: 2, sequence: 1 });
    const saved = await save(therapist, draft.id, { from: 'laptop', text: 'He said that he slept', base: 1, sequence: 2 });
    expect(saved?.text).toBe('He said that he slept\nReviewed.');
  });

  test('loses nothing of forty saves from eight devices at once', async ({ clinic }) => {
    const { therapist, draft } = await opened(clinic);
    const saves = Array.from({ length: 8 }, async (_unused, device) => {
      let text = '';
      for (let sequence = 1; sequence <= 5; sequence++) {
        text += ` d${device}s${sequence}`;
        await save(therapist, draft.id, { from: `device-${device}`, text, base: 1, sequence });
      }
    });
    await Promise.all(saves);
    const { body } = await therapist.get<DraftReply>(`/drafts/${draft.id}`);
    const written = body.sections.find((section) => section.key === 'data')?.text ?? '';
    for (let device = 0; device < 8; device++) for (let sequence = 1; sequence <= 5; sequence++) expect(written).toContain(`d${device}s${sequence}`);
  });

  test('discarded keeps its words, still takes late ones, and comes back with all of them', async ({ clinic }) => {
    const { therapist, draft } = await opened(clinic);
    await save(therapist, draft.id, { from: 'laptop', text: 'Calm.', base: 1, sequence: 1 });
    expect((await therapist.post<DraftReply>(`/drafts/${draft.id}/discard`)).body.state).toBe('discarded');
    await save(therapist, draft.id, { from: 'laptop', text: 'Calm. Slept well.', base: 2, sequence: 2 });
    const restored = await therapist.post<DraftReply>(`/drafts/${draft.id}/restoration`);
    expect(restored.body.state).toBe('open');
    expect(restored.body.sections.find((section) => section.key === 'data')?.text).toBe('Calm. Slept well.');
  });

  test("waits in its author's list, the one begun first on top", async ({ clinic }) => {
    const { therapist, draft } = await opened(clinic);
    const { body } = await therapist.get<{ items: DraftSummary[] }>('/drafts');
    expect(body.items.map((item) => item.id)).toEqual([draft.id]);
  });

  test('names the section that its form does not have', async ({ clinic }) => {
    const { therapist, draft } = await opened(clinic);
    const reply = await therapist.patch<{ errors: { at: string }[] }>(`/drafts/${draft.id}`, {
      deviceId: 'x',
      sections: { mood: { text: 'low', baseVersion: 1, sequence: 1 } },
    });
    expect([reply.status, reply.body.errors[0]?.at]).toEqual([400, 'sections.mood']);
  });

  test('is not there for someone of another program, nor for who may not read charts', async ({ clinic }) => {
    const { draft } = await opened(clinic);
    expect((await (await clinic.as('otp-therapist')).get(`/drafts/${draft.id}`)).status).toBe(404);
    expect((await (await clinic.as('biller')).get(`/drafts/${draft.id}`)).status).toBe(403);
    expect((await (await clinic.as('administrator')).get(`/drafts/${draft.id}`)).status).toBe(403);
  });
});
