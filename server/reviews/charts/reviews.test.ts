import { expect } from 'vitest';
import { clinicTest as test, type Clinic } from '#testing/clinic.ts';
import type { TaskReply } from '#server/teams/tasks/tasks.contract.ts';
import type { Finding } from '../findings/findings.contract.ts';
import type { ReviewReply, ReviewSummary } from './reviews.contract.ts';

async function admitted(clinic: Clinic): Promise<{ patientId: string; programId: string }> {
  const [patientId, programId] = [clinic.ids.patients.outpatient, clinic.ids.programs.outpatient];
  const therapist = await clinic.as('therapist');
  const stay = await therapist.post<{ id: string }>('/episodes', { patientId, programId, referredOn: '2026-11-20', source: 'self' });
  await therapist.post(`/episodes/${stay.body.id}/admission`, { on: '2026-11-22', primaryClinicianId: clinic.ids.staff.therapist });
  return { patientId, programId };
}

test('a chart is looked through item by item; what is not met goes to its clinician, comes back mended, and is accepted', async ({ clinic }) => {
  const { patientId, programId } = await admitted(clinic);
  const [director, therapist] = [await clinic.as('clinical-director'), await clinic.as('therapist')];
  const { body: review } = await director.post<ReviewReply>('/chart-reviews', { patientId, programId, checklist: 'utilization-review' });
  expect(review).toMatchObject({ checklistName: 'Utilization review', aboutStaffId: clinic.ids.staff.therapist, share: null, answers: [] });
  const one = `/chart-reviews/${review.id}`;
  const answer = (item: string, body: object) => director.put(`${one}/answers/${item}`, body);
  expect((await answer('level', { says: 'not-met' })).body.code).toBe('review.says-nothing');
  expect((await answer('nonsense', { says: 'met' })).body.code).toBe('review.no-item');
  await answer('level', { says: 'not-met', comment: 'No reason written for the lower level', dueOn: '2026-12-01' });
  await answer('progress', { says: 'not-met', comment: 'No score since admission' });
  expect((await director.post(`${one}/closing`, {})).body.obstacles).toHaveLength(4);
  await answer('progress', { says: 'met' });
  for (const item of ['intensity', 'lower', 'authorization']) await answer(item, { says: 'met' });
  await answer('next', { says: 'not-applicable' });
  expect((await director.post<ReviewReply>(`${one}/closing`, { summary: 'One thing to mend' })).body).toMatchObject({ met: 4, notMet: 1, notApplicable: 1, share: 80 });
  expect((await answer('level', { says: 'met' })).body.code).toBe('review.closed');

  const findings = async (who: 'therapist' | 'clinical-director') => (await (await clinic.as(who)).get<{ mine: Finding[]; toJudge: Finding[] }>('/review-findings')).body;
  // What was found otherwise later is taken back: one is left.
  const [mine, ...others] = (await findings('therapist')).mine;
  expect(others).toEqual([]);
  expect(mine).toMatchObject({ wants: 'No reason written for the lower level', dueOn: '2026-12-01', isOverdue: false });
  const finding = `/review-findings/${mine?.id}`;
  // A finding is one task of its owner, which is done by answering it, and nobody else sees.
  const tasks = async (who: 'therapist' | 'second-therapist') => (await (await clinic.as(who)).get<{ items: TaskReply[] }>('/tasks')).body.items;
  const [task, ...more] = await tasks('therapist');
  expect(task).toMatchObject({ title: 'Chart review: No reason written for the lower level', dueOn: '2026-12-01', opens: '/reviews?tab=findings', finishesHere: false });
  expect(more).toEqual([]);
  expect((await therapist.post(`/tasks/${task?.id}/done`, { version: task?.version, note: 'Done' })).body.code).toBe('task.done-elsewhere');
  const told = async (who: 'therapist' | 'second-therapist') =>
    (await (await clinic.as(who)).get<{ items: TaskReply[] }>(`/patients/${patientId}/tasks`)).body.items.filter(({ isKept }) => isKept).length;
  expect([await told('therapist'), await told('second-therapist')]).toEqual([2, 0]);
  expect((await director.post(`${finding}/answer`, { answer: 'Not mine to answer' })).status).toBe(404);
  await therapist.post(`${finding}/answer`, { answer: 'Reason added to the review of the plan' });
  expect(await tasks('therapist')).toEqual([]);
  expect((await therapist.post(`${finding}/answer`, { answer: 'Twice' })).body.code).toBe('finding.settled');
  expect((await findings('clinical-director')).toJudge.map(({ answer: done }) => done)).toEqual(['Reason added to the review of the plan']);
  await director.post(`${finding}/judgement`, { isAccepted: false });
  expect([(await findings('therapist')).mine.length, (await tasks('therapist')).length]).toEqual([1, 1]);
  await therapist.post(`${finding}/answer`, { answer: 'And dated' });
  await director.post(`${finding}/judgement`, { isAccepted: true });
  expect(await findings('clinical-director')).toEqual({ mine: [], toJudge: [] });
  expect(await tasks('therapist')).toEqual([]);

  expect((await therapist.get(one)).status).toBe(403);
  expect((await (await clinic.as('second-therapist')).get<{ mine: Finding[] }>('/review-findings')).body.mine).toEqual([]);
  await expect(clinic.sql('app', 'delete from reviews.answer')).rejects.toThrow('permission denied');
  expect(await clinic.sql('app', 'select id from reviews.finding union all select id from reviews.review')).toEqual([]);
});

test('a draw says out of how many, comes out again with its seed, and draws nobody who was not in care', async ({ clinic }) => {
  const { patientId, programId } = await admitted(clinic);
  const director = await clinic.as('clinical-director');
  const draw = { checklist: 'chart-audit', from: '2026-11-01', to: '2026-11-30', size: 5, seed: 7 };
  const first = (await director.post<{ seed: number; of: number; items: ReviewSummary[] }>('/chart-review-samples', draw)).body;
  expect(first).toMatchObject({ seed: 7, of: 1, items: [{ patientId, programId, drawnSeed: 7, drawnOf: 1 }] });
  expect((await director.post('/chart-review-samples', { ...draw, from: '2025-01-01', to: '2025-02-01' })).body.code).toBe('review.nobody-to-draw');
  expect((await director.post('/chart-review-samples', { ...draw, from: '2026-12-01' })).body.errors).toMatchObject([{ at: 'to' }]);
  expect((await director.post('/chart-review-samples', { ...draw, levelOfCare: 'ASAM-3.5' })).body.code).toBe('review.nobody-to-draw');
  expect((await director.get<{ items: ReviewSummary[] }>('/chart-reviews')).body.items.map(({ id }) => id)).toEqual(first.items.map(({ id }) => id));
});
