import { action } from '#server/platform/index.ts';
import { codesMatching } from './codes.store.ts';
import { searchWords, specifierPrompts, yearsInWords } from './diagnosis.rules.ts';
import { prompts } from './specifiers.ts';

/** ICD-10-CM codes by words, beginnings of words, abbreviations or code; valid today unless another day is asked for. One outside its years is found too, last, and says when it may be used. */
export const searchCodes = action(
  'icd10cm.search',
  async (tx, { q, on, limit }: { q: string; on?: string | undefined; limit?: number | undefined }) => {
    const day = on === undefined ? tx.now.toZonedDateTimeISO('UTC').toPlainDate() : Temporal.PlainDate.from(on);
    const found = await codesMatching(tx, searchWords(q), day, limit ?? 20);
    return { items: found.map((code) => ({ ...code, codeSays: yearsInWords(code, day), prompts: specifierPrompts(code.code, prompts) })) };
  },
  { audit: 'touched' },
);
