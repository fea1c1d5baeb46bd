/** Runs of neighbours whose keys say the same, in order, none longer than `longest`. */
export function consecutive<Item>(items: readonly Item[], keyOf: (item: Item) => unknown, longest = Infinity): Item[][] {
  const runs: Item[][] = [];
  let last: { readonly key: unknown; readonly text: string } | undefined;
  for (const item of items) {
    const key = keyOf(item);
    // The same object needs no second look: most claims of a batch share who is paid.
    const text = last !== undefined && last.key === key ? last.text : (JSON.stringify(key) ?? '');
    const run = runs.at(-1);
    if (run && text === last?.text && run.length < longest) run.push(item);
    else runs.push([item]);
    last = { key, text };
  }
  return runs;
}
