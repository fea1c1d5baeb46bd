import { mergeTexts } from '#server/charting/drafts/drafts.contract.ts';
import { action, Invalid, newId, NotFound, type Tx } from '#server/platform/index.ts';
import { parentKinds } from './plan.rules.ts';
import type { Plan, PlanEntry } from './plan.ts';
import type { EntryWrite } from './plans.contract.ts';
import { countChange, diagnosesIn, entriesOf, insertPlan, lockPlan, planIn, writeEntry } from './plans.store.ts';
import { planOr404, shownPlan } from './show-plans.action.ts';

/** Opens the plan of a patient in a program, its problems taken from the diagnoses; opened twice it is the same plan. */
export const openPlan = action('care-plan.open', async (tx, { patientId, programId }: { patientId: string; programId: string }) => {
  await insertPlan(tx, patientId, programId);
  const plan = await planIn(tx, patientId, programId);
  if (!plan) throw new NotFound('Patient');
  await lockPlan(tx, plan.id);
  if ((await entriesOf(tx, plan.id, true)).length === 0) {
    for (const { code, description } of await diagnosesIn(tx, patientId, programId)) {
      await writeEntry(tx, plan, { id: newId<'PlanEntry'>(), kind: 'problem', parentId: null, fields: { statement: description, code }, removed: false });
    }
  }
  return shownPlan(tx, plan);
});

function checkPlace(write: EntryWrite, known: ReadonlyMap<string, PlanEntry>): void {
  const before = known.get(write.id);
  const parent = write.parentId === null ? null : known.get(write.parentId)?.kind;
  const moved = before && (before.kind !== write.kind || before.parentId !== write.parentId);
  if (moved || parent !== parentKinds[write.kind]) throw new Invalid([{ at: `entries.${write.id}`, says: 'This entry has no place in the plan. Load the page anew.' }]);
}

function mergedFields(before: Readonly<Record<string, string>>, write: EntryWrite): Record<string, string> {
  const fields = { ...before };
  for (const [name, typed] of Object.entries(write.fields)) fields[name] = mergeTexts(typed.base, fields[name] ?? '', typed.text).text;
  return fields;
}

async function save(tx: Tx, plan: Plan, writes: readonly EntryWrite[]): Promise<void> {
  const known = new Map((await entriesOf(tx, plan.id, true)).map((entry) => [entry.id, entry]));
  for (const write of writes) {
    checkPlace(write, known);
    const before = known.get(write.id);
    const { id, kind, parentId } = write;
    const entry = { id, kind, parentId, fields: mergedFields(before?.fields ?? {}, write), removed: write.removed ?? before?.removed ?? false };
    await writeEntry(tx, plan, entry);
    known.set(id, entry);
  }
}

/** Saves what was typed, merged with what others wrote; sent twice it happens once. Entries come parents first. */
export const savePlan = action('care-plan.save', async (tx, { planId, entries }: { planId: string; entries: readonly EntryWrite[] }) => {
  await lockPlan(tx, planId);
  const plan = await planOr404(tx, planId);
  await save(tx, plan, entries);
  if (entries.length > 0) await countChange(tx, plan.id);
  return shownPlan(tx, await planOr404(tx, planId));
});
