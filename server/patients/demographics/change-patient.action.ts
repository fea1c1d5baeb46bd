import type { z } from 'zod';
import { knownTo } from '#server/privacy/index.ts';
import { action, refuseIf, type Tx } from '#server/platform/index.ts';
import { patientChanged } from '../events.ts';
import { searchEntriesOf } from '../search/search-entries.rules.ts';
import { index } from '../search/search.store.ts';
import type { PatientChanges } from './demographics.contract.ts';
import { columnsOf, fieldsSent } from './columns.rules.ts';
import { formerNames, keepFormerAddress, keepFormerName, lockPerson, updatePatient } from './patients.store.ts';
import type { PatientRow } from './person.ts';
import { isSearchedDifferently, obstaclesInDates } from './person.rules.ts';
import { today } from './today.store.ts';

type Changes = z.output<typeof PatientChanges>;

const isRenamed = (before: PatientRow, after: PatientRow) => before.givenName !== after.givenName || before.familyName !== after.familyName;
const hasMoved = (before: PatientRow, after: PatientRow) =>
  before.addressLine1 !== after.addressLine1 ||
  before.addressLine2 !== after.addressLine2 ||
  before.city !== after.city ||
  before.state !== after.state ||
  before.zip !== after.zip;

async function keepFormer(tx: Tx, before: PatientRow, after: PatientRow): Promise<void> {
  if (isRenamed(before, after)) await keepFormerName(tx, before);
  if (hasMoved(before, after)) await keepFormerAddress(tx, before);
}

/** Finds the person by the new facts at once in the actor's programs; a job follows in those the actor cannot see. */
async function findAnew(tx: Tx, after: PatientRow): Promise<void> {
  await index(tx, after.id, await knownTo(tx, after.id), searchEntriesOf({ ...after, formerNames: await formerNames(tx, after.id) }));
  await tx.record(patientChanged({ patientId: after.id }));
}

/** Changes what is told of a person: only the fields sent. Former names and addresses are kept. */
export const changePatient = action('patient.change', async (tx, { patientId, ...changes }: Changes & { patientId: string }) => {
  const before = await lockPerson(tx, patientId);
  const columns = columnsOf(changes);
  const after = { ...before, ...columns } as PatientRow;
  refuseIf(obstaclesInDates(after.birthDate, after.deceasedOn, await today(tx)));
  await updatePatient(tx, before.id, columns);
  await keepFormer(tx, before, after);
  if (isSearchedDifferently(before, after)) await findAnew(tx, after);
  tx.touch({ kind: 'patient', id: before.id, patientId: before.id, fields: fieldsSent(changes) });
});
