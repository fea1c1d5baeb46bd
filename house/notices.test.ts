import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import notices from '#content/notices/part2-redisclosure.json' with { type: 'json' };
import { redisclosureNotice } from '#server/privacy/index.ts';

const root = join(import.meta.dirname, '..');
const source = 'content/notices/part2-redisclosure.json';

/** Words without the layout that a page, a template or a string in code may give them. */
const words = (text: string) =>
  text
    .replaceAll(/<[^>]*>|\\[nrt]|["'`+*_\\]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .toLowerCase();

/** Every file that git knows or would take in, that is text. */
function texts(): Map<string, string> {
  const names = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean);
  const kept = names.filter((name) => name !== source && !/\.(png|jpe?g|woff2?|ico|pdf|lock)$|package-lock\.json$/.test(name));
  return new Map(
    kept.flatMap((name) => {
      try {
        return [[name, words(readFileSync(join(root, name), 'utf8'))]];
      } catch {
        return [];
      }
    }),
  );
}

const holding = (phrase: string) => [...texts()].flatMap(([name, text]) => (text.includes(words(phrase)) ? [name] : []));

test.for(notices.superseded)('nothing says "$phrase": $from', ({ phrase }) => {
  expect(holding(phrase)).toEqual([]);
});

test('the current statements stand in one place', () => {
  const today = redisclosureNotice(Temporal.PlainDate.from('2026-11-23'));
  expect(holding(today.short)).toEqual([]);
  expect(holding(today.text.slice(0, 120))).toEqual([]);
  expect(holding(today.text.slice(-120))).toEqual([]);
  expect(readFileSync(join(root, source), 'utf8')).toContain(JSON.stringify(today.text).slice(1, -1));
});

test('the wording is in force from its first day, and before it there is none', () => {
  expect(redisclosureNotice(Temporal.PlainDate.from('2024-04-16')).id).toBe(notices.id);
  expect(() => redisclosureNotice(Temporal.PlainDate.from('2024-04-15'))).toThrow('No wording');
});
