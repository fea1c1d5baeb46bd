import { tileRow, type Tile } from '#server/platform/index.ts';
import { incidentsWithDuties } from './read-incidents.action.ts';

/** What home pages ask of the register of incidents. */
export const incidentTiles: readonly Tile[] = [
  {
    code: 'privacy.incidents',
    asks: 'Incidents with a duty open',
    means: 'Incidents of the register that are not closed and for which something is owed by a day. Late: that day is over.',
    may: 'incident.write',
    rows: async (tx) =>
      (await incidentsWithDuties(tx, 'open')).flatMap(({ id, number, title, nextDuty }) =>
        nextDuty
          ? [
              tileRow({
                id,
                who: `Incident ${number}: ${title}`,
                what: nextDuty.says,
                day: nextDuty.dueOn,
                isLate: nextDuty.isOverdue,
                opens: `/privacy/incidents/${id}`,
              }),
            ]
          : [],
      ),
  },
];
