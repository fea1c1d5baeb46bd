import { ourSeparators } from './separators.ts';

/** An element to write: text, a composite, or nothing. */
export type Value = string | readonly (string | undefined)[] | undefined;

/** A segment to write, without its terminator; superfluous separators at the end of it and of its composites are cut. */
export type Written = string & { readonly isWritten: true };

function valueText(value: Value): string {
  if (value === undefined) return '';
  return typeof value === 'string'
    ? value
    : value
        .map((part) => part ?? '')
        .join(ourSeparators.component)
        .replace(/:+$/, '');
}

/** One segment from its elements. The values are clean already: the builders in `segments/` see to it. */
export function segment(id: string, ...values: readonly Value[]): Written {
  return [id, ...values.map(valueText)].join(ourSeparators.element).replace(/\*+$/, '') as Written;
}
