import pg from 'pg';
import type { Memory } from './memory.ts';

/** A question to the database whose every row is a breach; the first column says what. */
interface Question {
  readonly about: string;
  readonly sql: string;
  readonly values?: readonly unknown[];
}

const alwaysTrue: readonly Question[] = [
  {
    about: 'every posting balances',
    sql: `select format('journal %s is off by %s cents', journal_id, sum(amount_cents)) from billing.entry group by journal_id having sum(amount_cents) <> 0`,
  },
  {
    about: 'every posting has lines',
    sql: `select format('journal %s has no lines', j.id) from billing.journal j where not exists (select from billing.entry e where e.journal_id = j.id)`,
  },
  {
    about: 'money of no claim balances',
    sql: `select format('position %s of remittance %s is off', position, remittance_id) from billing.clearing_entry group by remittance_id, position having sum(amount_cents) <> 0`,
  },
  {
    about: 'one note an appointment',
    sql: `select format('appointment %s has %s notes', appointment_id, count(*)) from charting.note where kind = 'note' group by appointment_id having count(*) > 1`,
  },
  {
    about: 'at most one live claim a charge',
    sql: `select format('charge %s has %s live claims', charge_id, count(*)) from billing.claim where frequency <> '8' and state not in ('rejected', 'reversed', 'replaced', 'voided') group by charge_id having count(*) > 1`,
  },
  {
    about: 'a payment is posted once',
    sql: `select format('payment %s is posted %s times', trace, count(*)) from billing.remittance where state = 'posted' group by trace having count(*) > 1`,
  },
  {
    about: 'the cash of a payment is the payment',
    sql: `select format('remittance %s brought %s cents and posted %s', r.trace, r.payment_cents, coalesce(c.cents, 0)) from billing.remittance r left join lateral (
      select sum(cents) as cents from (
        select e.amount_cents as cents from billing.journal j join billing.entry e on e.journal_id = j.id where j.remittance_id = r.id and e.account = 'cash-insurance'
        union all select k.amount_cents from billing.clearing_entry k where k.remittance_id = r.id and k.account = 'cash-insurance') lines) c on true
      where r.state = 'posted' and coalesce(c.cents, 0) <> r.payment_cents`,
  },
];

function whenSettled(memory: Memory): readonly Question[] {
  const noteIds = [...memory.drafts.values()].flatMap(({ noteId }) => noteId ?? []);
  return [
    {
      about: 'one charge and one live claim a signed encounter',
      sql: `select format('note %s has %s charges and %s live claims', n.id, count(distinct c.id), count(m.id)) from unnest($1::uuid[]) n(id)
        left join billing.charge c on c.note_id = n.id left join billing.claim m on m.charge_id = c.id and m.state not in ('rejected', 'reversed')
        group by n.id having count(distinct c.id) <> 1 or count(m.id) <> 1`,
      values: [noteIds],
    },
    { about: 'every claim is judged', sql: `select format('claim %s is %s', number, state) from billing.claim where state not in ('paid', 'denied')` },
    {
      about: 'every file of claims is sent',
      sql: `select format('%s is %s: %s', file_name, state, trouble) from billing.batch where state not in ('sent', 'acknowledged')`,
    },
    { about: 'nothing is in quarantine', sql: `select format('%s: %s', name, reason) from billing.inbound_file where state = 'quarantined'` },
    { about: 'no payment waits', sql: `select format('%s: %s', trace, reason) from billing.remittance where state = 'quarantined'` },
    {
      about: 'no job was given up',
      sql: `select format('%s: %s', task_identifier, last_error) from graphile_worker.jobs where attempts >= max_attempts and last_error is not null`,
    },
    {
      about: 'no person was registered twice',
      sql: `select format('%s people, acknowledged %s, unanswered %s', count(*), $1::integer, $2::integer) from patients.patient
        having count(*) < $1 or count(*) > $1 + $2`,
      values: [memory.peopleBefore + memory.patients.size, memory.unansweredRegistrations],
    },
  ];
}

async function ask(client: pg.Client, memory: Memory, questions: readonly Question[]): Promise<void> {
  for (const { about, sql, values = [] } of questions) {
    const { rows } = await client.query<string[]>({ text: sql, values: [...values], rowMode: 'array' });
    for (const [says] of rows.slice(0, 5)) memory.breach(`${about}: ${says}`);
    if (rows.length > 5) memory.breach(`${about}: and ${rows.length - 5} more`);
  }
}

/** Every acknowledged write has its entry in the audit, found by the number of its request. */
async function examineAudit(client: pg.Client, memory: Memory): Promise<void> {
  for (const [kind, requestIds] of memory.acknowledged) {
    const { rows } = await client.query<{ missing: number }>(
      `select count(*)::integer as missing from unnest($1::text[]) r(id) where not exists (select from audit.entry e where e.trace_id = r.id and e.outcome = 'done')`,
      [requestIds],
    );
    if (rows[0]?.missing) memory.breach(`audit: ${rows[0].missing} of ${requestIds.length} acknowledged ${kind} have no entry`);
  }
}

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** What must hold at any moment, also right after a kill. `url` is a superuser's, who sees everything. */
export function examineAtAnyMoment(url: string, memory: Memory): Promise<void> {
  return connected(url, (client) => ask(client, memory, alwaysTrue));
}

/** What must hold once all jobs are done. */
export function examineSettled(url: string, memory: Memory): Promise<void> {
  return connected(url, async (client) => {
    await ask(client, memory, [...alwaysTrue, ...whenSettled(memory)]);
    await examineAudit(client, memory);
  });
}

/** Jobs that are still to be done, and claims that still wait for their judgement. */
export function unsettled(url: string): Promise<number> {
  return connected(url, async (client) => {
    const { rows } = await client.query<{
      waiting: number;
    }>(`select ((select count(*) from graphile_worker.jobs where attempts < max_attempts and run_at < now() + interval '1 hour')
      + (select count(*) from billing.charge where state = 'ready') + (select count(*) from billing.claim where state not in ('paid', 'denied', 'rejected', 'reversed')))::integer as waiting`);
    return rows[0]?.waiting ?? 0;
  });
}

/** What was paid for each claim, in cents, by claim number. */
export function paidByClaim(url: string): Promise<Map<string, number>> {
  return connected(url, async (client) => {
    const { rows } = await client.query<{ number: string; paid: number }>('select number, paid_cents::integer as paid from billing.claim');
    return new Map(rows.map(({ number, paid }) => [number, paid]));
  });
}
