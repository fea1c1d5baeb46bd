import { action, NotFound } from '#server/platform/index.ts';
import { censusOf, differencesOf, siteDay } from './census.rules.ts';
import { censusesOf, countsBetween, factsOfDay, houseSites, linesOf, subjectsOf } from './census.store.ts';

const daysShown = 31;

/** Sites that lodge people. */
export const listHouses = action('census.list-houses', async (tx) => ({ items: (await houseSites(tx)).map((site) => ({ ...site })) }), { audit: 'touched' });

/** The census of a midnight as it was taken, and where it differs from what is on record by now. */
export const showCensus = action('census.show', async (tx, { siteId, day: wished }: { siteId: string; day: string }) => {
  const day = Temporal.PlainDate.from(wished);
  const site = (await houseSites(tx)).find((one) => one.siteId === siteId);
  if (!site) throw new NotFound('Site');
  const versions = await censusesOf(tx, siteId, day);
  const kept = versions[0] ? await linesOf(tx, versions[0].id) : [];
  const span = siteDay(day, site.timeZone);
  const recounted = censusOf(await factsOfDay(tx, siteId, span), span);
  const differing = versions[0] ? differencesOf(kept, recounted) : [];
  const subjects = await subjectsOf(tx, differing);
  const differences = subjects.map(({ residencyId, name }) => ({
    residencyId,
    name,
    kept: kept.find((line) => line.residencyId === residencyId)?.status ?? null,
    recounted: recounted.find((line) => line.residencyId === residencyId)?.status ?? null,
  }));
  tx.touch({ kind: 'census', id: versions[0]?.id, patientId: [...new Set([...kept, ...subjects].map(({ patientId }) => patientId))] });
  return { site: { siteId, name: site.name, timeZone: site.timeZone }, midnight: span.midnight, versions: [...versions], lines: [...kept], differences };
});

/** The last month of a site in figures: each day with how many of each kind. */
export const listCensusDays = action('census.list-days', async (tx, { siteId, to }: { siteId: string; to: string }) => {
  const until = Temporal.PlainDate.from(to);
  const counts = await countsBetween(tx, siteId, until.subtract({ days: daysShown - 1 }), until);
  tx.touch({ kind: 'census' });
  const byDay = Map.groupBy(counts, ({ day }) => day.toString());
  const count = (day: string, ...statuses: readonly string[]) =>
    (byDay.get(day) ?? []).filter(({ status }) => statuses.includes(status)).reduce((sum, one) => sum + one.count, 0);
  return {
    items: [...byDay.keys()].map((day) => ({
      day,
      inHouse: count(day, 'admitted', 'present', 'leave', 'bed-hold'),
      admitted: count(day, 'admitted'),
      away: count(day, 'leave', 'bed-hold'),
      discharged: count(day, 'discharged'),
    })),
  };
});
