import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askedAnswers, faultsIn } from './answers.rules.ts';
import { obstaclesToPublishing } from './definition.rules.ts';
import { Instrument, type Answers } from './instrument.contract.ts';
import { scoreOf, shownItems } from './questions.contract.ts';
import { criticalFindings, score } from './scoring.rules.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'content', 'assessments');
const read = (kind: 'instruments' | 'skeletons') =>
  readdirSync(join(folder, kind)).map((name) => Instrument.parse(JSON.parse(readFileSync(join(folder, kind, name), 'utf8'))));
const shipped = new Map(read('instruments').map((instrument) => [instrument.code, instrument]));
const skeletons = new Map(read('skeletons').map((instrument) => [instrument.code, instrument]));

function named(code: string): Instrument {
  const found = shipped.get(code) ?? skeletons.get(code);
  if (!found) throw new Error(`No ${code}`);
  return found;
}

/** The choice whose score is this one. */
function choice(instrument: Instrument, itemId: string, wanted: number): number {
  const item = instrument.items.find(({ id }) => id === itemId);
  if (!item) throw new Error(`${instrument.code} has no ${itemId}`);
  if (item.number) return wanted;
  const options = instrument.optionSets[item.options ?? ''] ?? [];
  return options.findIndex((_, place) => scoreOf(instrument, item, place) === wanted);
}

/** Answers with these scores: `{ q1: 2 }`, one score for several as `'q1-q9': 1`. */
function answers(instrument: Instrument, scores: Readonly<Record<string, number>>): Answers {
  return Object.fromEntries(
    Object.entries(scores).flatMap(([key, wanted]) => {
      const span = /^q(\d+)-q(\d+)$/.exec(key);
      const ids = span ? Array.from({ length: Number(span[2]) - Number(span[1]) + 1 }, (_, place) => `q${Number(span[1]) + place}`) : [key];
      return ids.map((id) => [id, choice(instrument, id, wanted)]);
    }),
  );
}

/** Some answers that sum up to a total: each scored item takes as much of the rest as it can, so that the others still can. */
function summingTo(instrument: Instrument, total: number): Answers {
  const { items = [] } = instrument.scoring;
  const ranges = items.map((id) => {
    const item = instrument.items.find((each) => each.id === id);
    return (instrument.optionSets[item?.options ?? ''] ?? []).map((_, place) => (item ? (scoreOf(instrument, item, place) ?? 0) : 0));
  });
  const seek = (place: number, rest: number): number[] | undefined => {
    if (place === ranges.length) return rest === 0 ? [] : undefined;
    for (const wanted of [...new Set(ranges[place])].toSorted((left, right) => right - left)) {
      const tail = wanted <= rest ? seek(place + 1, rest - wanted) : undefined;
      if (tail) return [wanted, ...tail];
    }
    return undefined;
  };
  const found = seek(0, total) ?? [];
  return answers(instrument, Object.fromEntries(items.map((id, place) => [id, found[place] ?? 0])));
}

/** All required items that carry no part of the total, answered in the most harmless way. */
function rest(instrument: Instrument, given: Answers): Answers {
  const filled = { ...given };
  for (const item of instrument.items) {
    if (item.required && filled[item.id] === undefined) filled[item.id] = item.words ? 'nothing' : 0;
  }
  return askedAnswers(instrument, filled);
}

// From the publications named in each file, written down here a second time on purpose.
const published: Readonly<Record<string, readonly (readonly [from: number, to: number, band: RegExp])[]>> = {
  'phq-9': [
    [0, 4, /minimal/],
    [5, 9, /^mild/],
    [10, 14, /^moderate$/],
    [15, 19, /moderately severe/],
    [20, 27, /^severe/],
  ],
  'phq-a': [
    [0, 4, /minimal/],
    [5, 9, /^mild/],
    [10, 14, /^moderate$/],
    [15, 19, /moderately severe/],
    [20, 27, /^severe/],
  ],
  'phq-2': [
    [0, 2, /negative/],
    [3, 6, /positive/],
  ],
  'gad-7': [
    [0, 4, /minimal/],
    [5, 9, /mild/],
    [10, 14, /moderate/],
    [15, 21, /severe/],
  ],
  'gad-2': [
    [0, 2, /negative/],
    [3, 6, /positive/],
  ],
  audit: [
    [0, 7, /zone I:/],
    [8, 15, /zone II:/],
    [16, 19, /zone III:/],
    [20, 40, /zone IV:/],
  ],
  'audit-c': [
    [0, 2, /low/],
    [3, 7, /at risk/],
    [8, 12, /high risk/],
  ],
  'pc-ptsd-5': [
    [0, 3, /negative/],
    [4, 5, /positive/],
  ],
  'pcl-5': [
    [0, 30, /below/],
    [31, 80, /probable PTSD/],
  ],
  cows: [
    [0, 4, /no active/],
    [5, 12, /mild/],
    [13, 24, /^moderate /],
    [25, 36, /moderately severe/],
    [37, 48, /^severe/],
  ],
  'ciwa-ar': [
    [0, 9, /mild/],
    [10, 18, /moderate/],
    [19, 67, /severe/],
  ],
  'dast-10': [
    [0, 0, /none/],
    [1, 2, /low/],
    [3, 5, /moderate/],
    [6, 8, /substantial/],
    [9, 10, /severe/],
  ],
  'cage-aid': [
    [0, 0, /negative/],
    [1, 1, /possible/],
    [2, 4, /positive/],
  ],
  epds: [
    [0, 9, /below/],
    [10, 12, /possible/],
    [13, 30, /probable/],
  ],
  'barc-10': [
    [10, 46, /below/],
    [47, 60, /47 or more/],
  ],
};

describe('bands', () => {
  const edges = Object.entries(published).flatMap(([code, bands]) =>
    bands.flatMap(([from, to, band]) => [...new Set([from, to])].map((total) => ({ code, total, band }))),
  );
  test.for(edges)('$code: $total falls into $band', ({ code, total, band }) => {
    const instrument = named(code);
    // A first answer of "never" hides the others: every total above nothing needs the gate open.
    const gate = code === 'pc-ptsd-5' ? { gate: total === 0 ? 0 : 1 } : {};
    const given = rest(instrument, { ...gate, ...summingTo(instrument, total) });
    expect(faultsIn(instrument, given)).toEqual([]);
    expect(score(instrument, given)).toMatchObject({ state: 'complete', total, band: { label: expect.stringMatching(band) as string } });
  });

  test('every instrument with bands is in the table, and every band of it', () => {
    for (const instrument of [...shipped.values(), ...skeletons.values()]) {
      expect(published[instrument.code]?.map(([from, to]) => [from, to]) ?? [], instrument.code).toEqual(instrument.bands.map(({ min, max }) => [min, max]));
    }
  });
});

describe('definitions', () => {
  test('seventeen instruments are shipped, each with source, licence and validity, and each is sound', () => {
    expect(shipped.size).toBe(17);
    for (const instrument of shipped.values()) {
      expect(obstaclesToPublishing(instrument), instrument.code).toEqual([]);
      expect(['public-domain', 'free-reproduction', 'free-attribution'], instrument.code).toContain(instrument.licence.class);
      expect(instrument.source.length * instrument.validity.length, instrument.code).toBeGreaterThan(0);
    }
  });

  test('what needs a licence holds no wording, and is sound once a site has filled it', () => {
    for (const skeleton of skeletons.values()) {
      expect(
        skeleton.items.every(({ text }) => text === ''),
        skeleton.code,
      ).toBe(true);
      expect(obstaclesToPublishing(skeleton).length, skeleton.code).toBeGreaterThan(0);
      const filled = {
        ...skeleton,
        items: skeleton.items.map((item) => ({ ...item, text: `Question ${item.id}` })),
        optionSets: Object.fromEntries(
          Object.entries(skeleton.optionSets).map(([name, options]) => [name, options.map((option, place) => ({ ...option, label: option.label || `Answer ${place}` }))]),
        ),
      };
      expect(obstaclesToPublishing(filled), skeleton.code).toEqual([]);
    }
  });

  test('a definition whose names lead nowhere or whose bands leave a gap is told so', () => {
    const phq2 = named('phq-2');
    const says = (changed: Partial<Instrument>) => obstaclesToPublishing({ ...phq2, ...changed }).map((obstacle) => obstacle.says);
    expect(says({ scoring: { ...phq2.scoring, items: ['q1', 'q7'] } })).toEqual(['The scoring speaks of "q7", which is not there.']);
    expect(says({ scoring: { ...phq2.scoring, max: 9 }, bands: [] })).toEqual(['The total can come to 0 to 6, and is said to go from 0 to 9.']);
    expect(
      says({
        bands: [
          { min: 0, max: 1, label: 'low' },
          { min: 3, max: 6, label: 'high' },
        ],
      }),
    ).toEqual(['The band "high" begins at 3; 2 was expected.']);
  });
});

describe('critical items', () => {
  const table: readonly (readonly [code: string, scores: Readonly<Record<string, number>>, expected: readonly string[]])[] = [
    ['phq-9', { q9: 0 }, []],
    ['phq-9', { q9: 1 }, ['q9 urgent suicide']],
    ['phq-a', { q9: 1, s3: 0, s4: 0 }, ['q9 urgent suicide']],
    ['phq-a', { q9: 0, s3: 1, s4: 1 }, ['s3 urgent suicide', 's4 high suicide']],
    ['asq', { 'q1-q4': 0 }, []],
    ['asq', { q1: 0, q2: 0, q3: 1, q4: 0 }, ['q3 urgent suicide']],
    ['asq', { q1: 1, q5: 1 }, ['q5 emergency suicide', 'q1 urgent suicide']],
    ['asq', { 'q1-q4': 0, q5: 1 }, []],
    ['pcl-5', { q16: 2 }, []],
    ['pcl-5', { q16: 3 }, ['q16 high harm']],
    ['audit', { q1: 4, q2: 1, q3: 1, q6: 2 }, []],
    ['audit', { q1: 4, q2: 1, q3: 1, q6: 3 }, ['q6 high withdrawal']],
    ['ciwa-ar', { q6: 3, q7: 3, q8: 3, q10: 1 }, []],
    ['ciwa-ar', { q6: 4, q7: 4, q8: 4, q10: 2 }, ['q10 high withdrawal', 'q6 high withdrawal', 'q7 high withdrawal', 'q8 high withdrawal']],
    ['ciwa-ar', { 'q1-q3': 6, 'q4-q10': 0 }, []],
    ['ciwa-ar', { 'q1-q3': 6, q4: 1, 'q5-q10': 0 }, ['result high withdrawal']],
    ['cows', { q1: 4, q2: 4, q3: 5, q4: 5, q5: 4, q6: 2, 'q7-q11': 0 }, []],
    ['cows', { q1: 4, q2: 4, q3: 5, q4: 5, q5: 4, q6: 2, q7: 1, 'q8-q11': 0 }, ['result high withdrawal']],
    ['aims', { 'q1-q7': 1 }, []],
    ['aims', { q1: 2, q2: 1 }, []],
    ['aims', { q1: 2, q2: 2 }, ['result high movement']],
    ['aims', { q4: 3 }, ['result high movement']],
    ['taps', { 'p1-drugs': 1, heroin0: 1 }, ['heroin0 high overdose']],
    ['taps', { 'p1-drugs': 0, heroin0: 1 }, []],
    ['taps', { 'p1-rx': 2, rxopioid0: 1 }, ['rxopioid0 high overdose']],
    ['c-ssrs-screener-recent', { q1: 1, q2: 0 }, ['q1 high suicide']],
    ['c-ssrs-screener-recent', { q2: 1, q3: 1, q4: 1 }, ['q4 emergency suicide', 'q3 urgent suicide', 'q1 high suicide']],
    ['c-ssrs-screener-recent', { q6: 1, q6a: 0 }, []],
    ['c-ssrs-screener-recent', { q6: 1, q6a: 1 }, ['q6a emergency suicide']],
    ['epds', { q10: 1 }, ['q10 urgent suicide']],
  ];
  test.for(table)('%s with %o', ([code, scores, expected]) => {
    const instrument = named(code);
    expect(criticalFindings(instrument, answers(instrument, scores)).map(({ at, level, concern }) => `${at} ${level} ${concern}`)).toEqual(expected);
  });

  test('every critical rule of every instrument is in the table', () => {
    for (const { code, critical } of [...shipped.values(), ...skeletons.values()]) {
      const seen = table.filter(([name]) => name === code).flatMap(([, , expected]) => expected.map((words) => words.split(' ')[0]));
      if (code === 'c-ssrs-since-last-contact') continue;
      if (code === 'asq') expect(seen).toEqual(expect.arrayContaining(['q1', 'q3', 'q5']));
      else if (code !== 'c-ssrs-screener-recent')
        expect([...new Set(seen)].toSorted(), code).toEqual([...new Set(critical.map(({ item }) => item ?? 'result'))].toSorted());
    }
  });

  test('refusing to answer is no "No": a refused question 5 of the ASQ is an emergency', () => {
    const asq = named('asq');
    const refused = { q1: 0, q2: 0, q3: 2, q4: 0, q5: 2 };
    expect(criticalFindings(asq, refused).map(({ at, level }) => `${at} ${level}`)).toEqual(['q5 emergency', 'q3 urgent']);
    expect(score(asq, refused).outcome?.id).toBe('acute-positive');
  });
});

describe('outcomes that are words', () => {
  const table: readonly (readonly [code: string, scores: Readonly<Record<string, number>>, outcome: string | null])[] = [
    ['asq', { 'q1-q4': 0 }, 'negative'],
    ['asq', { q1: 1, q2: 0, q3: 0, q4: 0, q5: 0 }, 'non-acute-positive'],
    ['asq', { q1: 0, q2: 0, q3: 0, q4: 1, q5: 1 }, 'acute-positive'],
    ['asq', { q1: 1, q2: 0, q3: 0, q4: 0 }, null],
    ['single-item-substance-screen', { q1: 0, q2: 0 }, 'negative'],
    ['single-item-substance-screen', { q1: 1, q2: 0 }, 'alcohol-positive'],
    ['single-item-substance-screen', { q1: 0, q2: 1 }, 'drug-positive'],
    ['single-item-substance-screen', { q1: 366, q2: 1 }, 'both-positive'],
    ['single-item-substance-screen', { q1: 1 }, null],
    ['c-ssrs-screener-recent', { q1: 0, q2: 0, q6: 0 }, 'none'],
    ['c-ssrs-screener-recent', { q1: 1, q2: 0, q6: 0 }, 'low'],
    ['c-ssrs-screener-recent', { q1: 1, q2: 1, q3: 1, q4: 0, q5: 0, q6: 0 }, 'moderate'],
    ['c-ssrs-screener-recent', { q1: 0, q2: 0, q6: 1, q6a: 0 }, 'moderate'],
    ['c-ssrs-screener-recent', { q1: 1, q2: 1, q3: 1, q4: 1, q5: 0, q6: 0 }, 'high'],
    ['c-ssrs-since-last-contact', { q1: 0, q2: 0, q6: 1 }, 'high'],
    ['c-ssrs-since-last-contact', { q1: 0, q2: 1, q3: 1, q4: 0, q5: 0, q6: 0 }, 'moderate'],
  ];
  test.for(table)('%s %o is %s, without a number', ([code, scores, outcome]) => {
    const instrument = named(code);
    const result = score(instrument, answers(instrument, scores));
    expect({ outcome: result.outcome?.id ?? null, total: result.total }).toEqual({ outcome, total: null });
  });
});

describe('scores side by side', () => {
  const parts = (code: string, scores: Readonly<Record<string, number>>) => {
    const instrument = named(code);
    return Object.fromEntries(score(instrument, rest(instrument, answers(instrument, scores))).parts.map(({ id, score: sum }) => [id, sum]));
  };
  test('BAM keeps use, risk and protection apart and has no total', () => {
    const worst = { q1: 30, 'q2-q6': 30, q8: 30, q11: 30, q15: 30, q9: 0, q10: 0, 'q12-q14': 0, q16: 0 };
    expect(parts('bam', worst)).toEqual({ use: 90, risk: 180, protective: 0 });
    expect(parts('bam', { ...worst, q4: 0 })).toMatchObject({ use: 30 });
    expect(parts('bam', { q4: 1, q5: 0, q6: 0, q9: 30, q10: 30, 'q12-q14': 30, q16: 30 })).toMatchObject({ use: 1, protective: 180 });
    const bam = named('bam');
    const result = score(bam, rest(bam, answers(bam, worst)));
    expect(result).toMatchObject({ total: null, state: 'complete' });
    expect(result.findings).toEqual([expect.stringMatching(/Any use/), expect.stringMatching(/More risk/)]);
    expect(score(bam, rest(bam, {})).findings).toEqual([]);
  });
  test('PCL-5 has its clusters; the provisional finding wants 1 B, 1 C, 2 D and 2 E', () => {
    expect(parts('pcl-5', { 'q1-q20': 4 })).toEqual({ B: 20, C: 8, D: 28, E: 24 });
    const pcl = named('pcl-5');
    const just = { 'q1-q20': 0, q1: 2, q6: 2, q8: 2, q9: 2, q15: 2, q16: 2 };
    expect(score(pcl, answers(pcl, just)).findings).toHaveLength(1);
    for (const id of ['q1', 'q6', 'q8', 'q16']) expect(score(pcl, answers(pcl, { ...just, [id]: 1 })).findings, id).toEqual([]);
  });
  test('TAPS scores each substance; a closed gate counts nothing', () => {
    expect(parts('taps', {})).toEqual({ tobacco: 0, alcohol: 0, cannabis: 0, stimulant: 0, heroin: 0, rxopioid: 0, sedative: 0, rxstimulant: 0 });
    const taps = named('taps');
    const smoking = rest(taps, answers(taps, { 'p1-tobacco': 4, tobacco0: 1, tobacco1: 1 }));
    expect(score(taps, smoking).parts[0]).toMatchObject({ score: 2, meaning: expect.stringMatching(/higher risk/) as string });
  });
  test('CGI keeps its two ratings apart, and the second may be left out', () => {
    const cgi = named('cgi');
    const both = score(cgi, answers(cgi, { 'cgi-s': 7, 'cgi-i': 1 }));
    expect(both).toMatchObject({ state: 'complete', total: null, parts: [{ score: 7 }, { score: 1 }] });
    expect(score(cgi, answers(cgi, { 'cgi-s': 1 }))).toMatchObject({ state: 'complete', parts: [{ score: 1 }, { score: null }] });
    expect(score(cgi, {})).toMatchObject({ state: 'incomplete' });
  });
});

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

test('whatever is answered, a number is within its range, a band holds it, and the same answers give the same result', () => {
  const any = fc
    .constantFrom(...shipped.values(), ...skeletons.values())
    .chain((instrument) => fc.tuple(fc.constant(instrument), fc.dictionary(fc.constantFrom(...instrument.items.map(({ id }) => id)), fc.integer({ min: 0, max: 7 }))));
  fc.assert(
    fc.property(any, ([instrument, wild]) => {
      const faulty = new Set(faultsIn(instrument, wild).map(({ at }) => at.slice('answers.'.length)));
      const given = askedAnswers(instrument, Object.fromEntries(Object.entries(wild).filter(([id]) => !faulty.has(id))));
      const result = score(instrument, given);
      expect(score(instrument, given)).toEqual(result);
      if (result.state === 'incomplete') expect(result.total).toBeNull();
      if (result.total !== null) {
        expect(result.total).toBeGreaterThanOrEqual(result.min ?? 0);
        expect(result.total).toBeLessThanOrEqual(result.max ?? 0);
        if (instrument.bands.length > 0) expect(result.band).not.toBeNull();
      }
      for (const part of result.parts) if (part.score !== null) expect(part.score >= part.min && part.score <= part.max).toBe(true);
    }),
    { numRuns: 10_000 },
  );
});
