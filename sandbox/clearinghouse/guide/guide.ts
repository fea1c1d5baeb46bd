/** How one element or component may be filled in one use of a segment. */
export interface ElementUse {
  readonly element: number;
  readonly component?: number;
  readonly required: boolean;
  /** Tells this use of the segment from others with the same id. */
  readonly isKey: boolean;
  readonly codes?: readonly string[];
  /** A format of `formats.ts`. */
  readonly format?: string;
  readonly longest?: number;
}

/** One use of a segment inside a loop. `order` is shared by uses of one id that stand together: they may come in any order. */
export interface SegmentUse {
  readonly id: string;
  readonly required: boolean;
  readonly most: number;
  readonly order: number;
  readonly elements: readonly ElementUse[];
}

/** A loop of the guide. `children` come after all its own segments, in this order. */
export interface LoopUse {
  readonly id: string;
  readonly name: string;
  readonly required: boolean;
  readonly most: number;
  readonly segments: readonly SegmentUse[];
  readonly children: LoopUse[];
}

/** A condition between positions, as in P0809. */
export interface Relation {
  readonly kind: string;
  readonly positions: readonly number[];
}

/** A segment or composite of the standard: data element numbers by position, undefined where the transaction never fills it. */
export interface SegmentShape {
  readonly elements: readonly (string | undefined)[];
  readonly relations: readonly Relation[];
}

/** Type and length of a data element. */
export interface DataElement {
  readonly type: string;
  readonly shortest: number;
  readonly longest: number;
}

/** The whole guide: dictionaries and the tree of loops. */
export interface Guide {
  readonly elements: ReadonlyMap<string, DataElement>;
  readonly segments: ReadonlyMap<string, SegmentShape>;
  readonly root: LoopUse;
}
