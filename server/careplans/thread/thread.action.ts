import { readDraft } from '#server/charting/index.ts';
import { action, NotFound, Refused, type Tx } from '#server/platform/index.ts';
import { entriesOf, planIn } from '../plans/plans.store.ts';
import { replaceWorkedOn, workedOn, workedOnBefore } from './thread.store.ts';

type Draft = Awaited<ReturnType<typeof readDraft.within>>;

async function threadOf(tx: Tx, draft: Draft) {
  const plan = await planIn(tx, draft.patientId, draft.programId);
  const entries = plan ? await entriesOf(tx, plan.id) : [];
  const marked = new Set(await workedOn(tx, draft.id));
  const before = new Set(draft.state === 'open' ? await workedOnBefore(tx, draft) : []);
  const objectives = entries.filter(({ kind }) => kind === 'objective');
  return {
    objectives: objectives.map(({ id, parentId, fields }) => ({
      id,
      statement: fields['statement'] ?? '',
      goal: entries.find((entry) => entry.id === parentId)?.fields['words'] ?? '',
      isWorkedOn: marked.has(id),
      wasWorkedOn: before.has(id),
    })),
  };
}

/** Objectives that a note may point at, and those it does. */
export const showThread = action('thread.show', async (tx, { draftId }: { draftId: string }) => threadOf(tx, await readDraft.within(tx, { draftId })));

/** Points a note at the objectives it works on, until it is signed. */
export const workOn = action('thread.mark', async (tx, { draftId, objectiveIds }: { draftId: string; objectiveIds: readonly string[] }) => {
  const draft = await readDraft.within(tx, { draftId });
  if (draft.state === 'signed') throw new Refused('note.already-signed', { code: 'note.already-signed', says: 'This note is signed: what it worked on stands.' }, 409);
  const { objectives } = await threadOf(tx, draft);
  if (objectiveIds.some((wanted) => !objectives.some(({ id }) => id === wanted))) throw new NotFound('Objective');
  await replaceWorkedOn(tx, draft, objectiveIds);
  return threadOf(tx, draft);
});
