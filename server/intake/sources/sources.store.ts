import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import type { KeepSource, Sources } from './sources.contract.ts';

/** Sources by name, each with the calls, referrals and admissions that the actor may see. */
export async function sourcesWithFigures(tx: Tx): Promise<Sources['items']> {
  const { rows } = await sql<
    Sources['items'][number]
  >`select s.id, s.name, s.kind, s.phone, s.active, count(c.id)::integer as calls, count(c.episode_id)::integer as referrals,
      count(stay.id)::integer as admissions
    from intake.source s left join intake.call c on c.source_id = s.id left join programs.stay stay on stay.id = c.episode_id
    group by s.id order by s.name`.execute(tx.db);
  return rows;
}

/** Whether another source bears that name. */
export async function isNameTaken(tx: Tx, name: string, except: string): Promise<boolean> {
  const { rows } = await sql`select from intake.source where name = ${name} and id <> ${except}`.execute(tx.db);
  return rows.length > 0;
}

/** Adds a source or changes it. */
export async function writeSource(tx: Tx, id: string, to: KeepSource): Promise<void> {
  await sql`insert into intake.source (id, name, kind, phone, active, added_at, added_by)
    values (${id}, ${to.name}, ${to.kind}, ${to.phone ?? null}, ${to.active}, ${tx.now}, ${tx.actor.id}::uuid)
    on conflict (id) do update set name = excluded.name, kind = excluded.kind, phone = excluded.phone, active = excluded.active`.execute(tx.db);
}
