import { sql } from 'kysely';
import { within, type Id, type Tx } from '#server/platform/index.ts';
import type { AssessmentsTables } from '../assessments-tables.ts';
import type { Completed } from '../administrations/series.rules.ts';
import type { Stay } from './due.rules.ts';

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

/** Every stay in the programs of the reader. */
export async function allStays(tx: Tx): Promise<readonly NamedStay[]> {
  const { rows } = await sql<NamedStay>`${stays} order by patient.display_name limit 5000`.execute(tx.db);
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
