import { action, id, newId, NotFound, Refused, refuseIf } from '#server/platform/index.ts';
import { diagnosisChanged } from '../events.ts';
import { signerOf } from '../signatures/signer.store.ts';
import { codeByName } from './codes.store.ts';
import { insertDiagnosis, lockDiagnosis, lockRanks, writeRanks, type Certainty } from './diagnoses.store.ts';
import { obstaclesToCode, obstaclesToDates, reranked } from './diagnosis.rules.ts';
import { shown } from './list-diagnoses.action.ts';

interface NewDiagnosisInput {
  readonly id?: string | undefined;
  readonly patientId: string;
  readonly programId: string;
  readonly code: string;
  readonly clinicianLabel?: string | undefined;
  readonly specifiers?: readonly string[] | undefined;
  readonly rank?: number | undefined;
  readonly certainty?: Certainty | undefined;
  readonly onset?: string | null | undefined;
}

/** Puts a code on the problem list, last unless a rank is given. Sent again with the same id it adds once. */
export const addDiagnosis = action('diagnosis.add', async (tx, input: NewDiagnosisInput) => {
  const diagnosisId = input.id === undefined ? newId<'Diagnosis'>() : id('Diagnosis', input.id);
  const signer = await signerOf(tx);
  const today = tx.now.toZonedDateTimeISO(signer.timeZone).toPlainDate();
  const onset = input.onset ? Temporal.PlainDate.from(input.onset) : null;
  const code = await codeByName(tx, input.code);
  refuseIf([...obstaclesToCode(code, today), ...obstaclesToDates(onset, null, today)]);
  if (!code) throw new NotFound('Code');
  const order = await lockRanks(tx, input.patientId, input.programId);
  if (!order.includes(diagnosisId)) {
    const isAdded = await insertDiagnosis(tx, {
      id: diagnosisId,
      patientId: id('Patient', input.patientId),
      programId: id('Program', input.programId),
      code: code.code,
      description: code.description,
      clinicianLabel: input.clinicianLabel ?? '',
      specifiers: input.specifiers ?? [],
      reason: '',
      rank: order.length + 1,
      certainty: input.certainty ?? 'confirmed',
      onset,
      resolved: null,
      notedAt: tx.now,
      notedBy: signer.id,
    });
    if (!isAdded)
      throw new Refused('diagnosis.already-listed', { code: 'diagnosis.already-listed', says: `${code.code} already stands on the problem list.`, at: 'code' }, 409);
    if (input.rank !== undefined) await writeRanks(tx, reranked([...order, diagnosisId], diagnosisId, input.rank));
    await tx.record(diagnosisChanged({ diagnosisId, patientId: input.patientId, programId: input.programId }));
  }
  const added = await lockDiagnosis(tx, diagnosisId);
  if (!added) throw new NotFound('Diagnosis');
  tx.touch({ kind: 'diagnosis', id: added.id, patientId: added.patientId, programId: added.programId });
  return shown(added, today);
});
