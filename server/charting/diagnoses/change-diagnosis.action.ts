import { action, NotFound, Refused, refuseIf } from '#server/platform/index.ts';
import { diagnosisChanged } from '../events.ts';
import { signerOf } from '../signatures/signer.store.ts';
import { lockDiagnosis, lockRanks, updateDiagnosis, writeRanks, type Certainty, type Diagnosis, type DiagnosisChange } from './diagnoses.store.ts';
import { obstaclesToDates, reranked } from './diagnosis.rules.ts';
import { shown } from './list-diagnoses.action.ts';

interface ChangeInput {
  readonly patientId: string;
  readonly diagnosisId: string;
  readonly version: number;
  readonly rank?: number | undefined;
  readonly clinicianLabel?: string | undefined;
  readonly certainty?: Certainty | undefined;
  readonly onset?: string | null | undefined;
  readonly resolved?: string | null | undefined;
  readonly specifiers?: readonly string[] | undefined;
  readonly enteredInError?: true | undefined;
  readonly reason?: string | undefined;
}

function dateOr(text: string | null | undefined, before: Temporal.PlainDate | null): Temporal.PlainDate | null {
  if (text === undefined) return before;
  return text === null ? null : Temporal.PlainDate.from(text);
}

function changeOf(before: Diagnosis, input: ChangeInput): DiagnosisChange {
  return {
    clinicianLabel: input.clinicianLabel ?? before.clinicianLabel,
    certainty: input.certainty ?? before.certainty,
    onset: dateOr(input.onset, before.onset),
    resolved: dateOr(input.resolved, before.resolved),
    enteredInError: input.enteredInError ?? false,
    specifiers: input.specifiers ?? before.specifiers,
    reason: input.reason ?? '',
  };
}

/** Changes rank, dates or certainty, resolves an entry, or marks it as entered in error. Signed notes keep what they said. */
export const changeDiagnosis = action('diagnosis.change', async (tx, input: ChangeInput) => {
  const before = await lockDiagnosis(tx, input.diagnosisId);
  // Its patient may be a record that was merged into the one named in the path, so the two ids need not be equal.
  if (!before) throw new NotFound('Diagnosis');
  if (before.version !== input.version) {
    throw new Refused(
      'diagnosis.stale',
      { code: 'diagnosis.stale', says: 'Someone changed this diagnosis meanwhile. Look again, then make your change.', at: 'version' },
      409,
    );
  }
  const change = changeOf(before, input);
  const today = tx.now.toZonedDateTimeISO((await signerOf(tx)).timeZone).toPlainDate();
  refuseIf(obstaclesToDates(change.onset, change.resolved, today));
  await updateDiagnosis(tx, before.id, before.version + 1, change);
  const order = await lockRanks(tx, before.patientId, before.programId);
  await writeRanks(tx, order.includes(before.id) ? reranked(order, before.id, input.rank ?? before.rank) : order);
  const { patientId: _path, diagnosisId, version: _version, ...fields } = input;
  tx.touch({ kind: 'diagnosis', id: diagnosisId, patientId: before.patientId, programId: before.programId, fields: Object.keys(fields) });
  await tx.record(diagnosisChanged({ diagnosisId, patientId: before.patientId, programId: before.programId }));
  return shown((await lockDiagnosis(tx, diagnosisId)) ?? { ...before, ...change, version: before.version + 1 }, today);
});
