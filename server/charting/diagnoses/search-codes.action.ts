import { action } from '#server/platform/index.ts';
import { codesMatching } from './codes.store.ts';
import { searchWords } from './diagnosis.rules.ts';

/** ICD-10-CM codes by words, beginnings of words, abbreviations or code; valid today unless another day is asked for. */
export const searchCodes = action(
  'icd10cm.search',
  async (tx, { q, on, limit }: { q: string; on?: string | undefined; limit?: number | undefined }) => {
    const day = on === undefined ? tx.now.toZonedDateTimeISO('UTC').toPlainDate() : Temporal.PlainDate.from(on);
    return { items: await codesMatching(tx, searchWords(q), day, limit ?? 20) };
  },
  { audit: 'touched' },
);
