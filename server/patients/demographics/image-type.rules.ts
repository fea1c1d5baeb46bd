/** The kinds of picture that are kept. */
export type ImageType = 'image/jpeg' | 'image/png' | 'image/webp';

const beginnings: readonly { type: ImageType; at: number; bytes: readonly number[] }[] = [
  { type: 'image/jpeg', at: 0, bytes: [0xff, 0xd8, 0xff] },
  { type: 'image/png', at: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/webp', at: 8, bytes: [0x57, 0x45, 0x42, 0x50] },
];

/** What a picture is by its own first bytes, whatever its sender called it; undefined when it is none of ours. */
export function imageTypeOf(content: Uint8Array): ImageType | undefined {
  return beginnings.find(({ at, bytes }) => bytes.every((byte, index) => content[at + index] === byte))?.type;
}

const largestPicture = 6 * 1024 * 1024;

/** What stands against keeping a picture; empty when it can be kept. */
export function obstaclesToPicture(content: Uint8Array) {
  if (content.length > largestPicture) return [{ code: 'picture.too-large', says: 'The picture is larger than 6 MB. Take it with a lower resolution.', at: 'file' }];
  if (!imageTypeOf(content)) return [{ code: 'picture.not-a-picture', says: 'This is not a JPEG, PNG or WebP picture.', at: 'file' }];
  return [];
}
