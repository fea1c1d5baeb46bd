import type { FieldFault } from '#server/platform/index.ts';
import type { Answers, Instrument, Item } from './instrument.contract.ts';
import { shownItems } from './questions.contract.ts';

function faultIn(instrument: Instrument, item: Item, answer: number | string): string | undefined {
  if (item.words) return typeof answer === 'string' ? undefined : 'Answer in words.';
  if (typeof answer !== 'number' || !Number.isInteger(answer)) return item.number ? 'Give a whole number.' : 'Choose one of the answers.';
  if (item.number) {
    const { min, max } = item.number;
    return answer < min || answer > max ? `Give a whole number from ${min} to ${max}.` : undefined;
  }
  const options = instrument.optionSets[item.options ?? ''] ?? [];
  return options[answer] ? undefined : 'Choose one of the answers.';
}

/** What is wrong with answers, each at its item: unknown items, choices that do not exist, numbers out of range. */
export function faultsIn(instrument: Instrument, answers: Answers): FieldFault[] {
  const items = new Map(instrument.items.map((item) => [item.id, item]));
  return Object.entries(answers).flatMap(([itemId, answer]) => {
    const item = items.get(itemId);
    const says = item ? faultIn(instrument, item, answer) : `${instrument.abbreviation} has no such question.`;
    return says === undefined ? [] : [{ at: `answers.${itemId}`, says }];
  });
}

/** Answers without those that are no longer asked: changing the answer that opened a question takes its answer away. */
export function askedAnswers(instrument: Instrument, answers: Answers): Answers {
  const shown = new Set(shownItems(instrument, answers).map(({ id }) => id));
  return Object.fromEntries(Object.entries(answers).filter(([itemId]) => shown.has(itemId)));
}
