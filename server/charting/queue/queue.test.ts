import { describe, expect } from 'vitest';
import { clinicTest as test, type Client, type Clinic } from '#testing/clinic.ts';
import type { DraftReply } from '../drafts/drafts.contract.ts';
import type { NoteReply } from '../notes/notes.contract.ts';
import type { SignatureQueue } from './queue.contract.ts';

async function written(clinic: Clinic, author: 'therapist' | 'trainee', startsAt: string): Promise<DraftReply> {
  const client = await clinic.as(author);
  const [patientId, programId] = [clinic.ids.patients.outpatient, clinic.ids.programs.outpatient];
  await client.post(`/patients/${patientId}/diagnoses`, { programId, code: 'F41.1' });
  const booked = await client.post<{ id: string }>('/appointments', { patientId, programId, clinicianId: clinic.ids.staff[author], typeCode: 'therapy-50', startsAt });
  const { body: draft } = await client.post<DraftReply>('/drafts', { appointmentId: booked.body.id });
  const words = { goal: 'Sleep through the night.', data: 'Slept better since the walks.', assessment: 'Improving.', plan: 'Again next week.' };
  const sections = Object.fromEntries(Object.entries(words).map(([key, text]) => [key, { text, baseVersion: 1, sequence: 1 }]));
  await client.patch(`/drafts/${draft.id}`, { deviceId: 'laptop', sections, header: { risk: 'denied' } });
  return (await client.get<DraftReply>(`/drafts/${draft.id}`)).body;
}

const versionsOf = ({ sections }: DraftReply) => Object.fromEntries(sections.map(({ key, version }) => [key, version]));
const queueOf = async (client: Client) => (await client.get<SignatureQueue>('/signature-queue')).body;

describe('after the signature', () => {
  test("a trainee's note waits for the supervisor, comes back with comments, is amended and co-signed, and nothing of it ever changes", async ({ clinic }) => {
    const [trainee, supervisor] = [await clinic.as('trainee'), await clinic.as('therapist')];
    const draft = await written(clinic, 'trainee', '2026-11-23T17:00:00Z');
    const signed = await trainee.post<NoteReply>(`/drafts/${draft.id}/signature`, { versions: versionsOf(draft), attested: ['telehealth-consent', 'supervised'] });
    const note = signed.body;
    // Statements of the author only; a supervisor's cannot be made by a trainee.
    expect(note.attestations.map(({ id }) => id)).toEqual(['telehealth-consent']);
    expect(note.standing).toMatchObject({ state: 'asked', attestations: [{ id: 'supervised' }] });
    await clinic.settleJobs();
    expect(await clinic.sql('owner', 'select state, holds from billing.charge')).toMatchObject([
      { state: 'held', holds: expect.arrayContaining([expect.objectContaining({ code: 'charge.cosignature' })]) },
    ]);

    expect((await queueOf(supervisor)).toCosign).toMatchObject([{ noteId: note.id, isOverdue: false }]);
    const path = `/notes/${note.id}`;
    const digest = note.standing?.digest ?? '';
    const own = await trainee.post<{ obstacles: { code: string }[] }>(`${path}/cosignature`, { digest, attested: ['supervised'] });
    expect(own.body.obstacles.map(({ code }) => code)).toEqual(['cosignature.own-note']);
    const nurse = await (await clinic.as('nurse')).post<{ obstacles: { code: string }[] }>(`${path}/cosignature`, { digest, attested: ['supervised'] });
    expect([404, 422]).toContain(nurse.status);
    const unattested = await supervisor.post<{ obstacles: { code: string }[] }>(`${path}/cosignature`, { digest, attested: [] });
    expect(unattested.body.obstacles.map(({ code }) => code)).toEqual(['cosignature.not-attested']);

    const returned = await supervisor.post<NoteReply>(`${path}/return`, { digest, comments: [{ section: 'plan', text: 'Say what comes next and who does it.' }] });
    expect(returned.body.standing?.state).toBe('returned');
    expect((await queueOf(trainee)).returned).toMatchObject([{ noteId: note.id, comment: 'Say what comes next and who does it.' }]);

    const amended = await trainee.post<NoteReply>(`${path}/amendments`, {
      reason: 'As the supervisor asked.',
      sections: { plan: 'Again next week; the log comes along.' },
    });
    expect(amended.body.sections.find(({ key }) => key === 'plan')?.text).toBe('Again next week.');
    expect(amended.body.amendments[0]?.sections.find(({ key }) => key === 'plan')?.text).toBe('Again next week; the log comes along.');
    await trainee.post(`${path}/resubmission`);
    // What was read before the amendment does not cover it.
    expect((await supervisor.post(`${path}/cosignature`, { digest, attested: ['supervised'] })).status).toBe(409);
    const now = (await supervisor.get<NoteReply>(path)).body;
    const cosigned = await supervisor.post<NoteReply>(`${path}/cosignature`, { digest: now.standing?.digest, attested: ['supervised'] });
    expect(cosigned.body.standing?.steps.map(({ state }) => state)).toEqual(['asked', 'returned', 'asked', 'cosigned']);
    await clinic.settleJobs();
    expect(JSON.stringify(await clinic.sql('owner', 'select holds from billing.charge'))).not.toContain('charge.cosignature');

    const marked = await trainee.post<NoteReply>(`${path}/error`, { reason: 'Written for the wrong day.' });
    expect(marked.body).toMatchObject({ intact: true, digest: note.digest, error: { reason: 'Written for the wrong day.' }, standing: { state: 'entered-in-error' } });
    expect((await supervisor.get(`${path}/print`)).bytes.subarray(0, 5).toString()).toBe('%PDF-');

    // The page of the day of the signature is kept, and says nothing of what came later.
    const page = await trainee.get(`${path}/rendition`);
    expect([page.status, page.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    expect(page.bytes.equals((await trainee.get(`${path}/print`)).bytes)).toBe(false);

    // Neither the application nor the owner of the tables changes or deletes a row of what is sealed.
    const sealed = { note: 'title', encounter: 'service', note_search: 'labels', signature_step: 'state', signature_comment: 'text', rendition: 'sha256' };
    for (const [table, column] of Object.entries(sealed)) {
      expect(Number((await clinic.sql('owner', `select count(*) as n from charting.${table}`))[0]?.['n'])).toBeGreaterThan(0);
      for (const change of [`update charting.${table} set ${column} = ${column}`, `delete from charting.${table}`]) {
        await expect(clinic.sql('app', change)).rejects.toThrow('permission denied');
        await expect(clinic.sql('owner', change)).rejects.toThrow('What is signed never changes');
      }
    }
    expect(await clinic.sql('app', 'select 1 from charting.signature_step union all select 1 from charting.signature_comment')).toEqual([]);
  });

  test('many are signed in one ceremony, what was not read is not signed, and all are signed or each is told why not', async ({ clinic }) => {
    const therapist = await clinic.as('therapist');
    const [one, late] = [await written(clinic, 'therapist', '2026-11-23T17:00:00Z'), await written(clinic, 'therapist', '2026-11-18T17:00:00Z')];
    const other = await written(clinic, 'trainee', '2026-11-23T15:30:00Z');
    const note = (await (await clinic.as('trainee')).post<NoteReply>(`/drafts/${other.id}/signature`)).body;
    const queue = await queueOf(therapist);
    expect(queue.toSign.map(({ draftId, isOverdue }) => [draftId, isOverdue])).toEqual([
      [late.id, true],
      [one.id, false],
    ]);
    const cosignatures = [{ noteId: note.id, digest: note.standing?.digest, attested: ['supervised'] }];
    const ceremony = (drafts: readonly object[]) =>
      therapist.post<{ obstacles: { at: string; code: string }[]; signed: number }>('/signature-ceremonies', { drafts, cosignatures });
    const unread = await ceremony([
      { draftId: one.id, versions: versionsOf(one) },
      { draftId: late.id, versions: {} },
    ]);
    expect([unread.status, unread.body.obstacles]).toMatchObject([422, [{ at: `drafts.${late.id}`, code: 'note.unread' }]]);
    expect((await queueOf(therapist)).toSign).toHaveLength(2);
    const done = await ceremony([one, late].map((draft) => ({ draftId: draft.id, versions: versionsOf(draft) })));
    expect(done.body, JSON.stringify(done.body)).toEqual({ signed: 2, cosigned: 1 });
    expect(await queueOf(therapist)).toMatchObject({ toSign: [], toCosign: [], supervisors: [] });
    const noteId = (await therapist.get<DraftReply>(`/drafts/${late.id}`)).body.noteId;
    expect((await therapist.get<NoteReply>(`/notes/${noteId}`)).body.lateSince).toBeDefined();
  });
});
