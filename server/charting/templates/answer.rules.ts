/**
 * An answer that is not prose: named cells, each a short text. Cells whose name begins with `t:` hold words that somebody typed;
 * the others hold choices and numbers, of which the later one stands.
 */
export type Cells = Readonly<Record<string, string>>;

// A character that no keyboard types tells an answer from prose, so that a save is merged rightly without knowing its form.
const mark = '\u001f';

/** Whether the text of a field is an answer with cells. An empty one is both. */
export function isCells(text: string): boolean {
  return text.startsWith(mark);
}

/** The cells of an answer; none when it is empty or cannot be read. */
export function cellsOf(text: string): Cells {
  if (!isCells(text)) return {};
  try {
    const parsed: unknown = JSON.parse(text.slice(mark.length));
    if (parsed === null || typeof parsed !== 'object' || Array.isArray(parsed)) return {};
    return Object.fromEntries(Object.entries(parsed).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  } catch {
    return {};
  }
}

/** An answer as text, the same cells always the same text; cells without a word are left out. */
export function textOfCells(cells: Cells): string {
  const entries = Object.entries(cells)
    .filter(([, value]) => value !== '')
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return entries.length === 0 ? '' : mark + JSON.stringify(Object.fromEntries(entries));
}

/** The answer with one cell changed; an empty value takes the cell away. */
export function withCell(text: string, cell: string, value: string): string {
  return textOfCells({ ...cellsOf(text), [cell]: value });
}

/** Merges two versions of an answer cell by cell. Words are merged as words, so that none is lost; of two choices the later stands. */
export function mergeCells(base: Cells, current: Cells, incoming: Cells, mergeWords: (base: string, current: string, incoming: string) => string): Cells {
  const names = new Set([...Object.keys(base), ...Object.keys(current), ...Object.keys(incoming)]);
  const merged = [...names].map((name) => {
    const [was, is, comes] = [base[name] ?? '', current[name] ?? '', incoming[name] ?? ''];
    if (comes === was || comes === is) return [name, is] as const;
    if (is === was) return [name, comes] as const;
    return [name, name.startsWith('t:') ? mergeWords(was, is, comes) : comes] as const;
  });
  return Object.fromEntries(merged);
}
