/** What was, what is, and what was taken back. `tag` joins keystrokes in one place to one step. */
export interface History<State> {
  readonly past: readonly State[];
  readonly present: State;
  readonly future: readonly State[];
  readonly tag: string | undefined;
}

const longest = 200;

/** A history that begins here. */
export function begun<State>(present: State): History<State> {
  return { past: [], present, future: [], tag: undefined };
}

/** One step further. Steps with the same tag in a row are taken back together. */
export function changed<State>(history: History<State>, next: State, tag?: string): History<State> {
  if (next === history.present) return history;
  const isSame = tag !== undefined && tag === history.tag;
  return { past: isSame ? history.past : [...history.past, history.present].slice(-longest), present: next, future: [], tag };
}

/** One step back. */
export function undone<State>(history: History<State>): History<State> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return { past: history.past.slice(0, -1), present: before, future: [history.present, ...history.future], tag: undefined };
}

/** The step back taken back. */
export function redone<State>(history: History<State>): History<State> {
  const [next, ...rest] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future: rest, tag: undefined };
}
