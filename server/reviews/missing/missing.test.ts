import { expect } from 'vitest';
import { clinicTest as test } from '#testing/clinic.ts';
import type { MissingItem } from './missing.contract.ts';

interface List {
  readonly isOfEverybody: boolean;
  readonly items: MissingItem[];
}

test('what is missing is what its own part says is missing, of everybody for who reviews and of oneself for the rest', async ({ clinic }) => {
  const { ids } = clinic;
  const therapist = await clinic.as('therapist');
  const [patientId, programId] = [ids.patients.outpatient, ids.programs.outpatient];
  const stay = await therapist.post<{ id: string }>('/episodes', { patientId, programId, referredOn: '2026-11-20', source: 'self' });
  await therapist.post(`/episodes/${stay.body.id}/admission`, { on: '2026-11-22', primaryClinicianId: ids.staff.therapist });
  const missing = async (role: 'therapist' | 'clinical-director') => (await (await clinic.again(role)).get<List>('/missing-documentation')).body;
  const draft = (await therapist.post<{ id: string }>('/drafts', { patientId, programId })).body;
  const queue = (await therapist.get<{ toSign: { draftId: string; dueAt: string }[] }>('/signature-queue')).body.toSign;
  const own = await missing('therapist');
  expect(own.isOfEverybody).toBe(false);
  const unsigned = own.items.filter(({ kind }) => kind === 'unsigned-note');
  expect(unsigned.map(({ id, due }) => [id, due])).toEqual(queue.map(({ draftId, dueAt }) => [draftId, dueAt]));
  expect(unsigned.find(({ id }) => id === draft.id)).toMatchObject({ patientId, isOverdue: false, daysLate: 0 });
  clinic.advance({ hours: 24 * 120 });
  const later = await missing('clinical-director');
  expect(later.isOfEverybody).toBe(true);
  const late = later.items.find(({ id }) => id === draft.id);
  expect(late).toMatchObject({ isOverdue: true, daysLate: 117 });
  const ofPatient = later.items.filter((item) => item.patientId === patientId && item.programId === programId).map(({ kind, what }) => `${kind} ${what}`);
  // Admitted four months ago, with no plan, no intake and no scores.
  expect(ofPatient).toEqual(expect.arrayContaining(['plan-overdue First care plan', 'document-missing Intake assessment']));
  expect(ofPatient.some((line) => line.startsWith('assessment-overdue'))).toBe(true);
  const dues = later.items.map(({ due }) => (due ? Date.parse(due) : Number.MAX_SAFE_INTEGER));
  expect(dues).toEqual(dues.toSorted((one, other) => one - other));
  expect((await missing('therapist')).items.every(({ staffId }) => staffId === ids.staff.therapist || staffId === null)).toBe(true);
  expect((await (await clinic.again('front-desk')).get('/missing-documentation')).status).toBe(403);
});
