import { sql } from 'kysely';
import { within, type Tx } from '#server/platform/index.ts';
import type { FindingVerdict } from './closing.rules.ts';
import type { DayOfActor, Look, NewFinding } from './findings.rules.ts';

/** A day of the organisation, from one midnight to the next. */
export interface ReviewedDay {
  readonly day: Temporal.PlainDate;
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
  readonly timeZone: string;
}

/** Finished days of the last week that nobody has gone through yet, the oldest first. */
export async function daysToReview(tx: Tx): Promise<ReviewedDay[]> {
  const { rows } =
    await sql<ReviewedDay>`select wanted.day, wanted.day::timestamp at time zone zone.time_zone as from, (wanted.day + 1)::timestamp at time zone zone.time_zone as to, zone.time_zone
    from (select time_zone, (${tx.now}::timestamptz at time zone time_zone)::date as today from identity.billing_provider) zone
    cross join lateral (select zone.today - back as day from generate_series(7, 1, -1) back) wanted
    where not exists (select from audit.review_day made where made.day = wanted.day) order by wanted.day`.execute(tx.db);
  return rows;
}

/** What was looked at in a day, by person and patient. Views of the contexts above say who is who and who is treated where; a day is read by its index. */
export async function looksOfDay(
  tx: Tx,
  { from, to, timeZone }: ReviewedDay,
  settings: { listsOver: number; ignoredActions: readonly string[]; lateFrom: string; lateTo: string; withinDays: number },
): Promise<Look[]> {
  const { listsOver, ignoredActions, lateFrom, lateTo, withinDays } = settings;
  const { rows } = await sql<Look>`
    with entries as materialized (
      select e.seq, e.at, e.actor_id, e.action, patient_id,
        case when ${lateFrom}::time > ${lateTo}::time then (e.at at time zone ${timeZone})::time >= ${lateFrom}::time or (e.at at time zone ${timeZone})::time < ${lateTo}::time
          else (e.at at time zone ${timeZone})::time >= ${lateFrom}::time and (e.at at time zone ${timeZone})::time < ${lateTo}::time end as is_late
      from audit.entry e cross join lateral unnest(e.patient_ids) patient_id
      where e.at >= ${from} and e.at < ${to} and e.actor_kind = 'staff' and e.outcome = 'done'
        and cardinality(e.patient_ids) between 1 and ${listsOver} and e.action <> all (${ignoredActions}::text[])
    ), looks as materialized (
      select actor_id, patient_id, count(*)::int as entries, count(*) filter (where is_late)::int as late_entries, bool_or(action = 'emergency.open') as broke_glass,
        min(at) as first_at, max(at) as last_at, (array_agg(seq order by seq))[1:20] as seqs
      from entries group by actor_id, patient_id
    ), colleagues as materialized (
      select lower(given_name) as given, lower(family_name) as family, array_agg(id) as ids from identity.staff_name group by 1, 2
    ), workplaces as materialized (
      select staff_id, program_id from identity.staff_membership
    )
    select looks.*, actor.display_name as actor_name, actor.given_name as actor_given, actor.family_name as actor_family,
      person.given_name as patient_given, person.family_name as patient_family,
      coalesce(colleague.ids <> array[looks.actor_id], false) as bears_colleagues_name,
      exists (select from programs.open_episode stay where stay.patient_id = looks.patient_id
          and (stay.primary_clinician_id = looks.actor_id or exists (select from workplaces w where w.staff_id = looks.actor_id and w.program_id = stay.program_id)))
        or exists (select from scheduling.appointment_fact planned where planned.patient_id = looks.patient_id
          and planned.starts_at >= ${from}::timestamptz - make_interval(days => ${withinDays}) and planned.starts_at < ${to}::timestamptz + make_interval(days => ${withinDays})
          and (planned.clinician_id = looks.actor_id or exists (select from workplaces w where w.staff_id = looks.actor_id and w.program_id = planned.program_id))) as has_relationship
    from looks join identity.staff_name actor on actor.id = looks.actor_id
      left join patients.patient_name person on person.id = looks.patient_id
      left join colleagues colleague on colleague.given = lower(person.given_name) and colleague.family = lower(person.family_name)
    order by actor.display_name, looks.first_at`.execute(tx.db);
  return rows;
}

/** Keeps the sums of a day for each person of the staff, and answers them beside what was usual on the days before. */
export async function useOfDay(tx: Tx, { day, from, to }: ReviewedDay, usualOverDays: number): Promise<DayOfActor[]> {
  const { rows } = await sql<DayOfActor>`
    with entries as materialized (
      select seq, at, actor_id, outcome, reason, patient_ids from audit.entry where at >= ${from} and at < ${to} and actor_kind = 'staff' and actor_id is not null
    ), sums as (
      select actor_id, count(*)::int as entries, count(*) filter (where outcome = 'denied' or reason = 'not-found')::int as refused, min(at) as first_at, max(at) as last_at
      from entries group by actor_id
    ), people as (
      select actor_id, count(distinct patient_id)::int as patients from entries cross join lateral unnest(patient_ids) patient_id where outcome = 'done' group by actor_id
    ), kept as (
      insert into audit.daily_use (day, actor_id, entries, patients, refused)
      select ${day}, actor_id, sums.entries, coalesce(people.patients, 0), sums.refused from sums left join people using (actor_id) on conflict do nothing
    )
    select actor.id as actor_id, actor.display_name as actor_name, coalesce(people.patients, 0) as patients, sums.refused, sums.first_at, sums.last_at,
      (select avg(before.patients)::float from audit.daily_use before where before.actor_id = sums.actor_id and before.day < ${day} and before.day >= ${day}::date - ${usualOverDays}::int) as usual_patients,
      array(select distinct place.kind from identity.staff_membership works join programs.program_name place on place.id = works.program_id where works.staff_id = sums.actor_id) as program_kinds
    from sums join identity.staff_name actor on actor.id = sums.actor_id left join people using (actor_id) order by actor.display_name`.execute(tx.db);
  return rows;
}

interface ReviewTables {
  'audit.reviewDay': {
    day: Temporal.PlainDate;
    madeAt: Temporal.Instant;
    entries: number;
    closedAt: Temporal.Instant | null;
    closedBy: string | null;
    closedByName: string | null;
    note: string | null;
  };
  'audit.finding': Omit<NewFinding, 'entries'> & {
    id: string;
    day: Temporal.PlainDate;
    entries: number[];
    verdict: FindingVerdict | null;
    note: string | null;
    incidentId: string | null;
    reviewedAt: Temporal.Instant | null;
    reviewedBy: string | null;
  };
  /** A view of patients; empty for those out of reach. */
  'patients.patientName': { id: string; displayName: string };
}

const review = (tx: Tx) => within<ReviewTables>(tx);

/** Keeps a day with its findings. False when somebody else made it meanwhile. */
export async function keepDay(tx: Tx, day: Temporal.PlainDate, entries: number, findings: readonly NewFinding[]): Promise<boolean> {
  const { rows } = await sql`insert into audit.review_day (day, made_at, entries) values (${day}, ${tx.now}, ${entries}) on conflict do nothing returning day`.execute(
    tx.db,
  );
  if (rows.length === 0) return false;
  // As one document: a statement has no room for a value a finding and column.
  await sql`insert into audit.finding (day, rule, actor_id, actor_name, patient_id, count, first_at, last_at, entries, says)
    select ${day}, f.rule, f.actor_id, f.actor_name, f.patient_id, f.count, f.first_at, f.last_at, f.entries, f.says
    from jsonb_to_recordset(${JSON.stringify(findings.map((f) => ({ rule: f.rule, actor_id: f.actorId, actor_name: f.actorName, patient_id: f.patientId, count: f.count, first_at: f.firstAt, last_at: f.lastAt, entries: f.entries, says: f.says })))}::jsonb)
      as f (rule text, actor_id uuid, actor_name text, patient_id uuid, count int, first_at timestamptz, last_at timestamptz, entries bigint[], says text)`.execute(
    tx.db,
  );
  return true;
}

/** Days with how many findings there are and how many wait, the newest first. */
export async function reviewDays(tx: Tx, limit: number) {
  const { rows } = await sql<{
    day: Temporal.PlainDate;
    madeAt: Temporal.Instant;
    entries: number;
    findings: number;
    unmarked: number;
    closedAt: Temporal.Instant | null;
    closedByName: string | null;
    note: string | null;
  }>`
    select made.day, made.made_at, made.entries, made.closed_at, made.closed_by_name, made.note,
      count(found.id)::int as findings, count(found.id) filter (where found.verdict is null)::int as unmarked
    from audit.review_day made left join audit.finding found on found.day = made.day
    group by made.day order by made.day desc limit ${limit}`.execute(tx.db);
  return rows;
}

/** The findings of a day, those without a verdict first. */
export function findingsOfDay(tx: Tx, day: Temporal.PlainDate) {
  return review(tx)
    .selectFrom('audit.finding as found')
    .leftJoin('patients.patientName as person', 'person.id', 'found.patientId')
    .selectAll('found')
    .select('person.displayName as patientName')
    .where('found.day', '=', day)
    .orderBy(sql`found.verdict is not null`)
    .orderBy('found.rule')
    .orderBy('found.actorName')
    .execute();
}

/** One finding, locked, and whether its day is closed. */
export async function lockFinding(tx: Tx, findingId: string) {
  const found = await review(tx)
    .selectFrom('audit.finding')
    .select(['id', 'day', 'actorId', 'patientId', 'rule'])
    .where('id', '=', findingId)
    .forUpdate()
    .executeTakeFirst();
  if (!found) return undefined;
  const day = await lockDay(tx, found.day);
  return { ...found, isDayClosed: day?.closedAt !== null };
}

export async function markFinding(tx: Tx, findingId: string, verdict: FindingVerdict, note: string, incidentId: string | null): Promise<void> {
  await review(tx).updateTable('audit.finding').set({ verdict, note, incidentId, reviewedAt: tx.now, reviewedBy: tx.actor.id }).where('id', '=', findingId).execute();
}

/** A day, locked; undefined when it was not gone through. */
export function lockDay(tx: Tx, day: Temporal.PlainDate) {
  return review(tx).selectFrom('audit.reviewDay').select(['day', 'closedAt']).where('day', '=', day).forUpdate().executeTakeFirst();
}

export async function unmarkedOn(tx: Tx, day: Temporal.PlainDate): Promise<number> {
  const { count } = await review(tx)
    .selectFrom('audit.finding')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('day', '=', day)
    .where('verdict', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}

export async function closeDay(tx: Tx, day: Temporal.PlainDate, note: string | null): Promise<void> {
  await review(tx).updateTable('audit.reviewDay').set({ closedAt: tx.now, closedBy: tx.actor.id, closedByName: tx.actor.name, note }).where('day', '=', day).execute();
}
