import { action, type Tx } from '#server/platform/index.ts';

/** What is told to anybody outside who asks about somebody: the same words for patients and for everybody else (42 CFR 2.13(c)(2)). Nothing is looked up. */
export const answerOutsider = action(
  'outsider.answer',
  (_tx: Tx, _asked: { asker: string; about: string }) =>
    Promise.resolve({
      says: 'Federal law does not let us say whether anyone is or was a patient here. Whoever has a written consent or a court order may send it to us.',
    }),
  { purpose: 'HOPERAT' },
);
