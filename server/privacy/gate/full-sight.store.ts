import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';

async function become(tx: Tx, programs: string, kind: string, permissions: string): Promise<void> {
  await sql`select set_config('mooring.programs', ${programs}, true), set_config('mooring.actor_kind', ${kind}, true), set_config('mooring.permissions', ${permissions}, true)`.execute(
    tx.db,
  );
}

/**
 * Lets the gate see consents, restrictions and treating links that the actor may not: what somebody cannot see binds them all the same. Nothing that it
 * reads may reach the actor but the decision. Ends with the work; on an error the settings go back as well.
 */
export async function seeingAll<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  const { rows } = await sql<{
    programs: string | null;
    kind: string | null;
    permissions: string | null;
  }>`select current_setting('mooring.programs', true) as programs, current_setting('mooring.actor_kind', true) as kind, current_setting('mooring.permissions', true) as permissions`.execute(
    tx.db,
  );
  const before = rows[0];
  const again = () => become(tx, before?.programs ?? '', before?.kind ?? '', before?.permissions ?? '');
  await become(tx, '*', 'system', '*');
  const result = await work().catch(async (error: unknown) => {
    // After a failed statement the transaction takes no more: it is rolled back, and the settings with it.
    await again().catch(() => undefined);
    throw error;
  });
  await again();
  return result;
}

/** Lets whoever releases read what would go, within their own programs: releasing takes no permission of each kind of record. */
export async function readingToRelease<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  const held = [...tx.actor.permissions].join(',');
  const more = 'chart.read,assessment.read,document.read,schedule.read,patient.read,program.read';
  const set = (permissions: string) => sql`select set_config('mooring.permissions', ${permissions}, true)`.execute(tx.db);
  if (tx.actor.kind === 'system') return work();
  await set(held ? `${held},${more}` : more);
  const result = await work().catch(async (error: unknown) => {
    await set(held).catch(() => undefined);
    throw error;
  });
  await set(held);
  return result;
}
