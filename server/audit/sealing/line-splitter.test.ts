import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LineSplitter } from './line-splitter.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'é', '\\', '1', ' ') });
const blocks = fc.array(fc.array(text, { minLength: 1, maxLength: 5 }), { maxLength: 6 });

test('however the stream is cut, each block gets all of its bytes and no others', () => {
  fc.assert(
    fc.property(blocks, fc.array(fc.nat({ max: 40 })), (lines, cuts) => {
      const expected = new Map(lines.map((own, index) => [index + 1, own.map((line) => `${index + 1}\t${line}\n`).join('')]));
      const whole = Buffer.from([...expected.values()].join(''));
      const got = new Map<number, string>();
      const pieces = new Map<number, Buffer[]>();
      const splitter = new LineSplitter((block, piece) => pieces.set(block, [...(pieces.get(block) ?? []), Buffer.from(piece)]));
      let from = 0;
      for (const cut of [...cuts, whole.length]) {
        splitter.push(whole.subarray(from, Math.min(from + cut, whole.length)));
        from = Math.min(from + cut, whole.length);
      }
      for (const [block, parts] of pieces) got.set(block, Buffer.concat(parts).toString());
      expect(got).toEqual(expected);
    }),
  );
});
