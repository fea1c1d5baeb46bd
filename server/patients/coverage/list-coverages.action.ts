import { action } from '#server/platform/index.ts';
import { recordsOf } from '../demographics/patients.store.ts';
import { today } from '../demographics/today.store.ts';
import { holdsOn } from './coverage.rules.ts';
import { coveragesOf, namesOfStaff } from './coverage.store.ts';

type CoverageRow = Awaited<ReturnType<typeof coveragesOf>>[number];

function subscriberOf(row: CoverageRow) {
  const { subscriberGivenName: givenName, subscriberFamilyName: familyName, subscriberBirthDate: birthDate, subscriberSex: sex } = row;
  const { subscriberLine1: line1, subscriberLine2: line2, subscriberCity: city, subscriberState: state, subscriberZip: zip } = row;
  if (givenName === null || familyName === null || birthDate === null || sex === null) return null;
  return { givenName, familyName, birthDate, sex, address: { line1: line1 ?? '', line2, city: city ?? '', state: state ?? '', zip: zip ?? '' } };
}

function verifiedOf({ verifiedOn: on, verifiedHow: how, verifiedBy, verifiedNote: note }: CoverageRow, names: ReadonlyMap<string, string>) {
  return on === null || how === null ? null : { on, how, byName: names.get(verifiedBy ?? '') ?? '', note };
}

/** A person's insurance, in the order in which it pays. */
export const listCoverages = action('coverage.list', async (tx, { patientId }: { patientId: string }) => {
  const { personId, recordIds } = await recordsOf(tx, patientId);
  const rows = await coveragesOf(tx, recordIds);
  const day = await today(tx);
  const names = await namesOfStaff(
    tx,
    rows.flatMap(({ verifiedBy }) => verifiedBy ?? []),
  );
  tx.touch({ kind: 'coverage', patientId: personId });
  return {
    items: rows.map((row) => ({
      ...row,
      patientId: personId,
      subscriber: subscriberOf(row),
      isActive: holdsOn(row, day),
      verified: verifiedOf(row, names),
      hasFrontOfCard: row.frontFileId !== null,
      hasBackOfCard: row.backFileId !== null,
    })),
  };
});
