import meter from '#content/groups/clone-meter.json' with { type: 'json' };

const neutral = new Set(meter.neutral);

/** Words that carry meaning, with each pair of neighbours: pronouns and small words of a copy are quickly changed. */
function marksOf(text: string): string[] {
  const words = (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !neutral.has(word));
  return [...words, ...words.slice(1).map((word, index) => `${words[index]} ${word}`)];
}

/** How much of two texts is the same, from 0 to 1 (Dice over words and pairs of words). Texts of few words are never alike. */
export function likeness(first: string, second: string): number {
  const [left, right] = [marksOf(first), marksOf(second)];
  if (Math.min(left.length, right.length) < 2 * meter.fewestWords - 1) return 0;
  const counts = new Map<string, number>();
  for (const mark of left) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  let shared = 0;
  for (const mark of right) {
    const rest = counts.get(mark) ?? 0;
    if (rest > 0) shared++;
    counts.set(mark, rest - 1);
  }
  return (2 * shared) / (left.length + right.length);
}

/** What a line repeats. */
export interface Clone {
  readonly like: 'another-member' | 'last-session';
  readonly percent: number;
}

/** The nearest text that a line repeats; null when it is the member's own. */
export function cloneOf(line: string, others: readonly string[], last: string | null): Clone | null {
  const found = [
    ...others.map((other) => ({ like: 'another-member' as const, share: likeness(line, other) })),
    { like: 'last-session' as const, share: last === null ? 0 : likeness(line, last) },
  ];
  const nearest = found.reduce((best, each) => (each.share > best.share ? each : best));
  return nearest.share >= meter.alike ? { like: nearest.like, percent: Math.round(nearest.share * 100) } : null;
}
