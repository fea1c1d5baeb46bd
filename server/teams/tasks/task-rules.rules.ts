import type { TaskRule } from './task.ts';

/** A task that a rule asks for. */
export interface WishedTask {
  readonly ruleId: string;
  readonly title: string;
  readonly forRole: string;
  readonly dueOn: Temporal.PlainDate;
}

/** What the rules ask for when something happens in a kind of program on a day. */
export function tasksAskedFor(rules: readonly TaskRule[], event: string, programKind: string, on: Temporal.PlainDate): WishedTask[] {
  return rules
    .filter((rule) => rule.on === event && (rule.kinds === 'all' || rule.kinds.includes(programKind)))
    .map(({ id, title, forRole, days }) => ({ ruleId: id, title, forRole, dueOn: on.add({ days }) }));
}
