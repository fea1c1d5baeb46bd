import { action } from '#server/platform/index.ts';
import { formerAddresses, formerNames, mergedRecords, person } from './patients.store.ts';
import { addressOf, ageOn, displayNameOf } from './person.rules.ts';
import { today } from './today.store.ts';

/** All that is told of a person. The number of a merged record leads to the survivor. */
export const showPatient = action('patient.show', async (tx, { patientId }: { patientId: string }) => {
  const row = await person(tx, patientId);
  const [names, addresses, merged] = [await formerNames(tx, row.id), await formerAddresses(tx, row.id), await mergedRecords(tx, row.id)];
  tx.touch({ kind: 'patient', id: row.id, patientId: [...new Set([row.id, patientId])] });
  const {
    photoFileId,
    addressLine1: _line1,
    addressLine2: _line2,
    city: _city,
    state: _state,
    zip: _zip,
    mergedInto: _into,
    registeredAt: _at,
    updatedAt: _updated,
    ...told
  } = row;
  return {
    ...told,
    displayName: displayNameOf(row),
    age: ageOn(row.birthDate, await today(tx), row.deceasedOn),
    address: addressOf(row),
    hasPhoto: photoFileId !== null,
    formerNames: names,
    formerAddresses: addresses.map((former) => ({
      line1: former.addressLine1,
      line2: former.addressLine2,
      city: former.city,
      state: former.state,
      zip: former.zip,
      until: former.until,
    })),
    mergedRecords: merged.map((record) => ({ id: record.id, mrn: record.mrn, displayName: displayNameOf(record) })),
  };
});
