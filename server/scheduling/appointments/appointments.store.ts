import { sql, type Kysely, type RawBuilder } from 'kysely';
import { within, type Tx } from '#server/platform/index.ts';
import type { SchedulingTables } from '../scheduling-tables.ts';
import type { Appointment, AppointmentId, Status } from './appointment.ts';

const columns = [
  'id',
  'patientId',
  'programId',
  'siteId',
  'clinicianId',
  'roomId',
  'sessionId',
  'typeCode',
  'startsAt',
  'endsAt',
  'modality',
  'status',
  'cancelReason',
  'arrivedAt',
  'startedAt',
  'endedAt',
  'note',
  'version',
] as const;

/** An appointment with the names that a screen shows. */
export interface NamedAppointment extends Appointment {
  readonly patientName: string;
  readonly mrn: string;
  readonly clinicianName: string;
  readonly roomName: string | null;
  readonly typeName: string;
  readonly service: string;
  readonly seriesId: string | null;
  readonly occurrence: number | null;
}

function tables(tx: Tx): Kysely<SchedulingTables> {
  return within<SchedulingTables>(tx);
}

/** The select list and joins of a named appointment; `a` is the appointment. */
export const namedAppointment: RawBuilder<unknown> = sql`
  select a.id, a.version, a.patient_id, coalesce(p.display_name, '') as patient_name, coalesce(p.mrn, '') as mrn, a.program_id, a.site_id,
    a.clinician_id, coalesce(s.display_name, '') as clinician_name, a.room_id, r.name as room_name, a.session_id, a.type_code, t.name as type_name, t.service,
    a.starts_at, a.ends_at, a.modality, a.status, a.cancel_reason, a.arrived_at, a.started_at, a.ended_at, a.note, a.series_id, a.occurrence
  from scheduling.appointment a join scheduling.appointment_type t on t.code = a.type_code
    left join scheduling.room r on r.id = a.room_id
    left join identity.staff_name s on s.id = a.clinician_id
    left join patients.patient_name p on p.id = a.patient_id`;

/** The appointment with its names; undefined when there is none that this actor may see. */
export async function appointmentWithNames(tx: Tx, appointmentId: AppointmentId): Promise<NamedAppointment | undefined> {
  const { rows } = await sql<NamedAppointment>`${namedAppointment} where a.id = ${appointmentId}`.execute(tx.db);
  return rows[0];
}

/** Appointments of one person, merged records included, the latest first. */
export async function appointmentsOfPatient(tx: Tx, patientId: string, from: Temporal.Instant, to: Temporal.Instant): Promise<readonly NamedAppointment[]> {
  const { rows } = await sql<NamedAppointment>`${namedAppointment}
    where a.patient_id = any (array(select record.patient_id from patients.person_record record where record.person_id = ${patientId}))
      and a.starts_at >= ${from} and a.starts_at < ${to} order by a.starts_at desc limit 500`.execute(tx.db);
  return rows;
}

/** The appointment, locked until the transaction ends. */
export function lockAppointment(tx: Tx, appointmentId: AppointmentId): Promise<Appointment | undefined> {
  return tables(tx).selectFrom('scheduling.appointment').select(columns).where('id', '=', appointmentId).forUpdate().executeTakeFirst();
}

/** Writes a new appointment. Answers false when its id is already taken. Throws on overlap: the database's own refusal. */
export async function insertAppointment(tx: Tx, appointment: Appointment): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables(tx)
    .insertInto('scheduling.appointment')
    .values({ ...appointment, bookedAt: tx.now, bookedBy: tx.actor.id })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Writes what changed, the version with it. */
export async function updateAppointment(tx: Tx, { id, patientId: _patient, programId: _program, ...changed }: Appointment): Promise<void> {
  await tables(tx).updateTable('scheduling.appointment').set(changed).where('id', '=', id).execute();
}

/** Keeps one step for ever: who took it, when, and why. */
export async function recordStatusChange(tx: Tx, appointment: Appointment, fromStatus: Status, at: Temporal.Instant, reason: string | null): Promise<void> {
  const { id: appointmentId, patientId, programId, status: toStatus } = appointment;
  await tables(tx)
    .insertInto('scheduling.statusChange')
    .values({ appointmentId, patientId, programId, fromStatus, toStatus, reason, at, byStaff: tx.actor.id })
    .execute();
}
