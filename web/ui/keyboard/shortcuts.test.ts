import { expect, test } from 'vitest';
import { meaningOf, type Shortcut } from './shortcuts.ts';

const shortcut = (keys: string, says = keys): Shortcut => ({ keys, says, run: () => undefined });
const all = [shortcut('g p'), shortcut('?'), shortcut('n', 'shell'), shortcut('n', 'screen')];

test('a sequence waits for its second key', () => {
  expect(meaningOf(['g'], all).kind).toBe('begun');
  expect(meaningOf(['g', 'p'], all)).toMatchObject({ kind: 'found', shortcut: { keys: 'g p' } });
  expect(meaningOf(['g', 'x'], all).kind).toBe('none');
});

test('the screen takes precedence over the shell', () => {
  expect(meaningOf(['n'], all)).toMatchObject({ shortcut: { says: 'screen' } });
});
