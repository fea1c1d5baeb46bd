import type { z } from 'zod';
import type { SafetyPlan } from '#server/assessments/risk/risk.contract.ts';

type Plan = z.infer<typeof SafetyPlan>;

/** A plan as it is typed: lists one entry a line, people one a line as "name, phone", surroundings as "what, who". */
export interface TypedPlan {
  readonly warningSigns: string;
  readonly byMyself: string;
  readonly peopleAndPlaces: string;
  readonly peopleToAsk: string;
  readonly professionals: string;
  readonly safeSurroundings: string;
  readonly reasonsForLiving: string;
  readonly firearms: string;
  readonly declined: readonly string[];
  readonly arePeopleTold: boolean;
  readonly areMeansSafe: boolean;
  readonly isWrittenTogether: boolean;
  readonly isCopyGiven: boolean;
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** "Maria, (253) 555-0101": the last comma parts name and telephone. */
function parted(line: string): [string, string] {
  const comma = line.lastIndexOf(',');
  return comma === -1 ? [line, ''] : [line.slice(0, comma).trim(), line.slice(comma + 1).trim()];
}

/** From what was typed to what is sent. */
export function planOf(typed: TypedPlan): object {
  const { arePeopleTold, areMeansSafe, ...rest } = typed;
  return {
    ...rest,
    warningSigns: linesOf(typed.warningSigns),
    byMyself: linesOf(typed.byMyself),
    peopleAndPlaces: linesOf(typed.peopleAndPlaces),
    reasonsForLiving: linesOf(typed.reasonsForLiving),
    peopleToAsk: linesOf(typed.peopleToAsk).map((line) => ({ name: parted(line)[0], phone: parted(line)[1], isTold: arePeopleTold })),
    professionals: linesOf(typed.professionals).map((line) => ({ name: parted(line)[0], phone: parted(line)[1] })),
    safeSurroundings: linesOf(typed.safeSurroundings).map((line) => ({ what: parted(line)[0], who: parted(line)[1], isDone: areMeansSafe })),
  };
}

const joined = (...parts: readonly string[]) => parts.filter((part) => part !== '').join(', ');

const begun: TypedPlan = {
  warningSigns: '',
  byMyself: '',
  peopleAndPlaces: '',
  peopleToAsk: '',
  professionals: 'Suicide and Crisis Lifeline, 988',
  safeSurroundings: '',
  reasonsForLiving: '',
  firearms: '',
  declined: [],
  arePeopleTold: false,
  areMeansSafe: false,
  isWrittenTogether: false,
  isCopyGiven: false,
};

/** A plan as it was written, to be gone on from; a new one begins with the crisis line. */
export function typedPlan(plan: Plan | null): TypedPlan {
  if (!plan) return begun;
  const contacts = (people: readonly { readonly name: string; readonly phone: string }[]) => people.map(({ name, phone }) => joined(name, phone)).join('\n');
  return {
    ...plan,
    warningSigns: plan.warningSigns.join('\n'),
    byMyself: plan.byMyself.join('\n'),
    peopleAndPlaces: plan.peopleAndPlaces.join('\n'),
    reasonsForLiving: plan.reasonsForLiving.join('\n'),
    peopleToAsk: contacts(plan.peopleToAsk),
    professionals: contacts(plan.professionals),
    safeSurroundings: plan.safeSurroundings.map(({ what, who }) => joined(what, who)).join('\n'),
    // A new plan asks about firearms anew.
    firearms: '',
    arePeopleTold: plan.peopleToAsk.every(({ isTold }) => isTold),
    areMeansSafe: plan.safeSurroundings.every(({ isDone }) => isDone),
  };
}

type Part = 'warningSigns' | 'byMyself' | 'peopleAndPlaces' | 'peopleToAsk' | 'professionals' | 'safeSurroundings' | 'reasonsForLiving';

/** The seven parts in the order in which they are used. Words are our own. */
export const planParts: readonly (readonly [part: Part, label: string, hint: string])[] = [
  ['warningSigns', '1. Signs that a crisis is coming', 'Thoughts, moods, situations. One a line'],
  ['byMyself', '2. What I can do by myself', 'One a line'],
  ['peopleAndPlaces', '3. People and places that take my mind off it', 'One a line'],
  ['peopleToAsk', '4. People I can ask for help', 'One a line: name, telephone'],
  ['professionals', '5. Professionals and crisis lines', 'One a line: name, telephone'],
  ['safeSurroundings', '6. Making my surroundings safer', 'One a line: what is put away, who sees to it. Firearms and medicines first'],
  ['reasonsForLiving', '7. What I live for', 'One a line'],
];

/** The entries of a part as lines to be read. */
export function partLines(plan: Plan, part: Part): readonly string[] {
  if (part === 'peopleToAsk') return plan.peopleToAsk.map(({ name, phone, isTold }) => `${joined(name, phone)}${isTold ? ' (knows)' : ''}`);
  if (part === 'professionals') return plan.professionals.map(({ name, phone }) => joined(name, phone));
  if (part === 'safeSurroundings') return plan.safeSurroundings.map(({ what, who, isDone }) => `${joined(what, who)}${isDone ? ' (done)' : ' (to do)'}`);
  return plan[part];
}
