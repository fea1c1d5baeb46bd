import type { LoopUse, SegmentUse } from '../guide/guide.ts';
import { valueAt, type Segment } from '../x12/segment.ts';

/** A segment with the use of the guide that it was recognised as. */
export interface PlacedSegment {
  readonly segment: Segment;
  readonly use: SegmentUse;
}

/** One occurrence of a loop in a file. */
export interface LoopInstance {
  readonly use: LoopUse;
  readonly parent?: LoopInstance;
  readonly segments: PlacedSegment[];
  readonly children: LoopInstance[];
}

/** The first segment of that id in the loop itself, with that first element where one is named. */
export function segmentIn(loop: LoopInstance | undefined, id: string, qualifier?: string): Segment | undefined {
  return loop?.segments.find(({ segment }) => segment.id === id && (qualifier === undefined || valueAt(segment, 1, 1) === qualifier))?.segment;
}

/** All segments of that id in the loop itself, in order. */
export function segmentsIn(loop: LoopInstance | undefined, id: string, qualifier?: string): readonly Segment[] {
  const placed = loop?.segments.filter(({ segment }) => segment.id === id) ?? [];
  return placed.map(({ segment }) => segment).filter((segment) => qualifier === undefined || valueAt(segment, 1, 1) === qualifier);
}

/** Direct children of that loop id. */
export function childrenOf(loop: LoopInstance | undefined, id: string): readonly LoopInstance[] {
  return loop?.children.filter(({ use }) => use.id === id) ?? [];
}

/** The first direct child of that loop id. */
export function childOf(loop: LoopInstance | undefined, id: string): LoopInstance | undefined {
  return loop?.children.find(({ use }) => use.id === id);
}

/** The nearest enclosing loop of that id, the loop itself included. */
export function enclosing(loop: LoopInstance, id: string): LoopInstance | undefined {
  for (let at: LoopInstance | undefined = loop; at !== undefined; at = at.parent) if (at.use.id === id) return at;
  return undefined;
}

/** Every loop of that id below a loop, in order. */
export function* loopsBelow(loop: LoopInstance, id: string): Generator<LoopInstance> {
  for (const child of loop.children) {
    if (child.use.id === id) yield child;
    yield* loopsBelow(child, id);
  }
}

/** The value of an element, or of a component, of the first such segment; empty where there is none. */
export function textIn(loop: LoopInstance | undefined, id: string, element: number, component?: number): string {
  const segment = segmentIn(loop, id);
  return segment === undefined ? '' : valueAt(segment, element, component);
}
