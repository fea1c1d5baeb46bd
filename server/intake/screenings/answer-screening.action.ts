import { action, NotFound, refuseIf } from '#server/platform/index.ts';
import { today } from '#server/patients/index.ts';
import { programName, screenEpisode } from '#server/programs/index.ts';
import { reprioritise } from '../waitlist/waitlist.store.ts';
import { questionsFor, questionsVersion } from './screening.ts';
import { obstaclesToAnswers, priorityOf, urgentIn } from './screening.rules.ts';
import type { AnswerScreening } from './screenings.contract.ts';
import { insertScreening, openStay, screeningsOf } from './screenings.store.ts';

/** The questions that a program asks first. */
export const listQuestions = action(
  'screening.list-questions',
  async (tx, { programId }: { programId: string }) => ({ version: questionsVersion, items: [...questionsFor((await programName(tx, programId)).kind)] }),
  { audit: 'touched' },
);

/** Keeps what was answered: the referral becomes a screening, and who waits already moves to where the answers put them. Tells what to do at once. */
export const answerScreening = action('screening.answer', async (tx, { episodeId, id, answers }: AnswerScreening & { episodeId: string }) => {
  const stay = await openStay(tx, episodeId);
  const questions = questionsFor((await programName(tx, stay.programId)).kind);
  const given = Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== ''));
  refuseIf(obstaclesToAnswers(questions, given));
  const priority = priorityOf(given);
  await insertScreening(tx, stay, { id, answers: given, version: questionsVersion, priority });
  if (stay.state === 'referral') await screenEpisode.within(tx, { episodeId, on: (await today(tx)).toString() });
  await reprioritise(tx, episodeId, priority);
  tx.touch({ kind: 'screening', id, patientId: stay.patientId, programId: stay.programId });
  const [kept] = await screeningsOf(tx, episodeId);
  if (!kept) throw new NotFound('Screening');
  return { ...kept, urgent: urgentIn(questions, kept.answers) };
});

/** What was answered in the screenings of a stay, the latest first. */
export const listScreenings = action('screening.list', async (tx, { episodeId }: { episodeId: string }) => {
  const stay = await openStay(tx, episodeId);
  const questions = questionsFor((await programName(tx, stay.programId)).kind);
  tx.touch({ kind: 'screening', patientId: stay.patientId, programId: stay.programId });
  return { items: (await screeningsOf(tx, episodeId)).map((one) => ({ ...one, urgent: urgentIn(questions, one.answers) })) };
});
