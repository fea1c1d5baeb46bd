/** What a task is kept for: the part that keeps it, and the record there. Of each there is one open task at a time. */
export interface Matter {
  readonly keptBy: 'critical-result' | 'review-finding';
  readonly keptId: string;
}

/** A task that another part opens and closes. */
export interface KeptTask extends Matter {
  readonly patientId: string;
  readonly programId: string;
  readonly title: string;
  readonly details: string;
  /** A colleague, or everybody with a role in the program. */
  readonly isFor: { readonly staffId: string } | { readonly role: string };
  readonly dueOn: Temporal.PlainDate;
  /** The clock of what cannot wait for the end of that day. */
  readonly dueAt: Temporal.Instant | null;
  /** The page on which it is worked. */
  readonly opens: string;
  /** Whether it may be called done among the tasks. */
  readonly finishesHere: boolean;
  /** Whether nobody sees it but whom it is for, who gave it and who reviews charts. */
  readonly isPrivate: boolean;
  /** Words that stand on the chart while it is open, for everybody who meets the person: nothing clinical. */
  readonly warns: string | null;
}
