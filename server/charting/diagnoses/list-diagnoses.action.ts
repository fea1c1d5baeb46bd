import { today } from '#server/patients/index.ts';
import { action, NotFound } from '#server/platform/index.ts';
import { problemList, versionsOf, type Diagnosis } from './diagnoses.store.ts';
import { specifierPrompts, yearsInWords } from './diagnosis.rules.ts';
import { prompts } from './specifiers.ts';

/** An entry as it is shown: rank 1 of those that stand is the principal diagnosis; a code outside its years says so. */
export function shown(diagnosis: Diagnosis, on: Temporal.PlainDate) {
  const isOver = diagnosis.resolved !== null;
  return {
    ...diagnosis,
    isPrincipal: diagnosis.rank === 1 && !isOver,
    codeSays: isOver ? '' : yearsInWords(diagnosis, on),
    prompts: specifierPrompts(diagnosis.code, prompts),
  };
}

/** The problem list of a person over all programs that the reader may see. */
export const listDiagnoses = action('diagnosis.list', async (tx, { patientId, resolved }: { patientId: string; resolved?: 'with' | 'without' | undefined }) => {
  tx.touch({ kind: 'diagnosis', patientId });
  const on = await today(tx);
  return { items: (await problemList(tx, patientId, resolved === 'with')).map((diagnosis) => shown(diagnosis, on)) };
});

/** Every state in which a diagnosis stood, also when it was marked as an error. */
export const showDiagnosisHistory = action('diagnosis.show-history', async (tx, { diagnosisId }: { patientId: string; diagnosisId: string }) => {
  const items = await versionsOf(tx, diagnosisId);
  const [newest] = items;
  if (!newest) throw new NotFound('Diagnosis');
  tx.touch({ kind: 'diagnosis', id: diagnosisId, patientId: newest.patientId, programId: newest.programId });
  return { items };
});
