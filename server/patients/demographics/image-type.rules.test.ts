import { expect, test } from 'vitest';
import { imageTypeOf, obstaclesToPicture } from './image-type.rules.ts';

const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]);

test('a picture is known by its bytes, not by what it is called', () => {
  expect(imageTypeOf(png)).toBe('image/png');
  expect(imageTypeOf(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]))).toBe('image/jpeg');
  expect(imageTypeOf(new TextEncoder().encode('RIFF1234WEBPVP8 '))).toBe('image/webp');
});

test('a page with a script in it is no picture', () => {
  expect(obstaclesToPicture(new TextEncoder().encode('<svg><script>alert(1)</script></svg>'))).toMatchObject([{ code: 'picture.not-a-picture' }]);
  expect(obstaclesToPicture(new Uint8Array())).toMatchObject([{ code: 'picture.not-a-picture' }]);
});

test('a picture of more than 6 MB is refused', () => {
  const large = new Uint8Array(6 * 1024 * 1024 + 1);
  large.set(png);
  expect(obstaclesToPicture(large)).toMatchObject([{ code: 'picture.too-large' }]);
});
