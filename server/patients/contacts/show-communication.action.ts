import { action } from '#server/platform/index.ts';
import { addressOf } from '../demographics/person.rules.ts';
import { person } from '../demographics/patients.store.ts';
import { unasked } from './channels.rules.ts';
import { communicationOf, type CommunicationRow } from './contacts.store.ts';

function confidentialAddressOf(row: CommunicationRow) {
  const { confidentialLine1: addressLine1, confidentialLine2: addressLine2, confidentialCity: city, confidentialState: state, confidentialZip: zip } = row;
  return addressOf({ addressLine1, addressLine2, city, state, zip });
}

/** How a patient asks to be reached. */
export const showCommunication = action('patient.show-communication', async (tx, { patientId }: { patientId: string }) => {
  const { id: personId } = await person(tx, patientId);
  const row = await communicationOf(tx, personId);
  tx.touch({ kind: 'communication', id: personId, patientId: personId });
  if (!row)
    return {
      allowed: [...unasked.allowed],
      preferred: null,
      confidentialAddress: null,
      confidentialPhone: null,
      callerName: null,
      note: null,
      asked: false,
      updatedAt: null,
    };
  const { allowed, preferred, confidentialPhone, callerName, note, updatedAt } = row;
  return { allowed, preferred, confidentialAddress: confidentialAddressOf(row), confidentialPhone, callerName, note, asked: true, updatedAt };
});
