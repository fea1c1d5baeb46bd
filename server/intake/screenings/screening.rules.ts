import type { Obstacle } from '#server/platform/index.ts';
import type { Answers, Question } from './screening.ts';

/** Who comes first, from what was answered; what was declined counts as no. Source: 45 CFR 96.131(a). */
export function priorityOf(answers: Answers): 'pregnant-injecting' | 'pregnant' | 'injecting' | 'other' {
  const [pregnant, injecting] = [answers['pregnant'] === 'yes', answers['injecting'] === 'yes'];
  if (pregnant) return injecting ? 'pregnant-injecting' : 'pregnant';
  return injecting ? 'injecting' : 'other';
}

/** What has to be done at once, in words; empty when nothing has. */
export function urgentIn(questions: readonly Question[], answers: Answers): string[] {
  return questions.flatMap(({ code, urgent }) => (urgent && answers[code] === urgent.when ? [urgent.says] : []));
}

const allowed: Readonly<Record<Question['answers'], readonly string[] | undefined>> = {
  'yes-no': ['yes', 'no'],
  'yes-no-declined': ['yes', 'no', 'declined'],
  words: undefined,
};

/** What stands against keeping these answers: questions of yes or no without one, and answers that nobody asked for. Words may be left out. */
export function obstaclesToAnswers(questions: readonly Question[], answers: Answers): Obstacle[] {
  const missing = questions.filter(({ code, answers: kind }) => allowed[kind] && !allowed[kind].includes(answers[code] ?? ''));
  const unknown = Object.keys(answers).filter((code) => !questions.some((question) => question.code === code));
  return [
    ...missing.map(({ code, says }) => ({ code: 'screening.unanswered', says: `${says} Answer with one of the choices.`, at: `answers.${code}` })),
    ...unknown.map((code) => ({ code: 'screening.not-asked', says: `This program does not ask ${code}.`, at: `answers.${code}` })),
  ];
}
