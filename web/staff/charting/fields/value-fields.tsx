import { Alert, SimpleGrid, Text, TextInput } from '@mantine/core';
import { cellsOf, measures, scoreOf, textOfCells, withCell, type FieldOf, type TemplateField } from '#server/charting/templates/templates.contract.ts';
import { useMe } from '../../identity/session.ts';
import { FieldGroup } from './field-group.tsx';
import type { FieldProps } from './field-props.ts';

/** A number, a day or a time of day. */
export function ValueField({ field, value, error, onChange }: FieldProps<'number' | 'date' | 'time'>) {
  const isNumber = field.kind === 'number';
  return (
    <TextInput
      type={isNumber ? 'text' : field.kind}
      inputMode={isNumber ? 'decimal' : undefined}
      maw={280}
      label={field.label}
      description={field.hint}
      withAsterisk={field.required ?? false}
      value={cellsOf(value)['v'] ?? ''}
      error={error}
      rightSection={
        isNumber && field.unit ? (
          <Text size="xs" c="dimmed">
            {field.unit}
          </Text>
        ) : undefined
      }
      rightSectionWidth={isNumber && field.unit ? field.unit.length * 8 + 16 : undefined}
      onChange={(event) => onChange(withCell(value, 'v', event.currentTarget.value.trim()))}
    />
  );
}

/** Vital signs, each with its unit. */
export function VitalsField({ field, value, error, onChange }: FieldProps<'vitals'>) {
  const cells = cellsOf(value);
  return (
    <FieldGroup field={field} error={error}>
      <SimpleGrid type="container" cols={{ base: 2, '520px': 4 }} spacing="sm" mt={6}>
        {field.measures.map((measure) => (
          <TextInput
            key={measure}
            size="sm"
            inputMode="decimal"
            label={measures[measure]}
            value={cells[measure] ?? ''}
            onChange={(event) => onChange(withCell(value, measure, event.currentTarget.value.trim()))}
          />
        ))}
      </SimpleGrid>
    </FieldGroup>
  );
}

/** Now, on the clock of the house: 11/23/2026, 2:05 PM PST. */
function momentIn(timeZone: string): string {
  const day = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  return new Date().toLocaleString('en-US', { timeZone, ...day, hour: 'numeric', minute: '2-digit', timeZoneName: 'short' });
}

/** A name written as a signature by someone other than the author, with its moment. */
export function SignatureField({ field, value, error, onChange }: FieldProps<'signature'>) {
  const cells = cellsOf(value);
  const { timeZone } = useMe().organisation;
  const sign = (name: string) => onChange(name === '' ? '' : textOfCells({ 't:name': name, at: cells['at'] ?? momentIn(timeZone) }));
  return (
    <TextInput
      maw={420}
      label={field.label}
      description={[field.hint, cells['at'] ? `Signed ${cells['at']}` : `Full name, typed by the ${field.who ?? 'signer'}`].filter(Boolean).join('. ')}
      withAsterisk={field.required ?? false}
      error={error}
      value={cells['t:name'] ?? ''}
      onChange={(event) => sign(event.currentTarget.value)}
    />
  );
}

/** A score that computes itself from the answers above. */
export function ScoreField({
  field,
  fields,
  answers,
}: {
  readonly field: FieldOf<'score'>;
  readonly fields: readonly TemplateField[];
  readonly answers: Readonly<Record<string, string>>;
}) {
  const score = scoreOf(field, fields, answers);
  return (
    <Text size="sm" role="status" aria-label={field.label}>
      <b>{field.label}:</b> {score ? [score.value, score.band].filter((part) => part !== undefined).join(', ') : 'nothing answered yet'}
    </Text>
  );
}

/** Words of the form itself. */
export function StatementField({ field }: { readonly field: FieldOf<'statement'> }) {
  return (
    <Alert variant="light" color="gray" title={field.label}>
      {field.text}
    </Alert>
  );
}
