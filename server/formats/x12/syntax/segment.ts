import type { Separators } from './separators.ts';

/** One segment as read, elements uncut: '' stands for an absent element. */
export interface Segment {
  readonly id: string;
  /** Element texts; the first is the segment's name, so that `elements[2]` is what the guides call 02. */
  readonly elements: readonly string[];
  /** Place in the whole file, counted from 1. */
  readonly at: number;
  readonly separators: Separators;
}

/** What the guides call NM1-03, CLM-02 and so on; '' when absent. */
export function element(segment: Segment, place: number): string {
  return segment.elements[place] ?? '';
}

/** The parts of a composite element, such as CLM-05; none when absent. */
export function components(segment: Segment, place: number): readonly string[] {
  const text = element(segment, place);
  return text === '' ? [] : text.split(segment.separators.component);
}

/** One part of a composite element, counted from 1; '' when absent. */
export function component(segment: Segment, place: number, part: number): string {
  return components(segment, place)[part - 1] ?? '';
}

/** The element, or undefined when absent: for optional fields. */
export function optional(segment: Segment, place: number): string | undefined {
  const text = element(segment, place);
  return text === '' ? undefined : text;
}

/** The segment as it stood in the file, without its terminator. */
export function segmentText(segment: Segment): string {
  return segment.elements.join(segment.separators.element);
}
