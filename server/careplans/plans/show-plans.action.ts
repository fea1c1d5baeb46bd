import { canonicalJson, digestOf } from '#server/charting/index.ts';
import { action, NotFound, type Tx } from '#server/platform/index.ts';
import { clockOf, inOrder, planDue } from './plan.rules.ts';
import type { Plan, PlanEntry, SealedPlan } from './plan.ts';
import { gapsIn } from './gaps.rules.ts';
import { entriesOf, notesServing, notesWithoutGoal, planById, plansOf, scoresOf, sealedOf, signaturesOf } from './plans.store.ts';

/** The digest of a signed version: over plan, number, content, the day of review, signer and time. */
export function digestOfPlan(planId: string, { number, content, reviewDue, signedById, signedAt }: Omit<SealedPlan, 'id' | 'digest' | 'signedBy'>): string {
  return digestOf(canonicalJson({ planId, number, content, reviewDue: reviewDue.toString(), signedById, signedAt: signedAt.toString() }));
}

async function progressOf(tx: Tx, plan: Plan, objectives: readonly PlanEntry[]) {
  const notes = await notesServing(
    tx,
    objectives.map(({ id }) => id),
  );
  const scores = await scoresOf(
    tx,
    plan.patientId,
    objectives.flatMap(({ fields }) => fields['instrument'] || []),
  );
  return objectives.map(({ id, fields }) => ({
    objectiveId: id,
    notes: notes.filter(({ objectiveId }) => objectiveId === id),
    scores: scores.filter(({ instrument }) => instrument === fields['instrument']),
  }));
}

/** Where a plan stands on its clock. */
export function standingOf(plan: Plan, [latest]: readonly SealedPlan[], now: Temporal.Instant) {
  const due = latest?.reviewDue ?? planDue(plan.levelOfCare, plan.admittedOn ?? plan.openedOn, null);
  const today = now.toZonedDateTimeISO(plan.timeZone).toPlainDate();
  return { due, isOverdue: Temporal.PlainDate.compare(due, today) < 0, clockSource: clockOf(plan.levelOfCare).source };
}

/** A plan as it is shown: entries, signed versions checked against their digest, the clock, what was done for each objective, where the thread is broken. */
export async function shownPlan(tx: Tx, plan: Plan) {
  const entries = inOrder(await entriesOf(tx, plan.id));
  const sealed = await sealedOf(tx, plan.id);
  const signatures = await signaturesOf(tx, plan.id);
  const progress = await progressOf(
    tx,
    plan,
    entries.filter(({ kind }) => kind === 'objective'),
  );
  const standing = standingOf(plan, sealed, tx.now);
  const first = sealed.at(-1);
  const aimless = first ? await notesWithoutGoal(tx, plan, first.signedAt) : [];
  tx.touch({ kind: 'care-plan', id: plan.id, patientId: plan.patientId, programId: plan.programId });
  return {
    ...plan,
    ...standing,
    entries: entries.map(({ id, kind, parentId, fields }) => ({ id, kind, parentId, fields })),
    sealed: sealed.map((version) => ({
      ...version,
      intact: version.digest === digestOfPlan(plan.id, version),
      signatures: signatures.filter(({ sealedPlanId }) => sealedPlanId === version.id),
    })),
    progress,
    gaps: gapsIn({ planId: plan.id, ...standing, isSigned: sealed.length > 0, entries, progress, aimless, since: sealed[0]?.signedAt ?? null, now: tx.now }),
  };
}

/** Plans of a person, in each program the reader works in. */
export const listPlans = action('care-plan.list', async (tx, { patientId }: { patientId: string }) => {
  tx.touch({ kind: 'care-plan', patientId });
  const items = [];
  for (const plan of await plansOf(tx, patientId)) items.push(await shownPlan(tx, plan));
  return { items };
});

/** The plan, or NotFound, also for one out of reach. */
export async function planOr404(tx: Tx, planId: string): Promise<Plan> {
  const plan = await planById(tx, planId);
  if (!plan) throw new NotFound('Care plan');
  return plan;
}
