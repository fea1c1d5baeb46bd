import type { z } from 'zod';
import { action, refuseIf } from '#server/platform/index.ts';
import { fieldsSent } from '../demographics/columns.rules.ts';
import { person } from '../demographics/patients.store.ts';
import { obstaclesToCommunication } from './channels.rules.ts';
import type { Communication } from './contacts.contract.ts';
import { keepCommunication as store } from './contacts.store.ts';

/** Keeps how a patient asks to be reached; no reason is asked (45 CFR 164.522(b)(2)(iii)). */
export const keepCommunication = action('patient.keep-communication', async (tx, { patientId, ...said }: z.output<typeof Communication> & { patientId: string }) => {
  refuseIf(obstaclesToCommunication(said));
  const { id: personId } = await person(tx, patientId);
  await store(tx, {
    patientId: personId,
    allowed: [...new Set(said.allowed)],
    preferred: said.preferred ?? null,
    confidentialLine1: said.confidentialAddress?.line1 ?? null,
    confidentialLine2: said.confidentialAddress?.line2 ?? null,
    confidentialCity: said.confidentialAddress?.city ?? null,
    confidentialState: said.confidentialAddress?.state ?? null,
    confidentialZip: said.confidentialAddress?.zip ?? null,
    confidentialPhone: said.confidentialPhone ?? null,
    callerName: said.callerName ?? null,
    note: said.note ?? null,
    updatedAt: tx.now,
  });
  tx.touch({ kind: 'communication', id: personId, patientId: personId, fields: fieldsSent(said) });
});
