import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import type { Section } from './document.ts';
import type { NewRemark } from './documents.contract.ts';

/** What a colleague said beside a section. */
export interface Remark {
  readonly id: string;
  readonly sectionId: string;
  readonly says: string;
  readonly authorName: string;
  readonly at: Temporal.Instant;
  readonly mentions: readonly { readonly staffId: string; readonly name: string; readonly doneAt: string | null }[];
}

/** Remarks on a document within sight, the oldest first. */
export async function remarksOf(tx: Tx, documentId: string): Promise<readonly Remark[]> {
  const { rows } = await sql<Remark>`select r.id, r.section_id, r.says, coalesce(a.display_name, '') as author_name, r.at,
      coalesce((select jsonb_agg(jsonb_build_object('staffId', m.staff_id, 'name', coalesce(n.display_name, ''), 'doneAt', m.done_at) order by n.display_name)
        from together.mention m left join identity.staff_name n on n.id = m.staff_id where m.remark_id = r.id), '[]') as mentions
    from together.remark r join together.section s on s.id = r.section_id left join identity.staff_name a on a.id = r.author_id
    where r.document_id = ${documentId} order by r.at, r.id limit 1000`.execute(tx.db);
  return rows;
}

/** Colleagues who may read the charts of the program now: who can be named in a remark. */
export async function colleaguesIn(tx: Tx, programId: string): Promise<readonly { id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`select distinct s.id, s.display_name as name
    from identity.staff_name s join identity.staff_membership m on m.staff_id = s.id and m.program_id = ${programId}
      join identity.staff_permission held on held.staff_id = s.id and held.permission_code = 'chart.read'
    where s.active order by name limit 500`.execute(tx.db);
  return rows;
}

/** Writes a remark and whom it names; nothing when it is there already. */
export async function insertRemark(tx: Tx, to: Section, { id, says, mentions }: NewRemark): Promise<void> {
  const { rows } = await sql`insert into together.remark (id, document_id, section_id, patient_id, program_id, labels, says, author_id, at)
    select ${id}, s.document_id, s.id, s.patient_id, s.program_id, s.labels, ${says}, ${tx.actor.id}, ${tx.now} from together.section s where s.id = ${to.id}
    on conflict (id) do nothing returning id`.execute(tx.db);
  if (rows.length === 0) return;
  await sql`insert into together.mention (remark_id, staff_id, patient_id, program_id, labels)
    select ${id}, named, s.patient_id, s.program_id, s.labels from together.section s, unnest(${[...new Set(mentions)]}::uuid[]) named where s.id = ${to.id}`.execute(
    tx.db,
  );
}

/** A task that a colleague set by naming somebody. */
export interface OpenMention {
  readonly remarkId: string;
  readonly documentId: string;
  readonly documentName: string;
  readonly patientId: string;
  readonly patientName: string;
  readonly says: string;
  readonly authorName: string;
  readonly at: Temporal.Instant;
}

/** What this actor was named for and has not done, of what they may still see. */
export async function openMentions(tx: Tx): Promise<readonly OpenMention[]> {
  const { rows } =
    await sql<OpenMention>`select r.id as remark_id, d.id as document_id, d.name as document_name, r.patient_id, coalesce(p.display_name, '') as patient_name,
      r.says, coalesce(a.display_name, '') as author_name, r.at
    from together.mention m join together.remark r on r.id = m.remark_id join together.section s on s.id = r.section_id join together.document d on d.id = r.document_id
      left join patients.patient_name p on p.id = r.patient_id left join identity.staff_name a on a.id = r.author_id
    where m.staff_id = ${tx.actor.id} and m.done_at is null order by r.at limit 100`.execute(tx.db);
  return rows;
}

/** Marks a mention of this actor as done; the patient whose it was, undefined when there is none. */
export async function finishMention(tx: Tx, remarkId: string): Promise<{ patientId: string; programId: string } | undefined> {
  const { rows } = await sql<{ patientId: string; programId: string }>`update together.mention set done_at = coalesce(done_at, ${tx.now})
    where remark_id = ${remarkId} and staff_id = ${tx.actor.id} returning patient_id, program_id`.execute(tx.db);
  return rows[0];
}
