import { action, newId, NotFound, refuseIf, type Tx } from '#server/platform/index.ts';
import { instantIn, obstaclesToBreakingGlass } from './break-glass.rules.ts';
import { emergencyOf, endEmergency, openEmergency } from './emergency.store.ts';
import type { EmergencyStatement } from './emergency.ts';

/**
 * Breaks the glass: writes down the emergency, opens the chart for its time and puts it before the privacy officer, in one transaction and without any queue.
 * `recordIds` are all records of the person. Refused with everything that is missing; 42 CFR 2.51(c).
 */
export async function breakGlass(tx: Tx, patientId: string, recordIds: readonly string[], statement: EmergencyStatement) {
  tx.touch({ kind: 'emergency', patientId, details: { basis: statement.basis, toOutside: statement.toOutside } });
  refuseIf(obstaclesToBreakingGlass(statement, tx.now));
  const id = newId<'Emergency'>();
  const disclosedAt = instantIn(statement.disclosedAt)?.toString() ?? '';
  await openEmergency(tx, { id, patientId, ...statement, disclosedAt }, recordIds);
  const opened = await emergencyOf(tx, id);
  if (!opened) throw new NotFound('Emergency');
  tx.touch({ kind: 'emergency', id, patientId: recordIds });
  return { id, patientId, endsAt: opened.endsAt };
}

/** Closes a chart that was opened in an emergency. */
export const closeEmergency = action(
  'emergency.end',
  async (tx, { emergencyId }: { emergencyId: string }): Promise<void> => {
    const opened = await emergencyOf(tx, emergencyId);
    if (!opened) throw new NotFound('Emergency');
    tx.touch({ kind: 'emergency', id: emergencyId, patientId: opened.patientId });
    await endEmergency(tx, emergencyId);
  },
  { purpose: 'ETREAT' },
);
