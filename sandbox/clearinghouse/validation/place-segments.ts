import type { Guide, LoopUse, SegmentUse } from '../guide/guide.ts';
import { valueAt, type Segment } from '../x12/segment.ts';
import { finding, type Finding } from './finding.ts';
import type { LoopInstance } from './loop-instance.ts';

/** A loop being filled: how far along its segments and children the file has come. */
interface Open extends LoopInstance {
  readonly parent?: Open;
  segmentOrder: number;
  /** Index of the child loop last opened; -1 while still among its own segments. */
  childOrder: number;
}

type Match = { readonly in: Open } & ({ readonly kind: 'segment'; readonly use: SegmentUse } | { readonly kind: 'loop'; readonly use: LoopUse; readonly index: number });

function fits(use: SegmentUse, segment: Segment): boolean {
  return (
    use.id === segment.id &&
    use.elements.every(({ isKey, codes, element, component }) => !isKey || codes === undefined || codes.includes(valueAt(segment, element, component)))
  );
}

function opens(use: LoopUse, segment: Segment): boolean {
  const [first] = use.segments;
  return first !== undefined && fits(first, segment);
}

function matchAhead(loop: Open, segment: Segment): Match | undefined {
  if (loop.childOrder < 0) {
    // The segment that opens a loop opens the next one; it never stands twice in the same.
    const mayOpen = loop.segments.length === 0;
    const use = loop.use.segments.find((one, place) => (place > 0 || mayOpen) && one.order >= loop.segmentOrder && fits(one, segment));
    if (use !== undefined) return { in: loop, kind: 'segment', use };
  }
  const index = loop.use.children.findIndex((child, at) => at >= loop.childOrder && opens(child, segment));
  const use = loop.use.children[index];
  return use === undefined ? undefined : { in: loop, kind: 'loop', use, index };
}

function matchBehind(loop: Open, segment: Segment): Match | undefined {
  const use = loop.use.segments.find((one) => fits(one, segment));
  if (use !== undefined && use !== loop.use.segments[0]) return { in: loop, kind: 'segment', use };
  const index = loop.use.children.findIndex((child) => opens(child, segment));
  const child = loop.use.children[index];
  return child === undefined ? undefined : { in: loop, kind: 'loop', use: child, index };
}

function upwards(from: Open, match: (loop: Open) => Match | undefined): Match | undefined {
  for (let at: Open | undefined = from; at !== undefined; at = at.parent) {
    const found = match(at);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Walks a transaction set along the guide: which loop each segment is in, what is out of place, missing or too often. */
export class Placement {
  readonly findings: Finding[] = [];
  readonly root: LoopInstance;
  private readonly guide: Guide;
  private at: Open;

  constructor(guide: Guide) {
    this.guide = guide;
    this.at = { use: guide.root, segments: [], children: [], segmentOrder: 0, childOrder: -1 };
    this.root = this.at;
  }

  place(segment: Segment): void {
    const ahead = upwards(this.at, (loop) => matchAhead(loop, segment));
    if (ahead !== undefined) return this.accept(ahead, segment);
    const behind = upwards(this.at, (loop) => matchBehind(loop, segment));
    if (behind === undefined) return this.refuse(segment);
    this.findings.push(
      finding('segment.out-of-sequence', `${segment.id} comes too late: its place in ${nameOf(behind.in.use)} is before what stands here.`, { segment, in: this.at }),
    );
    this.accept(behind, segment);
  }

  /** Closes every loop still open and answers the findings. */
  finish(): readonly Finding[] {
    this.closeUpTo(undefined);
    return this.findings;
  }

  private accept(match: Match, segment: Segment): void {
    this.closeUpTo(match.in);
    if (match.kind === 'segment') this.fill(match.in, match.use, segment);
    else this.open(match.in, match, segment);
  }

  private fill(loop: Open, use: SegmentUse, segment: Segment): void {
    const sofar = loop.segments.filter((placed) => placed.use === use).length;
    if (sofar >= use.most)
      this.findings.push(finding('segment.too-many', `${describe(segment)} may stand ${times(use.most)} in ${nameOf(loop.use)}.`, { segment, in: loop }));
    loop.segments.push({ segment, use });
    loop.segmentOrder = Math.max(loop.segmentOrder, use.order);
  }

  private open(parent: Open, { use, index }: { readonly use: LoopUse; readonly index: number }, segment: Segment): void {
    const [first] = use.segments;
    if (first === undefined) return;
    const child: Open = { use, parent, segments: [{ segment, use: first }], children: [], segmentOrder: 0, childOrder: -1 };
    parent.children.push(child);
    parent.childOrder = Math.max(parent.childOrder, index);
    this.at = child;
    if (use.most !== Infinity && parent.children.filter((one) => one.use === use).length > use.most) {
      this.findings.push(finding('loop.too-many', `${nameOf(use)} may stand ${times(use.most)} in ${nameOf(parent.use)}.`, { segment, in: child }));
    }
  }

  private refuse(segment: Segment): void {
    if (!this.guide.segments.has(segment.id)) {
      this.findings.push(finding('segment.unknown', `"${segment.id}" is no segment of this transaction.`, { segment, in: this.at }));
      return;
    }
    const isOtherUse = this.at.use.segments.some(({ id }) => id === segment.id);
    const code = isOtherUse ? 'segment.not-used' : 'segment.unexpected';
    this.findings.push(finding(code, `${describe(segment)} has no place in ${nameOf(this.at.use)} or what may follow it.`, { segment, in: this.at }));
  }

  private closeUpTo(loop: Open | undefined): void {
    while (this.at !== loop) {
      this.close(this.at);
      if (this.at.parent === undefined) return;
      this.at = this.at.parent;
    }
  }

  private close(loop: Open): void {
    const segment = loop.segments[0]?.segment;
    const place = { in: loop, ...(segment !== undefined && { segment }) };
    for (const use of loop.use.segments) {
      if (use.required && !loop.segments.some((placed) => placed.use === use))
        this.findings.push(finding('segment.missing', `${nameOf(loop.use)} lacks ${expected(use)}.`, place));
    }
    for (const child of loop.use.children) {
      if (child.required && !loop.children.some(({ use }) => use === child))
        this.findings.push(finding('loop.missing', `${nameOf(loop.use)} lacks ${nameOf(child)}.`, place));
    }
  }
}

function nameOf(use: LoopUse): string {
  return use.name === '' ? `loop ${use.id}` : `loop ${use.id} (${use.name})`;
}

function times(most: number): string {
  return most === 1 ? 'once' : `${most} times`;
}

function describe(segment: Segment): string {
  return [segment.id, valueAt(segment, 1, 1)].filter(Boolean).join('*');
}

function expected(use: SegmentUse): string {
  const key = use.elements.find(({ isKey }) => isKey);
  return key?.codes === undefined ? use.id : `${use.id}*${key.codes.join(' or ')}`;
}
