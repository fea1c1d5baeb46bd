import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newFileKey, seal, unseal } from './sealing.ts';

const content = fc.uint8Array({ maxLength: 300 });

test('what was sealed opens with its key, byte for byte', () => {
  fc.assert(
    fc.property(content, (plain) => {
      const key = newFileKey();
      expect(new Uint8Array(unseal(key, seal(key, plain)))).toEqual(plain);
    }),
  );
});

test('one changed bit anywhere, or another key, opens nothing', () => {
  fc.assert(
    fc.property(content, fc.nat(), fc.integer({ min: 0, max: 7 }), (plain, place, bit) => {
      const key = newFileKey();
      const sealed = seal(key, plain);
      expect(() => unseal(newFileKey(), sealed)).toThrow();
      const at = place % sealed.length;
      sealed[at] = (sealed[at] ?? 0) ^ (1 << bit);
      expect(() => unseal(key, sealed)).toThrow();
    }),
  );
});
