import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { NotFound, within, type Tx } from '#server/platform/index.ts';
import type { AppointmentId } from '../appointments/appointment.ts';
import type { SchedulingTables } from '../scheduling-tables.ts';
import { earliestStart } from './reminder.rules.ts';
import type { Remindable } from './reminder.ts';

const reminders = (tx: Tx) => within<SchedulingTables>(tx);
const digestOf = (secret: string) => createHash('sha256').update(secret).digest('hex');

const remindable = sql`select a.id as appointment_id, a.patient_id, a.program_id, a.starts_at, a.booked_at, a.status, a.modality, coalesce(s.time_zone, 'UTC') as time_zone
  from scheduling.appointment a left join identity.site_name s on s.id = a.site_id`;

/**
 * Appointments that begin within so many hours and still stand, with what was decided of them left out. Of sessions of one day that follow each other only the
 * first: whoever comes to a day program is told when it begins, once.
 */
export async function appointmentsAhead(tx: Tx, hours: number): Promise<readonly Remindable[]> {
  const { rows } = await sql<Remindable>`${remindable}
    where a.starts_at > ${tx.now} and a.starts_at <= ${tx.now.add({ hours })} and a.status in ('booked', 'confirmed')
      and not exists (select from scheduling.reminder r where r.appointment_id = a.id and r.starts_at = a.starts_at and r.decided_at > ${tx.now}::timestamptz - interval '20 hours')
      and not (a.session_id is not null and exists (select from scheduling.appointment first where first.patient_id = a.patient_id and first.program_id = a.program_id
        and first.session_id is not null and first.status in ('booked', 'confirmed') and first.starts_at < a.starts_at and first.starts_at > a.starts_at - interval '12 hours'))
    order by a.starts_at`.execute(tx.db);
  return rows;
}

/** One appointment, locked: whoever else would remind of it waits and then sees that it was done. */
export async function lockRemindable(tx: Tx, appointmentId: AppointmentId): Promise<Remindable | undefined> {
  const { rows } = await sql<Remindable>`${remindable} where a.id = ${appointmentId} for update of a`.execute(tx.db);
  return rows[0];
}

/** Whether that lead was decided for that time already. */
export async function isDecided(tx: Tx, { appointmentId, startsAt }: Remindable, lead: string): Promise<boolean> {
  const found = await reminders(tx)
    .selectFrom('scheduling.reminder')
    .select('id')
    .where('appointmentId', '=', appointmentId)
    .where('startsAt', '=', startsAt)
    .where('lead', '=', lead)
    .executeTakeFirst();
  return found !== undefined;
}

/** A secret with the digest that is kept. */
interface Drawn {
  readonly secret: string;
  readonly hash: string;
}

function drawn(): Drawn {
  const secret = randomBytes(24).toString('base64url');
  return { secret, hash: digestOf(secret) };
}

/** Secrets of one purpose each; that of arriving only where the message tells of it. */
export function drawSecrets(tellsToArrive: boolean): { readonly confirm: Drawn; readonly cancel: Drawn; readonly arrive: Drawn | null } {
  return { confirm: drawn(), cancel: drawn(), arrive: tellsToArrive ? drawn() : null };
}

/** Writes what was decided. */
export async function insertReminder(tx: Tx, reminder: Omit<SchedulingTables['scheduling.reminder'], 'labels' | 'answer' | 'answeredAt'>): Promise<void> {
  await reminders(tx)
    .insertInto('scheduling.reminder')
    .values({ ...reminder, answer: null, answeredAt: null })
    .execute();
}

/** What went out for an appointment and what came back, the latest first. */
export function remindersOf(tx: Tx, appointmentId: string) {
  return reminders(tx)
    .selectFrom('scheduling.reminder')
    .select(['id', 'patientId', 'programId', 'channel', 'decidedAt', 'answer', 'answeredAt'])
    .where('appointmentId', '=', appointmentId as AppointmentId)
    .orderBy('decidedAt', 'desc')
    .execute();
}

/**
 * Lets whoever holds a secret act in the program of the appointment for the one thing that it allows. Throws the same NotFound for one that never was, whose
 * appointment has begun (that of arriving: some time after), or has moved.
 */
export async function actAsHolder(tx: Tx, secret: string) {
  const hash = digestOf(secret);
  await sql`select set_config('mooring.reminder_hash', ${hash}, true)`.execute(tx.db);
  const held = await reminders(tx)
    .selectFrom('scheduling.reminder')
    .select(['id', 'appointmentId', 'patientId', 'programId', 'startsAt', 'confirmHash', 'arriveHash', 'answer'])
    .where(({ eb, or, and }) =>
      or([
        and([or([eb('confirmHash', '=', hash), eb('cancelHash', '=', hash)]), eb('expiresAt', '>', tx.now)]),
        and([eb('arriveHash', '=', hash), eb('startsAt', '>', earliestStart(tx.now))]),
      ]),
    )
    .executeTakeFirstOrThrow(() => new NotFound('Page'));
  const permissions = 'schedule.read,schedule.write,patient.read,program.read';
  await sql`select set_config('mooring.programs', ${`{${held.programId}}`}, true), set_config('mooring.actor_kind', 'system', true),
    set_config('mooring.permissions', ${permissions}, true)`.execute(tx.db);
  const purpose = held.confirmHash === hash ? ('confirm' as const) : held.arriveHash === hash ? ('arrive' as const) : ('cancel' as const);
  return { ...held, purpose };
}

/** Keeps what was answered; a later answer takes the place of an earlier one. */
export async function keepAnswer(tx: Tx, reminderId: string, answer: 'confirm' | 'cancel'): Promise<void> {
  await reminders(tx).updateTable('scheduling.reminder').set({ answer, answeredAt: tx.now }).where('id', '=', reminderId).execute();
}
