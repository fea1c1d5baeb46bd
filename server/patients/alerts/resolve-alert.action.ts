import { action, Refused } from '#server/platform/index.ts';
import { lockAlert, resolve } from './alerts.store.ts';

/** Takes an alert down; it stays on record with the reason. Resolving twice changes nothing. One that a pathway keeps goes with the pathway. */
export const resolveAlert = action('patient.resolve-alert', async (tx, { alertId, reason }: { alertId: string; reason: string }) => {
  const alert = await lockAlert(tx, alertId);
  if (alert.keptBy !== null && alert.resolvedAt === null)
    throw new Refused(
      'alert.is-kept',
      { code: 'alert.is-kept', says: 'This alert stands while what is behind it is open: a pathway, or a result that waits. See to that, then it goes by itself.' },
      409,
    );
  if (alert.resolvedAt === null) await resolve(tx, alertId, reason);
  tx.touch({ kind: 'alert', id: alertId, patientId: alert.patientId, programId: alert.programId });
});
