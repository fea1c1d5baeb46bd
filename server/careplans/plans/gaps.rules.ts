import type { PlanEntry } from './plan.ts';

interface Threads {
  readonly planId: string;
  readonly due: Temporal.PlainDate;
  readonly isOverdue: boolean;
  readonly isSigned: boolean;
  readonly entries: readonly PlanEntry[];
  readonly progress: readonly { readonly objectiveId: string; readonly notes: readonly { readonly signedAt: Temporal.Instant }[] }[];
  readonly aimless: readonly { readonly id: string; readonly title: string }[];
  /** When the plan was last signed. */
  readonly since: Temporal.Instant | null;
  readonly now: Temporal.Instant;
}

interface Gap {
  readonly code: 'service-without-goal' | 'goal-without-service' | 'review-overdue';
  readonly says: string;
  readonly at: string;
}

/** An objective is missed by services when no signed note worked on it for so long. */
export const quietDays = 30;

function isQuiet(objectiveId: string, { progress, since, now }: Threads): boolean {
  if (!since) return false;
  const latest = progress.find((line) => line.objectiveId === objectiveId)?.notes[0]?.signedAt ?? since;
  return now.since(latest).total('hours') > quietDays * 24;
}

const over = new Set(['met', 'deferred', 'discontinued']);

/** Where the golden thread is broken: an overdue plan, services that served no goal, objectives no service worked on. */
export function gapsIn(threads: Threads): Gap[] {
  const { planId, due, isOverdue, isSigned, entries, aimless } = threads;
  const overdue: Gap[] = isOverdue
    ? [{ code: 'review-overdue', says: isSigned ? `The review was due on ${due.toString()}.` : `The plan was to be signed by ${due.toString()}.`, at: planId }]
    : [];
  const quiet = entries.filter(({ id, kind, fields }) => kind === 'objective' && !over.has(fields['status'] ?? '') && isQuiet(id, threads));
  return [
    ...overdue,
    ...aimless.map(({ id, title }): Gap => ({ code: 'service-without-goal', says: `${title} worked on no objective.`, at: id })),
    ...quiet.map(({ id, fields }): Gap => ({ code: 'goal-without-service', says: `No note in ${quietDays} days worked on: ${fields['statement'] ?? ''}`, at: id })),
  ];
}
