import { newId, Refused, type Tx } from '#server/platform/index.ts';
import type { Carrier, Move } from '#server/programs/index.ts';
import { inOrder } from '../plans/plan.rules.ts';
import type { PlanEntry } from '../plans/plan.ts';
import { countChange, entriesOf, insertPlan, lockPlan, planIn, writeEntry } from '../plans/plans.store.ts';
import { planned } from './carrying.rules.ts';
import { deleteEntries, deletePlan, labelPlan } from './carrying.store.ts';

async function toCarry(tx: Tx, move: Move): Promise<readonly PlanEntry[]> {
  const source = await planIn(tx, move.patientId, move.from.id);
  return source ? inOrder(await entriesOf(tx, source.id)) : [];
}

/** The care plan: problems, goals, objectives and interventions that stand are copied into the plan of the program that takes the person in. */
export const carryPlan: Carrier = {
  part: 'plan',
  may: 'chart.read',
  async preview(tx, move) {
    const entries = await toCarry(tx, move);
    if (entries.length === 0) return { effects: [{ part: 'plan', does: 'kept', says: `There is no care plan in ${move.from.name}.` }] };
    const problems = entries.filter(({ kind }) => kind === 'problem').length;
    const says = `The care plan goes along: ${problems} ${problems === 1 ? 'problem' : 'problems'} with all below, ${entries.length} ${entries.length === 1 ? 'line' : 'lines'}. ${move.to.name} reviews and signs it.`;
    return { effects: [{ part: 'plan', does: 'carried', says }] };
  },
  async carry(tx, move) {
    const entries = await toCarry(tx, move);
    if (entries.length === 0) return {};
    const before = await planIn(tx, move.patientId, move.to.id);
    if (!before) await insertPlan(tx, move.patientId, move.to.id);
    const plan = await planIn(tx, move.patientId, move.to.id);
    if (!plan) throw new Error('A plan that was just opened in a program of the actor is in reach');
    await lockPlan(tx, plan.id);
    await labelPlan(tx, plan.id, move.labels);
    const added = planned(entries, await entriesOf(tx, plan.id), () => newId<'PlanEntry'>());
    for (const entry of added) await writeEntry(tx, plan, { ...entry, removed: false });
    await countChange(tx, plan.id);
    await labelPlan(tx, plan.id, move.labels);
    tx.touch({ kind: 'care-plan', id: plan.id, patientId: move.patientId, programId: move.to.id, fields: ['entries'] });
    return { plan: [plan.id], isNew: before ? [] : [plan.id], entries: added.map(({ id }) => id), version: [String(plan.version + 1)] };
  },
  async takeBack(tx, move, { plan: plans = [], isNew = [], entries = [], version = [] }) {
    const [planId] = plans;
    if (planId === undefined) return;
    await lockPlan(tx, planId);
    const plan = await planIn(tx, move.patientId, move.to.id);
    if (String(plan?.version) !== version[0]) {
      const says = `Somebody wrote in the care plan of ${move.to.name} meanwhile. Move the patient back instead: nothing written is lost that way.`;
      throw new Refused('transition.plan-changed-since', { code: 'transition.plan-changed-since', says }, 409);
    }
    await deleteEntries(tx, planId, entries);
    for (const id of isNew) await deletePlan(tx, id);
  },
};
