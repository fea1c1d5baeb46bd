import { within, type Tx } from '#server/platform/index.ts';
import type { Kysely } from 'kysely';
import type { ChartingTables } from '../charting-tables.ts';
import type { TemplateForm, TemplateVersion } from './template.ts';

const columns = ['id', 'code', 'version', 'name', 'form', 'digest'] as const;

/** The newest version of a template. */
export function newestTemplate(tx: Tx, code: string): Promise<TemplateVersion | undefined> {
  return within<ChartingTables>(tx)
    .selectFrom('charting.templateVersion')
    .select(columns)
    .where('code', '=', code)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** One version, for a draft or a note that was begun with it. */
export function templateById(tx: Tx, templateId: string): Promise<TemplateVersion | undefined> {
  return within<ChartingTables>(tx).selectFrom('charting.templateVersion').select(columns).where('id', '=', templateId).executeTakeFirst();
}

/** The newest version of each template. */
export function newestTemplates(tx: Tx): Promise<readonly TemplateVersion[]> {
  return within<ChartingTables>(tx).selectFrom('charting.templateVersion').select(columns).distinctOn('code').orderBy('code').orderBy('version', 'desc').execute();
}

/** Adds a version that somebody designed here. */
export async function insertVersion(
  tx: Tx,
  template: { code: string; version: number; name: string; form: TemplateForm; digest: string; publishedBy: string | null },
): Promise<void> {
  await within<ChartingTables>(tx)
    .insertInto('charting.templateVersion')
    .values({ ...template, form: JSON.stringify(template.form) })
    .execute();
}

/**
 * Publishes a version that comes with the product, unless it already is. A template that was designed further here goes on as it is.
 * Throws when the version was shipped with another form: a version never changes.
 */
export async function publishTemplate(
  db: Kysely<ChartingTables>,
  template: { code: string; version: number; name: string; form: TemplateForm; digest: string },
): Promise<void> {
  const ownVersion = await db
    .selectFrom('charting.templateVersion')
    .select('version')
    .where('code', '=', template.code)
    .where('publishedBy', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  if (ownVersion) return;
  await db
    .insertInto('charting.templateVersion')
    .values({ ...template, form: JSON.stringify(template.form) })
    .onConflict((conflict) => conflict.columns(['code', 'version']).doNothing())
    .execute();
  const published = await db
    .selectFrom('charting.templateVersion')
    .select('digest')
    .where('code', '=', template.code)
    .where('version', '=', template.version)
    .executeTakeFirst();
  if (published?.digest !== template.digest)
    throw new Error(`Note template ${template.code} version ${template.version} was published with another form. Give the new form a new version.`);
}
