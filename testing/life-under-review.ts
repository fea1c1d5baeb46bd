import { newId } from '#server/platform/index.ts';
import { freeWord, type Hands } from './life-hands.ts';
import { done } from './released-records.ts';

/** The chart is looked through with a checklist, what was found is answered, and what follows the stay is written. */
export async function reviewed({ clinic, therapist, nurse, patientId, programId }: Hands, episodeId: string): Promise<void> {
  const director = await clinic.as('clinical-director');
  const review = await done(director.post('/chart-reviews', { patientId, programId, checklist: 'utilization-review' }));
  for (const { code } of review.asks) {
    const answer = code === 'level' ? { says: 'not-met', dueOn: '2026-12-01' } : { says: 'met' };
    await done(director.put(`/chart-reviews/${review.id}/answers/${code}`, { ...answer, comment: freeWord }));
  }
  await done(director.post(`/chart-reviews/${review.id}/closing`, { summary: freeWord }));
  const { mine } = await done(therapist.get('/review-findings'));
  for (const { id } of mine) await done(therapist.post(`/review-findings/${id}/answer`, { answer: freeWord }));
  await done(nurse.put(`/episodes/${episodeId}/aftercare`, { naloxone: 'given', plan: freeWord, appointment: freeWord, risk: freeWord }));
}

/** A colleague of the program takes the person over, with a note. */
export async function handedOver({ clinic, patientId, programId, therapistId }: Hands): Promise<string> {
  const director = await clinic.as('clinical-director');
  const handOver = { id: newId(), programId, fromStaffId: therapistId, toStaffId: clinic.ids.staff.nurse, people: [{ patientId, note: freeWord }] };
  await done(director.post('/hand-overs', handOver));
  return handOver.id;
}
