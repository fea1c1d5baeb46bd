import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packs, parsePack, readPacks } from './pack.ts';
import { resolve, ruleOn } from './resolve.rules.ts';
import { rulesFor } from './rules-for.ts';

const made = (rules: readonly object[]) => ({ jurisdiction: 'qq', name: 'Made-up', version: '2026-11-23', about: 'For a test', rules });
const rule = (code: string, value: unknown, validTo: string | null = null) => ({
  code,
  value,
  says: 'A rule',
  source: 'Q. Code 1',
  verifiedOn: '2026-11-23',
  validFrom: '2026-01-01',
  validTo,
  background: false,
});

test('a state is a file: without a line of code its gate of age decides', () => {
  const rules = resolve(new Map([...packs, ['qq', parsePack(made([rule('minor-substance-use-consent-age', 15)]))]]), 'QQ');
  expect(ruleOn(rules, 'minor-substance-use-consent-age', Temporal.PlainDate.from('2026-11-23'))).toMatchObject({ state: 'current', value: 15 });
  expect(ruleOn(rules, 'registry-distance-miles', Temporal.PlainDate.from('2026-11-23'))).toMatchObject({ state: 'current', value: 200 });
});

test('no state loosens a federal floor', () => {
  const folder = mkdtempSync(join(tmpdir(), 'packs-'));
  writeFileSync(join(folder, 'federal.json'), JSON.stringify(packs.get('federal')));
  writeFileSync(join(folder, 'qq.json'), JSON.stringify(made([rule('registry-distance-miles', 500)])));
  expect(() => readPacks(folder)).toThrow('may not replace the federal rule registry-distance-miles');
});

test('a rule that is neither verified nor marked as background is no rule', () => {
  expect(() => parsePack(made([{ ...rule('x', 1), verifiedOn: null }]))).toThrow('neither verified nor marked');
});

test('every rule with a last day refuses on the day after it, until a successor stands', () => {
  const dated = [...packs.values()].flatMap(({ jurisdiction, rules }) => rules.filter(({ validTo }) => validTo !== null).map((one) => ({ jurisdiction, one })));
  expect(dated.length).toBeGreaterThan(0);
  for (const { jurisdiction, one } of dated) {
    const last = Temporal.PlainDate.from(one.validTo ?? '');
    expect(ruleOn(rulesFor(jurisdiction), one.code, last).state).toBe('current');
    expect(ruleOn(rulesFor(jurisdiction), one.code, last.add({ days: 1 })).state).toBe('expired');
    const successor = { ...one, validFrom: last.add({ days: 1 }).toString(), validTo: null };
    const renewed = resolve(new Map([['federal', parsePack({ ...packs.get('federal'), rules: [one, successor] })]]), 'federal');
    expect(ruleOn(renewed, one.code, last.add({ days: 1 })).state).toBe('current');
  }
});

test('every rule names its source, and six jurisdictions are there', () => {
  expect([...packs.keys()].toSorted()).toEqual(['ca', 'federal', 'il', 'ny', 'tx', 'wa']);
  expect(rulesFor('CA')).toBe(rulesFor('ca'));
  expect(rulesFor('zz').every(({ jurisdiction }) => jurisdiction === 'federal')).toBe(true);
});
