import { sql, type RawBuilder } from 'kysely';
import { tileRows, type Tile, type TileRow } from '#server/platform/index.ts';

/** Claims that meet a condition. */
function claims(where: RawBuilder<unknown>): RawBuilder<TileRow> {
  return tileRows(
    {
      id: sql`c.id`,
      patientId: sql`c.patient_id`,
      who: sql`p.display_name`,
      what: sql`c.number || ', ' || payer.name`,
      at: sql`c.updated_at`,
      cents: sql`c.amount_cents`,
      opens: sql`'/billing/claims/' || c.id`,
    },
    sql`from billing.claim c join billing.payer payer on payer.id = c.payer_id left join patients.patient_name p on p.id = c.patient_id where ${where}`,
  );
}

const may = 'claim.read';
const screen = (state: string) => ({ to: `/billing?tab=claims&state=${state}`, asks: `/claims?state=${state}&limit=500`, at: 'items' });

/** What home pages ask of claims. */
export const claimTiles: readonly Tile[] = [
  {
    code: 'billing.rejected',
    asks: 'Claims rejected',
    means: 'Claims that the clearinghouse or the payer did not take, to be corrected and sent again.',
    may,
    rows: () => claims(sql`c.state = 'rejected'`),
    screen: screen('rejected'),
  },
  {
    code: 'billing.denied',
    asks: 'Claims denied',
    means: 'Claims that the payer judged and did not pay, to be corrected, appealed or written off.',
    may,
    rows: () => claims(sql`c.state = 'denied'`),
    screen: screen('denied'),
  },
  {
    code: 'billing.to-correct',
    asks: 'Claims to correct',
    means: 'Claims with a day that would not be billed so by now: to be sent again without it, or voided.',
    may,
    rows: () =>
      claims(sql`c.frequency <> '8' and c.state not in ('rejected', 'replaced', 'voided') and exists (
        select from billing.charge charge join billing.treatment_day d on d.id = charge.day_id
        where charge.patient_id = c.patient_id and charge.state = 'claimed' and (charge.id = c.charge_id or charge.id = any (c.with_charges)) and d.changed_since is not null)`),
  },
  {
    code: 'billing.unanswered',
    asks: 'No answer for 30 days',
    means: 'Claims that are with a payer and of which nothing was heard for 30 days.',
    may,
    rows: (tx) => claims(sql`c.state in ('sent', 'acknowledged', 'accepted') and c.updated_at < ${tx.now}::timestamptz - interval '30 days'`),
  },
];
