/** Runs of neighbours whose keys say the same, in order, none longer than `longest`. */
export function consecutive<Item>(items: readonly Item[], keyOf: (item: Item) => unknown, longest = Infinity): Item[][] {
  const runs: Item[][] = [];
  let last: string | undefined;
  for (const item of items) {
    const key = JSON.stringify(keyOf(item)) ?? '';
    const run = runs.at(-1);
    if (run && key === last && run.length < longest) run.push(item);
    else runs.push([item]);
    last = key;
  }
  return runs;
}
