import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellsOf, textOfCells } from './answer.rules.ts';
import { staleLines, takenOver } from './pulled.rules.ts';

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const lines = fc.uniqueArray(fc.record({ id, says: fc.constantFrom('Sertraline 50 mg', 'Sertraline 100 mg', 'Lithium 300 mg') }), { selector: (line) => line.id });

test('what changed since is named and nothing else, and taking a line over changes that line alone', () => {
  fc.assert(
    fc.property(lines, lines, fc.subarray(['a', 'b', 'c', 'd', 'e']), (pulled, known, chosen) => {
      const answer = textOfCells(Object.fromEntries(pulled.map((line) => [line.id, line.says])));
      const stale = staleLines(answer, known);
      const same = pulled.filter((line) => known.some((now) => now.id === line.id && now.says === line.says)).map((line) => line.id);
      expect(stale.map((line) => line.id).toSorted()).toEqual(
        pulled
          .map((line) => line.id)
          .filter((one) => !same.includes(one))
          .toSorted(),
      );
      const taken = stale.filter((line) => chosen.includes(line.id));
      const after = takenOver(answer, taken);
      expect(staleLines(after, known)).toEqual(stale.filter((line) => !taken.includes(line)));
      for (const [one, says] of Object.entries(cellsOf(answer))) if (!taken.some((line) => line.id === one)) expect(cellsOf(after)[one]).toBe(says);
    }),
  );
});
