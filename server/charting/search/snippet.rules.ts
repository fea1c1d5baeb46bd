/** Marks around a found word in what the database cuts out of a note; no keyboard types them. */
export const foundMark = { start: '\u0002', stop: '\u0003' } as const;

/** A run of words in a snippet, found or around what was found. */
export interface Run {
  readonly text: string;
  readonly isFound: boolean;
}

/** The runs of a snippet with marks; an unclosed mark lasts to the end. */
export function runsOf(marked: string): Run[] {
  return marked
    .split(foundMark.start)
    .flatMap((piece, index) => {
      const stop = piece.indexOf(foundMark.stop);
      if (index === 0) return [{ text: piece, isFound: false }];
      return stop < 0
        ? [{ text: piece, isFound: true }]
        : [
            { text: piece.slice(0, stop), isFound: true },
            { text: piece.slice(stop + 1), isFound: false },
          ];
    })
    .filter(({ text }) => text !== '');
}
