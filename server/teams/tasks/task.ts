import content from '#content/teams/task-rules.json' with { type: 'json' };

/** A task as lists show it. */
export interface Task {
  readonly id: string;
  readonly patientId: string | null;
  readonly patientName: string | null;
  readonly programId: string;
  readonly programName: string;
  readonly title: string;
  readonly details: string;
  readonly dueOn: Temporal.PlainDate;
  /** Of what cannot wait for the end of a day; null for all others. */
  readonly dueAt: Temporal.Instant | null;
  /** When the clinical directors were told that nobody took it up in time. */
  readonly escalatedAt: Temporal.Instant | null;
  /** Whether another part opens and closes it; `opens` is the page there, empty for a task that somebody gave. */
  readonly isKept: boolean;
  readonly opens: string;
  readonly finishesHere: boolean;
  readonly alertId: string | null;
  readonly forStaffId: string | null;
  readonly forName: string;
  readonly forRole: string | null;
  readonly ruleId: string | null;
  readonly madeBy: string;
  readonly doneAt: Temporal.Instant | null;
  readonly doneByName: string | null;
  readonly doneNote: string;
  readonly version: number;
  readonly isLate: boolean;
}

/** What makes a task when something happens. `kinds` are kinds of program. */
export interface TaskRule {
  readonly id: string;
  readonly on: string;
  readonly kinds: string | readonly string[];
  readonly title: string;
  readonly forRole: string;
  readonly days: number;
}

/** The rules: content/teams/task-rules.json. */
export const taskRules: readonly TaskRule[] = content.rules;
