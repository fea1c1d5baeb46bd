/** A stretch of words in one look. */
export interface Run {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
}

/** A line of formatted text: plain, or in a list with its mark. */
export interface Line {
  readonly mark: string;
  readonly runs: readonly Run[];
}

// Two stars for bold, an underscore at the edges of words for italics; what is not closed is read as it stands.
const marked = /\*\*(?=\S)(.+?)(?<=\S)\*\*|(?<![\p{L}\p{N}_])_(?=\S)(.+?)(?<=\S)_(?![\p{L}\p{N}_])/u;

function runsOf(text: string, look: Omit<Run, 'text'>): readonly Run[] {
  const found = marked.exec(text);
  if (!found) return text === '' ? [] : [{ text, ...look }];
  const [whole, bold, italic] = found;
  const inner = bold === undefined ? runsOf(italic ?? '', { ...look, italic: true }) : runsOf(bold, { ...look, bold: true });
  return [...runsOf(text.slice(0, found.index), look), ...inner, ...runsOf(text.slice(found.index + whole.length), look)];
}

/** Text in which **bold**, _italics_ and lists are marked, line by line. Every character that is no mark is in it. */
export function formattedLines(text: string): readonly Line[] {
  return text.split('\n').map((line) => {
    const listed = /^\s*(?:([-*])|(\d{1,3}[.)])) +/.exec(line);
    const mark = listed?.[1] ? '•' : (listed?.[2] ?? '');
    return { mark, runs: runsOf(listed ? line.slice(listed[0].length) : line, {}) };
  });
}
