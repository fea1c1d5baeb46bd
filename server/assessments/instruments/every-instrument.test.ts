import { describe, expect, test } from 'vitest';
import sources from '#content/assessments/sources.json' with { type: 'json' };
import { faultsIn } from './answers.rules.ts';
import { answers, rest, shipped } from './filled-forms.ts';
import type { Answers, Instrument, Item } from './instrument.contract.ts';
import { scoreOf, shownItems } from './questions.contract.ts';
import { score } from './scoring.rules.ts';

// One row an instrument: the same questions are put to each, so that none that is added later goes without.
const all = [...shipped.values()];

/** The score furthest to one end that an item can have. */
function extreme(instrument: Instrument, item: Item, isHigh: boolean): number {
  if (item.number) return isHigh ? item.number.max : item.number.min;
  const scores = (instrument.optionSets[item.options ?? ''] ?? []).flatMap((_, place) => scoreOf(instrument, item, place) ?? []);
  return isHigh ? Math.max(...scores) : Math.min(...scores);
}

/** Every scored item at one end. */
function atEnd(instrument: Instrument, isHigh: boolean): Answers {
  const scored = instrument.items.filter(({ words }) => !words);
  return rest(instrument, answers(instrument, Object.fromEntries(scored.map((item) => [item.id, extreme(instrument, item, isHigh)]))));
}

/** Answers that an item does not take. */
function wrongFor(instrument: Instrument, item: Item): readonly (number | string)[] {
  if (item.words) return [0, 1];
  if (item.number) return [item.number.min - 1, item.number.max + 1, 0.5, 'some'];
  return [-1, (instrument.optionSets[item.options ?? ''] ?? []).length, 0.5, 'often'];
}

describe.for(all.map((instrument) => [instrument.code, instrument] as const))('%s', ([, instrument]) => {
  const { scoring } = instrument;

  test('reaches the ends of its range, and no further', () => {
    const [low, high] = [score(instrument, atEnd(instrument, false)), score(instrument, atEnd(instrument, true))];
    expect([low.state, high.state]).toEqual(['complete', 'complete']);
    if (scoring.method === 'sum') expect([low.total, high.total]).toEqual([scoring.min, scoring.max]);
    else expect([low.total, high.total]).toEqual([null, null]);
    if (scoring.method === 'categorical') expect((high.outcome?.level ?? 0) > (low.outcome?.level ?? 0)).toBe(true);
    for (const part of high.parts) expect(part).toMatchObject({ score: part.max });
  });

  test('takes no answer that it does not offer, on any question', () => {
    for (const item of instrument.items)
      for (const wrong of wrongFor(instrument, item))
        expect(faultsIn(instrument, { [item.id]: wrong }), `${item.id} ${wrong}`).toMatchObject([{ at: `answers.${item.id}` }]);
    expect(faultsIn(instrument, { 'not-a-question': 1 })).toHaveLength(1);
  });

  test('names each blank, and gives a total only by a named convention', () => {
    const full = atEnd(instrument, true);
    const required = shownItems(instrument, full).filter(({ required: must }) => must);
    for (const { id } of required) {
      const { [id]: _left, ...missing } = full;
      const result = score(instrument, missing);
      expect(result.blank, id).toContain(id);
      const mayGuess = scoring.prorate !== undefined && !scoring.prorate.never.includes(id);
      expect({ id, state: result.state }).toEqual({ id, state: mayGuess && scoring.items?.includes(id) ? 'prorated' : mayGuess ? result.state : 'incomplete' });
      if (result.state === 'incomplete') expect(result.total).toBeNull();
    }
    expect(score(instrument, {})).toMatchObject({ state: 'incomplete', total: null, band: null, reached: [] });
  });
});

test('an instrument that can call somebody says where its limits were read, or that nobody has read them', () => {
  const calling = all.filter(({ critical }) => critical.length > 0).map(({ code }) => code);
  expect(Object.keys(sources.instruments).toSorted()).toEqual(calling.toSorted());
  for (const [code, source] of Object.entries(sources.instruments))
    expect('backgroundKnowledge' in source || ('verifiedOn' in source && URL.canParse(source.address)), code).toBe(true);
});
