import { newId, type Id, type Tx } from '#server/platform/index.ts';
import { insertAlert, resolve } from './alerts.store.ts';

/** Raises an alert for a pathway above, which alone can let it go. */
export async function raiseAlert(
  tx: Tx,
  alert: { readonly patientId: string; readonly programId: string; readonly says: string; readonly keptBy: string },
): Promise<Id<'Alert'>> {
  const id = newId<'Alert'>();
  await insertAlert(tx, { id, ...alert, kind: 'safety', severity: 'danger', since: tx.now, until: null, writtenBy: tx.actor.id });
  return id;
}

/** Takes an alert down for the pathway that kept it. */
export function releaseAlert(tx: Tx, alertId: string, reason: string): Promise<void> {
  return resolve(tx, alertId, reason);
}
