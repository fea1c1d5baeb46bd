import { createHash } from 'node:crypto';
import type { SealedNote } from '../notes/note.ts';
import { canonicalNote } from './seal.rules.ts';

/** SHA-256 of a text in UTF-8, as 64 hexadecimal characters. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** The digest that belongs to a note: over whose, what, by which form, signed by whom and when. */
export function digestOfNote(note: SealedNote): string {
  return digestOf(canonicalNote(note));
}
