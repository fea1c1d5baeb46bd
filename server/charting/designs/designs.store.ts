import { sql } from 'kysely';
import { within, type Tx } from '#server/platform/index.ts';
import type { ChartingTables } from '../charting-tables.ts';
import type { KeepDesign } from './designs.contract.ts';

/** A form on the drawing board. */
export interface KeptDesign {
  readonly code: string;
  readonly name: string;
  readonly form: KeepDesign['form'];
  readonly basedOn: number | null;
  readonly version: number;
  readonly changedAt: Temporal.Instant;
  readonly changedBy: string;
}

const columns = sql`d.code, d.name, d.form, d.based_on, d.version, d.changed_at, coalesce(s.display_name, '') as changed_by`;

/** All that is being designed, the latest first. */
export async function designs(tx: Tx): Promise<readonly KeptDesign[]> {
  const { rows } = await sql<KeptDesign>`select ${columns} from charting.template_design d left join identity.staff_name s on s.id = d.changed_by
    order by d.changed_at desc, d.code`.execute(tx.db);
  return rows;
}

/** One of them. */
export async function designByCode(tx: Tx, code: string): Promise<KeptDesign | undefined> {
  const { rows } = await sql<KeptDesign>`select ${columns} from charting.template_design d left join identity.staff_name s on s.id = d.changed_by
    where d.code = ${code}`.execute(tx.db);
  return rows[0];
}

/** Keeps a design if it still stands as its writer saw it; false when somebody else changed it since. */
export async function writeDesign(tx: Tx, design: { code: string; name: string; form: object; basedOn: number | null; seen: number; by: string }): Promise<boolean> {
  const { code, name, form, basedOn, seen, by } = design;
  const row = { code, name, form: JSON.stringify(form), basedOn, version: seen + 1, changedAt: tx.now, changedBy: by };
  const written =
    seen === 0
      ? await within<ChartingTables>(tx)
          .insertInto('charting.templateDesign')
          .values(row)
          .onConflict((conflict) => conflict.column('code').doNothing())
          .executeTakeFirst()
          .then((result) => result.numInsertedOrUpdatedRows)
      : await within<ChartingTables>(tx)
          .updateTable('charting.templateDesign')
          .set(row)
          .where('code', '=', code)
          .where('version', '=', seen)
          .executeTakeFirst()
          .then((result) => result.numUpdatedRows);
  return written === 1n;
}

/** Takes a design off the board. */
export async function dropDesign(tx: Tx, code: string): Promise<void> {
  await within<ChartingTables>(tx).deleteFrom('charting.templateDesign').where('code', '=', code).execute();
}

/** When and by whom each version of a template was published, the newest first. */
export async function versionsOf(
  tx: Tx,
  code: string,
): Promise<readonly { readonly version: number; readonly name: string; readonly publishedAt: Temporal.Instant; readonly publishedBy: string | null }[]> {
  const { rows } = await sql<{ version: number; name: string; publishedAt: Temporal.Instant; publishedBy: string | null }>`
    select v.version, v.name, v.published_at, s.display_name as published_by from charting.template_version v left join identity.staff_name s on s.id = v.published_by
    where v.code = ${code} order by v.version desc`.execute(tx.db);
  return rows;
}
