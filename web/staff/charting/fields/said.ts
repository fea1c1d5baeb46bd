/** The text with words that were said put in where the caret stands, a space between them and what is there, and where the caret then stands. */
export function withSaid(text: string, caret: number, said: string): { readonly text: string; readonly caret: number } {
  const [before, after, words] = [text.slice(0, caret), text.slice(caret), said.trim()];
  if (words === '') return { text, caret };
  const isBeginning = /(^|[.!?]\s*)$/.test(before);
  const sentence = isBeginning ? words.charAt(0).toUpperCase() + words.slice(1) : words;
  const put = `${/\S$/.test(before) ? ' ' : ''}${sentence}`;
  return { text: `${before}${put}${/^[^\s.,;:!?)]/.test(after) ? ' ' : ''}${after}`, caret: caret + put.length };
}
