import { ActionIcon, Button, Checkbox, Group, NativeSelect, NumberInput, Stack, TagsInput, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { codeFor } from '#server/charting/designs/designs.contract.ts';
import type { FieldOf, Option } from '#server/charting/templates/templates.contract.ts';

interface ListProps<Item> {
  readonly label: string;
  readonly items: readonly Item[];
  readonly fewest?: number;
  readonly add: { readonly label: string; readonly make: () => Item };
  readonly onChange: (items: readonly Item[]) => void;
  readonly row: (item: Item, change: (item: Item) => void, name: string) => ReactNode;
}

/** Lines that can be added, moved and taken out; the last one that is needed stays. */
export function EditableList<Item>({ label, items, fewest = 0, add, onChange, row }: ListProps<Item>) {
  const swap = (at: number, to: number) => {
    const [one, other] = [items[at], items[to]];
    if (one !== undefined && other !== undefined) onChange(items.with(at, other).with(to, one));
  };
  return (
    <Stack gap={4} role="group" aria-label={label}>
      {items.map((item, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- a line is edited in place: its own words are no key
        <Group key={at} gap={4} wrap="nowrap" align="flex-start">
          {row(item, (next) => onChange(items.with(at, next)), `${label}, ${at + 1}`)}
          <ActionIcon variant="subtle" color="gray" mt={4} aria-label={`${label}, ${at + 1}: up`} disabled={at === 0} onClick={() => swap(at, at - 1)}>
            <IconArrowUp size={14} />
          </ActionIcon>
          <ActionIcon variant="subtle" color="gray" mt={4} aria-label={`${label}, ${at + 1}: down`} disabled={at === items.length - 1} onClick={() => swap(at, at + 1)}>
            <IconArrowDown size={14} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            mt={4}
            aria-label={`${label}, ${at + 1}: take out`}
            disabled={items.length <= fewest}
            onClick={() => onChange(items.toSpliced(at, 1))}
          >
            <IconX size={14} />
          </ActionIcon>
        </Group>
      ))}
      <Group>
        <Button size="compact-xs" variant="default" onClick={() => onChange([...items, add.make()])}>
          {add.label}
        </Button>
      </Group>
    </Stack>
  );
}

const isOwn = (code: string) => /^answer-?\d*$/.test(code);

/** The answer with its code made from its words, while nobody relies on the code yet. */
function named(option: Option, others: readonly Option[]): Option {
  if (!isOwn(option.code) || option.label.trim() === '') return option;
  return {
    ...option,
    code: codeFor(
      option.label,
      others.filter((one) => one !== option).map(({ code }) => code),
    ),
  };
}

/** Answers to choose, each with its points. A list pasted into a line becomes as many answers. */
export function OptionList({
  label,
  options,
  onChange,
}: {
  readonly label: string;
  readonly options: readonly Option[];
  readonly onChange: (options: readonly Option[]) => void;
}) {
  const codes = options.map(({ code }) => code);
  const pasted = (option: Option, text: string) => {
    const lines = text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
    const more = lines.reduce<Option[]>((all, line) => [...all, { code: codeFor(line, [...codes, ...all.map(({ code }) => code)]), label: line }], []);
    onChange(options.flatMap((one) => (one === option ? more : [one])));
  };
  return (
    <EditableList
      label={label}
      items={options}
      fewest={1}
      add={{ label: 'Another answer', make: (): Option => ({ code: codeFor('', codes), label: '' }) }}
      onChange={onChange}
      row={(option, change, name) => (
        <>
          <TextInput
            size="xs"
            flex={1}
            aria-label={name}
            value={option.label}
            onChange={(event) => change({ ...option, label: event.currentTarget.value })}
            onBlur={() => named(option, options) !== option && change(named(option, options))}
            onPaste={(event) => {
              const text = event.clipboardData.getData('text');
              if (!text.trim().includes('\n')) return;
              event.preventDefault();
              pasted(option, text);
            }}
          />
          <NumberInput
            size="xs"
            w={76}
            hideControls
            placeholder="points"
            aria-label={`${name}: points`}
            value={option.score ?? ''}
            onChange={(value) => {
              const { score: _before, ...rest } = option;
              change(typeof value === 'number' ? { ...rest, score: value } : rest);
            }}
          />
        </>
      )}
    />
  );
}

/** Answers by their words alone, typed one after the other; an answer that stays keeps its code. */
function AnswerTags({ label, options, onChange }: { readonly label: string; readonly options: readonly Option[]; readonly onChange: (options: Option[]) => void }) {
  const change = (labels: readonly string[]) =>
    onChange(
      labels.reduce<Option[]>(
        (all, text) => [
          ...all,
          options.find((option) => option.label === text) ?? {
            code: codeFor(
              text,
              [...options, ...all].map(({ code }) => code),
            ),
            label: text,
          },
        ],
        [],
      ),
    );
  return (
    <TagsInput
      size="xs"
      aria-label={label}
      placeholder={options.length === 0 ? 'Answers, Enter after each' : ''}
      value={options.map((option) => option.label)}
      onChange={change}
    />
  );
}

type Row = FieldOf<'grid'>['rows'][number];
type Column = FieldOf<'table'>['columns'][number];

/** Lines of a grid, each with its own answers. */
export function RowList({ rows, onChange }: { readonly rows: readonly Row[]; readonly onChange: (rows: readonly Row[]) => void }) {
  const keys = rows.map(({ key }) => key);
  return (
    <EditableList
      label="Lines"
      items={rows}
      fewest={1}
      add={{
        label: 'Another line',
        make: (): Row => ({ key: codeFor('line', keys), label: 'New line', options: rows.at(-1)?.options ?? [{ code: 'as-expected', label: 'as expected' }] }),
      }}
      onChange={onChange}
      row={(row, change, name) => (
        <Stack gap={2} flex={1}>
          <TextInput size="xs" aria-label={name} value={row.label} onChange={(event) => change({ ...row, label: event.currentTarget.value })} />
          <AnswerTags label={`${name}: answers`} options={row.options} onChange={(options) => change({ ...row, options })} />
          <Checkbox
            size="xs"
            label="Asked anew each time, never filled in"
            aria-label={`${name}: asked anew each time`}
            checked={row.askedAnew ?? false}
            onChange={({ currentTarget: { checked } }) => {
              const { askedAnew: _before, ...rest } = row;
              change(checked ? { ...rest, askedAnew: true } : rest);
            }}
          />
        </Stack>
      )}
    />
  );
}

const columnTypes = [
  { value: 'text', label: 'Words' },
  { value: 'number', label: 'Number' },
  { value: 'date', label: 'Date' },
  { value: 'choice', label: 'Choice' },
];

/** Columns of a table. */
export function ColumnList({ columns, onChange }: { readonly columns: readonly Column[]; readonly onChange: (columns: readonly Column[]) => void }) {
  const keys = columns.map(({ key }) => key);
  return (
    <EditableList
      label="Columns"
      items={columns}
      fewest={1}
      add={{ label: 'Another column', make: (): Column => ({ key: codeFor('column', keys), label: 'New column', type: 'text' }) }}
      onChange={onChange}
      row={(column, change, name) => (
        <Stack gap={2} flex={1}>
          <Group gap={4} wrap="nowrap">
            <TextInput size="xs" flex={1} aria-label={name} value={column.label} onChange={(event) => change({ ...column, label: event.currentTarget.value })} />
            <NativeSelect
              size="xs"
              w={96}
              aria-label={`${name}: holds`}
              data={columnTypes}
              value={column.type}
              onChange={(event) => {
                const { options: _options, ...rest } = column;
                const type = event.currentTarget.value as Column['type'];
                change(type === 'choice' ? { ...column, type, options: column.options ?? [] } : { ...rest, type });
              }}
            />
          </Group>
          {column.type === 'choice' && <AnswerTags label={`${name}: answers`} options={column.options ?? []} onChange={(options) => change({ ...column, options })} />}
        </Stack>
      )}
    />
  );
}
