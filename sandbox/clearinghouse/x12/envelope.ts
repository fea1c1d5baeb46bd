import type { Segment } from './segment.ts';
import { piecesOf } from './tokenize.ts';

/** ST to SE. `segments` holds both; without an SE the set was cut off. */
export interface TransactionSet {
  readonly st: Segment;
  readonly segments: Segment[];
  se?: Segment;
}

/** GS to GE with its transaction sets. */
export interface Group {
  readonly gs: Segment;
  readonly sets: TransactionSet[];
  ge?: Segment;
}

/** ISA to IEA with its groups, and the segments that stood outside any group or set. */
export interface Interchange {
  readonly isa: Segment;
  readonly groups: Group[];
  readonly strays: Segment[];
  iea?: Segment;
}

/** A whole file: its interchanges, and what was not X12. */
export interface X12File {
  readonly interchanges: readonly Interchange[];
  readonly broken?: { readonly kind: 'not-x12' | 'cut-off'; readonly text: string };
}

class Nesting {
  readonly interchanges: Interchange[] = [];
  private group: Group | undefined;
  private set: TransactionSet | undefined;

  take(segment: Segment): void {
    const interchange = this.interchanges.at(-1);
    if (segment.id === 'ISA' || interchange === undefined) this.open(segment);
    else if (segment.id === 'IEA') this.close(interchange, segment);
    else if (segment.id === 'GS') interchange.groups.push((this.group = { gs: segment, sets: [] }));
    else if (segment.id === 'GE' && this.group !== undefined) this.closeGroup(this.group, segment);
    else this.inside(interchange, segment);
  }

  private open(isa: Segment): void {
    this.interchanges.push({ isa, groups: [], strays: [] });
    this.group = undefined;
    this.set = undefined;
  }

  private close(interchange: Interchange, iea: Segment): void {
    interchange.iea = iea;
    this.group = undefined;
    this.set = undefined;
  }

  private closeGroup(group: Group, ge: Segment): void {
    group.ge = ge;
    this.group = undefined;
    this.set = undefined;
  }

  private inside(interchange: Interchange, segment: Segment): void {
    if (segment.id === 'ST' && this.group !== undefined) {
      this.set = { st: segment, segments: [] };
      this.group.sets.push(this.set);
    }
    if (this.set === undefined) interchange.strays.push(segment);
    else this.set.segments.push(segment);
    if (segment.id === 'SE' && this.set !== undefined) {
      this.set.se = segment;
      this.set = undefined;
    }
  }
}

/** Sorts the segments of a file into interchanges, groups and sets, without judging them. */
export function readEnvelopes(text: string): X12File {
  const nesting = new Nesting();
  for (const piece of piecesOf(text)) {
    if (piece.kind !== 'segment') return { interchanges: nesting.interchanges, broken: piece };
    nesting.take(piece.segment);
  }
  return { interchanges: nesting.interchanges };
}
