import type { z } from 'zod';
import { action, NotFound } from '#server/platform/index.ts';
import { breakGlass, type EmergencyStatement } from '#server/privacy/index.ts';
import type { Identifiers } from './emergency.contract.ts';
import { foundExactly, recordsOfAnyone } from './emergency.store.ts';

/** Finds somebody in an emergency by exact identifiers, also whom the actor may not know of. Each try stands in the audit. */
export const findInEmergency = action(
  'emergency.search',
  async (tx, { birthDate, ...said }: z.output<typeof Identifiers>) => {
    const items = await foundExactly(tx, { ...said, birthDate: birthDate ?? null });
    tx.touch({ kind: 'emergency-search', patientId: items.map(({ id }) => id), details: { found: items.length } });
    return { items };
  },
  { purpose: 'ETREAT' },
);

/** Opens the chart of a person in an emergency, whether or not the actor's programs know them. */
export const openChartInEmergency = action(
  'emergency.open',
  async (tx, { patientId, ...statement }: EmergencyStatement & { patientId: string }) => {
    const records = await recordsOfAnyone(tx, patientId);
    if (records.length === 0) throw new NotFound('Patient');
    return breakGlass(tx, patientId, records, statement);
  },
  { purpose: 'ETREAT' },
);
