import clock from '#content/careplans/review-clock.json' with { type: 'json' };
import type { Obstacle } from '#server/platform/index.ts';
import type { EntryKind, PlanEntry } from './plan.ts';

/** Below what an entry of each kind stands. */
export const parentKinds: Readonly<Record<EntryKind, EntryKind | null>> = { problem: null, goal: 'problem', objective: 'goal', intervention: 'objective' };

/** The words a sealed plan is read and signed in: entries in the order of the tree, what was put aside left out with all below it. */
export function inOrder(entries: readonly PlanEntry[], parentId: string | null = null): readonly PlanEntry[] {
  return entries.filter((entry) => entry.parentId === parentId).flatMap((entry) => [entry, ...inOrder(entries, entry.id)]);
}

/** The intervals of a level of care, in days; source: content/careplans/review-clock.json. */
export function clockOf(levelOfCare: string): { readonly planDays: number; readonly reviewDays: number; readonly source: string } {
  const levels: Readonly<Record<string, typeof clock.otherwise>> = clock.levels;
  return levels[levelOfCare] ?? clock.otherwise;
}

/** The day by which the plan is due: the first one counted from the start of care, a review from the last signature. Never before either. */
export function planDue(levelOfCare: string, startedOn: Temporal.PlainDate, lastSignedOn: Temporal.PlainDate | null): Temporal.PlainDate {
  const { planDays, reviewDays } = clockOf(levelOfCare);
  return lastSignedOn ? lastSignedOn.add({ days: reviewDays }) : startedOn.add({ days: planDays });
}

const needed: Readonly<Record<EntryKind, readonly (readonly [string, string])[]>> = {
  problem: [['statement', 'Say what the problem is.']],
  goal: [['words', 'Write the goal in the words of the patient.']],
  objective: [
    ['statement', 'Say what will be seen when the objective is met.'],
    ['target', 'Give the score or the count that is aimed at.'],
    ['byWhen', 'Give the day by which it is to be met.'],
  ],
  intervention: [
    ['what', 'Say what is done.'],
    ['frequency', 'Say how often.'],
    ['who', 'Say who does it.'],
  ],
};
const below: Readonly<Record<EntryKind, string | null>> = {
  problem: 'This problem has no goal yet. Add one, or put the problem aside.',
  goal: 'This goal has no objective yet. Add one that can be measured.',
  objective: 'This objective has no intervention yet. Say what is done for it, how often and by whom.',
  intervention: null,
};

function obstaclesOf(entry: PlanEntry, entries: readonly PlanEntry[]): Obstacle[] {
  const missing = needed[entry.kind]
    .filter(([name]) => !entry.fields[name]?.trim())
    .map(([name, says]): Obstacle => ({ code: 'plan.incomplete', says, at: `entries.${entry.id}.${name}` }));
  const lack = below[entry.kind];
  if (lack && !entries.some(({ parentId }) => parentId === entry.id)) missing.push({ code: 'plan.incomplete', says: lack, at: `entries.${entry.id}` });
  return missing;
}

/** All that stands before a plan and its signature; empty when it can be signed. */
export function obstaclesToSealing(entries: readonly PlanEntry[], version: number, readVersion: number): Obstacle[] {
  const standing = inOrder(entries);
  const changed = version === readVersion ? [] : [{ code: 'plan.changed-since-read', says: 'Somebody wrote in this plan meanwhile. Read it again, then sign.' }];
  const bare = standing.length > 0 ? [] : [{ code: 'plan.incomplete', says: 'Add a problem first.' }];
  const undecided = standing
    .filter(({ fields }) => Object.values(fields).some((text) => /⟦[^⟦⟧]*⟧/.test(text)))
    .map(({ id }) => ({ code: 'plan.both-kept', says: 'Two people changed the same words. Keep the right ones and take the ⟦marks⟧ out.', at: `entries.${id}` }));
  return [...changed, ...bare, ...undecided, ...standing.flatMap((entry) => obstaclesOf(entry, standing))];
}
