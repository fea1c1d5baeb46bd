import { sql, type Kysely } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import type { ChartingTables } from '../charting-tables.ts';
import type { Code } from './code.ts';

/** The code as the newest release has it. */
export async function codeByName(tx: Tx, code: string): Promise<Code | undefined> {
  const { rows } = await sql<Code>`select code, description, billable, category, common, valid_from, valid_to from charting.icd10cm where code = ${code}`.execute(tx.db);
  return rows[0];
}

/** Codes that hold all the words (each may be unfinished), the nearest and most common first; the most common ones when none is given. */
export async function codesMatching(tx: Tx, words: readonly string[], on: Temporal.PlainDate, limit: number): Promise<readonly Code[]> {
  const query = words.map((word) => `${word}:*`).join(' & ');
  const whole = words.join('').toUpperCase();
  const { rows } = await sql<Code>`
    select code, description, billable, category, common, valid_from, valid_to from charting.icd10cm
    where (${query} = '' and common and valid_from <= ${on} and (valid_to is null or valid_to >= ${on})) or (${query} <> '' and words @@ to_tsquery('simple', ${query}))
    order by valid_from <= ${on} and (valid_to is null or valid_to >= ${on}) desc, starts_with(replace(code, '.', ''), ${whole}) and ${whole} <> '' desc, billable desc, common desc, code limit ${limit}`.execute(
    tx.db,
  );
  return rows;
}

/** Brings the codes to this version of their content file. Does nothing when it is already loaded. */
export async function replaceCodes(db: Kysely<ChartingTables>, version: string, codes: readonly ChartingTables['charting.icd10cm'][]): Promise<void> {
  await db.transaction().execute(async (open) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('charting.content', 7))`.execute(open);
    const loaded = await open.selectFrom('charting.loadedContent').select('version').where('name', '=', 'icd10cm').executeTakeFirst();
    if (loaded?.version === version) return;
    await open
      .insertInto('charting.icd10cm')
      .values(codes)
      .onConflict((conflict) =>
        conflict.column('code').doUpdateSet((row) => ({
          description: row.ref('excluded.description'),
          billable: row.ref('excluded.billable'),
          category: row.ref('excluded.category'),
          common: row.ref('excluded.common'),
          also: row.ref('excluded.also'),
          validFrom: row.ref('excluded.validFrom'),
          validTo: row.ref('excluded.validTo'),
        })),
      )
      .execute();
    await open
      .insertInto('charting.loadedContent')
      .values({ name: 'icd10cm', version })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ version }))
      .execute();
  });
}
