import { action, NotFound, Refused, type Tx } from '#server/platform/index.ts';
import { censusOf, daysToCount, differencesOf, siteDay } from './census.rules.ts';
import { censusesOf, factsOfDay, houseSites, insertCensus, insertLines, linesOf, programsAt, type HouseSite } from './census.store.ts';

async function takeCensus(tx: Tx, { siteId, timeZone }: HouseSite, day: Temporal.PlainDate): Promise<void> {
  const span = siteDay(day, timeZone);
  const censusId = await insertCensus(tx, { siteId, day, midnight: span.midnight, timeZone }, undefined);
  // Another worker wrote it: one is enough.
  if (censusId === undefined) return;
  await insertLines(tx, censusId, day, censusOf(await factsOfDay(tx, siteId, span), span));
  tx.touch({ kind: 'census', id: censusId, details: { day: day.toString() } });
  await tx.record({ name: 'census.taken', payload: { siteId, day: day.toString(), censusId } });
}

/** Counts every midnight that has passed at a site and was not counted yet. As the system. */
export async function takeCensuses(tx: Tx): Promise<void> {
  for (const site of await houseSites(tx)) {
    for (const day of daysToCount(site.lastDay, tx.now, site.timeZone)) await takeCensus(tx, site, day);
  }
}

/**
 * Counts a midnight anew from what is on record by now, and keeps that beside the former count with the reason. Throws `Refused` when nothing differs,
 * and for somebody who does not see the whole house: their count would lose those of other programs.
 */
export const correctCensus = action('census.correct', async (tx, { siteId, day: wished, reason }: { siteId: string; day: string; reason: string }): Promise<void> => {
  const day = Temporal.PlainDate.from(wished);
  const site = (await houseSites(tx)).find((one) => one.siteId === siteId);
  const [latest] = await censusesOf(tx, siteId, day);
  if (!site || !latest) throw new NotFound('Census');
  const { programIds } = tx.actor;
  if ((await programsAt(tx, siteId)).some((programId) => !programIds.includes(programId)))
    throw new Refused('census.whole-house', {
      code: 'census.whole-house',
      says: 'Whoever corrects a census works in every program of the house. Ask somebody who does.',
    });
  const span = siteDay(day, site.timeZone);
  const lines = censusOf(await factsOfDay(tx, siteId, span), span);
  if (differencesOf(await linesOf(tx, latest.id), lines).length === 0)
    throw new Refused('census.nothing-to-correct', {
      code: 'census.nothing-to-correct',
      says: 'The census says what is on record. Put the arrival, move, leave or departure right first.',
    });
  const censusId = await insertCensus(
    tx,
    { siteId, day, midnight: span.midnight, timeZone: site.timeZone },
    { version: latest.version + 1, corrects: latest.id, reason },
  );
  if (censusId === undefined)
    throw new Refused('census.corrected-meanwhile', { code: 'census.corrected-meanwhile', says: 'Somebody corrected it meanwhile. Look again.' }, 409);
  await insertLines(tx, censusId, day, lines);
  tx.touch({
    kind: 'census',
    id: censusId,
    patientId: (await linesOf(tx, censusId)).map(({ patientId }) => patientId),
    details: { day: wished, version: latest.version + 1 },
  });
  await tx.record({ name: 'census.corrected', payload: { siteId, day: wished, censusId } });
});
