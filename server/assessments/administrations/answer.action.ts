import { action, refuseIf } from '#server/platform/index.ts';
import { versionById } from '../instruments/instruments.store.ts';
import { closeLinks } from '../links/links.store.ts';
import { answerFinding, findingsOf, lockAdministration, withdraw } from './administrations.store.ts';
import type { Administration } from './administration.ts';
import { complete, keepAnswers, type AnswerChanges } from './keep-answers.action.ts';

const touched = ({ id, patientId, programId }: Administration) => ({ kind: 'assessment', id, patientId, programId });

/** One administration with its questions, answers and result. */
export const showAdministration = action('assessment.show', async (tx, { administrationId }: { administrationId: string }) => {
  const administration = await lockAdministration(tx, administrationId);
  tx.touch(touched(administration));
  const { id, patientId, state, mode, answeredBy, startedAt, savedAt, completedAt, answers, result } = administration;
  const [instrument, findings] = [await versionById(tx, administration.versionId), await findingsOf(tx, [id])];
  return { id, patientId, state, mode, answeredBy, startedAt, savedAt, completedAt, answers, result, instrument, findings };
});

/** Keeps changed answers as they are given. */
export const saveAnswers = action('assessment.save', async (tx, { administrationId, answers }: { administrationId: string; answers: AnswerChanges }) => {
  const administration = await lockAdministration(tx, administrationId);
  tx.touch({ ...touched(administration), fields: Object.keys(answers) });
  return { answers: await keepAnswers(tx, administration, await versionById(tx, administration.versionId), answers), savedAt: tx.now };
});

/** Scores and seals the answers; a link to them ends. */
export const completeAdministration = action('assessment.complete', async (tx, { administrationId, withBlanks }: { administrationId: string; withBlanks: boolean }) => {
  const administration = await lockAdministration(tx, administrationId);
  tx.touch(touched(administration));
  const result = await complete(tx, administration, await versionById(tx, administration.versionId), withBlanks);
  await closeLinks(tx, administration.id);
  return result;
});

/** Takes back what was not finished, and its link. What was critical in it stays. */
export const withdrawAdministration = action('assessment.withdraw', async (tx, { administrationId }: { administrationId: string }) => {
  const administration = await lockAdministration(tx, administrationId);
  tx.touch(touched(administration));
  if (administration.state === 'open') await withdraw(tx, administration.id);
  await closeLinks(tx, administration.id);
});

/** Says what was done about a critical finding; with that it is closed. What speaks of suicide closes only with its pathway. */
export const closeFinding = action('assessment.close-finding', async (tx, { findingId, answer }: { findingId: string; answer: string }) => {
  const { patientId, programId, concern } = await answerFinding(tx, findingId, answer);
  refuseIf(concern === 'suicide' ? [{ code: 'assessment.on-pathway', says: 'This is worked on the suicide-risk pathway, and closes with it.' }] : []);
  tx.touch({ kind: 'critical-finding', id: findingId, patientId, programId });
});
