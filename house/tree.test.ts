import { existsSync, globSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { modules } from '#server/modules.ts';

const root = join(import.meta.dirname, '..');
const contexts = modules.filter((name) => name !== 'platform' && name !== 'formats');

function foldersOf(place: string): string[] {
  if (!existsSync(join(root, place))) return [];
  return readdirSync(join(root, place)).filter(
    (name) => statSync(join(root, place, name)).isDirectory() && !['migrations', 'node_modules', 'dist', 'fixtures'].includes(name) && !name.startsWith('.'),
  );
}

function mapped(): string[] {
  const text = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
  const block = /```map\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
  return block
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split(/\s{2,}/)[0] ?? '');
}

test('the map in ARCHITECTURE.md is the tree on the disk', () => {
  const top = foldersOf('.');
  const below = ['server', 'web', 'web/staff', 'sandbox', ...contexts.map((name) => `server/${name}`)].flatMap((place) =>
    foldersOf(place).map((name) => `${place}/${name}`),
  );
  expect(mapped().toSorted()).toEqual([...top, ...below].map((path) => `${path}/`).toSorted());
});

test('every context has a README and one door', () => {
  for (const name of contexts) for (const file of ['README.md', 'index.ts']) expect(existsSync(join(root, 'server', name, file)), `server/${name}/${file}`).toBe(true);
});

test('inside a topic there are words, rules, actions, stores, contracts, routes, jobs and tests, and nothing else', () => {
  const known = /^[a-z0-9]+(-[a-z0-9]+)*(\.(rules|action|store|contract|routes|jobs))?(\.test)?\.ts$/;
  const strays = contexts
    .flatMap((name) => globSync(`server/${name}/*/*`, { cwd: root }))
    .filter((file) => statSync(join(root, file)).isFile() && !file.includes('/migrations/') && !known.test(file.split('/').at(-1) ?? ''));
  expect(strays).toEqual([]);
});

test('no file is named for being useful', () => {
  const vague = globSync('{server,web,demo,launch,bench,sandbox,testing}/**/*.{ts,tsx}', { cwd: root }).filter((file) =>
    /(^|[/.-])(utils?|helpers?|common|managers?|misc)[.]|[.]service[.]/.test(file),
  );
  expect(vague).toEqual([]);
});

test('no file is longer than 400 lines, unless it is data', () => {
  const long = globSync('{server,web,demo,launch,bench,sandbox,testing,e2e,house,scripts}/**/*.{ts,tsx,css}', { cwd: root }).filter(
    (file) => !file.includes('/fixtures/') && readFileSync(join(root, file), 'utf8').split('\n').length > 401,
  );
  expect(long).toEqual([]);
});
