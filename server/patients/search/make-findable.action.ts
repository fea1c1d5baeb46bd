import { makeKnown } from '#server/privacy/index.ts';
import type { Tx } from '#server/platform/index.ts';
import { formerNames, person } from '../demographics/patients.store.ts';
import { searchEntriesOf } from './search-entries.rules.ts';
import { index } from './search.store.ts';

/** Lets a program know a person and find them: on referral and admission. Does nothing where it already does. */
export async function makeFindable(tx: Tx, patientId: string, programId: string): Promise<void> {
  const row = await person(tx, patientId);
  if (!(await makeKnown(tx, row.id, programId))) return;
  await index(tx, row.id, [programId], searchEntriesOf({ ...row, formerNames: await formerNames(tx, row.id) }));
}
