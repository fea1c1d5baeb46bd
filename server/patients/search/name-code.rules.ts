const isPlain = /^[\x20-\x7e]*$/;

/** Letters without their marks; those that are letters of their own in some languages as they are written without. */
function withoutMarks(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll('æ', 'ae')
    .replaceAll('œ', 'oe')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll('đ', 'd')
    .replaceAll(/[’ʼ]/g, "'");
}

/** The parts of a name as search knows them: small letters without marks, apostrophes closed up, everything else a gap. */
export function partsOf(name: string): string[] {
  const small = name.toLowerCase();
  // Most names need none of the above, and search reads many.
  const plain = isPlain.test(small) ? small : withoutMarks(small);
  return plain
    .replaceAll(/['`.]/g, '')
    .split(/[^\p{L}]+/u)
    .filter((part) => part !== '');
}

// Eleven letters in base 27 stay below 2^53, so that a code is a plain number in JavaScript and a bigint in PostgreSQL.
const base = 27;
const longest = 11;
const firstLetter = 'a'.charCodeAt(0);

/** 1 to 26. Letters of other scripts share these places: ranking by the real name parts them again. */
function place(letter: string): number {
  const code = (letter.codePointAt(0) ?? 0) - firstLetter;
  return code >= 0 && code < 26 ? code + 1 : (Math.abs(code) % 26) + 1;
}

/** A range of codes, both ends included. */
export interface CodeRange {
  readonly from: number;
  readonly to: number;
}

/** All codes of name parts that begin so. The first eleven letters count. */
export function codesBeginningWith(prefix: string): CodeRange {
  const letters = [...prefix].slice(0, longest);
  const head = letters.reduce((sum, letter) => sum * base + place(letter), 0);
  const room = base ** (longest - letters.length);
  return { from: head * room, to: head * room + room - 1 };
}

/** A name part as a number; numbers stand in the order of the alphabet. */
export function codeOf(part: string): number {
  return codesBeginningWith(part).from;
}

/** The letters behind a code: a name part of the Latin alphabet, its first eleven letters. */
export function lettersOf(code: number): string {
  let letters = '';
  for (let rest = code; rest > 0; rest = Math.floor(rest / base)) {
    const at = rest % base;
    if (at > 0) letters = String.fromCharCode(firstLetter + at - 1) + letters;
  }
  return letters;
}
