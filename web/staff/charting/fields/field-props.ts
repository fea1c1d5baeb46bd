import type { FieldKind, FieldOf } from '#server/charting/templates/templates.contract.ts';
import type { Snippet } from './snippets.ts';

/** What an input of one kind of field is given. */
export interface FieldProps<Kind extends FieldKind> {
  readonly field: FieldOf<Kind>;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (text: string) => void;
  readonly context: FieldContext;
}

/** What fields need besides their own answer. */
export interface FieldContext {
  readonly snippets: readonly Snippet[];
  /** What the chart knows, to pull in. */
  readonly known: { readonly [Source in FieldOf<'pull'>['source']]?: readonly { readonly id: string; readonly says: string }[] };
  readonly firstKey: string | undefined;
}
