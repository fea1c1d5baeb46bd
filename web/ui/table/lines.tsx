import { Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { placeOf } from '../format/address.ts';
import classes from './lines.module.css';

/** One column: its words, and what stands in it. The first column names the row. */
export interface Column<Row> {
  readonly label: string;
  readonly cell: (row: Row) => ReactNode;
  readonly align?: 'right';
  /** Left out on a phone, where each row becomes a card. */
  readonly wide?: boolean;
}

interface LinesProps<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  /** Where the row leads: its first cell becomes the link. */
  readonly to?: (row: Row) => string;
  readonly onOpen?: (row: Row) => void;
  /** Rows that want attention or are over. */
  readonly tone?: (row: Row) => 'attention' | 'past' | undefined;
}

function Cell<Row>({
  row,
  column,
  isFirst,
  to,
  onOpen,
}: { readonly row: Row; readonly column: Column<Row>; readonly isFirst: boolean } & Pick<LinesProps<Row>, 'to' | 'onOpen'>) {
  const content = column.cell(row);
  if (!isFirst) return content;
  if (to)
    return (
      <Link {...placeOf(to(row))} className={classes.open}>
        {content}
      </Link>
    );
  if (onOpen)
    return (
      <button type="button" className={classes.open} onClick={() => onOpen(row)}>
        {content}
      </button>
    );
  return content;
}

/** A dense table for scanning; on a phone each row is a card with its labels. */
export function Lines<Row>({ label, rows, columns, keyOf, to, onOpen, tone }: LinesProps<Row>) {
  return (
    <Table className={classes.lines} aria-label={label} data-opens={to || onOpen ? true : undefined}>
      <Table.Thead>
        <Table.Tr>
          {columns.map((column) => (
            <Table.Th key={column.label} ta={column.align ?? 'left'} data-wide={column.wide}>
              {column.label}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={keyOf(row)} data-tone={tone?.(row)}>
            {columns.map((column, index) => (
              <Table.Td key={column.label} ta={column.align ?? 'left'} data-label={column.label} data-wide={column.wide} data-first={index === 0 || undefined}>
                <Cell row={row} column={column} isFirst={index === 0} to={to} onOpen={onOpen} />
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
