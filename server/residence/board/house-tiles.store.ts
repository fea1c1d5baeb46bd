import { sql } from 'kysely';
import { tileRow, tileRows, type Tile, type Tx } from '#server/platform/index.ts';
import { dueAt, isMissed } from '../rounds/due.rules.ts';
import { openWatches } from '../rounds/rounds.store.ts';

const soonMinutes = 15;

/** Who has to be seen within a quarter of an hour; the clock follows rules, so these are rows and no query. */
async function sightings(tx: Tx) {
  const soon = tx.now.add({ minutes: soonMinutes });
  return (await openWatches(tx, undefined)).flatMap((watch) => {
    const due = dueAt(watch);
    if (due === null || Temporal.Instant.compare(due, soon) > 0) return [];
    const what = `every ${watch.intervalMinutes} minutes, ${watch.place ?? 'no bed'}`;
    return [tileRow({ id: watch.id, patientId: watch.patientId, who: watch.name, what, at: due, isLate: isMissed(watch, tx.now), opens: '/house?tab=rounds' })];
  });
}

const lodger = sql`residence.residency r join residence.unit u on u.id = r.unit_id left join patients.patient_name p on p.id = r.patient_id`;

async function bedsInUse(tx: Tx): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from residence.bed b join residence.room room on room.id = b.room_id and room.active
    join residence.unit u on u.id = room.unit_id and u.active where b.active and b.program_id = any (${tx.actor.programIds}::uuid[])`.execute(tx.db);
  return rows[0]?.count ?? 0;
}

const may = 'residence.read';

/** What home pages ask of the house. */
export const houseTiles: readonly Tile[] = [
  {
    code: 'residence.sightings',
    asks: 'To be seen on rounds',
    means: 'People under observation in my programs who have to be seen within a quarter of an hour. Late: past the grace of their interval.',
    may,
    rows: sightings,
  },
  {
    code: 'residence.leaves-over',
    asks: 'Not back from leave',
    means: 'People of my houses who are on leave and whose return was expected by now.',
    may,
    rows: (tx) =>
      tileRows(
        {
          id: sql`l.id`,
          patientId: sql`l.patient_id`,
          who: sql`p.display_name`,
          what: sql`u.name || ', ' || replace(l.kind, '-', ' ')`,
          at: sql`l.expected_back_at`,
          isLate: sql`true`,
          opens: sql`'/house'`,
        },
        sql`from residence.leave l join ${lodger} on l.residency_id = r.id where l.ends_at is null and l.expected_back_at < ${tx.now}`,
      ),
  },
  {
    code: 'residence.arrivals',
    asks: 'Arrivals expected',
    means: 'People with a bed reserved in my houses for today or before, who do not live there yet. Late: expected before today.',
    may,
    rows: () =>
      tileRows(
        {
          id: sql`v.id`,
          patientId: sql`v.patient_id`,
          who: sql`p.display_name`,
          what: sql`room.name || ', ' || b.name`,
          day: sql`v.expected_on`,
          isLate: sql`v.expected_on < (select identity.today())`,
          opens: sql`'/house'`,
        },
        sql`from residence.reservation v join residence.bed b on b.id = v.bed_id join residence.room room on room.id = b.room_id left join patients.patient_name p on p.id = v.patient_id
        where v.state = 'open' and v.expected_on <= (select identity.today())`,
      ),
  },
  {
    code: 'residence.hand-offs',
    asks: 'Hand-offs to read',
    means: 'Hand-offs of the last two days in my houses that somebody else signed and nobody has acknowledged.',
    may: 'round.write',
    rows: (tx) =>
      tileRows(
        { id: sql`h.id`, who: sql`u.name`, what: sql`h.shift || ', by ' || coalesce(s.display_name, '')`, at: sql`h.signed_at`, opens: sql`'/house?tab=hand-off'` },
        sql`from residence.hand_off h join residence.unit u on u.id = h.unit_id left join identity.staff_name s on s.id = h.signed_by
        where h.acknowledged_at is null and h.signed_by <> ${tx.actor.id}::uuid and h.signed_at > ${tx.now}::timestamptz - interval '2 days' and h.program_id = any (${tx.actor.programIds}::uuid[])`,
      ),
  },
  {
    code: 'residence.incidents',
    asks: 'Incidents to follow up',
    means: 'Incident reports of my houses that nobody has followed up. Late: past the hours of their kind.',
    may,
    rows: (tx) =>
      tileRows(
        {
          id: sql`i.id`,
          patientId: sql`i.patient_id`,
          who: sql`p.display_name`,
          what: sql`replace(i.kind, '-', ' ')`,
          at: sql`i.follow_up_due_at`,
          isLate: sql`i.follow_up_due_at < ${tx.now}`,
          opens: sql`'/house?tab=incidents'`,
        },
        sql`from residence.incident_report i left join patients.patient_name p on p.id = i.patient_id where i.follow_up is null`,
      ),
  },
  {
    code: 'residence.departures',
    asks: 'Leaving within a week',
    means: 'People of my houses whose departure is planned within seven days. Late: planned before today, and still here.',
    may,
    rows: () =>
      tileRows(
        {
          id: sql`r.id`,
          patientId: sql`r.patient_id`,
          who: sql`p.display_name`,
          what: sql`u.name`,
          day: sql`r.expected_departure_on`,
          isLate: sql`r.expected_departure_on < (select identity.today())`,
          opens: sql`'/patients/' || r.patient_id`,
        },
        sql`from ${lodger} where r.ends_at is null and r.expected_departure_on <= (select identity.today()) + 7`,
      ),
  },
  {
    code: 'residence.census',
    asks: 'Living in our houses',
    means: 'People who live in the houses of my programs now, those on leave among them, against all beds in use.',
    may,
    rows: () =>
      tileRows(
        { id: sql`r.id`, patientId: sql`r.patient_id`, who: sql`p.display_name`, what: sql`u.name`, at: sql`r.starts_at`, opens: sql`'/patients/' || r.patient_id` },
        sql`from ${lodger} where r.ends_at is null`,
      ),
    async figure(tx, { count }) {
      const beds = await bedsInUse(tx);
      const says = beds === 0 ? 'no beds are set up' : `of ${beds} beds, ${Math.round((100 * count) / beds)}% taken`;
      return { value: count, unit: 'rows', says };
    },
  },
];
