import { expect, test } from 'vitest';
import { formattedLines } from './formatted.rules.ts';

test.each([
  ['**Safe** today', [{ mark: '', runs: [{ text: 'Safe', bold: true }, { text: ' today' }] }]],
  ['- walks _daily_', [{ mark: '•', runs: [{ text: 'walks ' }, { text: 'daily', italic: true }] }]],
  [
    '2. **very _clear_**',
    [
      {
        mark: '2.',
        runs: [
          { text: 'very ', bold: true },
          { text: 'clear', bold: true, italic: true },
        ],
      },
    ],
  ],
  ['5 ** 3, snake_case_name, **open', [{ mark: '', runs: [{ text: '5 ** 3, snake_case_name, **open' }] }]],
  ['-3 degrees', [{ mark: '', runs: [{ text: '-3 degrees' }] }]],
])('%j', (text, lines) => {
  expect(formattedLines(text)).toEqual(lines);
});
