import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';

/** A draft that waits for its author. */
export interface DraftWaiting {
  readonly draftId: string;
  readonly patientId: string;
  readonly patientName: string;
  readonly title: string;
  readonly programId: string;
  readonly programName: string;
  readonly programKind: string;
  readonly authorId: string;
  readonly author: string;
  readonly formHours: number | null;
  readonly servedAt: Temporal.Instant;
  readonly endedAt: Temporal.Instant;
}

/** Open drafts of one author, or of all within reach, with what their deadline follows from. */
export async function draftsWaiting(tx: Tx, authorId: string | undefined): Promise<readonly DraftWaiting[]> {
  const { rows } = await sql<DraftWaiting>`
    select d.id as draft_id, d.patient_id, coalesce(p.display_name, '') as patient_name, t.name as title, d.program_id, coalesce(program.name, '') as program_name, d.author_id,
      coalesce(program.kind, '') as program_kind, coalesce(author.display_name, '') as author, (t.form ->> 'dueHours')::float8 as form_hours,
      coalesce((d.header ->> 'startedAt')::timestamptz, d.opened_at) as served_at, coalesce((d.header ->> 'endedAt')::timestamptz, d.opened_at) as ended_at
    from charting.draft d join charting.template_version t on t.id = d.template_id
      left join patients.patient_name p on p.id = d.patient_id left join programs.program_name program on program.id = d.program_id
      left join identity.staff_name author on author.id = d.author_id
    where (${authorId ?? null}::uuid is null or d.author_id = ${authorId ?? null}::uuid) and d.state = 'open' order by served_at limit 2000`.execute(tx.db);
  return rows;
}

/** A signed note that waits for a second signature, or for its author to mend it. */
export interface NoteWaiting {
  readonly noteId: string;
  readonly patientId: string;
  readonly patientName: string;
  readonly title: string;
  readonly programId: string;
  readonly programName: string;
  readonly author: string;
  readonly ruleId: string;
  readonly askedOf: string | null;
  readonly askedOfName: string | null;
  readonly servedAt: Temporal.Instant;
  readonly at: Temporal.Instant;
  readonly dueAt: Temporal.Instant | null;
  readonly comment: string;
}

const waiting = sql`select s.note_id, n.patient_id, coalesce(p.display_name, '') as patient_name, n.title, n.program_id, coalesce(program.name, '') as program_name,
    coalesce(author.display_name, '') as author, asked.rule_id, asked.asked_of, boss.display_name as asked_of_name, coalesce(e.started_at, n.signed_at) as served_at, s.at, asked.due_at,
    coalesce((select string_agg(c.text, ' · ' order by c.section) from charting.signature_comment c where c.note_id = s.note_id and c.number = s.number), '') as comment
  from charting.signature_standing s join charting.note n on n.id = s.note_id left join charting.encounter e on e.note_id = n.id
    cross join lateral (select a.rule_id, a.asked_of, a.due_at from charting.signature_step a where a.note_id = s.note_id and a.state = 'asked' order by a.number desc limit 1) asked
    left join patients.patient_name p on p.id = n.patient_id left join programs.program_name program on program.id = n.program_id
    left join identity.staff_name author on author.id = n.signed_by left join identity.staff_name boss on boss.id = asked.asked_of`;

/** Notes that this supervisor was asked to co-sign, and those of which nobody in particular was asked; the oldest first. */
export async function cosignaturesAsked(tx: Tx, supervisorId: string): Promise<readonly NoteWaiting[]> {
  const { rows } =
    await sql<NoteWaiting>`${waiting} where s.state = 'asked' and (asked.asked_of = ${supervisorId} or (asked.asked_of is null and n.signed_by <> ${supervisorId}))
    order by s.at limit 300`.execute(tx.db);
  return rows;
}

/** Every note within reach that waits for a co-signature, the oldest first. */
export async function cosignaturesWaiting(tx: Tx): Promise<readonly NoteWaiting[]> {
  const { rows } = await sql<NoteWaiting>`${waiting} where s.state = 'asked' order by s.at limit 2000`.execute(tx.db);
  return rows;
}

/** Notes of this author that were given back. */
export async function notesReturned(tx: Tx, authorId: string): Promise<readonly NoteWaiting[]> {
  const { rows } = await sql<NoteWaiting>`${waiting} where s.state = 'returned' and n.signed_by = ${authorId} order by s.at limit 300`.execute(tx.db);
  return rows;
}

/** How much waits at each supervisor, and since when, in the programs of the reader. */
export async function waitingBySupervisor(tx: Tx): Promise<readonly { name: string; waiting: number; oldest: Temporal.Instant }[]> {
  const { rows } = await sql<{ name: string; waiting: number; oldest: Temporal.Instant }>`
    select coalesce(boss.display_name, 'Nobody named') as name, count(*)::integer as waiting, min(s.at) as oldest
    from charting.signature_standing s left join identity.staff_name boss on boss.id = s.asked_of where s.state = 'asked' group by 1 order by oldest`.execute(tx.db);
  return rows;
}
