import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import { levelsBilledByDay } from '../days/day-rule.ts';
import type { Authorization } from './authorization.ts';
import type { ChangeAuthorization, NewAuthorization } from './authorizations.contract.ts';

// What is used is what was signed: encounters in the program within the dates, by day, by visit, or by quarter of an hour. Where days are billed it is the days.
const authorization = sql`select a.id, a.patient_id, coalesce(p.display_name, '') as patient_name, a.program_id, coalesce(program.name, '') as program_name,
    a.payer_id, coalesce(payer.name, '') as payer_name, a.state, a.number, a.counts, a.allowed, a.valid_from, a.valid_through, a.owner_id, s.display_name as owner_name,
    a.note, a.version, coalesce(used.count, 0)::integer as used
  from billing.authorization a left join patients.patient_name p on p.id = a.patient_id left join programs.program_name program on program.id = a.program_id
    left join identity.site_name site on site.id = program.site_id left join billing.payer payer on payer.id = a.payer_id left join identity.staff_name s on s.id = a.owner_id
    left join lateral (
      select case when a.counts <> 'visits' and program.level_of_care = any (${[...levelsBilledByDay]}::text[]) then (select count(*) from billing.treatment_day d
          where d.patient_id = a.patient_id and d.program_id = a.program_id and d.verdict = 'billable' and d.day between a.valid_from and a.valid_through)
        else (select case a.counts when 'days' then count(distinct (e.started_at at time zone coalesce(site.time_zone, 'UTC'))::date) when 'visits' then count(*)
        else sum(floor(extract(epoch from e.ended_at - e.started_at) / 900)) end as count
      from charting.signed_encounter e where e.patient_id = a.patient_id and e.program_id = a.program_id
        and (e.started_at at time zone coalesce(site.time_zone, 'UTC'))::date between a.valid_from and a.valid_through) end as count) used on true`;

/** Authorizations of a person, merged records included, the latest first. */
export async function authorizationsOf(tx: Tx, patientId: string): Promise<readonly Authorization[]> {
  const { rows } = await sql<Authorization>`${authorization}
    where a.patient_id = any (array(select record.patient_id from patients.person_record record where record.person_id = ${patientId})) order by a.valid_from desc, a.id`.execute(
    tx.db,
  );
  return rows;
}

/** Authorizations that run or are asked for, the first to end first. */
export async function authorizationsAtWork(tx: Tx): Promise<readonly Authorization[]> {
  const { rows } = await sql<Authorization>`${authorization} where a.state in ('requested', 'approved') order by a.valid_through, a.id limit 500`.execute(tx.db);
  return rows;
}

/** Authorizations of a person that run in a program on a day, locked until the transaction ends. */
export async function runningIn(tx: Tx, patientId: string, programId: string, day: Temporal.PlainDate): Promise<readonly Authorization[]> {
  const { rows } = await sql<Authorization>`${authorization} where a.patient_id = ${patientId} and a.program_id = ${programId}
    and a.state in ('requested', 'approved') and a.valid_through >= ${day}::date order by a.valid_from for update of a`.execute(tx.db);
  return rows;
}

/** One authorization; undefined when there is none that this actor may see. */
export async function authorizationById(tx: Tx, authorizationId: string): Promise<Authorization | undefined> {
  const { rows } = await sql<Authorization>`${authorization} where a.id = ${authorizationId}`.execute(tx.db);
  return rows[0];
}

/** Writes a new authorization; nothing when its id is there already. */
export async function insertAuthorization(
  tx: Tx,
  patientId: string,
  to: Omit<NewAuthorization, 'validFrom' | 'validThrough'> & { validFrom: string; validThrough: string; labels?: readonly string[] },
): Promise<void> {
  await sql`insert into billing.authorization (id, patient_id, program_id, labels, payer_id, state, number, counts, allowed, valid_from, valid_through, owner_id, note, made_at, made_by)
    values (${to.id}, ${patientId}, ${to.programId}, ${to.labels ?? []}::text[], ${to.payerId}, ${to.state}, ${to.number ?? null}, ${to.counts}, ${to.allowed}, ${to.validFrom}::date,
      ${to.validThrough}::date, ${to.ownerId ?? null}::uuid, ${to.note}, ${tx.now}, ${tx.actor.id}::uuid) on conflict (id) do nothing`.execute(tx.db);
}

/** Writes what changed; false when the version on the screen is not the last one. */
export async function updateAuthorization(tx: Tx, authorizationId: string, to: ChangeAuthorization): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update billing.authorization set state = ${to.state}, number = ${to.number ?? null}, counts = ${to.counts}, allowed = ${to.allowed},
      valid_from = ${to.validFrom}::date, valid_through = ${to.validThrough}::date, owner_id = ${to.ownerId ?? null}::uuid, note = ${to.note}, version = version + 1
    where id = ${authorizationId} and version = ${to.version}`.execute(tx.db);
  return numAffectedRows === 1n;
}

/** Sets only the state of these authorizations. */
export async function setState(tx: Tx, authorizationIds: readonly string[], state: Authorization['state']): Promise<void> {
  await sql`update billing.authorization set state = ${state}, version = version + 1 where id = any (${authorizationIds}::uuid[])`.execute(tx.db);
}
