import { action } from '#server/platform/index.ts';
import { lockAlert, resolve } from './alerts.store.ts';

/** Takes an alert down; it stays on record with the reason. Resolving twice changes nothing. */
export const resolveAlert = action('patient.resolve-alert', async (tx, { alertId, reason }: { alertId: string; reason: string }) => {
  const alert = await lockAlert(tx, alertId);
  if (alert.resolvedAt === null) await resolve(tx, alertId, reason);
  tx.touch({ kind: 'alert', id: alertId, patientId: alert.patientId, programId: alert.programId });
});
