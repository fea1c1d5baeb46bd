import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig, settings, WrongSetting } from './config.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'mooring-config-'));

test('without any setting there is a whole configuration, with a master key that stays', () => {
  const data = folder();
  const first = readConfig({ MOORING_DATA: data });
  expect(first).toMatchObject({ PORT: 8080, demo: true, publicUrl: 'http://localhost:8080' });
  expect(first.masterKey).toHaveLength(32);
  expect(readConfig({ MOORING_DATA: data }).masterKey).toEqual(first.masterKey);
});

test.each([
  ['PORT', 'eighty'],
  ['PORT', '70000'],
  ['MOORING_DEMO', 'yes'],
  ['MOORING_MASTER_KEY', 'short'],
  ['DATABASE_URL', 'mysql://x'],
  ['MOORING_LOG', 'loud'],
])('a wrong %s (%s) stops the start with one line that names it', (name, value) => {
  const wrong = () => readConfig({ MOORING_DATA: folder(), [name]: value });
  expect(wrong).toThrow(WrongSetting);
  expect(wrong).toThrow(new RegExp(`^${name}: [^\n]+$`));
});

test('a setting that does not exist is named, since a typing error would else go unheard', () => {
  expect(() => readConfig({ MOORING_DATA: folder(), MOORING_DEMOO: 'off' })).toThrow(/MOORING_DEMOO: is not a setting/);
});

test('every setting says what it is for', () => {
  for (const [name, schema] of Object.entries(settings)) expect(schema.description, name).toMatch(/\w{3,}/);
});
