import { action } from '#server/platform/index.ts';
import { openEmergencies, recordsInChart, reviews } from './emergency.store.ts';

/** One's own charts held open now; asked by the banner every minute, so it leaves no entry of its own. */
export const listOpenEmergencies = action('emergency.list-open', async (tx, _nothing: object) => ({ items: await openEmergencies(tx) }), { audit: 'touched' });

/** What a chart says of emergencies. */
export const listEmergencyRecords = action('emergency.list-records', async (tx, { patientId }: { patientId: string }) => {
  const items = await recordsInChart(tx, patientId);
  tx.touch({ kind: 'emergency', patientId });
  return { items };
});

/** The privacy officer's queue, and what has been judged. */
export const listReviews = action(
  'emergency.list-reviews',
  async (tx, { state, limit }: { state: 'waiting' | 'reviewed'; limit: number }) => {
    const items = await reviews(tx, state, limit);
    tx.touch({ kind: 'emergency-review', patientId: [...new Set(items.map(({ patientId }) => patientId))] });
    return { items };
  },
  { purpose: 'HOPERAT' },
);
