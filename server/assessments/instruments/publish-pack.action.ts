import type { z } from 'zod';
import { canonicalJson, digestOf } from '#server/charting/index.ts';
import { action, NotFound, Refused, refuseIf, within } from '#server/platform/index.ts';
import type { AssessmentsTables } from '../assessments-tables.ts';
import { obstaclesToPublishing, scoringOnly } from './definition.rules.ts';
import type { NewPack, Skeleton } from './instrument.contract.ts';
import { newestInstruments, publishVersion } from './instruments.store.ts';
import { readInstruments } from './load-instruments.action.ts';

/** Instruments whose scoring is ready and whose wording a site has to bring: it is not ours to ship. */
export const listSkeletons = action(
  'instrument.list-skeletons',
  async (tx) => {
    const ready = new Set((await newestInstruments(tx)).map(({ definition }) => definition.code));
    const items = (await readInstruments('skeletons')).map(
      ({ code, title, licence }): Skeleton => ({ code, title, licence: licence.statement, isReady: ready.has(code) }),
    );
    return { items };
  },
  { audit: 'touched' },
);

/** One of them, to be filled with the wording that the site holds a licence for. */
export const showSkeleton = action(
  'instrument.show-skeleton',
  async (_tx, { code }: { code: string }) => {
    const found = (await readInstruments('skeletons')).find((skeleton) => skeleton.code === code);
    if (!found) throw new NotFound('Skeleton');
    return found;
  },
  { audit: 'touched' },
);

const refused = (code: string, says: string, at: string) => new Refused(code, { code, says, at }, 409);

/**
 * Publishes an instrument that the site holds a licence for, with the statement of who holds it. What fills a skeleton must score as the skeleton does;
 * a version never changes, so another wording needs another number.
 */
export const publishPack = action('instrument.publish', async (tx, { definition, licence }: z.output<typeof NewPack>) => {
  refuseIf(obstaclesToPublishing(definition));
  const { code, version, abbreviation } = definition;
  const skeleton = (await readInstruments('skeletons')).find((each) => each.code === code);
  if (skeleton && canonicalJson(scoringOnly(skeleton)) !== canonicalJson(scoringOnly(definition)))
    throw refused(
      'instrument.scores-otherwise',
      `This does not score as ${skeleton.title} does. Fill in the wording only, or give it a code of its own.`,
      'definition.scoring',
    );
  const digest = digestOf(canonicalJson(definition));
  const published = await publishVersion(within<AssessmentsTables>(tx), {
    definition,
    digest,
    origin: 'site',
    licenceHolder: licence.holder,
    licenceStatement: licence.statement,
    publishedBy: tx.actor.id,
  });
  if (published.origin !== 'site') throw refused('instrument.is-shipped', `${abbreviation} comes with the product. Give yours another code.`, 'definition.code');
  if (published.digest !== digest)
    throw refused(
      'instrument.version-taken',
      `Version ${version} of ${abbreviation} was published with other content. Give this one the next number.`,
      'definition.version',
    );
  tx.touch({ kind: 'instrument', details: { code, version, licenceHolder: licence.holder } });
  return { code, version };
});
