import type pg from 'pg';
import { castOf } from './cast.ts';
import { connectLoader } from './copy.ts';
import { payers } from './organisation.ts';
import { personOf } from './people.ts';
import { Chance } from './random.ts';
import { mrnAt, writePeople, type CastPerson } from './write-people.ts';

const inABatch = 20_000;

/** What there was already, and how far the load has come. */
export interface Progress {
  readonly done: number;
  readonly of: number;
}

async function payerIdsIn(client: pg.Client): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ id: string; electronic_id: string }>('select id, electronic_id from billing.payer');
  const keys = new Map(payers.map(({ key, electronicId }) => [electronicId as string, key as string]));
  return new Map(rows.map(({ id, electronic_id: number }) => [keys.get(number) ?? '', id]));
}

/**
 * Adds invented people to a database that holds the demo, until there are so many. For benches: people with coverage and everything
 * that search needs, without a history. Indexes of search are kept as they grow; a million takes minutes.
 */
export async function loadPeople(ownerUrl: string, total: number, tell: (progress: Progress) => void = () => undefined): Promise<void> {
  const client = await connectLoader(ownerUrl);
  try {
    const { rows } = await client.query<{ count: string }>('select count(*) from patients.patient');
    const before = Number(rows[0]?.count ?? 0);
    // The cast is told by the same seed as the demo's, so that identifiers of programs agree.
    const cast = castOf(new Chance(2026));
    const chance = new Chance(4711);
    const payerIds = await payerIdsIn(client);
    const today = Temporal.Now.plainDateISO('America/Los_Angeles');
    const registeredAt = Temporal.Now.instant().subtract({ hours: 24 * 400 });
    const seen = new Set<string>();
    await client.query('set synchronous_commit = off');
    for (let done = before; done < total; done += inABatch) {
      const people = Array.from(
        { length: Math.min(inABatch, total - done) },
        (_unused, index): CastPerson => ({ id: chance.uuid(registeredAt), mrn: mrnAt(done + index), facts: personOf(chance, today), registeredAt }),
      );
      await writePeople(client, cast, people, payerIds, seen);
      tell({ done: done + people.length, of: total });
    }
    // Never back: an organisation that was kept has people of later numbers.
    await client.query(`select setval('patients.mrn_number', greatest($1, last_value + 1), false) from patients.mrn_number`, [100_001 + total]);
    await client.query('analyze');
  } finally {
    await client.end();
  }
}
