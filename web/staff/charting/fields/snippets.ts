/** A short word that unfolds. */
export interface Snippet {
  readonly trigger: string;
  readonly text: string;
}

/** The text with the snippet before the caret unfolded (`;word` or `/word`, at the start of a word), and where the caret then stands; undefined when there is none. */
export function unfolded(text: string, caret: number, snippets: readonly Snippet[]): { readonly text: string; readonly caret: number } | undefined {
  const typed = /(?:^|\s)[;/]([a-z0-9-]+)$/.exec(text.slice(0, caret))?.[1];
  const snippet = typed === undefined ? undefined : snippets.find(({ trigger }) => trigger === typed);
  if (!snippet) return undefined;
  const start = caret - snippet.trigger.length - 1;
  return { text: text.slice(0, start) + snippet.text + text.slice(caret), caret: start + snippet.text.length };
}
