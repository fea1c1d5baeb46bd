import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { ChartingTables } from '../charting-tables.ts';
import { digestOf } from '../signatures/digest.ts';
import { canonicalJson } from '../signatures/seal.rules.ts';
import { faultsOfForm } from './form-faults.rules.ts';
import { TemplateForm } from './template.ts';
import { publishTemplate } from './templates.store.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'content', 'note-templates');

const Content = z.object({
  code: z.string(),
  version: z.int(),
  name: z.string(),
  form: TemplateForm,
});

/** Publishes the template versions of `content/note-templates` that the database does not have yet. */
export async function loadTemplates(db: Kysely<ChartingTables>): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted();
  for (const name of names) {
    const { code, version, name: title, form } = Content.parse(JSON.parse(await readFile(join(folder, name), 'utf8')));
    const [fault] = faultsOfForm(form);
    if (fault) throw new Error(`Note template ${name}: ${fault.says}`);
    await publishTemplate(db, { code, version, name: title, form, digest: digestOf(canonicalJson(form)) });
  }
}
