import { createHmac, timingSafeEqual } from 'node:crypto';

// Crockford's alphabet: nothing in it is taken for something else when read aloud or typed.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 12;

/**
 * The code that whoever makes the organisation must know: it is shown where Mooring was started, and nowhere else. Made from the master
 * key, so that every process of one installation knows the same; of no use once the organisation is made. 60 bits.
 */
export function setUpCode(masterKey: Buffer): string {
  const digest = createHmac('sha256', masterKey).update('set-up code').digest();
  const letters = Array.from(digest.subarray(0, length), (byte) => alphabet[byte % alphabet.length] ?? '0').join('');
  return letters.replaceAll(/(.{4})(?=.)/g, '$1-');
}

function asMeant(typed: string): string {
  return typed
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
    .replaceAll(/[^0-9A-Z]/g, '');
}

/** Whether this is the code, however it was typed. */
export function isSetUpCode(typed: string, masterKey: Buffer): boolean {
  const [given, wanted] = [asMeant(typed), asMeant(setUpCode(masterKey))].map((code) => Buffer.from(code));
  return given !== undefined && wanted !== undefined && given.length === wanted.length && timingSafeEqual(given, wanted);
}
