import { action } from '#server/platform/index.ts';
import { problemList, type Diagnosis } from './diagnoses.store.ts';

/** An entry as it is shown: rank 1 of those that stand is the principal diagnosis. */
export function shown(diagnosis: Diagnosis): Diagnosis & { isPrincipal: boolean } {
  return { ...diagnosis, isPrincipal: diagnosis.rank === 1 && diagnosis.resolved === null };
}

/** The problem list of a person. */
export const listDiagnoses = action('diagnosis.list', async (tx, { patientId, resolved }: { patientId: string; resolved?: 'with' | 'without' | undefined }) => {
  tx.touch({ kind: 'diagnosis', patientId });
  return { items: (await problemList(tx, patientId, resolved === 'with')).map(shown) };
});
