import type { Tx } from '#server/platform/index.ts';
import { person } from '../demographics/patients.store.ts';
import { addressOf } from '../demographics/person.rules.ts';
import { waysToReach, type WayToReach } from './channels.rules.ts';
import type { ChannelName } from './contacts.contract.ts';
import { communicationOf } from './contacts.store.ts';

/**
 * How a patient may be reached by whoever sends by these channels, best first; empty when by none. Throws NotFound for somebody out of reach.
 * Letters, calls and messages go where and as the patient asked (45 CFR 164.522(b)).
 */
export async function waysToPatient(tx: Tx, patientId: string, able: readonly ChannelName[]): Promise<WayToReach[]> {
  const patient = await person(tx, patientId);
  const row = await communicationOf(tx, patient.id);
  const home = { address: addressOf(patient), phone: patient.phone };
  if (!row) return waysToReach(undefined, home, able);
  const { confidentialLine1: addressLine1, confidentialLine2: addressLine2, confidentialCity: city, confidentialState: state, confidentialZip: zip } = row;
  const { allowed, preferred, callerName, confidentialPhone: phone } = row;
  return waysToReach({ allowed, preferred, callerName, phone, address: addressOf({ addressLine1, addressLine2, city, state, zip }) }, home, able);
}
