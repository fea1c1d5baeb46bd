import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { canonicalJson, digestOf } from '#server/charting/index.ts';
import type { AssessmentsTables } from '../assessments-tables.ts';
import { obstaclesToPublishing } from './definition.rules.ts';
import { Instrument } from './instrument.contract.ts';
import { publishVersion } from './instruments.store.ts';

const content = join(import.meta.dirname, '..', '..', '..', 'content', 'assessments');

/** The instruments of one folder of `content/assessments`, checked. */
export async function readInstruments(kind: 'instruments' | 'skeletons'): Promise<readonly Instrument[]> {
  const names = (await readdir(join(content, kind))).filter((name) => name.endsWith('.json')).toSorted();
  return Promise.all(names.map(async (name) => Instrument.parse(JSON.parse(await readFile(join(content, kind, name), 'utf8')))));
}

/** Publishes the instrument versions of `content/assessments` that the database does not have yet. Throws when one is not sound, or differs from what was published under its number. */
export async function loadInstruments(db: Kysely<AssessmentsTables>): Promise<void> {
  for (const definition of await readInstruments('instruments')) {
    const [obstacle] = obstaclesToPublishing(definition);
    if (obstacle) throw new Error(`Instrument ${definition.code}: ${obstacle.says}`);
    const digest = digestOf(canonicalJson(definition));
    const { statement } = definition.licence;
    const published = await publishVersion(db, { definition, digest, origin: 'shipped', licenceHolder: null, licenceStatement: statement, publishedBy: null });
    if (published.digest !== digest)
      throw new Error(`Instrument ${definition.code} version ${definition.version} was published with other content. Give what changed a new version.`);
  }
}
