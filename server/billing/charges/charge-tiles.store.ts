import { sql, type RawBuilder } from 'kysely';
import { tileRows, type Tile, type TileRow } from '#server/platform/index.ts';

const filingNearDays = 14;

/** Charges that meet a condition. */
function charges({
  what,
  where,
  day = sql`c.served_on`,
  isLate = sql`false`,
}: Record<'what' | 'where', RawBuilder<unknown>> & { day?: RawBuilder<unknown>; isLate?: RawBuilder<unknown> }): RawBuilder<TileRow> {
  return tileRows(
    {
      id: sql`c.id`,
      patientId: sql`c.patient_id`,
      who: sql`p.display_name`,
      what,
      day,
      isLate,
      cents: sql`c.amount_cents`,
      opens: sql`'/patients/' || c.patient_id || '/ledger'`,
    },
    sql`from billing.charge c left join patients.patient_name p on p.id = c.patient_id left join billing.payer payer on payer.id = c.payer_id
      left join billing.payer_rule r on r.payer_id = c.payer_id and r.valid_from <= c.served_on and (r.valid_to is null or r.valid_to > c.served_on)
    where ${where}`,
  );
}

/** The midnight with which the week began where the organisation is. */
const monday = sql`(select date_trunc('week', identity.today()::timestamp) at time zone time_zone from identity.billing_provider)`;
const lastDay = sql`c.served_on + r.filing_days`;
const payerName = sql`coalesce(payer.name, 'no coverage')`;

/** What home pages ask of charges. */
export const chargeTiles: readonly Tile[] = [
  {
    code: 'billing.held',
    asks: 'Charges held',
    means: 'Charges of signed notes and of counted days that cannot be claimed yet, each with its reasons.',
    may: 'claim.read',
    rows: () => charges({ what: sql`coalesce(c.holds -> 0 ->> 'says', ${payerName})`, where: sql`c.state = 'held'` }),
    screen: { to: '/billing?tab=held', asks: '/charges?state=held&limit=500', at: 'items' },
  },
  {
    code: 'billing.ready',
    asks: 'Charges ready to send',
    means: 'Charges of which a claim can be built and sent now.',
    may: 'claim.read',
    rows: () => charges({ what: payerName, where: sql`c.state = 'ready'` }),
  },
  {
    code: 'billing.filing-limit',
    asks: 'Near the filing limit',
    means: `Charges held or ready for which the payer's time to file ends within ${filingNearDays} days. Late: it has ended.`,
    may: 'claim.read',
    rows: () =>
      charges({
        what: sql`${payerName} || ', file by ' || to_char(${lastDay}, 'MM/DD/YYYY')`,
        day: lastDay,
        isLate: sql`${lastDay} < (select identity.today())`,
        where: sql`c.state in ('held', 'ready') and ${lastDay} <= (select identity.today()) + ${filingNearDays}::integer`,
      }),
  },
  {
    code: 'billing.charges-this-week',
    asks: 'Charged this week',
    means: 'What the notes signed and the days counted since Monday are worth by our own fees, in all my programs.',
    may: 'claim.read',
    rows: () =>
      charges({
        what: payerName,
        where: sql`c.captured_at >= ${monday}`,
      }),
    figure: (_tx, { count, cents }) => Promise.resolve({ value: cents ?? 0, unit: 'cents', says: `${count} ${count === 1 ? 'charge' : 'charges'}` }),
  },
];
