import type { Purpose } from './actor.ts';
import type { Tx } from './tx.ts';

/** What an action needs beyond its name. */
export interface ActionOptions {
  /** The purpose of use when the route does not say; TREAT by default. */
  readonly purpose?: Purpose;
  /** `none` for acts without anybody's data (health, sign-in page); they leave no audit entry unless they touch something. */
  readonly audit?: 'always' | 'touched';
  /** The word in the audit; `done` unless said otherwise. */
  readonly outcome?: 'done' | 'denied' | 'failed';
}

/** One verb: runs in one transaction, leaves one audit entry. */
export interface Action<Input, Output> {
  readonly name: string;
  readonly options: ActionOptions;
  /** Runs inside a transaction that another action opened; touches and events join that one's. */
  within(tx: Tx, input: Input): Promise<Output>;
}

/** Makes a verb of a handler. The name is the word in the audit: `note.sign`. */
export function action<Input, Output>(name: string, handler: (tx: Tx, input: Input) => Promise<Output>, options: ActionOptions = {}): Action<Input, Output> {
  return { name, options, within: handler };
}
