import { action } from '#server/platform/index.ts';
import { recordsOf } from '../demographics/patients.store.ts';
import { today } from '../demographics/today.store.ts';
import { bySeverity } from './alert-order.rules.ts';
import { liveAlerts } from './alerts.store.ts';

/** What others should know before they meet a patient, the gravest first. */
export const listAlerts = action('patient.list-alerts', async (tx, { patientId }: { patientId: string }) => {
  const { personId, recordIds } = await recordsOf(tx, patientId);
  const items = bySeverity(await liveAlerts(tx, recordIds, await today(tx)));
  tx.touch({ kind: 'alert', patientId: personId });
  return { items };
});
