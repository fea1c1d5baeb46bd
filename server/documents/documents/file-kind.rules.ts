import type { Obstacle } from '#server/platform/index.ts';

/** The kinds of file that are kept: those that every browser can show. */
export type FileKind = 'application/pdf' | 'image/jpeg' | 'image/png' | 'image/webp';

const pictures: readonly { readonly kind: FileKind; readonly at: number; readonly bytes: readonly number[]; readonly ends: readonly number[] }[] = [
  { kind: 'image/jpeg', at: 0, bytes: [0xff, 0xd8, 0xff], ends: [0xff, 0xd9] },
  { kind: 'image/png', at: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], ends: [0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82] },
  { kind: 'image/webp', at: 8, bytes: [0x57, 0x45, 0x42, 0x50], ends: [] },
];

// Brands of the container that HEIF shares with films: ISO/IEC 23008-12, annex B and F.
const heifBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'];

function isHeif(content: Uint8Array): boolean {
  return textOf(content.subarray(4, 8)) === 'ftyp' && heifBrands.includes(textOf(content.subarray(8, 12)));
}

/** Whether a WebP has all the bytes that its head promises: RIFF counts what follows its first eight. */
function isWholeWebp(content: Uint8Array): boolean {
  return Buffer.from(content.subarray(4, 8)).readUInt32LE() + 8 <= content.length;
}

const largest = 15 * 1024 * 1024;
// Scanners and fax services add a few bytes after the end; ISO 32000-1, annex H, has readers look for the mark in the last kilobyte.
const tailBytes = 1024;

const textOf = (bytes: Uint8Array) => String.fromCharCode(...bytes);
const stands = (content: Uint8Array, at: number, bytes: readonly number[]) => bytes.every((byte, index) => content[at + index] === byte);

function isIn(tail: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.length === 0 || tail.some((_byte, at) => stands(tail, at, bytes));
}

/** What a file is by its own bytes, whatever its sender called it, or why it cannot be kept. */
export function kindOf(content: Uint8Array): { readonly kind: FileKind } | { readonly unreadable: string } {
  if (content.length === 0) return { unreadable: 'The file is empty.' };
  if (content.length > largest) return { unreadable: 'The file is larger than 15 MB. Scan it with a lower resolution, or in parts.' };
  const tail = content.subarray(-tailBytes);
  if (textOf(content.subarray(0, tailBytes)).includes('%PDF-')) {
    if (!textOf(tail).includes('%%EOF')) return { unreadable: 'The PDF has no end: it was cut off on the way. Ask for it again.' };
    if (Buffer.from(content).includes('/Encrypt')) return { unreadable: 'The PDF is locked with a password. Ask for it without one.' };
    return { kind: 'application/pdf' };
  }
  const picture = pictures.find(({ at, bytes }) => stands(content, at, bytes));
  if (isHeif(content))
    return {
      unreadable:
        'This is a HEIC picture, as many telephones take them. Save it as JPEG or PDF and file that. "Most Compatible" in the camera settings takes JPEG from now on.',
    };
  if (!picture) return { unreadable: 'This is not a PDF, JPEG, PNG or WebP. Have it sent or saved as one of these.' };
  const isWhole = picture.kind === 'image/webp' ? isWholeWebp(content) : isIn(tail, picture.ends);
  return isWhole ? { kind: picture.kind } : { unreadable: 'The picture has no end: it was cut off on the way. Ask for it again.' };
}

/** What stands against keeping a file that somebody hands in. */
export function obstaclesToFile(content: Uint8Array): Obstacle[] {
  const found = kindOf(content);
  return 'unreadable' in found ? [{ code: 'document.unreadable', says: found.unreadable, at: 'file' }] : [];
}
