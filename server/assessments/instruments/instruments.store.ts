import type { Kysely } from 'kysely';
import { NotFound, within, type Tx } from '#server/platform/index.ts';
import type { AssessmentsTables } from '../assessments-tables.ts';
import type { Instrument } from './instrument.contract.ts';

/** A published version with where it comes from. */
export interface PublishedInstrument {
  readonly versionId: string;
  readonly origin: 'shipped' | 'site';
  readonly definition: Instrument;
  readonly licenceStatement: string;
  readonly licenceHolder: string | null;
}

const versions = (tx: Tx) =>
  within<AssessmentsTables>(tx)
    .selectFrom('assessments.instrumentVersion as version')
    .innerJoin('assessments.instrument as instrument', 'instrument.code', 'version.code')
    .select(['version.id as versionId', 'instrument.origin', 'version.definition', 'version.licenceStatement', 'version.licenceHolder']);

/** The newest version of each instrument. */
export function newestInstruments(tx: Tx): Promise<readonly PublishedInstrument[]> {
  return versions(tx).distinctOn('version.code').orderBy('version.code').orderBy('version.version', 'desc').execute();
}

/** The newest version of one. Throws NotFound where this site has none. */
export function newestInstrument(tx: Tx, code: string): Promise<PublishedInstrument> {
  return versions(tx)
    .where('version.code', '=', code)
    .orderBy('version.version', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow(() => new NotFound('Instrument'));
}

/** Versions under which answers were given. */
export async function versionsById(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Instrument>> {
  if (ids.length === 0) return new Map();
  const rows = await versions(tx)
    .where('version.id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map(({ versionId, definition }) => [versionId, definition]));
}

/** One version. Throws when there is none: an administration points at it. */
export async function versionById(tx: Tx, versionId: string): Promise<Instrument> {
  const found = (await versionsById(tx, [versionId])).get(versionId);
  if (!found) throw new NotFound('Instrument');
  return found;
}

interface NewVersion {
  readonly definition: Instrument;
  readonly digest: string;
  readonly origin: 'shipped' | 'site';
  readonly licenceHolder: string | null;
  readonly licenceStatement: string;
  readonly publishedBy: string | null;
}

/** Publishes a version unless it is there already. Answers the digest under which it stands, and where the instrument comes from. */
export async function publishVersion(db: Kysely<AssessmentsTables>, version: NewVersion): Promise<{ digest: string; origin: string }> {
  const { definition, digest, origin, ...licence } = version;
  const { code } = definition;
  await db
    .insertInto('assessments.instrument')
    .values({ code, origin })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db
    .insertInto('assessments.instrumentVersion')
    .values({ code, version: definition.version, definition: JSON.stringify(definition), digest, ...licence })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return db
    .selectFrom('assessments.instrumentVersion as version')
    .innerJoin('assessments.instrument as instrument', 'instrument.code', 'version.code')
    .select(['version.digest', 'instrument.origin'])
    .where('version.code', '=', code)
    .where('version.version', '=', definition.version)
    .executeTakeFirstOrThrow();
}
