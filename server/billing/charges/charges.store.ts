import { sql, type Kysely } from 'kysely';
import { cents, within, type Cents, type Tx } from '#server/platform/index.ts';
import type { BillingReads } from '../billing-tables.ts';
import type { ChargeFacts, ChargeState, Hold } from './charge.ts';
import type { Assessed, NoteStanding } from './charging.rules.ts';

const db = (tx: Tx): Kysely<BillingReads> => within<BillingReads>(tx);

/** A signed encounter with everything around it that a charge needs. */
export interface EncounterToCharge {
  readonly noteId: string;
  readonly patientId: string;
  readonly programId: string;
  readonly clinicianId: string;
  readonly credential: string | null;
  readonly supervisorId: string | null;
  readonly siteId: string | null;
  readonly service: string;
  readonly modality: 'in-person' | 'video' | 'audio';
  readonly minutes: number;
  readonly servedOn: Temporal.PlainDate;
  readonly diagnoses: string[];
  readonly clinicianNpi: string | null;
  readonly supervisorNpi: string | null;
  readonly programPlaceOfService: string;
  /** Where the note stands since it was signed; null when no co-signature was asked and nothing happened to it. */
  readonly standing: NoteStanding | null;
  readonly levelOfCare: string;
  /** The day of service lies in a stay in the program. */
  readonly isInStay: boolean;
}

/** The encounters of these notes. The day of service is the day at the site. */
export async function encountersToCharge(tx: Tx, noteIds: readonly string[]): Promise<EncounterToCharge[]> {
  const { rows } = await sql<EncounterToCharge>`
    select e.note_id, e.patient_id, e.program_id, e.clinician_id, e.credential, e.supervisor_id, coalesce(e.site_id, p.site_id) as site_id, e.service, e.modality, e.minutes,
      (e.started_at at time zone coalesce(s.time_zone, o.time_zone))::date as served_on, e.diagnoses,
      c.npi as clinician_npi, v.npi as supervisor_npi, p.place_of_service as program_place_of_service, standing.state as standing,
      p.level_of_care, exists (select from patients.person_record own join patients.person_record record on record.person_id = own.person_id join programs.stay on stay.patient_id = record.patient_id
        where own.patient_id = e.patient_id and stay.program_id = e.program_id and (e.started_at at time zone coalesce(s.time_zone, o.time_zone))::date between stay.admitted_on
          and coalesce(stay.ended_on, 'infinity'::date)) as is_in_stay
    from charting.signed_encounter e
      join programs.program_name p on p.id = e.program_id
      join identity.staff_name c on c.id = e.clinician_id
      cross join identity.billing_provider o
      left join identity.staff_name v on v.id = e.supervisor_id
      left join identity.site_name s on s.id = coalesce(e.site_id, p.site_id)
      left join charting.signature_standing standing on standing.note_id = e.note_id
    where e.note_id = any (${noteIds}::uuid[])`.execute(tx.db);
  return rows;
}

/** The first coverage in force on a day, with the payer's rules of that day. */
export interface CoverageRow {
  readonly patientId: string;
  readonly coverageId: string;
  readonly payerId: string;
  readonly payerActive: boolean;
  readonly payerElectronicId: string;
  /** X12 SBR09. */
  readonly payerKind: string;
  readonly hasRule: boolean;
  readonly videoModifier: string | null;
  readonly audioModifier: string | null;
  readonly credentialModifiers: boolean;
  readonly traineePolicy: 'supervising' | 'supervisor-renders' | 'not-billable';
}

/** Which coverage pays first for a person on a day; undefined when none does. */
export async function coverageOn(tx: Tx, patientId: string, on: Temporal.PlainDate): Promise<CoverageRow | undefined> {
  const { rows } = await sql<CoverageRow>`
    select c.patient_id, c.id as coverage_id, c.payer_id, p.active as payer_active, p.electronic_id as payer_electronic_id, p.filing_indicator as payer_kind, r.payer_id is not null as has_rule, r.video_modifier, r.audio_modifier,
      coalesce(r.credential_modifiers, false) as credential_modifiers, coalesce(r.trainee_policy, 'not-billable') as trainee_policy
    from patients.person_record record
      join patients.coverage_for_claim c on c.person_id = record.person_id
      join billing.payer p on p.id = c.payer_id
      left join billing.payer_rule r on r.payer_id = p.id and r.valid_from <= ${on}::date and (r.valid_to is null or r.valid_to > ${on}::date)
    where record.patient_id = ${patientId} and c.valid_from <= ${on}::date and (c.valid_through is null or c.valid_through >= ${on}::date)
    order by c.rank limit 1`.execute(tx.db);
  return rows[0];
}

/** What we charge for each code on a day. */
export async function standardFeesOn(tx: Tx, on: Temporal.PlainDate): Promise<ReadonlyMap<string, Cents>> {
  const rows = await db(tx)
    .selectFrom('billing.fee')
    .select(['code', 'amountCents'])
    .where('payerId', 'is', null)
    .where('validFrom', '<=', on)
    .where((where) => where.or([where('validTo', 'is', null), where('validTo', '>', on)]))
    .execute();
  return new Map(rows.map(({ code, amountCents }) => [code, cents(amountCents)]));
}

/** A charge as its own row tells it. */
export interface ChargeRow {
  readonly id: string;
  readonly noteId: string | null;
  readonly dayId: string | null;
  readonly patientId: string;
  readonly programId: string;
  readonly state: ChargeState;
  readonly amountCents: number;
}

/** Stores a charge of a note; undefined when the note has one already, so that an event heard twice charges once. */
export async function insertCharge(
  tx: Tx,
  id: string,
  encounter: EncounterToCharge,
  judged: Assessed,
  more: { coverage: CoverageRow | undefined; facts: ChargeFacts },
): Promise<string | undefined> {
  const row = await db(tx)
    .insertInto('billing.charge')
    .values({
      id,
      patientId: encounter.patientId,
      programId: encounter.programId,
      noteId: encounter.noteId,
      clinicianId: encounter.clinicianId,
      servedOn: encounter.servedOn,
      placeOfService: judged.placeOfService,
      payerId: more.coverage?.payerId ?? null,
      coverageId: more.coverage?.coverageId ?? null,
      state: judged.state,
      holds: JSON.stringify(judged.holds),
      diagnoses: encounter.diagnoses,
      amountCents: judged.amount,
      facts: JSON.stringify(more.facts),
      capturedAt: tx.now,
    })
    .onConflict((conflict) => conflict.column('noteId').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (row) await writeLines(tx, row.id, encounter, judged);
  return row?.id;
}

/** The lines of a charge, in place of those it had. */
export async function writeLines(tx: Tx, chargeId: string, { patientId, programId }: { patientId: string; programId: string }, { lines }: Assessed): Promise<void> {
  await db(tx).deleteFrom('billing.chargeLine').where('chargeId', '=', chargeId).execute();
  if (lines.length === 0) return;
  await db(tx)
    .insertInto('billing.chargeLine')
    .values(
      lines.map((line, index) => ({
        chargeId,
        position: index + 1,
        patientId,
        programId,
        code: line.code,
        modifiers: [...line.modifiers],
        units: line.units,
        amountCents: line.amount,
      })),
    )
    .execute();
}

/** A held charge, locked to be judged again; undefined when it is not held or not this actor's to see. */
export async function lockHeld(tx: Tx, chargeId: string): Promise<ChargeRow | undefined> {
  return db(tx)
    .selectFrom('billing.charge')
    .select(['id', 'noteId', 'dayId', 'patientId', 'programId', 'state', 'amountCents'])
    .where('id', '=', chargeId)
    .where('state', '=', 'held')
    .forUpdate()
    .executeTakeFirst();
}

/** The held charge of a note; undefined when it has none. */
export async function heldChargeOf(tx: Tx, noteId: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select id from billing.charge where note_id = ${noteId} and state = 'held'`.execute(tx.db);
  return rows[0]?.id;
}

/** Charges of notes from a day on that are not on a claim, locked. */
export async function lockServices(tx: Tx, of: { patientId: string; programId: string; from: Temporal.PlainDate }): Promise<readonly ChargeRow[]> {
  return db(tx)
    .selectFrom('billing.charge')
    .select(['id', 'noteId', 'dayId', 'patientId', 'programId', 'state', 'amountCents'])
    .where('patientId', '=', of.patientId)
    .where('programId', '=', of.programId)
    .where('servedOn', '>=', of.from)
    .where('noteId', 'is not', null)
    .where('state', 'in', ['held', 'ready', 'self-pay', 'included'])
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** Writes the new judgement of a charge that is on no claim. */
export async function rejudge(tx: Tx, charge: ChargeRow, judged: Assessed, coverage: CoverageRow | undefined): Promise<void> {
  await db(tx)
    .updateTable('billing.charge')
    .set({
      state: judged.state,
      holds: JSON.stringify(judged.holds),
      amountCents: judged.amount,
      payerId: coverage?.payerId ?? null,
      coverageId: coverage?.coverageId ?? null,
      placeOfService: judged.placeOfService,
    })
    .where('id', '=', charge.id)
    .execute();
  await writeLines(tx, charge.id, charge, judged);
}

/** A line of the biller's list of charges. */
export interface ChargeListed extends ChargeRow {
  readonly patientName: string;
  readonly mrn: string;
  readonly payerName: string | null;
  readonly programName: string;
  readonly clinicianName: string;
  readonly servedOn: Temporal.PlainDate;
  readonly holds: Hold[];
  readonly codes: string[];
  readonly units: number;
}

/** Charges in a state, the oldest service first. */
export async function chargesIn(tx: Tx, state: ChargeState, limit: number): Promise<ChargeListed[]> {
  const { rows } = await sql<ChargeListed>`
    select c.id, c.note_id, c.day_id, c.patient_id, c.program_id, c.state, c.amount_cents, n.display_name as patient_name, n.mrn, p.name as payer_name,
      coalesce(program.name, '') as program_name, coalesce(s.display_name, '') as clinician_name,
      c.served_on, c.holds, array(select l.code from billing.charge_line l where l.charge_id = c.id order by l.position) as codes,
      coalesce((select sum(l.units) from billing.charge_line l where l.charge_id = c.id), 0)::integer as units
    from billing.charge c join patients.patient_name n on n.id = c.patient_id left join identity.staff_name s on s.id = c.clinician_id left join billing.payer p on p.id = c.payer_id
      left join programs.program_name program on program.id = c.program_id
    where c.state = ${state} order by c.served_on, c.id limit ${limit}`.execute(tx.db);
  return rows;
}
