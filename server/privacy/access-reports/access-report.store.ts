import { sql } from 'kysely';
import { NotFound, type Tx } from '#server/platform/index.ts';
import type { AccessLine } from './access-line.ts';

/** Whose report it is. Throws NotFound for nobody and for somebody out of reach. */
export async function subjectOfReport(tx: Tx, patientId: string): Promise<{ personId: string; name: string; mrn: string; organisation: string; timeZone: string }> {
  const { rows } = await sql<{ personId: string; name: string; mrn: string; organisation: string; timeZone: string }>`
    select person.person_id, person.display_name as name, person.mrn, here.name as organisation, here.time_zone
    from patients.patient_name person cross join identity.billing_provider here where person.id = ${patientId}`.execute(tx.db);
  const [found] = rows;
  if (!found) throw new NotFound('Patient');
  return found;
}

/** Who looked at or changed any record of a person between two days, the newest first; attempts that came to nothing are not looks. */
export async function accessLines(tx: Tx, personId: string, from: Temporal.PlainDate, to: Temporal.PlainDate, timeZone: string): Promise<AccessLine[]> {
  const { rows } = await sql<AccessLine>`
    select (line.at at time zone ${timeZone})::date as day, line.actor_name, line.actor_kind, line.actor_roles as roles, line.purpose,
      array_agg(distinct split_part(line.action, '.', 1) order by split_part(line.action, '.', 1)) as parts, count(*)::int as times, min(line.at) as first_at
    from audit.access_line line
    where line.patient_id in (select record.patient_id from patients.person_record record where record.person_id = ${personId})
      and line.outcome = 'done' and line.at >= ${from}::timestamp at time zone ${timeZone} and line.at < (${to}::date + 1)::timestamp at time zone ${timeZone}
    group by 1, 2, 3, 4, 5 order by 1 desc, min(line.at) desc limit 5000`.execute(tx.db);
  return rows;
}
