import fc from 'fast-check';
import { expect, test } from 'vitest';
import { merged, obstaclesToMerge, obstaclesToUndo, repointings, unmerged, type RecordPointer, type Repointing } from './merge.rules.ts';
import { programsToLearn } from './reach.rules.ts';

interface Done {
  readonly survivorId: string;
  readonly repointed: readonly Repointing[];
  readonly before: readonly RecordPointer[];
}

const ids = ['a', 'b', 'c', 'd', 'e'];
const alone: RecordPointer[] = ids.map((id) => ({ id, mergedInto: null }));
const attempts = fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)), { maxLength: 12 });

function pointer(records: readonly RecordPointer[], id: string): RecordPointer {
  return records.find((record) => record.id === id) ?? { id, mergedInto: null };
}

/** Tries the merges one after the other; those that a rule refuses do not happen. */
function play(pairs: readonly (readonly [string, string])[]): { records: readonly RecordPointer[]; done: readonly Done[] } {
  let records: readonly RecordPointer[] = alone;
  const done: Done[] = [];
  for (const [survivorId, duplicateId] of pairs) {
    if (obstaclesToMerge(pointer(records, survivorId), pointer(records, duplicateId)).length > 0) continue;
    const repointed = repointings(duplicateId, records);
    done.push({ survivorId, repointed, before: records });
    records = merged(survivorId, repointed, records);
  }
  return { records, done };
}

test('however often people are merged, every record points to someone who stands for themself', () => {
  fc.assert(
    fc.property(attempts, (pairs) => {
      const { records } = play(pairs);
      for (const { mergedInto } of records) if (mergedInto !== null) expect(pointer(records, mergedInto).mergedInto).toBeNull();
    }),
  );
});

test('undoing merges from the last to the first restores every record exactly', () => {
  fc.assert(
    fc.property(attempts, (pairs) => {
      let { records, done } = play(pairs);
      for (const one of done.toReversed()) {
        expect(obstaclesToUndo({ ...one, isUndone: false }, records)).toEqual([]);
        records = unmerged(one.repointed, records);
        expect(records).toEqual(one.before);
      }
      expect(records).toEqual(alone);
    }),
  );
});

test('a merge on which a later one builds cannot be undone before it', () => {
  const { records, done } = play([
    ['a', 'b'],
    ['c', 'a'],
  ]);
  const [first] = done;
  expect(first && obstaclesToUndo({ ...first, isUndone: false }, records)).toMatchObject([{ code: 'merge.built-on' }]);
});

test('undoing in any order that the rule allows leaves no chain', () => {
  fc.assert(
    fc.property(attempts, fc.array(fc.nat(), { maxLength: 12 }), (pairs, order) => {
      let { records, done } = play(pairs);
      const left = [...done];
      for (const pick of order) {
        const one = left[pick % Math.max(1, left.length)];
        if (!one || obstaclesToUndo({ ...one, isUndone: false }, records).length > 0) continue;
        records = unmerged(one.repointed, records);
        left.splice(left.indexOf(one), 1);
      }
      for (const { mergedInto } of records) if (mergedInto !== null) expect(pointer(records, mergedInto).mergedInto).toBeNull();
    }),
  );
});

test('nobody is merged with themself, and a merge is undone once', () => {
  expect(obstaclesToMerge(pointer(alone, 'a'), pointer(alone, 'a'))).toMatchObject([{ code: 'merge.same-person' }]);
  expect(obstaclesToUndo({ survivorId: 'a', repointed: [], isUndone: true }, alone)).toMatchObject([{ code: 'merge.already-undone' }]);
});

test('the survivor becomes known to the programs of the others, and to those only', () => {
  expect(
    programsToLearn(
      ['otp'],
      [
        ['otp', 'iop'],
        ['iop', 'php'],
      ],
    ),
  ).toEqual(['iop', 'php']);
  expect(programsToLearn(['otp', 'iop'], [['otp']])).toEqual([]);
});
