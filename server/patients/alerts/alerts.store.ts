import type { Generated, Insertable } from 'kysely';
import { NotFound, within, type Tx } from '#server/platform/index.ts';

interface AlertTables {
  'patients.alert': {
    id: string;
    patientId: string;
    programId: string;
    labels: Generated<string[]>;
    kind: 'safety' | 'clinical' | 'communication' | 'administrative';
    severity: 'note' | 'warning' | 'danger';
    says: string;
    since: Temporal.Instant;
    until: Temporal.PlainDate | null;
    writtenBy: string | null;
    resolvedAt: Generated<Temporal.Instant | null>;
    resolvedBy: Generated<string | null>;
    resolvedReason: Generated<string | null>;
    keptBy: Generated<string | null>;
  };
}

const alerts = (tx: Tx) => within<AlertTables>(tx);

/** Alerts that hold on a day, of all records of a person that this actor may see; the oldest first. */
export function liveAlerts(tx: Tx, recordIds: readonly string[], day: Temporal.PlainDate) {
  return alerts(tx)
    .selectFrom('patients.alert')
    .select(['id', 'programId', 'kind', 'severity', 'says', 'since', 'until'])
    .where('patientId', 'in', recordIds)
    .where('resolvedAt', 'is', null)
    .where((where) => where.or([where('until', 'is', null), where('until', '>=', day)]))
    .orderBy('since')
    .execute();
}

/** One alert, locked. Throws NotFound for none and for one out of reach. */
export function lockAlert(tx: Tx, alertId: string) {
  return alerts(tx)
    .selectFrom('patients.alert')
    .select(['id', 'patientId', 'programId', 'resolvedAt', 'keptBy'])
    .where('id', '=', alertId)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound('Alert'));
}

/** Adds an alert. */
export async function insertAlert(tx: Tx, row: Insertable<AlertTables['patients.alert']>): Promise<void> {
  await alerts(tx).insertInto('patients.alert').values(row).execute();
}

/** Ends an alert with its reason. */
export async function resolve(tx: Tx, alertId: string, resolvedReason: string): Promise<void> {
  await alerts(tx).updateTable('patients.alert').set({ resolvedAt: tx.now, resolvedBy: tx.actor.id, resolvedReason }).where('id', '=', alertId).execute();
}
