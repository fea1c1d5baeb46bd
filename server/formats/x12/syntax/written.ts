import { ourSeparators } from './separators.ts';

/** An element to write: text, a composite, or nothing. */
export type Value = string | readonly (string | undefined)[] | undefined;

/** A segment to write, without its terminator; superfluous separators at the end of it and of its composites are cut. */
export type Written = string & { readonly isWritten: true };

/** The parts without the empty ones at the end. */
function trimmed(parts: readonly (string | undefined)[]): readonly (string | undefined)[] {
  return parts.slice(0, parts.findLastIndex((part) => part !== undefined && part !== '') + 1);
}

function valueText(value: Value): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : trimmed(value).join(ourSeparators.component);
}

/** One segment from its elements. The values are clean already: the builders in `segments/` see to it. */
export function segment(id: string, ...values: readonly Value[]): Written {
  return [id, ...trimmed(values.map(valueText))].join(ourSeparators.element) as Written;
}
