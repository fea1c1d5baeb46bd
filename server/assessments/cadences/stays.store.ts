import { sql } from 'kysely';
import { within, type Id, type Tx } from '#server/platform/index.ts';
import type { AssessmentsTables } from '../assessments-tables.ts';
import type { Completed } from '../administrations/series.rules.ts';
import type { Cadence } from './cadence-content.ts';
import { daysBeforeAdmission, type Stay } from './due.rules.ts';

/** A stay with the words for lists, and where its days are counted. */
export interface NamedStay extends Stay {
  readonly patientName: string;
  readonly programName: string;
  readonly timeZone: string;
  readonly clinicianId: string | null;
  readonly clinicianName: string | null;
}

const stays = sql`select stay.patient_id, stay.program_id, stay.admitted_on, program.kind, program.name as program_name,
    patient.display_name as patient_name, coalesce(site.time_zone, 'UTC') as time_zone, stay.primary_clinician_id as clinician_id, clinician.display_name as clinician_name
  from programs.open_episode stay join programs.program_name program on program.id = stay.program_id
    join patients.patient_name patient on patient.id = stay.patient_id left join identity.site_name site on site.id = program.site_id left join identity.staff_name clinician on clinician.id = stay.primary_clinician_id
  where stay.state = 'admitted' and stay.admitted_on is not null`;

/** Where these records are in care now. */
export async function staysOf(tx: Tx, recordIds: readonly string[]): Promise<readonly NamedStay[]> {
  const { rows } = await sql<NamedStay>`${stays} and stay.patient_id = any (${[...recordIds]}::uuid[]) order by stay.admitted_on`.execute(tx.db);
  return rows;
}

/** The stays whose primary clinician this is. */
export async function staysOfClinician(tx: Tx, staffId: string): Promise<readonly NamedStay[]> {
  const { rows } = await sql<NamedStay>`${stays} and stay.primary_clinician_id = ${staffId} order by patient.display_name limit 300`.execute(tx.db);
  return rows;
}

/** An instrument that should have been asked by now, in the stay that asks for it. */
export interface OverdueInstrument {
  readonly patientId: string;
  readonly patientName: string;
  readonly programId: string;
  readonly programName: string;
  readonly clinicianId: string | null;
  readonly clinicianName: string | null;
  readonly instrumentCode: string;
  readonly dueOn: Temporal.PlainDate;
}

/**
 * Instruments whose day is over where they are asked; of one primary clinician's patients, or of everybody in the programs of the reader.
 * The rule is `dueInstruments`: asked for by two programs an instrument is owed once, at the sooner date.
 */
export async function instrumentsOverdue(
  tx: Tx,
  clinicianId: string | null,
  cadences: readonly (Cadence & { readonly kind: string })[],
): Promise<readonly OverdueInstrument[]> {
  const lines = JSON.stringify(
    cadences.map(({ kind, instrument, firstWithinDays, everyDays }) => ({ kind, instrument, first_days: firstWithinDays, every_days: everyDays })),
  );
  const { rows } = await sql<OverdueInstrument>`
    with cadence as (select * from jsonb_to_recordset(${lines}::jsonb) as line (kind text, instrument text, first_days integer, every_days integer)),
    stay as (${stays} and (${clinicianId}::uuid is null or stay.primary_clinician_id = ${clinicianId})),
    owed as (
      select distinct on (stay.patient_id, cadence.instrument) stay.*, cadence.instrument as instrument_code,
        case when last.day >= stay.admitted_on - ${daysBeforeAdmission}::integer then last.day + cadence.every_days else stay.admitted_on + cadence.first_days end as due_on
      from stay join cadence on cadence.kind = stay.kind
        left join lateral (select (a.completed_at at time zone stay.time_zone)::date as day from assessments.administration a
          where a.patient_id = stay.patient_id and a.instrument_code = cadence.instrument and a.completed_at is not null order by a.completed_at desc limit 1) last on true
      order by stay.patient_id, cadence.instrument, due_on nulls last, stay.admitted_on)
    select patient_id, patient_name, program_id, program_name, clinician_id, clinician_name, instrument_code, due_on from owed
    where due_on < (${tx.now}::timestamptz at time zone time_zone)::date order by due_on limit 5000`.execute(tx.db);
  return rows;
}

/** What these patients completed, oldest first. */
export function completedBy(tx: Tx, patientIds: readonly string[]): Promise<readonly (Completed & { readonly patientId: string })[]> {
  return within<AssessmentsTables>(tx)
    .selectFrom('assessments.administration')
    .select(['id', 'patientId', 'versionId', 'instrumentCode', 'answeredBy', 'completedAt', 'score', 'says'])
    .where('patientId', 'in', patientIds as readonly Id<'Patient'>[])
    .where('completedAt', 'is not', null)
    .orderBy('completedAt')
    .execute();
}
