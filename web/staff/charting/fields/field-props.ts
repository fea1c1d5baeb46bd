import type { Answers, FieldKind, FieldOf } from '#server/charting/templates/templates.contract.ts';
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
  readonly answers: Answers;
  readonly snippets: readonly Snippet[];
  /** The problem list of the patient, to pull in. */
  readonly diagnoses: readonly { readonly id: string; readonly code: string; readonly description: string }[];
  readonly firstKey: string | undefined;
}
