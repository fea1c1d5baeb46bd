import { sql, type RawBuilder } from 'kysely';
import { tileRows, type Tile, type TileRow, type Tx } from '#server/platform/index.ts';
import { calling, mine } from './tasks.store.ts';

/** Open tasks that meet a condition. */
function open(tx: Tx, where: RawBuilder<unknown>): RawBuilder<TileRow> {
  return tileRows(
    {
      id: sql`t.id`,
      patientId: sql`t.patient_id`,
      who: sql`coalesce(p.display_name, program.name)`,
      what: sql`t.title`,
      day: sql`t.due_on`,
      at: sql`t.due_at`,
      isLate: sql`coalesce(t.due_at < ${tx.now}, t.due_on < (select identity.today()))`,
      opens: sql`case when t.opens <> '' then t.opens when t.patient_id is null then '/tasks' else '/patients/' || t.patient_id || '/tasks' end`,
    },
    sql`from teams.task t left join patients.patient_name p on p.id = t.patient_id left join programs.program_name program on program.id = t.program_id
    where t.done_at is null and ${where}`,
  );
}

/** What home pages ask of tasks and care teams. */
export const taskTiles: readonly Tile[] = [
  {
    code: 'teams.cannot-wait',
    asks: 'Cannot wait',
    means:
      'Open tasks with a clock, such as critical results, that are for me or for a role that I hold in the program; for who directs it also those of others whose clock ran out. Late: past the clock.',
    may: 'task.write',
    rows: (tx) => open(tx, calling(tx)),
    screen: { to: '/tasks', asks: '/tasks', at: 'cannotWait' },
  },
  {
    code: 'teams.my-tasks',
    asks: 'Tasks',
    means:
      'Open tasks that are for me, or for a role that I hold in the program, findings of chart reviews among them. Late: due before today. What cannot wait for the end of its day has a number of its own.',
    may: 'task.write',
    rows: (tx) => open(tx, sql`${mine(tx)} and t.due_at is null`),
    screen: { to: '/tasks', asks: '/tasks', at: 'items' },
  },
  {
    code: 'teams.given-and-late',
    asks: 'Tasks I gave, overdue',
    means: 'Open tasks that I gave to others and that were due before today.',
    may: 'task.write',
    rows: (tx) => open(tx, sql`t.made_by = ${tx.actor.id}::uuid and t.for_staff_id is distinct from ${tx.actor.id}::uuid and t.due_on < (select identity.today())`),
  },
  {
    code: 'teams.my-patients',
    asks: 'My patients',
    means: 'People in care whose primary clinician I am, or in whose care team I have another part.',
    may: 'patient.read',
    rows: (tx) =>
      tileRows(
        {
          id: sql`t.patient_id`,
          patientId: sql`t.patient_id`,
          who: sql`p.display_name`,
          what: sql`string_agg(coalesce(program.name, '') || ', ' || replace(t.part, '-', ' '), '; ' order by program.name)`,
          day: sql`min(t.since)`,
          opens: sql`'/patients/' || t.patient_id`,
        },
        sql`from teams.on_team t left join patients.patient_name p on p.id = t.patient_id left join programs.program_name program on program.id = t.program_id
        where t.staff_id = ${tx.actor.id}::uuid group by t.patient_id, p.display_name`,
      ),
  },
];
