import { action, PrintedRows } from '#server/platform/index.ts';
import { TimelineEntry } from './entries.contract.ts';
import { entriesOf } from './entries.store.ts';

/** What happened to one person, over all episodes and disciplines, the latest first; `next` goes on from there. */
export const showTimeline = action(
  'timeline.show',
  async (tx, input: { patientId: string; before?: string | undefined; limit?: number | undefined; words?: string | undefined }) => {
    const limit = input.limit ?? 1000;
    tx.touch({ kind: 'timeline', patientId: input.patientId });
    const { entries, count, earliest } = await entriesOf(tx, input.patientId, { before: input.before, words: input.words, limit });
    return { items: new PrintedRows(TimelineEntry, entries), ...(count === limit && earliest ? { next: earliest.toString() } : {}) };
  },
);
