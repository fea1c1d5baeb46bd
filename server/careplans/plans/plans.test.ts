import fc from 'fast-check';
import { describe, expect, test as plain } from 'vitest';
import { newId } from '#server/platform/index.ts';
import { clinicTest as test, type Clinic } from '#testing/clinic.ts';
import clock from '#content/careplans/review-clock.json' with { type: 'json' };
import { planDue } from './plan.rules.ts';
import type { CarePlan, EntryKind } from './plans.contract.ts';

type Line = readonly [EntryKind, Readonly<Record<string, string>>];
const whole: readonly Line[] = [
  ['problem', { statement: 'Low mood since spring', code: 'F33.1' }],
  ['goal', { words: 'I want to get up in the morning.' }],
  ['objective', { statement: 'PHQ-9 below 10', instrument: 'phq-9', target: '9', byWhen: '2027-02-01' }],
  ['intervention', { what: 'Behavioral activation', frequency: 'weekly', who: 'Therapist' }],
];

function branch(lines: readonly Line[]) {
  const ids = lines.map(() => newId<'PlanEntry'>());
  return lines.map(([kind, fields], index) => ({
    id: ids[index],
    kind,
    parentId: ids[index - 1] ?? null,
    fields: Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, { base: '', text }])),
  }));
}

async function opened(clinic: Clinic) {
  const therapist = await clinic.as('therapist');
  const { status, body } = await therapist.post<CarePlan>('/care-plans', { patientId: clinic.ids.patients.outpatient, programId: clinic.ids.programs.outpatient });
  expect(status, JSON.stringify(body)).toBe(200);
  return { therapist, plan: body, path: `/care-plans/${body.id}` };
}

describe('a care plan', () => {
  test('begins with the diagnoses, and opened twice is the same plan', async ({ clinic }) => {
    const therapist = await clinic.as('therapist');
    await therapist.post(`/patients/${clinic.ids.patients.outpatient}/diagnoses`, { programId: clinic.ids.programs.outpatient, code: 'F41.1' });
    const { plan } = await opened(clinic);
    expect(plan.entries.map(({ fields }) => fields['code'])).toEqual(['F41.1']);
    expect((await opened(clinic)).plan).toMatchObject({ id: plan.id, entries: plan.entries });
  });

  test('keeps what two people write in the same field, and a save sent twice happens once', async ({ clinic }) => {
    const { therapist, path } = await opened(clinic);
    const [problem] = branch([['problem', { statement: 'Sleeps badly. Mood low.' }]]);
    const director = await clinic.as('clinical-director');
    const write = (text: string) => ({ entries: [{ ...problem, fields: { statement: { base: 'Sleeps badly. Mood low.', text } } }] });
    await therapist.patch(path, { entries: [problem] });
    await therapist.patch(path, write('Sleeps four hours. Mood low.'));
    await director.patch(path, write('Sleeps badly. Mood low, tearful.'));
    const { body } = await director.patch<CarePlan>(path, write('Sleeps badly. Mood low, tearful.'));
    expect(body.entries[0]?.fields['statement']).toBe('Sleeps four hours. Mood low, tearful.');
  });

  test('is signed whole only, as it was read, and then neither route nor SQL changes it', async ({ clinic }) => {
    const { therapist, path, plan } = await opened(clinic);
    const bare = await therapist.post<{ code: string }>(`${path}/versions`, { version: plan.version });
    expect(bare.status).toBe(422);
    const { body: saved } = await therapist.patch<CarePlan>(path, { entries: branch(whole) });
    expect((await therapist.post(`${path}/versions`, { version: plan.version })).status).toBe(422);
    const { body: signed } = await therapist.post<CarePlan>(`${path}/versions`, { version: saved.version });
    expect(signed.sealed).toMatchObject([{ number: 1, intact: true, reviewDue: '2027-02-21' }]);
    await therapist.patch(path, { entries: [{ ...saved.entries[1], fields: { words: { base: saved.entries[1]?.fields['words'], text: 'Another goal' } } }] });
    const { body: later } = await therapist.get<{ items: CarePlan[] }>(`/patients/${plan.patientId}/care-plans`);
    expect(later.items[0]?.sealed[0]?.content[1]?.fields['words']).toBe('I want to get up in the morning.');
    await expect(clinic.sql('owner', `update careplans.sealed_plan set content = '[]'`)).rejects.toThrow(/never changes/);
    await expect(clinic.sql('app', 'delete from careplans.sealed_plan')).rejects.toThrow(/permission denied/);
  });

  test('is signed by the patient, who may decline with a reason, and by the team', async ({ clinic }) => {
    const { therapist, path } = await opened(clinic);
    const { body: saved } = await therapist.patch<CarePlan>(path, { entries: branch(whole) });
    await therapist.post(`${path}/versions`, { version: saved.version });
    expect((await therapist.post(`${path}/signatures`, { number: 1, role: 'patient', outcome: 'declined', name: 'Pat Example' })).status).toBe(400);
    await therapist.post(`${path}/signatures`, { number: 1, role: 'patient', outcome: 'declined', name: 'Pat Example', reason: 'Wants to think it over' });
    const { body } = await (await clinic.as('clinical-director')).post<CarePlan>(`${path}/signatures`, { number: 1, role: 'team' });
    expect(body.sealed[0]?.signatures.map(({ role, outcome }) => `${role} ${outcome}`)).toEqual(['patient declined', 'team signed']);
  });

  test('shows the notes that worked on an objective, once they are pointed at it, and the next note is told', async ({ clinic }) => {
    const { therapist, path, plan } = await opened(clinic);
    const { body: saved } = await therapist.patch<CarePlan>(path, { entries: branch(whole) });
    const begin = async () =>
      (await therapist.post<{ id: string }>('/drafts', { patientId: plan.patientId, programId: plan.programId, templateCode: 'group-absence' })).body;
    const draft = await begin();
    const aim = saved.entries[2]?.id;
    const thread = await therapist.put(`/drafts/${draft.id}/objectives`, { objectiveIds: [aim] });
    expect(thread.body).toMatchObject({ objectives: [{ id: aim, statement: 'PHQ-9 below 10', goal: 'I want to get up in the morning.', isWorkedOn: true }] });
    expect((await therapist.put(`/drafts/${draft.id}/objectives`, { objectiveIds: [saved.entries[0]?.id] })).status).toBe(404);
    expect((await therapist.put(`/drafts/${draft.id}/objectives`, { objectiveIds: [] })).body).toMatchObject({ objectives: [{ isWorkedOn: false }] });
    await therapist.put(`/drafts/${draft.id}/objectives`, { objectiveIds: [aim] });
    const next = await begin();
    const told = async () => (await therapist.get(`/drafts/${next.id}/objectives`)).body;
    expect(await told()).toMatchObject({ objectives: [{ isWorkedOn: false, wasWorkedOn: false }] });
    const sections = { absence: { text: 'Was ill.', baseVersion: 1, sequence: 1 } };
    await therapist.patch(`/drafts/${draft.id}`, { deviceId: 'laptop', sections });
    expect((await therapist.post(`/drafts/${draft.id}/signature`)).status).toBe(200);
    expect(await told()).toMatchObject({ objectives: [{ id: aim, isWorkedOn: false, wasWorkedOn: true }] });
  });

  test('tells when its review is overdue and which objective no service worked on', async ({ clinic }) => {
    const { therapist, path, plan } = await opened(clinic);
    const { body: saved } = await therapist.patch<CarePlan>(path, { entries: branch(whole) });
    await therapist.post(`${path}/versions`, { version: saved.version });
    const gaps = async () =>
      (await (await clinic.again('therapist')).get<{ items: CarePlan[] }>(`/patients/${plan.patientId}/care-plans`)).body.items[0]?.gaps.map(({ code }) => code);
    expect(await gaps()).toEqual([]);
    clinic.advance({ hours: 24 * 91 });
    expect(await gaps()).toEqual(['review-overdue', 'goal-without-service']);
  });
});

plain('a plan is never due before the care began or it was last signed', () => {
  const day = fc.integer({ min: 0, max: 20_000 }).map((days) => Temporal.PlainDate.from('1990-01-01').add({ days }));
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(clock.levels), 'unknown'), day, fc.option(day), (level, start, last) => {
      expect(Temporal.PlainDate.compare(planDue(level, start, last), last ?? start)).toBe(1);
    }),
  );
});
