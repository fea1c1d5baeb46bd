import { newId, Refused, type Obstacle, type Tx } from '#server/platform/index.ts';
import type { Carrier, Effect, Move } from '#server/programs/index.ts';
import type { Statement } from '../statements/statement.ts';
import { activeIn, continueIn, deleteUntouched, resume, stop } from '../statements/statements.store.ts';
import { markApplied, openDecisions, unapply, type Decision } from './reconciliation.store.ts';

interface Reconciled {
  readonly statement: Statement;
  readonly decision: Decision | undefined;
}

async function toReconcile(tx: Tx, { patientId, from, to }: Move): Promise<readonly Reconciled[]> {
  const decisions = await openDecisions(tx, patientId, to.id);
  return (await activeIn(tx, patientId, from.id)).map((statement) => ({ statement, decision: decisions.find(({ statementId }) => statementId === statement.id) }));
}

function effectOf({ statement: { name, dose }, decision }: Reconciled): Effect {
  switch (decision?.does) {
    case 'continue':
      return { part: 'medications', does: 'carried', says: `${name}, ${dose}: continues.` };
    case 'change':
      return { part: 'medications', does: 'carried', says: `${name}: ${dose} becomes ${decision.dose}.` };
    case 'stop':
      return { part: 'medications', does: 'closed', says: `${name}, ${dose}: stops (${decision.reason}).` };
    case undefined:
      return { part: 'medications', does: 'kept', says: `${name}, ${dose}: not decided yet.` };
  }
}

function obstacleOf({ statement: { id, name }, decision }: Reconciled): Obstacle[] {
  return decision ? [] : [{ code: 'transition.medication-undecided', says: `${name}: continue, change or stop?`, at: `medications.${id}` }];
}

/** Medicines: each is continued, changed or stopped by decision; none is left undecided (Joint Commission NPSG.03.06.01). */
export const carryMedications: Carrier = {
  part: 'medications',
  may: 'medication.read',
  async preview(tx, move) {
    const found = await toReconcile(tx, move);
    return { effects: found.map(effectOf), obstacles: found.flatMap(obstacleOf) };
  },
  async carry(tx, move) {
    const found = await toReconcile(tx, move);
    const [stopped, opened, decisions]: [string[], string[], string[]] = [[], [], []];
    for (const { statement, decision } of found) {
      if (!decision) continue;
      // A second program beside the first: what continues there goes on here as well.
      if (move.endsStay || decision.does !== 'continue') {
        await stop(tx, statement.id, move.on, decision.does === 'stop' ? decision.reason : `Goes on in ${move.to.name}`);
        stopped.push(statement.id);
      }
      if (decision.does !== 'stop') {
        const id = newId<'Statement'>();
        await continueIn(tx, statement.id, { id, programId: move.to.id, dose: decision.does === 'change' ? decision.dose : statement.dose, labels: move.labels });
        opened.push(id);
      }
      decisions.push(decision.id);
    }
    await markApplied(tx, decisions);
    return { stopped, opened, decisions };
  },
  async takeBack(tx, move, { stopped = [], opened = [], decisions = [] }) {
    if ((await deleteUntouched(tx, opened)) < opened.length) {
      const says = `A medicine was changed in ${move.to.name} meanwhile. Move the patient back instead.`;
      throw new Refused('transition.medication-changed-since', { code: 'transition.medication-changed-since', says }, 409);
    }
    await resume(tx, stopped);
    await unapply(tx, decisions);
  },
};
