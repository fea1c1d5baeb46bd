import content from '#content/intake/checklist.json' with { type: 'json' };

/** By what it is known that a point is done. */
export type Evidence =
  | { readonly by: 'screening' | 'coverage' | 'consent' | 'allergies' | 'medicines' | 'orders' | 'diagnosis' | 'plan' | 'teds' | 'hand' }
  /** Looked up with the payer at most so many days before the admission, or before today while nobody is admitted. */
  | { readonly by: 'verification'; readonly freshDays: number }
  | { readonly by: 'document'; readonly categories: readonly string[] }
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
  /** Template, instrument or category. */
  readonly code: string;
  /** What it is, where it opens by itself. */
  readonly id: string | null;
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
  /** Only a person can say so: the record shows it nowhere. */
  readonly byHand: boolean;
  /** The record shows it by itself, and nobody had to tick it. */
  readonly isFound: boolean;
  /** Where in the app the evidence is, or comes to be. */
  readonly opens: string | null;
  readonly note: string;
  readonly doneBy: string | null;
}
