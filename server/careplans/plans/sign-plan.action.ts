import { signerOf } from '#server/charting/index.ts';
import { action, NotFound, refuseIf } from '#server/platform/index.ts';
import { inOrder, obstaclesToSealing, planDue } from './plan.rules.ts';
import { entriesOf, insertSealed, insertSignature, lockPlan, sealedOf } from './plans.store.ts';
import { digestOfPlan, planOr404, shownPlan } from './show-plans.action.ts';

/** The author signs the plan as it stands: a numbered version that never changes, and the review clock starts anew. */
export const sealPlan = action('care-plan.seal', async (tx, { planId, version }: { planId: string; version: number }) => {
  await lockPlan(tx, planId);
  const plan = await planOr404(tx, planId);
  const entries = await entriesOf(tx, planId);
  refuseIf(obstaclesToSealing(entries, plan.version, version));
  const signer = await signerOf(tx);
  const content = inOrder(entries).map(({ id, kind, parentId, fields }) => ({ id, kind, parentId, fields }));
  const number = ((await sealedOf(tx, planId))[0]?.number ?? 0) + 1;
  const today = tx.now.toZonedDateTimeISO(plan.timeZone).toPlainDate();
  const sealed = { number, content, reviewDue: planDue(plan.levelOfCare, today, today), signedById: signer.id, signedAt: tx.now };
  await insertSealed(tx, plan, { ...sealed, digest: digestOfPlan(planId, sealed) });
  return shownPlan(tx, plan);
});

interface SignInput {
  readonly planId: string;
  readonly number: number;
  readonly role: 'patient' | 'team';
  readonly outcome: 'signed' | 'declined';
  readonly name: string;
  readonly reason: string;
}

/** The patient's signature as taken by a member of staff, or one's own as a member of the team: over the digest of that version. */
export const signPlan = action('care-plan.sign', async (tx, { planId, number, ...input }: SignInput) => {
  await lockPlan(tx, planId);
  const plan = await planOr404(tx, planId);
  const version = (await sealedOf(tx, planId)).find((sealed) => sealed.number === number);
  if (!version) throw new NotFound('Care plan');
  const signer = await signerOf(tx);
  const name = input.role === 'team' ? signer.name : input.name;
  await insertSignature(tx, plan, { ...input, name, sealedPlanId: version.id, digest: version.digest, takenBy: signer.id, signedAt: tx.now });
  return shownPlan(tx, plan);
});
