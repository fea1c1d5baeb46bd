import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withDatabaseCopy } from '#testing/database-copy.ts';
import { modules } from '#server/modules.ts';

const root = join(import.meta.dirname, '..');

/** Names like `patients.patient` or `patients.searchName` that stand where a query names a table. */
function relationsIn(source: string): string[] {
  const builder = [...source.matchAll(/(?:selectFrom|insertInto|updateTable|deleteFrom|innerJoin|leftJoin|mergeInto|using)\(\s*['"`]([a-z]+\.\w+)/g)];
  const text = [...source.matchAll(/\b(?:from|join|into|update)\s+((?:[a-z]+)\.[a-z_]+)\b(?!\()/g)];
  const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return [...new Set([...builder, ...text].map((match) => snake(match[1] ?? '')))].filter((name) => (modules as readonly string[]).includes(name.split('.')[0] ?? ''));
}

test('a store names its own tables, and of others only the views they offer', async () => {
  const { rows } = await withDatabaseCopy((client) => client.query<{ name: string }>(`select schemaname || '.' || viewname as name from pg_views`));
  const offered = new Set(rows.map(({ name }) => name));
  const trespasses = globSync('server/*/**/*.store.ts', { cwd: root }).flatMap((file) => {
    const context = file.split('/')[1] ?? '';
    return relationsIn(readFileSync(join(root, file), 'utf8'))
      .filter((name) => !name.startsWith(`${context}.`) && !offered.has(name))
      .map((name) => `${file}: ${name}`);
  });
  expect(trespasses).toEqual([]);
});

test('only stores, and jobs that stream, hold SQL', () => {
  const speaking = globSync('server/*/**/*.ts', { cwd: root }).filter(
    (file) =>
      !/^server\/(platform|formats)\//.test(file) &&
      !/\.(store|jobs|test)\.ts$/.test(file) &&
      /\bsql`|\.selectFrom\(|\.insertInto\(|\.updateTable\(/.test(readFileSync(join(root, file), 'utf8')),
  );
  expect(speaking).toEqual([]);
});
