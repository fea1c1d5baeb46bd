/** The four characters that carve an interchange; each sender chooses its own. */
export interface Separators {
  readonly element: string;
  readonly repetition: string;
  readonly component: string;
  readonly segment: string;
}

/** What we write with. */
export const ourSeparators: Separators = { element: '*', repetition: '^', component: ':', segment: '~' };

/** An ISA is 106 characters, its terminator included: the separators are read from fixed positions. */
export const isaLength = 106;
const elementAt = 3;
const repetitionAt = 82;
const componentAt = 104;
const segmentAt = 105;

/** The separators of the interchange that begins at `start`; undefined when no ISA with four different separators stands there. */
export function separatorsAt(text: string, start: number): Separators | undefined {
  if (!text.startsWith('ISA', start) || text.length < start + isaLength) return undefined;
  const separators = {
    element: text.charAt(start + elementAt),
    repetition: text.charAt(start + repetitionAt),
    component: text.charAt(start + componentAt),
    segment: text.charAt(start + segmentAt),
  };
  const different = new Set(Object.values(separators));
  const isaElements = text.slice(start, start + segmentAt).split(separators.element).length - 1;
  return different.size === 4 && isaElements === 16 ? separators : undefined;
}
