import type { Answers, Condition, Instrument, Item } from './instrument.contract.ts';

// Both ends ask the same questions: what is shown on a phone must be what the server expects to be answered.

/** What conditions are asked about: scores of items that are shown and answered, and what was computed from them. */
export interface Known {
  readonly items: ReadonlyMap<string, number>;
  readonly refused: ReadonlySet<string>;
  readonly scores: ReadonlyMap<string, number>;
  readonly findings: ReadonlySet<string>;
}

function compares(left: number | undefined, is: '=' | '>' | '>=' | '<' | '<=', right: number | undefined): boolean {
  if (left === undefined || right === undefined) return false;
  switch (is) {
    case '=':
      return left === right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
  }
}

/** Whether a condition holds. Nothing unknown makes it true. */
export function holds(condition: Condition, known: Known): boolean {
  if ('item' in condition) return compares(known.items.get(condition.item), condition.is, condition.value);
  if ('refused' in condition) return known.refused.has(condition.refused);
  if ('score' in condition) return compares(known.scores.get(condition.score), condition.is, 'than' in condition ? known.scores.get(condition.than) : condition.value);
  if ('finding' in condition) return known.findings.has(condition.finding);
  if ('all' in condition) return condition.all.every((each) => holds(each, known));
  if ('any' in condition) return condition.any.some((each) => holds(each, known));
  return condition.of.filter((each) => holds(each, known)).length >= condition.atLeast;
}

/** What an answer counts: undefined when blank, null when it was refused. Reversed items count from the other end. */
export function scoreOf(instrument: Instrument, item: Item, answer: number | string | undefined): number | null | undefined {
  if (typeof answer !== 'number') return undefined;
  if (item.options === undefined) return answer;
  const options = instrument.optionSets[item.options] ?? [];
  const score = options[answer]?.score;
  if (!item.reverse || score === undefined || score === null) return score;
  const all = options.flatMap((option) => option.score ?? []);
  return Math.min(...all) + Math.max(...all) - score;
}

/** The items that are asked, in order, given what is answered so far: a hidden answer opens nothing below it. */
export function shownItems(instrument: Instrument, answers: Answers): Item[] {
  const items = new Map<string, number>();
  const refused = new Set<string>();
  const known: Known = { items, refused, scores: new Map(), findings: new Set() };
  return instrument.items.filter((item) => {
    if (item.showWhen && !holds(item.showWhen, known)) return false;
    const score = scoreOf(instrument, item, answers[item.id]);
    if (score === null) refused.add(item.id);
    else if (score !== undefined) items.set(item.id, score);
    return true;
  });
}
