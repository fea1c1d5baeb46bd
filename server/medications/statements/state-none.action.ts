import { recordsOf } from '#server/patients/index.ts';
import { action, Refused } from '#server/platform/index.ts';
import type { StateNone } from './statements.contract.ts';
import { activeIn, insertNone } from './statements.store.ts';

/** Says that a person was asked and takes no medicines. Throws `Refused` while the list of the program has one that goes on. */
export const stateNone = action('medication.state-none', async (tx, { patientId, ...said }: StateNone & { patientId: string }): Promise<void> => {
  const { personId } = await recordsOf(tx, patientId);
  const [taken] = await activeIn(tx, personId, said.programId);
  if (taken) {
    const says = `${taken.name} is on the list of this program. Stop what is not taken any more first.`;
    throw new Refused('medication.takes-some', { code: 'medication.takes-some', says, at: 'programId' }, 409);
  }
  await insertNone(tx, personId, said);
  tx.touch({ kind: 'medication', id: said.id, patientId: personId, programId: said.programId, fields: ['none'] });
});
