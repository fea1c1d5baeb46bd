import type { z } from 'zod';
import { action, NotFound } from '#server/platform/index.ts';
import type { Suspension } from './accounting.contract.ts';
import { disclosureById, disclosuresOf, suspend } from './accounting.store.ts';

const shownAtOnce = 500;

/** All that left of a patient, of what the actor's programs made. */
export const listDisclosures = action('disclosure.list', async (tx, { patientId }: { patientId: string }) => {
  tx.touch({ kind: 'disclosure', patientId });
  return { items: await disclosuresOf(tx, patientId, shownAtOnce) };
});

/** Leaves a row out of the accounting while an agency asks for it. */
export const suspendAccounting = action(
  'disclosure.suspend-accounting',
  async (tx, { disclosureId, startsOn, endsOn, agency }: z.output<typeof Suspension> & { disclosureId: string }) => {
    const row = await disclosureById(tx, disclosureId);
    if (!row) throw new NotFound('Disclosure');
    const { patientId, programId } = row;
    await suspend(tx, { disclosureId, patientId, programId, agency, startsOn: Temporal.PlainDate.from(startsOn), endsOn: Temporal.PlainDate.from(endsOn) });
    tx.touch({ kind: 'disclosure', id: disclosureId, patientId, programId, fields: ['suspendedUntil'] });
  },
  { purpose: 'HOPERAT' },
);
