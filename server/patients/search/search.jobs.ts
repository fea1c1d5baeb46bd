import { z } from 'zod';
import { knownTo } from '#server/privacy/index.ts';
import { job } from '#server/platform/index.ts';
import { formerNames, record } from '../demographics/patients.store.ts';
import { searchEntriesOf } from './search-entries.rules.ts';
import { index } from './search.store.ts';

/** Finds a changed person by the new facts in every program, also in those that the person who made the change cannot see. */
export const reindexPatient = job('patients.reindex', { on: 'patient.changed', payload: z.object({ patientId: z.uuid() }) }, async (tx, { patientId }) => {
  const row = await record(tx, patientId);
  if (!row) return;
  await index(tx, patientId, await knownTo(tx, patientId), searchEntriesOf({ ...row, formerNames: await formerNames(tx, patientId) }));
  tx.touch({ kind: 'patient', id: patientId, patientId, fields: ['search'] });
});
