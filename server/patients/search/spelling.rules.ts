import { doubleMetaphone } from 'double-metaphone';
import { codeOf } from './name-code.rules.ts';

/** The sounds of a name part by double metaphone, without repetition; empty when it has none. */
export function soundsOf(part: string): string[] {
  return [...new Set(doubleMetaphone(part))].filter((sound) => sound !== '');
}

/** The part itself and all that is left when one letter is missing. Two words one slip apart share one of these. */
export function withoutOneLetter(part: string): string[] {
  const shown = [...part].slice(0, 11);
  return [...new Set([shown.join(''), ...shown.map((_, at) => shown.toSpliced(at, 1).join(''))])].filter((variant) => variant !== '');
}

// Sounds are codes below zero, so that they never meet a spelling. Theta is written 0, which is no letter.
const soundCode = (sound: string) => -codeOf(sound.toLowerCase().replaceAll('0', 'o'));

/** Under which numbers a name part is kept, and looked for, to bear one slip of the hand or a spelling by ear. */
export function variantsOf(part: string): number[] {
  return [...new Set([...withoutOneLetter(part).map(codeOf), ...soundsOf(part).map(soundCode)])];
}

function distanceRow(
  above: readonly number[],
  before: readonly number[] | undefined,
  at: { letter: string; previous: string | undefined; row: number },
  right: readonly string[],
): number[] {
  const row = [at.row];
  right.forEach((letter, index) => {
    const same = letter === at.letter ? 0 : 1;
    let least = Math.min((above[index + 1] ?? 0) + 1, (row[index] ?? 0) + 1, (above[index] ?? 0) + same);
    const isSwapped = before !== undefined && index > 0 && letter === at.previous && right[index - 1] === at.letter;
    if (isSwapped) least = Math.min(least, (before[index - 1] ?? 0) + 1);
    row.push(least);
  });
  return row;
}

/** How many slips lie between two words: a letter added, left out, changed, or two neighbours swapped (optimal string alignment). */
export function slipsBetween(left: string, right: string): number {
  const letters = [...left];
  const others = [...right];
  let before: number[] | undefined;
  let above = [0, ...others.map((_, index) => index + 1)];
  letters.forEach((letter, index) => {
    const row = distanceRow(above, before, { letter, previous: letters[index - 1], row: index + 1 }, others);
    before = above;
    above = row;
  });
  return above.at(-1) ?? 0;
}

/** Whether two words sound alike. */
export function soundsAlike(left: string, right: string): boolean {
  const sounds = new Set(soundsOf(left));
  return soundsOf(right).some((sound) => sounds.has(sound));
}

const couldBeSlips = (typed: string, part: string, most: number) => Math.abs(typed.length - part.length) <= most;

/** How close what was typed is to a name part, from 0 (another word) to 1 (the same). Short words bear no slips. */
export function closeness(typed: string, part: string): number {
  if (typed === part) return 1;
  if (part.startsWith(typed)) return 0.85 + (0.1 * typed.length) / part.length;
  if (typed.length < 3) return 0;
  const slips = couldBeSlips(typed, part, 2) ? slipsBetween(typed, part) : 3;
  if (slips === 1) return 0.75;
  const isAlike = soundsAlike(typed, part);
  if (isAlike && typed[0] === part[0]) return 0.65;
  if (slips === 2 && typed.length >= 6) return 0.6;
  return isAlike ? 0.5 : 0;
}
