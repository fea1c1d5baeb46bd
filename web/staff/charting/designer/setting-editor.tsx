import { Checkbox, Group, Input, MultiSelect, NativeSelect, NumberInput, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { askable, countable, type DesignedForm, type Setting, type SettingType } from '#server/charting/designs/designs.contract.ts';
import {
  measures,
  pullSources,
  sensitivities,
  type FieldOf,
  type Option,
  type ShowIf,
  type Snippet,
  type TemplateField,
} from '#server/charting/templates/templates.contract.ts';
import { RuleEditor } from './rule-editor.tsx';
import { ColumnList, EditableList, OptionList, RowList } from './setting-lists.tsx';

interface SettingProps {
  readonly form: DesignedForm;
  readonly field: TemplateField;
  readonly setting: Setting;
  /** `undefined` takes the setting away. */
  readonly onChange: (value: unknown) => void;
}

const choicesOf = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, label]) => ({ value, label }));
const formulas = choicesOf({ sum: 'Sum', mean: 'Average', count: 'How many are answered' });

/** Short words that unfold into texts. */
export function SnippetList({ snippets, onChange }: { readonly snippets: readonly Snippet[]; readonly onChange: (snippets: readonly Snippet[]) => void }) {
  return (
    <EditableList
      label="Snippet"
      items={snippets}
      add={{ label: 'Add a snippet', make: () => ({ trigger: `s${snippets.length + 1}`, text: '' }) }}
      onChange={onChange}
      row={(snippet, change, name) => (
        <>
          <TextInput
            size="xs"
            w={90}
            leftSection=";"
            aria-label={`${name}: short word`}
            value={snippet.trigger}
            onChange={(event) => change({ ...snippet, trigger: event.currentTarget.value.toLowerCase().replaceAll(/[^a-z0-9-]/g, '') })}
          />
          <Textarea
            size="xs"
            flex={1}
            autosize
            minRows={1}
            aria-label={`${name}: text`}
            value={snippet.text}
            onChange={(event) => change({ ...snippet, text: event.currentTarget.value })}
          />
        </>
      )}
    />
  );
}

type Band = NonNullable<FieldOf<'score'>['bands']>[number];

function BandList({ bands, onChange }: { readonly bands: readonly Band[]; readonly onChange: (bands: readonly Band[]) => void }) {
  const number = (value: string | number) => (typeof value === 'number' ? value : 0);
  return (
    <EditableList
      label="Band"
      items={bands}
      add={{ label: 'Add a band', make: () => ({ from: (bands.at(-1)?.to ?? -1) + 1, to: (bands.at(-1)?.to ?? -1) + 5, label: 'New band' }) }}
      onChange={onChange}
      row={(band, change, name) => (
        <>
          <NumberInput size="xs" w={64} hideControls aria-label={`${name}: from`} value={band.from} onChange={(value) => change({ ...band, from: number(value) })} />
          <NumberInput size="xs" w={64} hideControls aria-label={`${name}: to`} value={band.to} onChange={(value) => change({ ...band, to: number(value) })} />
          <TextInput size="xs" flex={1} aria-label={`${name}: means`} value={band.label} onChange={(event) => change({ ...band, label: event.currentTarget.value })} />
        </>
      )}
    />
  );
}

function DefaultEditor({ field, setting: { label }, onChange }: SettingProps) {
  const value = 'default' in field ? (field.default ?? '') : '';
  const give = (text: string) => onChange(text === '' ? undefined : text);
  if (field.kind === 'choice') {
    const data = [{ value: '', label: 'Nothing chosen' }, ...field.options.map((option: Option) => ({ value: option.code, label: option.label }))];
    return <NativeSelect size="xs" label={label} data={data} value={value} onChange={(event) => give(event.currentTarget.value)} />;
  }
  if (field.kind === 'number' || field.kind === 'scale')
    return <NumberInput size="xs" label={label} hideControls value={value} onChange={(number) => give(String(number))} />;
  return <Textarea size="xs" label={label} autosize minRows={1} maxRows={8} value={value} onChange={(event) => give(event.currentTarget.value)} />;
}

function Titled({ setting: { label, help }, children }: Pick<SettingProps, 'setting'> & { readonly children: ReactNode }) {
  return (
    <Input.Wrapper size="xs" label={label} description={help} labelElement="div">
      <Stack gap={4} mt={4}>
        {children}
      </Stack>
    </Input.Wrapper>
  );
}

type Editor = (props: SettingProps & { readonly value: unknown }) => ReactNode;

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');
const look = ({ label, help, needed }: Setting) => ({ size: 'xs', label, description: help, required: needed === true }) as const;
const givenText = ({ setting, onChange }: SettingProps, text: string) => onChange(text === '' && !setting.needed ? undefined : text);

const NumberEditor: Editor = ({ setting, value, onChange }) => (
  <NumberInput
    {...look(setting)}
    maw={140}
    allowDecimal={setting.type === 'number'}
    value={typeof value === 'number' ? value : ''}
    onChange={(number) => onChange(typeof number === 'number' ? number : setting.needed ? 0 : undefined)}
  />
);

const SelectEditor =
  (data: readonly { value: string; label: string }[]): Editor =>
  ({ setting, value, onChange }) => (
    <NativeSelect {...look(setting)} data={[...data]} value={textOf(value)} onChange={(event) => onChange(event.currentTarget.value || undefined)} />
  );

/** The editor of each type of setting that the table of field kinds names. */
const editors: { readonly [Type in SettingType]: Editor } = {
  line: (props) => (
    <TextInput {...look(props.setting)} maxLength={props.setting.longest} value={textOf(props.value)} onChange={(event) => givenText(props, event.currentTarget.value)} />
  ),
  words: (props) => (
    <Textarea
      {...look(props.setting)}
      maxLength={props.setting.longest}
      autosize
      minRows={1}
      maxRows={10}
      value={textOf(props.value)}
      onChange={(event) => givenText(props, event.currentTarget.value)}
    />
  ),
  number: NumberEditor,
  integer: NumberEditor,
  switch: ({ setting, value, onChange }) => (
    <Switch
      size="sm"
      label={setting.label}
      description={setting.help}
      checked={value === true}
      onChange={(event) => onChange(event.currentTarget.checked || undefined)}
    />
  ),
  options: ({ setting, value, onChange }) => (
    <Titled setting={setting}>
      <OptionList label="Answer" options={value as Option[]} onChange={onChange} />
    </Titled>
  ),
  rows: ({ setting, value, onChange }) => (
    <Titled setting={setting}>
      <RowList rows={value as FieldOf<'grid'>['rows']} onChange={onChange} />
    </Titled>
  ),
  columns: ({ setting, value, onChange }) => (
    <Titled setting={setting}>
      <ColumnList columns={value as FieldOf<'table'>['columns']} onChange={onChange} />
    </Titled>
  ),
  bands: ({ setting, value, onChange }) => (
    <Titled setting={setting}>
      <BandList bands={(value ?? []) as Band[]} onChange={(bands) => onChange(bands.length > 0 ? bands : undefined)} />
    </Titled>
  ),
  snippets: ({ setting, value, onChange }) => (
    <Titled setting={setting}>
      <SnippetList snippets={(value ?? []) as Snippet[]} onChange={(snippets) => onChange(snippets.length > 0 ? snippets : undefined)} />
    </Titled>
  ),
  measures: ({ setting, value, onChange }) => (
    <Checkbox.Group
      {...look(setting)}
      value={value as string[]}
      onChange={(chosen) => chosen.length > 0 && onChange(Object.keys(measures).filter((one) => chosen.includes(one)))}
    >
      <Group gap="xs" mt={4}>
        {choicesOf(measures).map((one) => (
          <Checkbox key={one.value} size="xs" {...one} />
        ))}
      </Group>
    </Checkbox.Group>
  ),
  fields: ({ setting, form, value, onChange }) => (
    <MultiSelect {...look(setting)} data={countable(form).map((one) => ({ value: one.key, label: one.label }))} value={value as string[]} onChange={onChange} />
  ),
  formula: SelectEditor(formulas),
  source: SelectEditor(choicesOf(pullSources)),
  sensitivity: SelectEditor([{ value: '', label: 'As the program' }, ...choicesOf(sensitivities)]),
  rule: ({ setting, form, field, value, onChange }) => (
    <RuleEditor label={setting.label} rule={value as ShowIf | undefined} fields={askable(form, field.key)} onChange={onChange} />
  ),
  default: DefaultEditor,
};

/** The editor of one setting of a field. */
export function SettingEditor(props: SettingProps) {
  const Editor = editors[props.setting.type];
  return <Editor {...props} value={(props.field as unknown as Readonly<Record<string, unknown>>)[props.setting.name]} />;
}
