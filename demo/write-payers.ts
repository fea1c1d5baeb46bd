import type pg from 'pg';
import type { Chance } from './random.ts';

/** Writes payers and fee schedules; answers the identifier of each payer by its key. */
export async function writePayers(_client: pg.Client, _chance: Chance): Promise<ReadonlyMap<string, string>> {
  return new Map();
}
