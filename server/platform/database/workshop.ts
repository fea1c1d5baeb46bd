import type { Config } from '../config/config.ts';
import type { Subscriptions } from '../jobs/subscriptions.ts';
import type { Clock } from '../time/clock.ts';
import type { Database } from './database.ts';

/** What opens transactions: the parts of one running server. */
export interface Workshop {
  readonly config: Config;
  readonly database: Database;
  readonly clock: Clock;
  readonly subscriptions: Subscriptions;
}
