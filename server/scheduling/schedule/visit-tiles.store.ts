import { sql, type RawBuilder } from 'kysely';
import { tileRows, type Tile, type TileRow, type Tx } from '#server/platform/index.ts';

const dayHere = (tx: Tx) => sql`(${tx.now}::timestamptz at time zone coalesce(site.time_zone, 'UTC'))::date`;

/** Appointments of a day where their site is, counted from today, that meet a condition. The bounds on the start are for the index. */
function visits(tx: Tx, { days = 0, where, isLate = sql`false` }: { days?: number; where: RawBuilder<unknown>; isLate?: RawBuilder<unknown> }): RawBuilder<TileRow> {
  return tileRows(
    {
      id: sql`a.id`,
      patientId: sql`a.patient_id`,
      who: sql`p.display_name`,
      what: sql`a.type_name || ' with ' || coalesce(s.display_name, 'nobody yet')`,
      at: sql`a.starts_at`,
      isLate,
      opens: sql`'/patients/' || a.patient_id || '/appointments'`,
    },
    sql`from scheduling.appointment_fact a left join patients.patient_name p on p.id = a.patient_id left join identity.staff_name s on s.id = a.clinician_id
      left join identity.site_name site on site.id = a.site_id
    where a.starts_at between ${tx.now}::timestamptz - interval '2 days' and ${tx.now}::timestamptz + interval '4 days'
      and (a.starts_at at time zone coalesce(site.time_zone, 'UTC'))::date = ${dayHere(tx)} + ${days}::integer and ${where}`,
  );
}

const mine = (tx: Tx) => sql`a.clinician_id = ${tx.actor.id}::uuid`;
const insured = sql`exists (select from patients.coverage_for_claim c where c.patient_id = a.patient_id
  and (a.starts_at at time zone coalesce(site.time_zone, 'UTC'))::date between c.valid_from and coalesce(c.valid_through, 'infinity'::date))`;

/** Appointments of the last week that were missed, of people who have no other to come. */
const missed = (tx: Tx) =>
  tileRows(
    {
      id: sql`a.id`,
      patientId: sql`a.patient_id`,
      who: sql`p.display_name`,
      what: sql`'Missed ' || a.type_name || ' with ' || coalesce(s.display_name, '') || coalesce((select ', ' || count(*) || ' times in 90 days' from scheduling.appointment_fact again
        where again.patient_id = a.patient_id and again.status = 'no-show' and again.starts_at between ${tx.now}::timestamptz - interval '90 days' and ${tx.now} having count(*) > 1), '')`,
      at: sql`a.starts_at`,
      opens: sql`'/patients/' || a.patient_id || '/appointments'`,
    },
    sql`from scheduling.appointment_fact a left join patients.patient_name p on p.id = a.patient_id left join identity.staff_name s on s.id = a.clinician_id
    where a.status = 'no-show' and a.starts_at between ${tx.now}::timestamptz - interval '7 days' and ${tx.now}
      and not exists (select from scheduling.appointment_fact later where later.patient_id = a.patient_id and later.starts_at > ${tx.now} and later.status in ('booked', 'confirmed'))`,
  );

/** Patients of this clinician who are in care and have nothing booked. */
const unbooked = (tx: Tx) =>
  tileRows(
    {
      id: sql`e.id`,
      patientId: sql`e.patient_id`,
      who: sql`p.display_name`,
      what: sql`program.name`,
      day: sql`e.admitted_on`,
      opens: sql`'/patients/' || e.patient_id || '/appointments'`,
    },
    sql`from programs.open_episode e left join patients.patient_name p on p.id = e.patient_id left join programs.program_name program on program.id = e.program_id
    where e.state = 'admitted' and e.primary_clinician_id = ${tx.actor.id}::uuid and not exists (
      select from scheduling.appointment_fact a where a.patient_id = e.patient_id and a.starts_at > ${tx.now} and a.status in ('booked', 'confirmed'))`,
  );

/** Visits that took place since Monday, where their site is. */
const ofThisWeek = (tx: Tx) =>
  tileRows(
    {
      id: sql`a.id`,
      patientId: sql`a.patient_id`,
      who: sql`p.display_name`,
      what: sql`a.type_name || ', ' || coalesce(program.name, '')`,
      at: sql`a.starts_at`,
      opens: sql`'/patients/' || a.patient_id || '/appointments'`,
    },
    sql`from scheduling.appointment_fact a left join patients.patient_name p on p.id = a.patient_id left join programs.program_name program on program.id = a.program_id
      left join identity.site_name site on site.id = a.site_id
    where a.status = 'completed' and a.starts_at between ${tx.now}::timestamptz - interval '8 days' and ${tx.now}
      and (a.starts_at at time zone coalesce(site.time_zone, 'UTC'))::date >= date_trunc('week', ${dayHere(tx)}::timestamp)::date`,
  );

/** What home pages ask of the schedule. */
export const visitTiles: readonly Tile[] = [
  {
    code: 'scheduling.here-for-me',
    asks: 'Here for me',
    means: 'People who have arrived today for an appointment with me that has not begun. Late: its time has come.',
    may: 'schedule.read',
    rows: (tx) => visits(tx, { where: sql`a.status = 'arrived' and ${mine(tx)}`, isLate: sql`a.starts_at < ${tx.now}` }),
  },
  {
    code: 'scheduling.in-the-waiting-room',
    asks: 'In the waiting room',
    means: 'People who have arrived today and whose appointment has not begun. Late: more than 15 minutes after its time.',
    may: 'schedule.read',
    rows: (tx) => visits(tx, { where: sql`a.status = 'arrived'`, isLate: sql`a.starts_at < ${tx.now}::timestamptz - interval '15 minutes'` }),
  },
  {
    code: 'scheduling.expected-not-here',
    asks: 'Expected, not here',
    means: 'In-person appointments of today whose time has come and whose patient has not arrived. Late: more than 15 minutes.',
    may: 'schedule.read',
    rows: (tx) =>
      visits(tx, {
        where: sql`a.status in ('booked', 'confirmed') and a.modality = 'in-person' and a.starts_at < ${tx.now}`,
        isLate: sql`a.starts_at < ${tx.now}::timestamptz - interval '15 minutes'`,
      }),
  },
  {
    code: 'scheduling.unconfirmed-tomorrow',
    asks: 'Tomorrow, not confirmed',
    means: 'Appointments of tomorrow that the patient has not confirmed.',
    may: 'schedule.read',
    rows: (tx) => visits(tx, { days: 1, where: sql`a.status = 'booked'` }),
  },
  {
    code: 'scheduling.without-insurance-today',
    asks: 'Coming today without insurance on file',
    means: 'Appointments of today, not called off, of people with no coverage in force on the day.',
    may: 'coverage.read',
    rows: (tx) => visits(tx, { where: sql`a.status in ('booked', 'confirmed', 'arrived') and not ${insured}` }),
  },
  {
    code: 'scheduling.missed-and-unbooked',
    asks: 'Missed, nothing booked since',
    means: 'Appointments missed in the last seven days, of people with no other to come.',
    may: 'schedule.read',
    rows: missed,
  },
  {
    code: 'scheduling.my-patients-unbooked',
    asks: 'My patients with nothing booked',
    means: 'Open stays of which I am the primary clinician, of people with no appointment to come.',
    may: 'schedule.read',
    rows: unbooked,
  },
  {
    code: 'scheduling.visits-this-week',
    asks: 'Visits this week',
    means: 'Appointments completed since Monday, in all my programs.',
    may: 'schedule.read',
    rows: ofThisWeek,
  },
];
