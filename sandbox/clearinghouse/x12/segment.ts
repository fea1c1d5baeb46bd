/** The four marks that cut a file into segments, elements, components and repetitions. Read from the ISA, never assumed. */
export interface Separators {
  readonly element: string;
  readonly repetition: string;
  readonly component: string;
  readonly segment: string;
}

/** One segment as it stood in the file. `position` counts segments of the file from 1. */
export interface Segment {
  readonly id: string;
  /** The elements after the id, uncut; `elements[0]` is position 01. */
  readonly elements: readonly string[];
  readonly position: number;
  readonly separators: Separators;
}

/** The text at an element position (from 1), or at a component of it; empty where nothing was sent. */
export function valueAt(segment: Segment, element: number, component?: number): string {
  const whole = segment.elements[element - 1] ?? '';
  return component === undefined ? whole : (whole.split(segment.separators.component)[component - 1] ?? '');
}

/** The components of one element; a single empty text where nothing was sent. */
export function componentsOf(segment: Segment, element: number): readonly string[] {
  return valueAt(segment, element).split(segment.separators.component);
}

/** The segment as one line a person can read. */
export function printed(segment: Segment): string {
  return [segment.id, ...segment.elements].join(segment.separators.element);
}
