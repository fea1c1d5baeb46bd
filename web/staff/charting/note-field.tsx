import { Button, Text } from '@mantine/core';
import { memo } from 'react';
import { broughtOver, carriedKey, cellsOf, standsAsItCame, textOfCells, type Answers, type TemplateField } from '#server/charting/templates/templates.contract.ts';
import type { FieldContext } from './fields/field-props.ts';
import { TemplateFieldInput } from './fields/template-field.tsx';
import { FieldFindings } from './margin/margin-panel.tsx';

interface NoteFieldProps {
  readonly field: TemplateField;
  readonly fields: readonly TemplateField[];
  readonly value: string;
  /** The answers from which a score is computed; always the same empty ones for other fields, which are then not drawn anew. */
  readonly answers: Answers;
  readonly error: string | undefined;
  readonly type: (key: string, text: string) => void;
  readonly context: FieldContext;
  /** What the draft remembers of words carried forward; undefined where this field may carry none. */
  readonly carried: string | undefined;
  /** The words of the note before. */
  readonly before: string;
}

// By night the tint would swallow the help text: there the line beside it says it alone.
const carriedLook = {
  background: 'light-dark(var(--mantine-color-yellow-light), transparent)',
  borderInlineStart: '3px solid var(--mantine-color-yellow-5)',
  borderRadius: 6,
  padding: 8,
} as const;

/** One field of the note. Drawn anew only when something of its own changes: a long form stays as quick as a short one. */
export const NoteField = memo(function NoteField({ field, fields, value, answers, error, type, context, carried, before }: NoteFieldProps) {
  const remembered = cellsOf(carried ?? '');
  const isCarried = standsAsItCame(value, remembered[field.key]);
  const brought = carried === undefined ? undefined : broughtOver(field, value, before, remembered[field.key]);
  const carry = (text: string, came: string) => {
    type(field.key, text);
    type(carriedKey, textOfCells({ ...remembered, [field.key]: came }));
  };
  const offer = value === '' ? 'Carry forward from the last note' : 'Carry the open lines forward from the last note';
  return (
    <div id={`at-sections.${field.key}`} style={isCarried ? carriedLook : undefined}>
      <TemplateFieldInput field={field} fields={fields} value={value} answers={answers} error={error} onChange={(text) => type(field.key, text)} context={context} />
      <FieldFindings at={`sections.${field.key}`} />
      {isCarried && (
        <Text size="xs" mt={2}>
          Carried forward from the last note, and marked so until you change it.
        </Text>
      )}
      {brought && (
        <Button size="compact-xs" variant="subtle" mt={2} onClick={() => carry(brought.value, brought.came)} aria-label={`${offer}: ${field.label}`}>
          {offer}
        </Button>
      )}
    </div>
  );
});
