import type { Obstacle } from '#server/platform/index.ts';

/** What a password must not be made of. */
export interface Owner {
  readonly email: string;
  readonly names: readonly string[];
}

const plain = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/** One short piece again and again: `abcabcabcabc`, `aaaaaaaaaaaa`. */
function isRepetition(text: string): boolean {
  return /^(.{1,4})\1+.{0,3}$/s.test(text);
}

/** Neighbours on the keyboard or in the alphabet, one after the other: `123456789012`, `abcdefghijkl`. */
function isSequence(text: string): boolean {
  const steps = new Set(Array.from({ length: text.length - 1 }, (_unused, place) => text.charCodeAt(place + 1) - text.charCodeAt(place)));
  steps.delete(-9);
  steps.delete(9);
  return steps.size <= 1;
}

/**
 * What is wrong with a password; empty when it can be used. Length counts, kinds of characters do not; common, repeated and own names are refused.
 * NIST SP 800-63B-4 section 3.1.1.2.
 */
export function obstaclesToPassword(password: string, owner: Owner, common: ReadonlySet<string>): Obstacle[] {
  const at = 'password';
  if ([...password].length < 12) return [{ code: 'password.short', says: 'Use at least 12 characters; a short sentence is fine.', at }];
  const core = plain(password);
  if (common.has(password.toLowerCase()) || common.has(core) || common.has(core.replace(/\d+$/, '')))
    return [{ code: 'password.common', says: 'This password is on lists that attackers try first. Choose another.', at }];
  if (isRepetition(password.toLowerCase()) || isSequence(password.toLowerCase()))
    return [{ code: 'password.pattern', says: 'This is one pattern repeated. Choose something less regular.', at }];
  const own = [...owner.names, owner.email.split('@')[0] ?? ''].map(plain).filter((name) => name.length >= 3);
  const rest = own.reduce((text, name) => text.replaceAll(name, ''), core);
  if (rest.length < 8 && rest !== core) return [{ code: 'password.own-name', says: 'This is little more than your own name or address. Choose something else.', at }];
  return [];
}
