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
  expect(holding(today.full.slice(0, 120))).toEqual([]);
  expect(holding(today.full.slice(-120))).toEqual([]);
  expect(readFileSync(join(root, source), 'utf8')).toContain(JSON.stringify(today.full).slice(1, -1));
});

test('exactly one wording is in force on each day, and none before the first', () => {
  for (const day of ['2024-04-16', '2026-11-23', '2040-01-01']) {
    const versions: readonly { validFrom: string; validTo: string | null }[] = notices.versions;
    const on = versions.filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo));
    expect(on.length, day).toBe(1);
  }
  expect(() => redisclosureNotice(Temporal.PlainDate.from('2024-04-15'))).toThrow('No wording');
});
