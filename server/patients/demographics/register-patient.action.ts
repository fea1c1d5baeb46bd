import type { z } from 'zod';
import { makeKnown } from '#server/privacy/index.ts';
import { action, newId, NotFound, Refused, refuseIf, type Tx } from '#server/platform/index.ts';
import { patientRegistered } from '../events.ts';
import { possiblySame } from '../search/find-duplicates.action.ts';
import { searchEntriesOf } from '../search/search-entries.rules.ts';
import { index } from '../search/search.store.ts';
import type { RegisterPatient } from './demographics.contract.ts';
import { columnsOf } from './columns.rules.ts';
import { mrnOf } from './mrn.rules.ts';
import { insertPatient, nextMrnCount, takeTurns } from './patients.store.ts';
import { displayNameOf, obstaclesInDates } from './person.rules.ts';
import { today } from './today.store.ts';

type NewPatient = z.output<typeof RegisterPatient>;

/** Someone on record who is likely the same person, unless the actor has looked and said otherwise. */
async function refuseDuplicates(tx: Tx, input: NewPatient, birthDate: Temporal.PlainDate): Promise<void> {
  const heldForOthers = new Set(input.differentFrom);
  const found = (await possiblySame(tx, { ...input, birthDate })).filter(({ row, likeness }) => likeness.band !== 'possible' && !heldForOthers.has(row.id));
  if (found.length === 0) return;
  tx.touch({ kind: 'patient-search', patientId: found.map(({ row }) => row.id) });
  throw new Refused(
    'patient.may-be-registered',
    found.map(({ row, likeness }) => ({
      code: 'patient.may-be-registered',
      says: `${displayNameOf(row)}, born ${row.birthDate}, record ${row.mrn}: ${likeness.because.join(', ')}. Open that record, or confirm that this is another person.`,
      at: row.id,
    })),
    409,
  );
}

/** Takes a person into the records of one of the actor's programs, with a new record number. */
export const registerPatient = action('patient.register', async (tx, input: NewPatient) => {
  // A program that is not the actor's answers as one that does not exist.
  if (!tx.actor.programIds.includes(input.programId)) throw new NotFound('Program');
  const birthDate = Temporal.PlainDate.from(input.birthDate);
  refuseIf(obstaclesInDates(birthDate, input.deceasedOn ? Temporal.PlainDate.from(input.deceasedOn) : null, await today(tx)));
  await takeTurns(tx, birthDate);
  await refuseDuplicates(tx, input, birthDate);
  const id = newId<'Patient'>();
  const mrn = mrnOf(await nextMrnCount(tx));
  await makeKnown(tx, id, input.programId);
  const { givenName, familyName } = input;
  await insertPatient(tx, { ...columnsOf(input), id, mrn, givenName, familyName, birthDate, registeredAt: tx.now, updatedAt: tx.now });
  const searchable = { mrn, givenName, familyName, birthDate, nameToUse: input.nameToUse ?? null, phone: input.phone ?? null, otherPhone: input.otherPhone ?? null };
  await index(tx, id, [input.programId], searchEntriesOf(searchable));
  tx.touch({ kind: 'patient', id, patientId: id, programId: input.programId });
  await tx.record(patientRegistered({ patientId: id, programId: input.programId }));
  return { id, mrn };
});
