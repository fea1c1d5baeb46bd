import type { Answers, TemplateField as Field } from '#server/charting/templates/templates.contract.ts';
import { ChecklistField, ChoiceField, ScaleField } from './choice-fields.tsx';
import type { FieldContext } from './field-props.ts';
import { GridField } from './grid-field.tsx';
import { NarrativeField, TextField } from './prose-field.tsx';
import { TableField } from './table-field.tsx';
import { PullField } from './pull-field.tsx';
import { ScoreField, SignatureField, StatementField, ValueField, VitalsField } from './value-fields.tsx';

interface TemplateFieldProps {
  readonly field: Field;
  readonly fields: readonly Field[];
  readonly value: string;
  /** From which a score is computed. */
  readonly answers: Answers;
  readonly error: string | undefined;
  readonly onChange: (text: string) => void;
  readonly context: FieldContext;
}

/** The input that belongs to a kind of field. */
export function TemplateFieldInput({ field, fields, answers, ...rest }: TemplateFieldProps) {
  switch (field.kind) {
    case 'narrative':
      return <NarrativeField field={field} {...rest} />;
    case 'text':
      return <TextField field={field} {...rest} />;
    case 'number':
    case 'date':
    case 'time':
      return <ValueField field={field} {...rest} />;
    case 'choice':
      return <ChoiceField field={field} {...rest} />;
    case 'checklist':
      return <ChecklistField field={field} {...rest} />;
    case 'scale':
      return <ScaleField field={field} {...rest} />;
    case 'grid':
      return <GridField field={field} {...rest} />;
    case 'table':
      return <TableField field={field} {...rest} />;
    case 'vitals':
      return <VitalsField field={field} {...rest} />;
    case 'pull':
      return <PullField field={field} {...rest} />;
    case 'signature':
      return <SignatureField field={field} {...rest} />;
    case 'score':
      return <ScoreField field={field} fields={fields} answers={answers} />;
    case 'statement':
      return <StatementField field={field} />;
  }
}
