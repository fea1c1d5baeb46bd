import { valueAt, type Segment } from '../x12/segment.ts';
import { finding, type Finding } from './finding.ts';
import { childrenOf, segmentIn, type LoopInstance } from './loop-instance.ts';

const levels: ReadonlyMap<string, readonly string[]> = new Map([
  ['2000A', ['2000B']],
  ['2000B', ['2000C']],
  ['2000C', []],
]);

function* wrongLevel(loop: LoopInstance, hl: Segment, below: readonly string[]): Generator<Finding> {
  const place = { segment: hl, in: loop };
  const parent = valueAt(hl, 2);
  const above = loop.parent === undefined ? undefined : segmentIn(loop.parent, 'HL');
  const expected = above === undefined ? '' : valueAt(above, 1);
  if (parent !== expected) yield finding('hierarchy.parent', `HL02 is "${parent}"; the level around it is "${expected}".`, { ...place, element: 2, value: parent });
  const hasChildren = below.some((id) => childrenOf(loop, id).length > 0);
  if ((valueAt(hl, 4) === '1') !== hasChildren) {
    yield finding(
      'hierarchy.children',
      hasChildren ? 'HL04 says that nothing follows below, but a level follows.' : 'HL04 says that a level follows below, but none does.',
      { ...place, element: 4, value: valueAt(hl, 4) },
    );
  }
}

/** HL numbers count from 1 without a gap, name the level around them, and say truly whether a level follows below. */
export function* wrongHierarchy(loops: Iterable<LoopInstance>): Generator<Finding> {
  let expected = 0;
  for (const loop of loops) {
    const below = levels.get(loop.use.id);
    const hl = below === undefined ? undefined : segmentIn(loop, 'HL');
    if (below === undefined || hl === undefined) continue;
    expected += 1;
    if (valueAt(hl, 1) !== String(expected))
      yield finding('hierarchy.number', `HL01 is "${valueAt(hl, 1)}"; the next number is ${expected}.`, { segment: hl, element: 1, value: valueAt(hl, 1), in: loop });
    yield* wrongLevel(loop, hl, below);
  }
}
