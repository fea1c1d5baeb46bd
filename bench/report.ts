import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Row } from './measure.ts';

const shown = (value: number | null) => (value === null ? '' : String(value));

/** The rows as a table for people. */
export function table(rows: readonly Row[]): string {
  const cells = [
    ['what', 'value', 'unit', 'limit', 'ratio', 'target', ''],
    ...rows.map((r) => [r.name, shown(r.value), r.unit, shown(r.limit), shown(r.ratio), shown(r.target), r.target !== null && r.value > r.target ? 'over' : '']),
  ];
  const widths = cells[0]?.map((_unused, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0))) ?? [];
  return cells.map((line) => line.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ')).join('\n');
}

/** Writes `bench/results.json` as `{ rows: [{ name, value, unit, limit, ratio }] }`. */
export async function writeResults(rows: readonly Row[]): Promise<string> {
  const file = join(import.meta.dirname, 'results.json');
  await mkdir(import.meta.dirname, { recursive: true });
  await writeFile(file, `${JSON.stringify({ rows }, null, 2)}\n`);
  return file;
}
