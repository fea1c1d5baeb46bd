import { cellsOf, textOfCells } from './answer.rules.ts';

/** A line that the chart knows. */
export interface KnownLine {
  readonly id: string;
  readonly says: string;
}

/** A line that a note pulled in and that the chart says otherwise by now; `is` is null when the chart has it no longer. */
export interface StaleLine {
  readonly id: string;
  readonly was: string;
  readonly is: string | null;
}

/** A diagnosis as a note quotes it. */
export function diagnosisLine({ code, description }: { readonly code: string; readonly description: string }): string {
  return `${code} ${description}`;
}

/** The lines of an answer that do not stand in the chart as they were pulled in. */
export function staleLines(answer: string, known: readonly KnownLine[]): StaleLine[] {
  return Object.entries(cellsOf(answer)).flatMap(([id, was]) => {
    const is = known.find((line) => line.id === id)?.says ?? null;
    return is === was ? [] : [{ id, was, is }];
  });
}

/** The answer with these lines as the chart has them now, and without those that it has no longer. Every other line stays as it is. */
export function takenOver(answer: string, lines: readonly StaleLine[]): string {
  return textOfCells({ ...cellsOf(answer), ...Object.fromEntries(lines.map(({ id, is }) => [id, is ?? ''])) });
}
