import content from '#content/stays/reviews.json' with { type: 'json' };

/** Who is reviewed, as the clocks see the stay. */
export interface ReviewFacts {
  readonly admittedOn: Temporal.PlainDate;
  readonly lastReviewOn: Temporal.PlainDate | null;
  /** Null: the program asks for no review of its own. */
  readonly reviewDays: number | null;
  /** The last day that a payer has approved; null without an authorization. */
  readonly authorizedThrough: Temporal.PlainDate | null;
}

/** What is due first, and why. */
export interface Due {
  readonly reviewDueOn: Temporal.PlainDate | null;
  readonly payerDueOn: Temporal.PlainDate | null;
  readonly dueOn: Temporal.PlainDate;
  readonly because: 'program' | 'payer';
  readonly state: 'later' | 'soon' | 'overdue';
}

/** Notes that count as a review, who reviews, and days of warning: content/stays/reviews.json. */
export const reviewContent = content;
