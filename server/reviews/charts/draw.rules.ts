/** FNV-1a over the text, spread once more: neighbours in the alphabet must not be neighbours in the draw. */
function lotOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A sample of so many, each with the same chance, the same for the same seed: whoever doubts it draws it again. */
export function drawn<One>(all: readonly One[], keyOf: (one: One) => string, size: number, seed: number): One[] {
  return all
    .map((one) => ({ one, key: keyOf(one), lot: lotOf(`${seed} ${keyOf(one)}`) }))
    .toSorted((left, right) => left.lot - right.lot || left.key.localeCompare(right.key))
    .slice(0, size)
    .map(({ one }) => one);
}
