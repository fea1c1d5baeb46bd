import { sql, type RawBuilder } from 'kysely';
import {
  printedAlready,
  printedCode,
  printedList,
  printedMoment,
  printedNumber,
  printedObject,
  printedOrNull,
  printedText,
  printedTextUnlessEmpty,
  type Tx,
} from '#server/platform/index.ts';
import type { TimeSpan } from '../appointments/appointment.ts';
import { AlikeAppointments, BlockedTimeEntry, BusyEntry, ScheduledVisit, type ScheduleReply } from './schedule.contract.ts';

/** A column of the schedule. */
export interface Clinician {
  readonly id: string;
  readonly name: string;
  readonly credential: string | null;
}

/** What appointments share, once each. */
export interface Shared {
  readonly patients: readonly { readonly id: string; readonly name: string; readonly mrn: string }[];
  readonly types: readonly { readonly code: string; readonly name: string; readonly service: string }[];
  readonly rooms: readonly { readonly id: string; readonly name: string }[];
}

/** Time that is taken by what is no appointment in sight, as it goes over the wire. */
type Unavailable = ScheduleReply['unavailable'][number];

/** The time zone of a site; UTC when there is no such site. */
export async function siteTimeZone(tx: Tx, siteId: string | undefined): Promise<string> {
  const { rows } = await sql<{
    timeZone: string;
  }>`select time_zone from identity.site_name where ${siteId ?? null}::uuid is null or id = ${siteId ?? null}::uuid order by name limit 1`.execute(tx.db);
  return rows[0]?.timeZone ?? 'UTC';
}

/** A site by its id, or that of a program; undefined when this actor reaches neither. */
export async function siteOf(tx: Tx, { siteId, programId }: { siteId?: string | undefined; programId: string }): Promise<{ id: string; timeZone: string } | undefined> {
  const { rows } = await sql<{ id: string; timeZone: string }>`
    select site.id, site.time_zone from programs.program_name program join identity.site_name site on site.id = coalesce(${siteId ?? null}::uuid, program.site_id)
    where program.id = ${programId}`.execute(tx.db);
  return rows[0];
}

/** Those people, by name. */
export async function cliniciansById(tx: Tx, clinicianIds: readonly string[]): Promise<readonly Clinician[]> {
  const { rows } =
    await sql<Clinician>`select id, display_name as name, credential from identity.staff_name where id = any (${clinicianIds}::uuid[]) order by display_name`.execute(
      tx.db,
    );
  return rows;
}

/** Those with a clinical role who work in a program, or in any program of a site. */
export async function team(tx: Tx, { programId, siteId }: { programId?: string | undefined; siteId?: string | undefined }): Promise<readonly Clinician[]> {
  const { rows } = await sql<Clinician>`
    select id, display_name as name, credential from identity.staff_name where is_clinical and active and id in (
      select membership.staff_id from identity.staff_membership membership join programs.program_name program on program.id = membership.program_id
      where program.id = ${programId ?? null}::uuid or (${programId ?? null}::uuid is null and program.site_id = ${siteId ?? null}::uuid))
    order by display_name`.execute(tx.db);
  return rows;
}

function withinDays(clinicianIds: readonly string[], { startsAt, endsAt }: TimeSpan): RawBuilder<unknown> {
  // An appointment lasts a day at most, so that the index on the start finds all that reach into the span.
  return sql`clinician_id = any (${clinicianIds}::uuid[]) and starts_at > ${startsAt}::timestamptz - interval '1 day' and starts_at < ${endsAt} and ends_at > ${startsAt}`;
}

// What is held for a group session is left out once somebody has a seat in it: the seats show it.
function blockedDuring(clinicianIds: readonly string[], { startsAt, endsAt }: TimeSpan): RawBuilder<unknown> {
  return sql`scheduling.blocked_time where clinician_id = any (${clinicianIds}::uuid[]) and starts_at < ${endsAt} and ends_at > ${startsAt}
    and not exists (select from scheduling.appointment seat where seat.session_id = blocked_time.session_id and seat.status not in ('cancelled', 'no-show'))`;
}

const printedVisit = printedObject(ScheduledVisit, {
  id: printedCode('id'),
  version: printedNumber('version'),
  patientId: printedCode('patient_id'),
  roomId: printedCode('room_id'),
  startsAt: printedAlready('span.starts_at'),
  endsAt: printedAlready('span.ends_at'),
  cancelReason: printedTextUnlessEmpty('cancel_reason'),
  arrivedAt: printedMoment('arrived_at'),
  startedAt: printedMoment('started_at'),
  endedAt: printedMoment('ended_at'),
  note: printedTextUnlessEmpty('note'),
  seriesId: printedCode('series_id'),
  occurrence: printedNumber('occurrence'),
});
const commonColumns = sql.raw('program_id, site_id, clinician_id, type_code, modality, status');
const printedAlike = printedObject(AlikeAppointments, {
  programId: printedCode('program_id'),
  siteId: printedCode('site_id'),
  clinicianId: printedCode('clinician_id'),
  typeCode: printedText('type_code'),
  modality: printedCode('modality'),
  status: printedCode('status'),
  visits: printedList(ScheduledVisit, 'visits'),
});

const printedBlocked = printedObject(BlockedTimeEntry, {
  id: printedCode('id'),
  clinicianId: printedOrNull(printedCode('clinician_id')),
  roomId: printedOrNull(printedCode('room_id')),
  startsAt: printedMoment('starts_at'),
  endsAt: printedMoment('ends_at'),
  reason: printedText('reason'),
  version: printedNumber('version'),
});
const printedBusy = printedObject(BusyEntry, { clinicianId: printedCode('clinician_id'), startsAt: printedMoment('starts_at'), endsAt: printedMoment('ends_at') });

/** The appointments of a schedule, printed, whom and what they tell of, and time that is taken by something else. */
export interface Diary {
  readonly appointments: string;
  readonly patientIds: readonly string[];
  readonly typeCodes: readonly string[];
  readonly roomIds: readonly string[];
  /** Blocked time, then what the reader may not see, each by its start. */
  readonly unavailable: readonly Unavailable[];
}

/**
 * Taken time that nothing in sight explains. Each thing in sight has one line among the taken times, so where the counts agree there is nothing to look for:
 * appointments were counted with those that are alike.
 */
function takenElsewhere(clinicianIds: readonly string[], span: TimeSpan): RawBuilder<unknown> {
  return sql`
    taken as not materialized (select clinician_id, starts_at, ends_at from scheduling.busy_slot where ${withinDays(clinicianIds, span)}),
    blocked as materialized (select id, clinician_id, room_id, starts_at, ends_at, reason, version from ${blockedDuring(clinicianIds, span)}),
    explained as (select clinician_id, sum(lines) as lines from (select clinician_id, lines from alike where status not in ('cancelled', 'no-show')
      union all select clinician_id, 1 from blocked) each group by clinician_id),
    unexplained as materialized (select clinician_id from (select clinician_id, count(*) as lines from taken group by clinician_id) taken
      left join explained using (clinician_id) where taken.lines > coalesce(explained.lines, 0)),
    elsewhere as (select * from taken where clinician_id in (select clinician_id from unexplained)
      except (select clinician_id, starts_at, ends_at from seen where status not in ('cancelled', 'no-show') union all select clinician_id, starts_at, ends_at from blocked))`;
}

/**
 * Appointments of those clinicians that touch the span, and when else they are taken. A week of forty has two thousand rows: the database prints them, what they
 * have in common and their times once. Taken time that an appointment or a block in sight explains is left out; of the rest only the times are known.
 */
export async function diaryOf(tx: Tx, clinicianIds: readonly string[], span: TimeSpan): Promise<Diary> {
  const { rows } = await sql<Diary>`
    with seen as materialized (select * from scheduling.appointment where ${withinDays(clinicianIds, span)}),
      span as materialized (select starts_at as starting, ends_at as ending, ${printedMoment('starts_at').json} as starts_at, ${printedMoment('ends_at').json} as ends_at
        from (select distinct starts_at, ends_at from seen) as each),
      -- A left join finds nothing less here, and the planner expects as many rows as there are.
      alike as materialized (select ${commonColumns}, count(*) as lines, string_agg(${printedVisit}, ',') as visits
        from seen left join span on span.starting = seen.starts_at and span.ending = seen.ends_at group by ${commonColumns}),
      ${takenElsewhere(clinicianIds, span)}
    select coalesce((select string_agg(${printedAlike}, ',') from alike), '') as appointments,
      array(select distinct patient_id from seen) as patient_ids, array(select distinct type_code from alike) as type_codes,
      array(select distinct room_id from seen where room_id is not null) as room_ids,
      (select coalesce(json_agg(line::json order by place, starts_at), '[]') from (select 1 as place, starts_at, ${printedBlocked} as line from blocked
        union all select 2, starts_at, ${printedBusy} from elsewhere) each) as unavailable`.execute(tx.db);
  return rows[0] as Diary;
}

/** Names of whom and what the appointments tell, in one question. */
export async function sharedBy(tx: Tx, { patientIds, typeCodes, roomIds }: Pick<Diary, 'patientIds' | 'typeCodes' | 'roomIds'>): Promise<Shared> {
  const { rows } = await sql<Shared>`
    select (select coalesce(json_agg(json_build_object('id', id, 'name', coalesce(display_name, ''), 'mrn', coalesce(mrn, ''))), '[]')
        from patients.patient_name where id = any (${patientIds}::uuid[])) as patients,
      (select coalesce(json_agg(json_build_object('code', code, 'name', name, 'service', service)), '[]')
        from scheduling.appointment_type where code = any (${typeCodes}::text[])) as types,
      (select coalesce(json_agg(json_build_object('id', id, 'name', name)), '[]') from scheduling.room where id = any (${roomIds}::uuid[])) as rooms`.execute(tx.db);
  return rows[0] as Shared;
}
