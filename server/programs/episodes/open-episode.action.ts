import type { z } from 'zod';
import { knownTo } from '#server/privacy/index.ts';
import { makeFindable, recordsOf, today } from '#server/patients/index.ts';
import { action, newId, Refused, refuseIf, type Tx } from '#server/platform/index.ts';
import { episodeOpened } from '../events.ts';
import { programName, programNames } from '../programs/programs.store.ts';
import type { OpenEpisode } from './episodes.contract.ts';
import { obstaclesToReferringOn } from './episode.rules.ts';
import { insertEpisode, openEpisodeIn } from './episodes.store.ts';

async function refuseForeignReferral(tx: Tx, personId: string, programId: string): Promise<void> {
  const isOwn = tx.actor.programIds.includes(programId);
  refuseIf(obstaclesToReferringOn(isOwn, isOwn ? [] : await programNames(tx, await knownTo(tx, personId))));
}

/** Refers a person to a program. The program then finds the person; one outside it learns nothing of what it already knew. */
export const openEpisode = action('episode.open', async (tx, { patientId, programId, referredOn, source, reason }: z.output<typeof OpenEpisode>) => {
  const { personId, recordIds } = await recordsOf(tx, patientId);
  const program = await programName(tx, programId);
  const day = Temporal.PlainDate.from(referredOn);
  const isAhead = Temporal.PlainDate.compare(day, await today(tx)) > 0;
  refuseIf([
    ...(isAhead ? [{ code: 'episode.date-ahead', says: 'The date lies in the future. Record the step on the day it happens.', at: 'referredOn' }] : []),
    ...(program.active ? [] : [{ code: 'episode.program-closed', says: `${program.name} takes nobody in any more.`, at: 'programId' }]),
  ]);
  await refuseForeignReferral(tx, personId, programId);
  const open = await openEpisodeIn(tx, recordIds, programId);
  if (open)
    throw new Refused(
      'episode.already-open',
      { code: 'episode.already-open', says: `There is an open stay in ${program.name} already. Continue that one.`, at: open.id },
      409,
    );
  const id = newId<'Episode'>();
  await insertEpisode(tx, {
    id,
    patientId: personId,
    programId,
    state: 'referral',
    source,
    reason: reason ?? null,
    referredOn: day,
    createdAt: tx.now,
    createdBy: tx.actor.id,
  });
  await makeFindable(tx, personId, programId);
  tx.touch({ kind: 'episode', id, patientId: personId, programId });
  await tx.record(episodeOpened({ episodeId: id, patientId: personId, programId }));
  return { id, state: 'referral' as const };
});
