import { tileRow, type Tile } from '#server/platform/index.ts';
import { expiring } from './keep-authorizations.action.ts';

const late: readonly string[] = ['used-up', 'over'];

/** What home pages ask of authorizations. */
export const authorizationTiles: readonly Tile[] = [
  {
    code: 'billing.authorizations',
    asks: 'Authorizations to see to',
    means: 'Authorizations of my programs that are still asked for, run out within a week or are nearly used. Late: used up or over.',
    may: 'authorization.read',
    rows: async (tx) =>
      (await expiring(tx)).map(({ id, patientId, patientName, programName, used, allowed, counts, ownerName, validThrough, standing }) =>
        tileRow({
          id,
          patientId,
          who: patientName,
          what: `${programName}, ${used} of ${allowed} ${counts} used, ${ownerName === null ? 'nobody sees to it' : `seen to by ${ownerName}`}`,
          day: validThrough,
          isLate: late.includes(standing),
          opens: `/patients/${patientId}/authorizations`,
        }),
      ),
  },
];
