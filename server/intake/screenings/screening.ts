import content from '#content/intake/screening-questions.json' with { type: 'json' };
import type { ProgramKindName } from '#server/programs/levels-of-care/levels-of-care.contract.ts';

export type Answers = Readonly<Record<string, string>>;

/** A question of the first screening. An urgent answer says what to do at once. */
export interface Question {
  readonly code: string;
  readonly says: string;
  readonly answers: 'yes-no' | 'yes-no-declined' | 'words';
  readonly kinds: 'all' | readonly string[];
  readonly urgent?: { readonly when: string; readonly says: string };
}

const questions = content.questions as readonly Question[];

/** The version of the questions that is kept with the answers. */
export const questionsVersion: string = content.version;

/** The questions that a kind of program asks, in their order. */
export function questionsFor(kind: ProgramKindName): readonly Question[] {
  return questions.filter(({ kinds }) => kinds === 'all' || kinds.includes(kind));
}
