import { sql } from 'kysely';
import { newId, within, type Tx } from '#server/platform/index.ts';
import type { AssessmentsTables } from '../assessments-tables.ts';
import type { Answerable } from './hours.rules.ts';

interface Around {
  readonly primary: string | null;
  readonly onCall: readonly string[];
  readonly directors: readonly string[];
  readonly timeZone: string;
}

/** Who answers for a patient of a program at a moment, and where its clock hangs. */
export async function peopleAround(tx: Tx, patientId: string, programId: string, at: Temporal.Instant): Promise<Answerable & { readonly timeZone: string }> {
  const { rows } = await sql<Around>`select
    (select primary_clinician_id from programs.open_episode where patient_id = ${patientId} and program_id = ${programId} limit 1) as primary,
    array(select staff_id::text from assessments.on_call_shift where program_id = ${programId} and starts_at <= ${at} and ends_at > ${at} order by starts_at) as on_call,
    array(select held.staff_id::text from identity.staff_role_held held join identity.staff_membership member on member.staff_id = held.staff_id
      where held.role_code = 'clinical-director' and member.program_id = ${programId} order by held.staff_id) as directors,
    coalesce((select site.time_zone from programs.program_name program join identity.site_name site on site.id = program.site_id where program.id = ${programId}), 'UTC') as time_zone`.execute(
    tx.db,
  );
  return rows[0] ?? { primary: null, onCall: [], directors: [], timeZone: 'UTC' };
}

/** Where colleagues get mail. */
export async function mailOf(tx: Tx, staffIds: readonly string[]): Promise<readonly string[]> {
  if (staffIds.length === 0) return [];
  const { rows } = await sql<{ email: string }>`select email from identity.staff_mail where id = any (${[...staffIds]}::uuid[])`.execute(tx.db);
  return rows.map(({ email }) => email);
}

/** Puts a colleague on call for a program. */
export async function insertShift(
  tx: Tx,
  shift: Omit<AssessmentsTables['assessments.onCallShift'], 'id' | 'startsAt' | 'endsAt'> & { startsAt: Temporal.Instant; endsAt: Temporal.Instant },
): Promise<void> {
  await within<AssessmentsTables>(tx)
    .insertInto('assessments.onCallShift')
    .values({ id: newId<'Shift'>(), ...shift })
    .execute();
}
