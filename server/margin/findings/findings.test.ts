import { expect } from 'vitest';
import { clinicTest as test } from '#testing/clinic.ts';
import { newId } from '#server/platform/index.ts';
import type { CarePlan } from '#server/careplans/plans/plans.contract.ts';
import type { DraftReply } from '#server/charting/drafts/drafts.contract.ts';
import type { Finding } from './findings.contract.ts';

test('the margin follows a note from the first word to the signature, and an administrator may do without a rule', async ({ clinic }) => {
  const { ids } = clinic;
  const [patientId, programId] = [ids.patients.outpatient, ids.programs.outpatient];
  const therapist = await clinic.as('therapist');
  const diagnosis = await therapist.post<{ id: string }>(`/patients/${patientId}/diagnoses`, { programId, code: 'F41.1' });

  // A plan with one objective, signed today.
  const plan = await therapist.post<CarePlan>('/care-plans', { patientId, programId });
  const [goal, objective, intervention] = [newId(), newId(), newId()];
  const field = (text: string) => ({ base: '', text });
  const entries = [
    { id: goal, kind: 'goal', parentId: plan.body.entries[0]?.id, fields: { words: field('I want quiet evenings.') } },
    { id: objective, kind: 'objective', parentId: goal, fields: { statement: field('GAD-7 below 8'), target: field('7'), byWhen: field('2027-02-01') } },
    { id: intervention, kind: 'intervention', parentId: objective, fields: { what: field('Cognitive work'), frequency: field('weekly'), who: field('Therapist') } },
  ];
  const saved = await therapist.patch<CarePlan>(`/care-plans/${plan.body.id}`, { entries });
  expect((await therapist.post(`/care-plans/${plan.body.id}/versions`, { version: saved.body.version })).status).toBe(200);

  // Somebody who is in a group with this person, by name.
  const group = newId();
  await therapist.post('/groups', { id: group, programId, name: 'Evenings', service: 'group-psychotherapy', capacity: 8, facilitatorId: ids.staff.therapist });
  const other = await therapist.post<{ id: string }>('/patients', { givenName: 'Quentin', familyName: 'Abara', birthDate: '1971-04-05', programId });
  for (const member of [patientId, other.body.id]) await therapist.post(`/groups/${group}/members`, { patientId: member });

  const booked = await therapist.post<{ id: string }>('/appointments', {
    patientId,
    programId,
    clinicianId: ids.staff.therapist,
    typeCode: 'therapy-50',
    startsAt: '2026-11-23T17:00:00Z',
  });
  const { body: draft } = await therapist.post<DraftReply>('/drafts', { appointmentId: booked.body.id });
  const findings = async () => (await therapist.get<{ items: Finding[] }>(`/drafts/${draft.id}/findings`)).body.items;
  const write = (sequence: number, words: Readonly<Record<string, string>>, header: object) =>
    therapist.patch(`/drafts/${draft.id}`, {
      deviceId: 'laptop',
      header,
      sections: Object.fromEntries(Object.entries(words).map(([key, text]) => [key, { text, baseVersion: sequence, sequence }])),
    });

  await write(
    1,
    { goal: 'Quiet evenings.', data: 'Talked by the window about Quentin and the week.', assessment: 'Calmer.' },
    { modality: 'video', endedAt: null, diagnosisIds: [] },
  );
  const found = await findings();
  const seen = found.map(({ rule, at }) => `${rule} ${at}`);
  expect(seen).toEqual(
    expect.arrayContaining([
      'times-missing header.endedAt',
      'risk-unanswered header.risk',
      'diagnosis-missing header.diagnosisIds',
      'section-missing sections.plan',
      'goal-link-missing objectives',
      'modality-unlike-appointment header.modality',
      'location-missing header.patientLocation',
      'other-person-named sections.data',
    ]),
  );
  const remedy = (rule: string) => found.find((finding) => finding.rule === rule)?.remedy;
  expect(remedy('times-missing')).toEqual({ act: 'take-times', startedAt: '2026-11-23T17:00:00Z', endedAt: '2026-11-23T17:50:00Z' });
  expect(remedy('diagnosis-missing')).toMatchObject({ act: 'add-diagnosis', diagnosisId: diagnosis.body.id });
  expect(remedy('goal-link-missing')).toEqual({ act: 'link-objective', objectives: [{ id: objective, statement: 'GAD-7 below 8' }] });

  // A copy of what stands in somebody else's note of the same day.
  const line = 'Came on time and spoke of the week at work, where a colleague had raised his voice. Practised the answer in two role plays and felt surer at the end.';
  const elsewhere = await therapist.post<DraftReply>('/drafts', { patientId: other.body.id, programId });
  await therapist.patch(`/drafts/${elsewhere.body.id}`, { deviceId: 'laptop', sections: { data: { text: line, baseVersion: 1, sequence: 1 } } });
  await write(2, { data: line.replace('his', 'her') }, {});
  const copied = (await findings()).find(({ rule }) => rule === 'repeats-another-note');
  expect(copied).toMatchObject({ at: 'sections.data' });
  expect(copied?.says).not.toContain('Abara');

  // Each remedy taken, nothing is left, and the note signs as ever.
  await therapist.put(`/drafts/${draft.id}/objectives`, { objectiveIds: [objective] });
  await write(
    3,
    { data: 'Spoke of the quiet week and two walks at night.', plan: 'Again in a week.' },
    { modality: 'in-person', endedAt: '2026-11-23T17:50:00Z', risk: 'denied', diagnosisIds: [diagnosis.body.id] },
  );
  expect(await findings()).toEqual([]);

  // Off for the organisation, with a reason, and on again; whoever writes notes does not switch.
  await write(4, {}, { modality: 'video', patientLocation: 'At home' });
  expect((await findings()).map(({ rule }) => rule)).toEqual(['modality-unlike-appointment']);
  const administrator = await clinic.as('administrator');
  const path = '/note-rules/modality-unlike-appointment/switch';
  expect((await therapist.post(path, { isOn: false, reason: 'We book everything in person.' })).status).toBe(403);
  expect((await administrator.post(path, { isOn: false, reason: ' ' })).status).toBe(400);
  const off = await administrator.post<{ items: { id: string; isOn: boolean; reason: string | null }[] }>(path, { isOn: false, reason: 'We book everything in person.' });
  expect(off.body.items.filter(({ isOn }) => !isOn)).toMatchObject([{ id: 'modality-unlike-appointment', reason: 'We book everything in person.' }]);
  expect(await findings()).toEqual([]);
  await administrator.post(path, { isOn: true, reason: 'Since the move we book as we meet.' });
  expect((await findings()).map(({ rule }) => rule)).toEqual(['modality-unlike-appointment']);
  expect(await clinic.sql('owner', `select details from audit.entry where action = 'note-rule.switch' and outcome = 'done' order by at`)).toHaveLength(2);

  // Beside somebody else's program there is no draft, and for a biller no margin.
  expect((await (await clinic.as('otp-therapist')).get(`/drafts/${draft.id}/findings`)).status).toBe(404);
  expect((await (await clinic.as('biller')).get(`/drafts/${draft.id}/findings`)).status).toBe(403);
  expect((await therapist.post<{ intact: boolean }>(`/drafts/${draft.id}/signature`)).body.intact).toBe(true);
  expect(await findings()).toEqual([]);
});
