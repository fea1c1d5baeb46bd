import type { z } from 'zod';
import { action, refuseIf } from '#server/platform/index.ts';
import { fieldsSent } from '../demographics/columns.rules.ts';
import { person } from '../demographics/patients.store.ts';
import { addressColumns } from '../demographics/person.rules.ts';
import { obstaclesToCommunication } from './channels.rules.ts';
import type { Communication } from './contacts.contract.ts';
import { keepCommunication as store } from './contacts.store.ts';

function confidentialColumns(address: z.output<typeof Communication>['confidentialAddress']) {
  const { addressLine1, addressLine2, city, state, zip } = addressColumns(address);
  return { confidentialLine1: addressLine1, confidentialLine2: addressLine2, confidentialCity: city, confidentialState: state, confidentialZip: zip };
}

/** Keeps how a patient asks to be reached; no reason is asked (45 CFR 164.522(b)(2)(iii)). */
export const keepCommunication = action('patient.keep-communication', async (tx, { patientId, ...said }: z.output<typeof Communication> & { patientId: string }) => {
  refuseIf(obstaclesToCommunication(said));
  const { id: personId } = await person(tx, patientId);
  const { preferred = null, confidentialPhone = null, callerName = null, note = null } = said;
  await store(tx, {
    ...confidentialColumns(said.confidentialAddress),
    patientId: personId,
    allowed: [...new Set(said.allowed)],
    preferred,
    confidentialPhone,
    callerName,
    note,
    updatedAt: tx.now,
  });
  tx.touch({ kind: 'communication', id: personId, patientId: personId, fields: fieldsSent(said) });
});
