import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';

/** Something that somebody is to mend. */
export interface Finding {
  readonly id: string;
  readonly reviewId: string;
  readonly patientId: string;
  readonly patientName: string;
  readonly programId: string;
  readonly programName: string;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly asks: string;
  readonly wants: string;
  readonly noteId: string | null;
  readonly dueOn: Temporal.PlainDate;
  readonly isOverdue: boolean;
  readonly state: 'open' | 'answered' | 'accepted' | 'withdrawn';
  readonly answer: string;
}

const finding = sql`select f.id, f.review_id, f.patient_id, coalesce(p.display_name, '') as patient_name, f.program_id, coalesce(program.name, '') as program_name, f.owner_id,
    coalesce(owner.display_name, '') as owner_name, f.asks, f.wants, f.note_id, f.due_on, f.due_on < (select identity.today()) as is_overdue, f.state, f.answer
  from reviews.finding f left join patients.patient_name p on p.id = f.patient_id left join programs.program_name program on program.id = f.program_id
    left join identity.staff_name owner on owner.id = f.owner_id`;

/** What this person is to mend, the most urgent first. */
export async function findingsOf(tx: Tx, ownerId: string): Promise<readonly Finding[]> {
  const { rows } = await sql<Finding>`${finding} where f.owner_id = ${ownerId} and f.state = 'open' order by f.due_on, f.id limit 300`.execute(tx.db);
  return rows;
}

/** What was mended and waits to be looked at, the first first. */
export async function findingsToJudge(tx: Tx): Promise<readonly Finding[]> {
  const { rows } = await sql<Finding>`${finding} where f.state = 'answered' order by f.answered_at, f.id limit 300`.execute(tx.db);
  return rows;
}

/** One finding, locked; undefined when there is none that this actor may see. */
export async function lockFinding(tx: Tx, findingId: string): Promise<Finding | undefined> {
  const { rows } = await sql<Finding>`${finding} where f.id = ${findingId} for update of f`.execute(tx.db);
  return rows[0];
}

/** What is to be mended, as it is written. */
export type NewFinding = Pick<Finding, 'asks' | 'wants' | 'ownerId' | 'noteId'> & { readonly item: string; readonly dueOn: string };

/** Writes what is to be mended for one item of a review, in place of what was asked before. */
export async function writeFinding(
  tx: Tx,
  review: { readonly id: string; readonly patientId: string; readonly programId: string },
  { item, asks, wants, ownerId, dueOn, noteId }: NewFinding,
): Promise<string> {
  const { rows } = await sql<{
    id: string;
  }>`insert into reviews.finding (review_id, item, patient_id, program_id, owner_id, asks, wants, note_id, due_on, state, made_at, made_by)
    values (${review.id}, ${item}, ${review.patientId}, ${review.programId}, ${ownerId}, ${asks}, ${wants}, ${noteId}, ${dueOn}::date, 'open', ${tx.now}, ${tx.actor.id}::uuid)
    on conflict (review_id, item) do update set owner_id = excluded.owner_id, asks = excluded.asks, wants = excluded.wants, note_id = excluded.note_id, due_on = excluded.due_on,
      state = 'open' returning id`.execute(tx.db);
  const [written] = rows;
  if (!written) throw new Error('A finding was not written');
  return written.id;
}

/** Takes back what was to be mended for one item; undefined when nothing was. */
export async function withdrawFinding(tx: Tx, reviewId: string, item: string): Promise<string | undefined> {
  const { rows } = await sql<{
    id: string;
  }>`update reviews.finding set state = 'withdrawn' where review_id = ${reviewId} and item = ${item} and state <> 'withdrawn' returning id`.execute(tx.db);
  return rows[0]?.id;
}

/** Writes what became of a finding. */
export async function settleFinding(tx: Tx, findingId: string, state: Finding['state'], answer: string): Promise<void> {
  await sql`update reviews.finding set state = ${state}, answer = ${answer}, answered_at = coalesce(answered_at, ${tx.now}) where id = ${findingId}`.execute(tx.db);
}
