import { newId } from '#server/platform/index.ts';
import { freeWord, type Hands } from './life-hands.ts';
import { done } from './released-records.ts';

/** Somebody calls about the person, who is screened, waits, gets interim services and a place; one point of the admission is done on paper. */
export async function askedForCare({ desk, patientId, programId }: Hands, episodeId: string): Promise<void> {
  const call = { id: newId(), programId, callerName: freeWord, callerRelation: 'family', aboutName: freeWord, heardFrom: 'self', need: freeWord };
  await done(desk.post('/intake/calls', call));
  const callBack = () => done(desk.post(`/intake/calls/${call.id}/attempts`, { id: newId(), way: 'phone', reached: true, note: freeWord }));
  await callBack();
  await done(desk.post(`/intake/calls/${call.id}/patient`, { patientId }));
  await callBack();
  const { items: questions } = await done(desk.get(`/intake/screening-questions?programId=${programId}`));
  const answers = questions.map(({ code, answers: kind }: { code: string; answers: string }) => [code, kind === 'words' ? freeWord : 'no']);
  await done(desk.post(`/episodes/${episodeId}/screenings`, { id: newId(), answers: Object.fromEntries(answers) }));
  const waitId = newId();
  await done(desk.post('/intake/waitlist', { id: waitId, episodeId }));
  await done(desk.post(`/intake/waitlist/${waitId}/acts`, { id: newId(), kind: 'reached', what: 'phone', note: freeWord }));
  await done(desk.put(`/episodes/${episodeId}/checklist/consent-treatment`, { done: true, note: freeWord }));
}
