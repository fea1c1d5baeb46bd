import { sql } from 'kysely';
import { tileRows, type Tx } from '#server/platform/index.ts';

/** Visits of this clinician in the last two weeks that took place and of which no note was begun; those of groups have a board of their own. */
export const visitsWithoutNote = (tx: Tx) =>
  tileRows(
    {
      id: sql`a.id`,
      patientId: sql`a.patient_id`,
      who: sql`p.display_name`,
      what: sql`a.type_name || coalesce(', ' || program.name, '')`,
      at: sql`a.starts_at`,
      isLate: sql`a.ends_at < ${tx.now}::timestamptz - interval '1 day'`,
      opens: sql`'/patients/' || a.patient_id || '/notes'`,
    },
    sql`from scheduling.appointment_fact a left join patients.patient_name p on p.id = a.patient_id left join programs.program_name program on program.id = a.program_id
    where a.clinician_id = ${tx.actor.id}::uuid and a.starts_at between ${tx.now}::timestamptz - interval '14 days' and ${tx.now}
      and a.status in ('arrived', 'in-session', 'completed') and a.service not like 'group%'
      and not exists (select from charting.draft d where d.appointment_id = a.id and d.state <> 'discarded')
      and not exists (select from charting.note n where n.appointment_id = a.id)`,
  );
