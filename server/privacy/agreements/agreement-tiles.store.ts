import { sql } from 'kysely';
import { tileRows, type Tile } from '#server/platform/index.ts';

/** What home pages ask of agreements. */
export const agreementTiles: readonly Tile[] = [
  {
    code: 'privacy.agreements-ending',
    asks: 'Agreements that end within 60 days',
    means: 'Agreements with others (business associates, qualified service organisations) that end within 60 days; what rests on them stops then.',
    may: 'privacy.review',
    rows: () =>
      tileRows(
        { id: sql`g.id`, who: sql`party.name`, what: sql`upper(g.kind)`, day: sql`g.valid_to`, opens: sql`'/disclosures?tab=agreements'` },
        sql`from privacy.agreement g join privacy.party party on party.id = g.party_id where g.valid_to between (select identity.today()) and (select identity.today()) + 60`,
      ),
  },
];
