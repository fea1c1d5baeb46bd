import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askedAnswers, faultsIn } from './answers.rules.ts';
import { obstaclesToPublishing } from './definition.rules.ts';
import { answers, named, rest, shipped, skeletons, summingTo } from './filled-forms.ts';
import type { Instrument } from './instrument.contract.ts';
import { criticalFindings, score } from './scoring.rules.ts';

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
      const seen = table.filter(([name]) => name === code).flatMap(([, , expected]) => expected.map((words) => words.split(' ', 1).join('')));
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
