import { sql } from 'kysely';
import { tileRows, type Tile, type Tx } from '#server/platform/index.ts';

const averageOverDays = 90;

/** What was charged on an average day, in cents. */
async function chargedADay(tx: Tx): Promise<number> {
  const { rows } = await sql<{
    cents: number;
  }>`select coalesce(sum(-e.amount_cents), 0)::bigint as cents from billing.journal j join billing.entry e on e.journal_id = j.id
    where e.account = 'revenue' and j.effective_on > (select identity.today()) - ${averageOverDays}::integer and j.effective_on <= (select identity.today())`.execute(
    tx.db,
  );
  return (rows[0]?.cents ?? 0) / averageOverDays;
}

const dollars = (cents: number) => `$${Math.round(cents / 100).toLocaleString('en-US')}`;
const may = 'ledger.read';

/** What home pages ask of the ledger. */
export const ledgerTiles: readonly Tile[] = [
  {
    code: 'billing.payments-this-week',
    asks: 'Paid this week',
    means: 'Money of payers and patients posted since Monday, reversals taken off, in all my programs.',
    may,
    rows: () =>
      tileRows(
        {
          id: sql`j.id`,
          patientId: sql`j.patient_id`,
          who: sql`p.display_name`,
          what: sql`replace(j.kind, '-', ' ')`,
          at: sql`j.posted_at`,
          cents: sql`cash.cents`,
          opens: sql`'/patients/' || j.patient_id || '/ledger'`,
        },
        sql`from billing.journal j left join patients.patient_name p on p.id = j.patient_id
          cross join lateral (select sum(e.amount_cents) as cents from billing.entry e where e.journal_id = j.id and e.account in ('cash-insurance', 'cash-patient')) cash
        where cash.cents is not null
          and j.posted_at >= (select date_trunc('week', identity.today()::timestamp) at time zone time_zone from identity.billing_provider)`,
      ),
    figure: (_tx, { count, cents }) => Promise.resolve({ value: cents ?? 0, unit: 'cents', says: `${count} ${count === 1 ? 'posting' : 'postings'}` }),
  },
  {
    code: 'billing.days-in-receivables',
    asks: 'Days in receivables',
    means: `What payers and patients owe, divided by what was charged on an average day of the last ${averageOverDays} days. The rows are the balances of people that are not zero.`,
    may,
    rows: () =>
      tileRows(
        {
          id: sql`e.patient_id`,
          patientId: sql`e.patient_id`,
          who: sql`p.display_name`,
          what: sql`'owed by payers and the patient'`,
          cents: sql`sum(e.amount_cents)`,
          opens: sql`'/patients/' || e.patient_id || '/ledger'`,
        },
        sql`from billing.entry e left join patients.patient_name p on p.id = e.patient_id where e.account in ('receivable-insurance', 'receivable-patient')
        group by e.patient_id, p.display_name having sum(e.amount_cents) <> 0`,
      ),
    async figure(tx, { cents }) {
      const [owed, perDay] = [cents ?? 0, await chargedADay(tx)];
      if (perDay <= 0) return { value: 0, unit: 'days', says: `${dollars(owed)} owed, nothing charged in ${averageOverDays} days` };
      return { value: Math.round(owed / perDay), unit: 'days', says: `${dollars(owed)} owed at ${dollars(perDay)} charged a day` };
    },
  },
];
