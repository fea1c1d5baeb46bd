import type { Tx } from '#server/platform/index.ts';
import { closeKeptTask, openKeptTask, type Matter } from '#server/teams/index.ts';
import type { Finding } from './findings.store.ts';

/** What the task of a finding is kept for. */
export function matterOf(findingId: string): Matter {
  return { keptBy: 'review-finding', keptId: findingId };
}

/** Makes a finding a task of whoever is to mend it; besides only who reviews charts sees it, as with the finding. It is done by answering the finding. */
export async function giveFinding(tx: Tx, finding: Pick<Finding, 'id' | 'patientId' | 'programId' | 'asks' | 'wants' | 'ownerId' | 'dueOn'>): Promise<void> {
  const { id, patientId, programId, asks, wants, ownerId, dueOn } = finding;
  await openKeptTask(tx, {
    ...matterOf(id),
    patientId,
    programId,
    title: `Chart review: ${wants}`.slice(0, 200),
    details: asks,
    isFor: { staffId: ownerId },
    dueOn,
    dueAt: null,
    opens: '/reviews?tab=findings',
    finishesHere: false,
    isPrivate: true,
    warns: null,
  });
}

/** The task of a finding is done. */
export async function closeFinding(tx: Tx, findingId: string, note: string): Promise<void> {
  await closeKeptTask(tx, matterOf(findingId), note);
}
