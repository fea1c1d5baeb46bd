import content from '#content/intake/checklist.json' with { type: 'json' };

/** By what it is known that a point is done. */
export type Evidence =
  | { readonly by: 'screening' | 'coverage' | 'consent' | 'allergies' | 'medicines' | 'diagnosis' | 'plan' | 'teds' | 'hand' }
  | { readonly by: 'note'; readonly templates: readonly string[] }
  | { readonly by: 'assessment'; readonly instruments: readonly string[] };

/** A point that an admission asks for. Days count from the admission; null before it. */
export interface Point {
  readonly code: string;
  readonly says: string;
  readonly when: 'before' | 'after';
  readonly withinDays: number | null;
  readonly levels: 'all' | 'substance-use' | 'around-the-clock';
  readonly evidence: Evidence;
}

/** Points of every admission, in their order: content/intake/checklist.json. */
export const commonPoints = content.items as readonly Point[];

/** By what a document of a level's standard is known; a document that is not here is written again and again and belongs to no admission. */
export const evidenceOfDocuments = content.documents as Readonly<Record<string, Evidence>>;

/** What the record holds for a stay: kinds of evidence with the day on which they came, and what was ticked by hand. */
export interface Found {
  readonly by: Evidence['by'];
  /** Template or instrument. */
  readonly code: string;
  readonly on: Temporal.PlainDate;
}

export interface Tick {
  readonly code: string;
  readonly done: boolean;
  readonly on: Temporal.PlainDate;
  readonly note: string;
  readonly byName: string;
}

/** A point as it stands. */
export interface Standing {
  readonly code: string;
  readonly says: string;
  readonly when: 'before' | 'after';
  readonly dueOn: Temporal.PlainDate | null;
  /** Hidden: the reader may not see the evidence. */
  readonly state: 'done' | 'missing' | 'overdue' | 'hidden';
  readonly doneOn: Temporal.PlainDate | null;
  readonly byHand: boolean;
  readonly note: string;
  readonly doneBy: string | null;
}
