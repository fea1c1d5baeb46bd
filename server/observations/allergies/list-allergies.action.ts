import { recordsOf } from '#server/patients/index.ts';
import { action, NotFound, type Tx } from '#server/platform/index.ts';
import { allergiesOf, newestStatement, versionsOf } from './allergies.store.ts';
import { byDanger, standingOf } from './allergy.rules.ts';
import { substances } from './substances.ts';

/** How allergies stand for the records of one person. */
export async function allergiesShown(tx: Tx, recordIds: readonly string[]) {
  const items = byDanger(await allergiesOf(tx, recordIds));
  return { standing: standingOf(items, await newestStatement(tx, recordIds)), items };
}

/** The allergies of a person, the most dangerous first; what is resolved last. */
export const listAllergies = action('allergy.list', async (tx, { patientId }: { patientId: string }) => {
  const { personId, recordIds } = await recordsOf(tx, patientId);
  tx.touch({ kind: 'allergy', patientId: personId });
  return allergiesShown(tx, recordIds);
});

/** Everything that was ever written of one allergy, also when it was marked as an error. */
export const showAllergyHistory = action('allergy.show-history', async (tx, { allergyId }: { allergyId: string }) => {
  const items = await versionsOf(tx, allergyId);
  const [newest] = items;
  if (!newest) throw new NotFound('Allergy');
  tx.touch({ kind: 'allergy', id: allergyId, patientId: newest.patientId, programId: newest.programId });
  return { items };
});

/** Substances to choose from. */
export const listSubstances = action('allergy.list-substances', () => Promise.resolve({ items: substances }), { audit: 'touched' });
