import { Group, NativeSelect, Stack, Switch, TextInput } from '@mantine/core';
import type { ShowIf, TemplateField } from '#server/charting/templates/templates.contract.ts';
import { EditableList } from './setting-lists.tsx';

type Condition = ShowIf['conditions'][number];

const operators = [
  { value: 'answered', label: 'is answered' },
  { value: 'equals', label: 'is' },
  { value: 'differs', label: 'is not' },
];

/** What may be asked for: the answers of a choice by their words, anything else as it is typed. */
function answersOf(field: TemplateField | undefined): readonly { value: string; label: string }[] | undefined {
  if (field?.kind === 'choice' || field?.kind === 'checklist') return field.options.map(({ code, label }) => ({ value: code, label }));
  if (field?.kind !== 'scale') return undefined;
  return Array.from({ length: Math.max(0, Math.min(field.max - field.min, 100)) + 1 }, (_unused, step) => ({
    value: String(field.min + step),
    label: String(field.min + step),
  }));
}

function ConditionRow({
  condition,
  fields,
  name,
  onChange,
}: {
  readonly condition: Condition;
  readonly fields: readonly TemplateField[];
  readonly name: string;
  readonly onChange: (condition: Condition) => void;
}) {
  const { field, operator, value } = condition;
  const answers = answersOf(fields.find(({ key }) => key === field));
  const give = (text: string) => onChange({ field, operator, value: text });
  return (
    <Stack gap={2} flex={1}>
      <NativeSelect
        size="xs"
        aria-label={`${name}: field`}
        data={fields.map(({ key, label }) => ({ value: key, label }))}
        value={field}
        onChange={(event) => onChange({ field: event.currentTarget.value, operator: 'answered' })}
      />
      <Group gap={4} wrap="nowrap">
        <NativeSelect
          size="xs"
          w={110}
          aria-label={`${name}: how`}
          data={operators}
          value={operator}
          onChange={(event) => {
            const next = event.currentTarget.value as Condition['operator'];
            onChange(next === 'answered' ? { field, operator: next } : { field, operator: next, value: value ?? answers?.[0]?.value ?? '' });
          }}
        />
        {operator !== 'answered' &&
          (answers ? (
            <NativeSelect
              size="xs"
              flex={1}
              aria-label={`${name}: answer`}
              data={[...answers]}
              value={value ?? ''}
              onChange={(event) => give(event.currentTarget.value)}
            />
          ) : (
            <TextInput size="xs" flex={1} aria-label={`${name}: answer`} value={value ?? ''} onChange={(event) => give(event.currentTarget.value)} />
          ))}
      </Group>
    </Stack>
  );
}

interface RuleEditorProps {
  readonly label: string;
  readonly rule: ShowIf | undefined;
  /** Fields that the rule may ask about. */
  readonly fields: readonly TemplateField[];
  readonly onChange: (rule: ShowIf | undefined) => void;
}

/** When something is shown: always, or by the answers of other fields. */
export function RuleEditor({ label, rule, fields, onChange }: RuleEditorProps) {
  const [first] = fields;
  const begin = () => first && onChange({ match: 'all', conditions: [{ field: first.key, operator: 'answered' }] });
  return (
    <Stack gap={6}>
      <Switch
        size="sm"
        label={label}
        description={first ? undefined : 'Needs another field to ask about.'}
        disabled={!first}
        checked={rule !== undefined}
        onChange={(event) => (event.currentTarget.checked ? begin() : onChange(undefined))}
      />
      {rule && first && (
        <Stack gap={6} pl="md">
          {rule.conditions.length > 1 && (
            <NativeSelect
              size="xs"
              w={200}
              aria-label={`${label}: how many`}
              data={[
                { value: 'all', label: 'all of these hold' },
                { value: 'any', label: 'one of these holds' },
              ]}
              value={rule.match}
              onChange={(event) => onChange({ ...rule, match: event.currentTarget.value === 'any' ? 'any' : 'all' })}
            />
          )}
          <EditableList
            label="Condition"
            items={rule.conditions}
            fewest={1}
            add={{ label: 'Another condition', make: (): Condition => ({ field: first.key, operator: 'answered' }) }}
            onChange={(conditions) => onChange({ ...rule, conditions: [...conditions] })}
            row={(condition, change, name) => <ConditionRow condition={condition} fields={fields} name={name} onChange={change} />}
          />
        </Stack>
      )}
    </Stack>
  );
}
