import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { ChartingTables } from '../charting-tables.ts';
import { replaceCodes } from './codes.store.ts';
import { wordsToFind } from './diagnosis.rules.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'content', 'icd10cm');

const Synonyms = z.object({ version: z.string(), synonyms: z.array(z.object({ prefix: z.string(), words: z.string() })) });

const Content = z.object({
  version: z.string(),
  codes: z.array(
    z.object({
      code: z.string(),
      description: z.string(),
      billable: z.boolean(),
      group: z.string(),
      common: z.boolean(),
      also: z.string().default(''),
      validFrom: z.iso.date(),
      validTo: z.iso.date().nullable(),
    }),
  ),
});

/** Loads the ICD-10-CM codes with the words by which they are found of `content/icd10cm` when the database holds another version. */
export async function loadCodes(db: Kysely<ChartingTables>): Promise<void> {
  const { version, codes } = Content.parse(JSON.parse(await readFile(join(folder, 'behavioral.json'), 'utf8')));
  const found = Synonyms.parse(JSON.parse(await readFile(join(folder, 'synonyms.json'), 'utf8')));
  await replaceCodes(
    db,
    `${version} ${found.version}`,
    codes.map(({ group, ...code }) => ({ ...code, also: wordsToFind(code.code, code.also, found.synonyms), category: group })),
  );
}
