import { Button, Chip, Group, Stack, Text, TextInput } from '@mantine/core';
import { cellsOf, openRows, textOfCells, withCell, type FieldOf } from '#server/charting/templates/templates.contract.ts';
import { FieldGroup } from './field-group.tsx';
import type { FieldProps } from './field-props.ts';

type Row = FieldOf<'grid'>['rows'][number];

function picked(row: Row, cells: Readonly<Record<string, string>>): string[] {
  return row.options.filter(({ code }) => cells[`${row.key}.${code}`] === '1').map(({ code }) => code);
}

interface GridRowProps {
  readonly row: Row;
  /** The line at which the cursor goes on. */
  readonly isNext: boolean;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

function GridRow({ row, isNext, value, onChange }: GridRowProps) {
  const cells = cellsOf(value);
  const pick = (codes: readonly string[]) => {
    const others = Object.entries(cells).filter(([name]) => !row.options.some(({ code }) => name === `${row.key}.${code}`));
    onChange(textOfCells({ ...Object.fromEntries(others), ...Object.fromEntries(codes.map((code) => [`${row.key}.${code}`, '1'])) }));
  };
  const isTouched = picked(row, cells).length > 0 || cells[`t:${row.key}`];
  return (
    <Group
      gap="xs"
      align="flex-start"
      wrap="wrap"
      role="group"
      aria-label={row.label}
      style={{ borderTop: '1px solid var(--mantine-color-default-border)', paddingTop: 6 }}
    >
      <Text size="sm" w={190} pt={2}>
        {row.label}
        {row.required && <span aria-hidden> *</span>}
      </Text>
      <Group gap={4} flex={1} miw={260}>
        <Chip.Group multiple value={picked(row, cells)} onChange={pick}>
          {row.options.map(({ code, label }, place) => (
            <Chip key={code} value={code} size="xs" data-next={(isNext && place === 0) || undefined}>
              {label}
            </Chip>
          ))}
        </Chip.Group>
        {isTouched && (
          <TextInput
            size="xs"
            flex={1}
            miw={140}
            aria-label={`${row.label}: in words`}
            placeholder="In words"
            value={cells[`t:${row.key}`] ?? ''}
            onChange={(event) => onChange(withCell(value, `t:${row.key}`, event.currentTarget.value))}
          />
        )}
      </Group>
    </Group>
  );
}

/** Line by line what was found. "As expected" fills only lines that nobody answered and that may be filled together; each stays open to change. */
export function GridField({ field, value, error, onChange }: FieldProps<'grid'>) {
  const cells = cellsOf(value);
  const open = openRows(field, value);
  const next = field.rows.find((row) => row.required && picked(row, cells).length === 0 && !cells[`t:${row.key}`]);
  const fill = () => onChange(textOfCells({ ...cells, ...Object.fromEntries(open.map((row) => [`${row.key}.${row.options[0]?.code ?? ''}`, '1'])) }));
  return (
    <FieldGroup field={field} error={error}>
      <Stack gap={6} mt={6}>
        <Group>
          <Button size="compact-sm" variant="default" data-disabled={open.length === 0 || undefined} aria-disabled={open.length === 0} onClick={fill}>
            As expected for the {open.length} open lines
          </Button>
        </Group>
        {field.rows.map((row) => (
          <GridRow key={row.key} row={row} isNext={open.length === 0 && row === next} value={value} onChange={onChange} />
        ))}
      </Stack>
    </FieldGroup>
  );
}
