import { expect, test } from 'vitest';
import { kindOf } from './file-kind.rules.ts';

const of = (...parts: (string | readonly number[])[]) => Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));
const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

test.each([
  ['a PDF behind a few bytes of a scanner', of('junk\n%PDF-1.4 x %%EOF\r\n'), 'application/pdf'],
  ['a JPEG', of([0xff, 0xd8, 0xff, 0xe0], 'x', [0xff, 0xd9]), 'image/jpeg'],
  ['a PNG', of(png, 'x', [0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]), 'image/png'],
  ['a WebP', of('RIFF', [8, 0, 0, 0], 'WEBPVP8 '), 'image/webp'],
])('%s is told by its bytes', (_says, bytes, kind) => {
  expect(kindOf(bytes)).toEqual({ kind });
});

test.each([
  ['nothing', of(), 'empty'],
  ['a web page', of('<html><script>alert(1)</script></html>'), 'not a PDF'],
  ['an SVG, which may hold programs', of('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'not a PDF'],
  ['a PDF cut off', of('%PDF-1.4 half'), 'cut off'],
  ['a locked PDF', of('%PDF-1.4 trailer << /Encrypt 5 0 R >> %%EOF'), 'password'],
  ['a PNG cut off', of(png, 'half'), 'cut off'],
  ['a WebP cut off', of('RIFF', [200, 1, 0, 0], 'WEBPVP8 half'), 'cut off'],
  ['a HEIC of a telephone', of([0, 0, 0, 24], 'ftypheic', [0, 0, 0, 0], 'mif1heic'), 'Save it as JPEG'],
  ['too much', Buffer.alloc(15 * 1024 * 1024 + 1), 'larger'],
])('%s is refused with a way on', (_says, bytes, words) => {
  expect(kindOf(bytes)).toMatchObject({ unreadable: expect.stringContaining(words) as string });
});
