import { action } from '#server/platform/index.ts';
import { workedOn } from '../thread/thread.store.ts';
import { planDue } from './plan.rules.ts';
import { careOf, entriesOf, planIn, sealedOf } from './plans.store.ts';
import { standingOf } from './show-plans.action.ts';

/**
 * The plan as a note meets it: until when it holds, the codes that its signed problems name, its goals, its objectives and which of them this draft works on.
 * Null for somebody who is not in care in the program and has no plan there.
 */
export const tellPlan = action('care-plan.tell', async (tx, { patientId, programId, draftId }: { patientId: string; programId: string; draftId: string }) => {
  tx.touch({ kind: 'care-plan', patientId, programId });
  const plan = await planIn(tx, patientId, programId);
  if (!plan) {
    const care = await careOf(tx, patientId, programId);
    return care && { id: null, isSigned: false, due: planDue(care.levelOfCare, care.admittedOn, null), codes: [], goals: [], objectives: [] };
  }
  const [entries, sealed, marked] = [await entriesOf(tx, plan.id), await sealedOf(tx, plan.id), await workedOn(tx, draftId)];
  return {
    id: plan.id,
    isSigned: sealed.length > 0,
    due: standingOf(plan, sealed, tx.now).due,
    codes: [...new Set((sealed[0]?.content ?? []).flatMap(({ fields }) => fields['code'] || []))],
    goals: entries.filter(({ kind }) => kind === 'goal').map(({ id, fields }) => ({ id, words: fields['words'] ?? '' })),
    objectives: entries
      .filter(({ kind }) => kind === 'objective')
      .map(({ id, fields }) => ({ id, statement: fields['statement'] ?? '', isWorkedOn: marked.includes(id) })),
  };
});
