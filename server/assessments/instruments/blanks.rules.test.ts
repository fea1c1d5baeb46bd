import { describe, expect, test } from 'vitest';
import { askedAnswers, faultsIn } from './answers.rules.ts';
import { answers, named, rest, shipped } from './filled-forms.ts';
import { shownItems } from './questions.contract.ts';
import { score } from './scoring.rules.ts';

describe('blanks', () => {
  const phq9 = named('phq-9');
  const all = answers(phq9, { 'q1-q8': 2, q9: 0 });
  const without = (...ids: string[]) => Object.fromEntries(Object.entries(all).filter(([id]) => !ids.includes(id)));
  test('PHQ-9: two blanks are filled with the mean, three leave no score', () => {
    expect(score(phq9, without('q1', 'q2'))).toMatchObject({ state: 'prorated', total: 15, proratedBy: expect.stringMatching(/IAPT/) as string, blank: ['q1', 'q2'] });
    expect(score(phq9, without('q1', 'q2', 'q3'))).toMatchObject({ state: 'incomplete', total: null, band: null, reached: [] });
  });
  test('PHQ-9: a blank question 9 is never guessed', () => {
    expect(score(phq9, without('q9'))).toMatchObject({ state: 'incomplete', total: null });
  });
  test('GAD-7 rounds the mean of what was answered', () => {
    const gad7 = named('gad-7');
    expect(score(gad7, answers(gad7, { 'q1-q4': 1, q5: 2 }))).toMatchObject({ state: 'prorated', total: 8 });
  });
  test('an instrument without a convention gives no number for a blank, and names it', () => {
    for (const instrument of shipped.values()) {
      const [first] = instrument.items.filter(({ required, showWhen }) => required && !showWhen);
      const full = rest(instrument, {});
      expect(score(instrument, full).state, instrument.code).toBe('complete');
      const { [first?.id ?? '']: _left, ...missing } = full;
      const result = score(instrument, askedAnswers(instrument, missing));
      expect(result.blank, instrument.code).toContain(first?.id);
      if (!instrument.scoring.prorate) expect({ code: instrument.code, ...result }).toMatchObject({ code: instrument.code, state: 'incomplete', total: null });
    }
  });
});

describe('what is asked', () => {
  const asked = (code: string, scores: Readonly<Record<string, number>>) => {
    const instrument = named(code);
    return shownItems(instrument, answers(instrument, scores)).map(({ id }) => id);
  };
  test('AUDIT: who never drinks goes on to question 9; who drinks little and never much skips 4 to 8', () => {
    expect(asked('audit', { q1: 0 })).toEqual(['q1', 'q9', 'q10']);
    expect(asked('audit', { q1: 2, q2: 0, q3: 0 })).toEqual(['q1', 'q2', 'q3', 'q9', 'q10']);
    expect(asked('audit', { q1: 2, q2: 0, q3: 1 })).toHaveLength(10);
    const audit = named('audit');
    expect(score(audit, answers(audit, { q1: 0, q9: 4, q10: 4 }))).toMatchObject({ state: 'complete', total: 8 });
  });
  test('AUDIT-C: the cut is 4 for men, 3 for women, and 3 where it is not known', () => {
    const auditC = named('audit-c');
    const three = answers(auditC, { q1: 3, q2: 0, q3: 0 });
    expect(score(auditC, three, 'male').reached).toEqual([]);
    expect(score(auditC, three, 'female').reached).toEqual(['positive, women']);
    expect(score(auditC, three).reached).toHaveLength(1);
    expect(asked('audit-c', { q1: 0 })).toEqual(['q1']);
  });
  test('PC-PTSD-5 asks no further when nothing happened, and counts 0', () => {
    const screen = named('pc-ptsd-5');
    expect(asked('pc-ptsd-5', { gate: 0 })).toEqual(['gate']);
    expect(score(screen, answers(screen, { gate: 0 }))).toMatchObject({ state: 'complete', total: 0 });
  });
  test('closing a gate takes the answers behind it away, and those behind them', () => {
    const taps = named('taps');
    const open = answers(taps, { 'p1-drugs': 2, heroin0: 1, heroin1: 1 });
    expect(Object.keys(askedAnswers(taps, { ...open, 'p1-drugs': 0 }))).toEqual(['p1-drugs']);
    expect(Object.keys(askedAnswers(taps, open))).toEqual(['p1-drugs', 'heroin0', 'heroin1']);
  });
  test('C-SSRS: a No to question 2 goes on to 6', () => {
    expect(asked('c-ssrs-screener-recent', { q1: 1, q2: 0 })).toEqual(['q1', 'q2', 'q6']);
  });
  test('DAST-10 counts question 3 from the other end', () => {
    const dast = named('dast-10');
    const allNo = Object.fromEntries(dast.items.map(({ id }) => [id, 0]));
    expect(score(dast, allNo).total).toBe(1);
    expect(score(dast, { ...allNo, q3: 1 }).total).toBe(0);
  });
  test('screens name the instrument that follows', () => {
    const next = (code: string, scores: Readonly<Record<string, number>>) => score(named(code), answers(named(code), scores)).next;
    expect(next('phq-2', { 'q1-q2': 1 })).toEqual([]);
    expect(next('phq-2', { q1: 2, q2: 1 })).toEqual(['phq-9']);
    expect(next('gad-2', { q1: 3, q2: 0 })).toEqual(['gad-7']);
    expect(next('pc-ptsd-5', { gate: 1, 'q1-q3': 1, 'q4-q5': 0 })).toEqual(['pcl-5']);
    expect(next('phq-9', { q9: 1 })).toEqual(['asq']);
  });
});

describe('answers that cannot be', () => {
  test.for([
    ['phq-9', { q1: 4 }, 'Choose one of the answers.'],
    ['phq-9', { q1: -1 }, 'Choose one of the answers.'],
    ['phq-9', { q1: 1.5 }, 'Choose one of the answers.'],
    ['phq-9', { q1: 'often' }, 'Choose one of the answers.'],
    ['phq-9', { q77: 1 }, 'PHQ-9 has no such question.'],
    ['bam', { q2: 31 }, 'Give a whole number from 0 to 30.'],
    ['bam', { q2: 'many' }, 'Give a whole number.'],
    ['asq', { q4a: 3 }, 'Answer in words.'],
    ['single-item-substance-screen', { q1: 367 }, 'Give a whole number from 0 to 366.'],
  ] as const)('%s %o: %s', ([code, given, says]) => {
    expect(faultsIn(named(code), given).map((fault) => fault.says)).toEqual([says]);
  });
});
