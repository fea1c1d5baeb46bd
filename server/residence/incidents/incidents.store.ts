import { sql } from 'kysely';
import { NotFound, type Tx } from '#server/platform/index.ts';
import type { Lodger } from '../residencies/residency.ts';
import type { Named } from './names.rules.ts';

/** Everybody who lives in the houses within reach, by name. */
export async function namesInHouse(tx: Tx): Promise<readonly Named[]> {
  const { rows } = await sql<Named>`select r.patient_id, n.given_name, n.family_name from residence.residency r join patients.patient_name n on n.id = r.patient_id
    where r.ends_at is null`.execute(tx.db);
  return rows;
}

/** Writes the report of one person; nothing when it is there already. */
export async function insertIncident(
  tx: Tx,
  of: Lodger,
  event: { eventId: string; kind: string; happenedAt: Temporal.Instant; place: string; staffIds: readonly string[]; dueAt: Temporal.Instant },
  told: { id: string; whatHappened: string; whatWasDone: string },
): Promise<void> {
  await sql`insert into residence.incident_report (id, patient_id, program_id, residency_id, event_id, kind, happened_at, place, what_happened, what_was_done, staff_ids, reported_at,
      reported_by, follow_up_due_at)
    values (${told.id}, ${of.patientId}, ${of.programId}, ${of.residencyId}, ${event.eventId}, ${event.kind}, ${event.happenedAt}, ${event.place}, ${told.whatHappened}, ${told.whatWasDone},
      ${[...event.staffIds]}::uuid[], ${tx.now}, ${tx.actor.id}::uuid, ${event.dueAt}) on conflict do nothing`.execute(tx.db);
}

/** One report in the list. */
export interface IncidentRow {
  readonly id: string;
  readonly eventId: string;
  readonly patientId: string;
  readonly programId: string;
  readonly name: string;
  readonly kind: string;
  readonly happenedAt: Temporal.Instant;
  readonly place: string;
  readonly whatHappened: string;
  readonly whatWasDone: string;
  readonly reportedByName: string;
  readonly followUpDueAt: Temporal.Instant;
  readonly followUp: string | null;
  readonly followedUpByName: string | null;
}

const report = sql`select i.id, i.event_id, i.patient_id, i.program_id, coalesce(n.display_name, '') as name, i.kind, i.happened_at, i.place, i.what_happened, i.what_was_done,
    coalesce(s.display_name, '') as reported_by_name, i.follow_up_due_at, i.follow_up, f.display_name as followed_up_by_name
  from residence.incident_report i left join patients.patient_name n on n.id = i.patient_id left join identity.staff_name s on s.id = i.reported_by
    left join identity.staff_name f on f.id = i.followed_up_by`;

/** Reports within reach: those to be followed up first, then the latest. */
export async function incidents(tx: Tx): Promise<readonly IncidentRow[]> {
  const { rows } = await sql<IncidentRow>`${report} order by (i.follow_up is null) desc, i.happened_at desc limit 200`.execute(tx.db);
  return rows;
}

/** One report, locked. Throws NotFound for none within reach. */
export async function lockIncident(tx: Tx, reportId: string): Promise<IncidentRow> {
  const { rows } = await sql<IncidentRow>`${report} where i.id = ${reportId} for update of i`.execute(tx.db);
  if (!rows[0]) throw new NotFound('Incident report');
  return rows[0];
}

/** Writes what came of it. */
export async function writeFollowUp(tx: Tx, reportId: string, followUp: string): Promise<void> {
  await sql`update residence.incident_report set follow_up = ${followUp}, followed_up_at = ${tx.now}, followed_up_by = ${tx.actor.id}::uuid where id = ${reportId}`.execute(
    tx.db,
  );
}
