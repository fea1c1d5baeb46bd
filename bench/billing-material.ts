import type { BenchServer } from './bench-server.ts';

/** How many claims the two figures of billing are about. */
export const claimsMeasured = 10_000;

/** Never dialled: what is measured ends where the file is handed to the sender. */
const connection = {
  host: 'clearinghouse.invalid',
  port: 22,
  username: 'bench',
  password: 'never used',
  hostKeySha256: `SHA256:${'A'.repeat(43)}`,
  senderId: 'HARBOR',
  receiverId: 'SANDBOX',
  receiverName: 'Sandbox Clearinghouse',
  usage: 'T',
};

/** Tells the product of a clearinghouse. */
export async function connectClearinghouse({ as }: BenchServer): Promise<void> {
  await (await as('administrator')).json('PUT', '/clearinghouse/connection', connection);
}

const ready = `select count(*)::integer as count from billing.charge where state = 'ready'`;

/**
 * Charges of signed notes, ready to be claimed, until there are so many: sessions of insured people, every third with an add-on,
 * posted to the ledger as the product posts them.
 */
export async function prepareCharges({ raw }: BenchServer, count: number): Promise<void> {
  const { rows } = await raw.query<{ count: number }>(ready);
  await raw.query('begin');
  await raw.query(
    `create temporary table made on commit drop as
      select uuidv7() as id, c.patient_id, c.program_id, c.payer_id, c.coverage_id, c.clinician_id, current_date - (10 + c.place % 200)::integer as served_on, c.place % 3 = 0 as has_add_on
      from (
        select v.patient_id, v.payer_id, v.id as coverage_id, known.program_id, clinician.id as clinician_id, row_number() over (order by visit, v.patient_id) as place
        from patients.coverage v
          cross join lateral (select p.program_id from privacy.patient_program p where p.patient_id = v.patient_id order by p.program_id limit 1) known
          cross join (select s.id from identity.staff s join identity.staff_credential k on k.staff_id = s.id and k.kind = 'LMHC' where s.npi is not null order by s.id limit 1) clinician
          cross join generate_series(1, 40) visit
        where v.rank = 1 and exists (select from patients.patient adult where adult.id = v.patient_id and adult.birth_date < current_date - interval '19 years')) c
      where c.place <= $1`,
    [count - (rows[0]?.count ?? 0)],
  );
  // Without a consent nothing of a Part 2 program would go to a plan: those who have none sign like somebody who has.
  await raw.query(`insert into privacy.consent (patient_id, program_id, kind, state, form, form_version, form_digest, drawn_up_at, drawn_up_by, signatures, signed_at)
    select distinct on (made.patient_id) made.patient_id, made.program_id, signed.kind, signed.state, signed.form, signed.form_version, signed.form_digest, signed.drawn_up_at, signed.drawn_up_by,
      signed.signatures, signed.signed_at
    from made cross join (select * from privacy.consent where kind = 'tpo' and state = 'active' and signatures -> 0 ->> 'signer' = 'patient' limit 1) signed
    where not exists (select from privacy.consent own where own.patient_id = made.patient_id and own.state = 'active')`);
  await raw.query(`insert into billing.charge (id, patient_id, program_id, note_id, clinician_id, served_on, place_of_service, payer_id, coverage_id, state, diagnoses, amount_cents, facts, captured_at)
    select id, patient_id, program_id, uuidv7(), clinician_id, served_on, '11', payer_id, coverage_id, 'ready', array['F33.1', 'F41.1'], case when has_add_on then 17000 else 15000 end,
      '{"service": "individual-psychotherapy", "minutes": 50, "modality": "in-person", "credential": "LMHC", "supervisorId": null, "siteId": null, "contentVersion": "bench"}', now() from made`);
  await raw.query(`insert into billing.charge_line (charge_id, position, patient_id, program_id, code, modifiers, units, amount_cents)
    select id, 1, patient_id, program_id, '90834', '{}'::text[], 1, 15000 from made union all select id, 2, patient_id, program_id, '90785', '{}'::text[], 1, 2000 from made where has_add_on`);
  await raw.query(`with posted as (
      insert into billing.journal (patient_id, program_id, kind, charge_id, memo, effective_on, posted_at)
      select patient_id, program_id, 'charge', id, 'Service', served_on, now() from made returning id, charge_id, patient_id, program_id)
    insert into billing.entry (journal_id, account, patient_id, program_id, amount_cents)
    select p.id, side.account, p.patient_id, p.program_id, side.sign * c.amount_cents from posted p join billing.charge c on c.id = p.charge_id
      cross join (values ('receivable-insurance', 1), ('revenue', -1)) side (account, sign)`);
  await raw.query('commit');
  await raw.query('analyze billing.charge, billing.charge_line, billing.journal, billing.entry');
}
