import { action } from '#server/platform/index.ts';
import { dayOf } from '../demographics/person.rules.ts';
import { recordsOf } from '../demographics/patients.store.ts';
import { bySeverity } from './alert-order.rules.ts';
import { liveAlerts } from './alerts.store.ts';

/** What others should know before they meet a patient, the gravest first. */
export const listAlerts = action('patient.list-alerts', async (tx, { patientId }: { patientId: string }) => {
  const { personId, recordIds } = await recordsOf(tx, patientId);
  const items = bySeverity(await liveAlerts(tx, recordIds, dayOf(tx.now)));
  tx.touch({ kind: 'alert', patientId: personId });
  return { items };
});
