import type { z } from 'zod';
import { recordsOf } from '#server/patients/index.ts';
import { action, id, newId, NotFound, refuseIf, type Tx } from '#server/platform/index.ts';
import { shownResult } from './list-results.action.ts';
import { analytesOf, panelOf, reviewWithinHours } from './panel.ts';
import type { Result, ResultFacts } from './result.ts';
import { interpreted, obstaclesToResult, resultLine, worstOf } from './result.rules.ts';
import type { ChangeResult, NewResult } from './results.contract.ts';
import { insertVersion, worksIn } from './results.store.ts';

type Said = Omit<z.output<typeof ChangeResult>, 'version' | 'reason'>;

/** What is written of a result: the facts as they were said, its values with what they mean, and until when somebody must look. */
export function writtenResult(
  tx: Tx,
  panelCode: string,
  said: Said,
): ResultFacts &
  Pick<Result, 'panel' | 'panelName' | 'values' | 'worst' | 'says' | 'writtenAt' | 'writtenBy' | 'reviewDue' | 'reviewedAt' | 'reviewedBy' | 'reviewSays'> {
  const panel = panelOf(panelCode);
  if (!panel) throw new NotFound('Panel');
  const analytes = analytesOf(panel);
  const facts: ResultFacts = {
    collectedAt: Temporal.Instant.from(said.collectedAt),
    receivedAt: said.receivedAt ? Temporal.Instant.from(said.receivedAt) : tx.now,
    laboratory: said.laboratory,
    clia: said.clia,
    specimen: said.specimen || panel.specimen,
    method: panel.kind === 'drug-screen' ? (said.method ?? null) : null,
    isObserved: panel.kind === 'drug-screen' ? (said.isObserved ?? null) : null,
    documentId: said.documentId ?? null,
    orderedBy: said.orderedBy ?? null,
    note: said.note,
  };
  refuseIf(obstaclesToResult(panel, analytes, said.values, facts, tx.now));
  const values = interpreted(analytes, said.values);
  const worst = worstOf(values);
  return {
    ...facts,
    panel: panel.code,
    panelName: panel.name,
    values,
    worst,
    says: resultLine(analytes, values),
    writtenAt: tx.now,
    writtenBy: tx.actor.id ?? '',
    reviewDue: tx.now.add({ hours: reviewWithinHours[worst] }),
    reviewedAt: null,
    reviewedBy: null,
    reviewSays: '',
  };
}

/** Refuses an ordering clinician who would not see the result. */
export async function refuseStranger(tx: Tx, orderedBy: string | null | undefined, programId: string): Promise<void> {
  if (!orderedBy || (await worksIn(tx, orderedBy, programId))) return;
  refuseIf([{ code: 'result.orderer-not-in-program', says: 'This colleague does not work in the program. Choose somebody who does, or nobody.', at: 'orderedBy' }]);
}

/** Says that a result is critical, so that somebody is called; whoever is on call is known above. */
export async function callWhenCritical(
  tx: Tx,
  { id: resultId, patientId, programId, worst }: { id: string; patientId: string; programId: string; worst: string },
): Promise<void> {
  if (worst === 'critical') await tx.record({ name: 'result.critical', payload: { resultId, patientId, programId } });
}

/** Writes down what a laboratory found. Sent again with the same id it is written once. */
export const enterResult = action(
  'result.enter',
  async (tx, { patientId, programId, id: givenId, panel, ...said }: z.output<typeof NewResult> & { patientId: string }) => {
    if (!tx.actor.programIds.includes(programId)) throw new NotFound('Program');
    await refuseStranger(tx, said.orderedBy, programId);
    const { personId } = await recordsOf(tx, patientId);
    const resultId = givenId === undefined ? newId<'Result'>() : id('Result', givenId);
    const written = writtenResult(tx, panel, said);
    const isNew = await insertVersion(tx, {
      id: resultId,
      version: 1,
      patientId: id('Patient', personId),
      programId: id('Program', programId),
      labels: [],
      ...written,
      state: 'recorded',
      reason: '',
    });
    if (isNew) await callWhenCritical(tx, { id: resultId, patientId: personId, programId, worst: written.worst });
    return shownResult(tx, resultId);
  },
);
