import { ActionIcon, Button, Group, NativeSelect, ScrollArea, Table, TextInput } from '@mantine/core';
import { useState } from 'react';
import { cellsOf, rowsOf, textOfCells, withCell, type FieldOf } from '#server/charting/templates/templates.contract.ts';
import { FieldGroup } from './field-group.tsx';
import type { FieldProps } from './field-props.ts';

type Column = FieldOf<'table'>['columns'][number];

function cellName(row: string, { key, type }: Column): string {
  return `${type === 'text' ? 't:' : ''}${row}.${key}`;
}

// Rows are ordered by name: a later row sorts after an earlier one, and two devices never begin the same row.
function newRow(): string {
  return `r${Date.now().toString(36)}${Math.floor(Math.random() * 1296)
    .toString(36)
    .padStart(2, '0')}`;
}

function Cell({
  column,
  name,
  label,
  value,
  onChange,
}: {
  readonly column: Column;
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}) {
  const held = cellsOf(value)[name] ?? '';
  const change = (text: string) => onChange(withCell(value, name, text));
  if (column.type === 'choice') {
    const data = [{ value: '', label: '' }, ...(column.options ?? []).map((option) => ({ value: option.code, label: option.label }))];
    return <NativeSelect size="xs" aria-label={label} data={data} value={held} onChange={(event) => change(event.currentTarget.value)} />;
  }
  return (
    <TextInput
      size="xs"
      aria-label={label}
      type={column.type === 'date' ? 'date' : 'text'}
      inputMode={column.type === 'number' ? 'decimal' : undefined}
      value={held}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}

/** Lines of a table: as many as are needed, each cell kept as it is typed. */
export function TableField({ field, value, error, onChange }: FieldProps<'table'>) {
  const [begun, setBegun] = useState(() => newRow());
  const kept = rowsOf(cellsOf(value));
  const rows = kept.includes(begun) ? kept : [...kept, begun];
  const remove = (row: string) =>
    onChange(textOfCells(Object.fromEntries(Object.entries(cellsOf(value)).filter(([name]) => !name.replace(/^t:/, '').startsWith(`${row}.`)))));
  return (
    <FieldGroup field={field} error={error} role="none">
      <ScrollArea type="auto" mt={6}>
        <Table withTableBorder aria-label={field.label} miw={field.columns.length * 130} verticalSpacing={4} horizontalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              {field.columns.map(({ key, label }) => (
                <Table.Th key={key}>{label}</Table.Th>
              ))}
              <Table.Th aria-label="Remove" w={40} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row, place) => (
              <Table.Tr key={row}>
                {field.columns.map((column) => (
                  <Table.Td key={column.key}>
                    <Cell column={column} name={cellName(row, column)} label={`${column.label}, line ${place + 1}`} value={value} onChange={onChange} />
                  </Table.Td>
                ))}
                <Table.Td>
                  {kept.includes(row) && (
                    <ActionIcon variant="subtle" color="gray" aria-label={`Remove line ${place + 1}`} onClick={() => remove(row)}>
                      ×
                    </ActionIcon>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea>
      <Group mt={6}>
        <Button size="compact-xs" variant="default" disabled={!kept.includes(begun)} onClick={() => setBegun(newRow())}>
          Another line
        </Button>
      </Group>
    </FieldGroup>
  );
}
