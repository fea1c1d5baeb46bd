import { recordsOf } from '#server/patients/index.ts';
import { action, Refused } from '#server/platform/index.ts';
import { lockedStatement } from '../statements/keep-statements.action.ts';
import { activeIn } from '../statements/statements.store.ts';
import type { DecideStatement } from './reconciliation.contract.ts';
import { openDecisions, writeDecision } from './reconciliation.store.ts';

/** Decides what becomes of a medicine on the way to a program. */
export const decideStatement = action('medication.decide', async (tx, { statementId, ...to }: DecideStatement & { statementId: string }) => {
  const of = await lockedStatement(tx, statementId);
  if (of.stoppedOn !== null)
    throw new Refused('medication.stopped', { code: 'medication.stopped', says: 'This medicine was stopped meanwhile: there is nothing left to decide.' }, 409);
  await writeDecision(tx, of, to);
});

/** What there is to decide before somebody may go from one program to another. */
export const listToReconcile = action(
  'medication.to-reconcile',
  async (tx, { patientId, fromProgramId, toProgramId }: { patientId: string; fromProgramId: string; toProgramId: string }) => {
    const { personId } = await recordsOf(tx, patientId);
    const decisions = await openDecisions(tx, personId, toProgramId);
    tx.touch({ kind: 'medication', patientId: personId, programId: fromProgramId });
    return {
      items: (await activeIn(tx, personId, fromProgramId)).map((statement) => ({
        statement,
        decision: decisions.find(({ statementId }) => statementId === statement.id) ?? null,
      })),
    };
  },
);
