import { sql } from 'kysely';
import type { Id, Tx } from '#server/platform/index.ts';
import { digestOf } from '../signatures/digest.ts';
import { canonicalJson } from '../signatures/seal.rules.ts';
import type { Step, StepState } from './supervision.ts';

/** Steps of a note, the first first. */
export async function stepsOf(tx: Tx, noteId: string): Promise<readonly Step[]> {
  const { rows } =
    await sql<Step>`select s.number, s.state, s.rule_id, s.asked_of, boss.display_name as asked_of_name, s.due_at, s.by_id, coalesce(n.display_name, '') as by, s.at,
      s.note_digest, s.attestations,
      coalesce((select jsonb_agg(jsonb_build_object('section', c.section, 'text', c.text) order by c.section) from charting.signature_comment c
        where c.note_id = s.note_id and c.number = s.number), '[]') as comments
    from charting.signature_step s left join identity.staff_name n on n.id = s.by_id left join identity.staff_name boss on boss.id = s.asked_of
    where s.note_id = ${noteId} order by s.number`.execute(tx.db);
  return rows;
}

/** Lets steps of one note come one after the other; ends with the transaction. */
export async function holdSteps(tx: Tx, noteId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${noteId}, 12))`.execute(tx.db);
}

/** A step to write; the note it is about, and its number. */
export interface NewStep {
  readonly noteId: string;
  readonly patientId: Id<'Patient'>;
  readonly programId: Id<'Program'>;
  readonly number: number;
  readonly state: StepState;
  readonly ruleId?: string;
  readonly askedOf?: string | null;
  readonly dueAt?: Temporal.Instant;
  readonly noteDigest: string;
  /** Whose step it is, when the product itself takes it in their name. */
  readonly byId?: string;
  readonly attestations?: readonly { readonly id: string; readonly words: string }[];
  readonly comments?: readonly { readonly section: string; readonly text: string }[];
}

/** Writes a step, sealed by its digest, with its comments. */
export async function insertStep(tx: Tx, step: NewStep): Promise<void> {
  const { noteId, patientId, programId, number, state, ruleId = null, askedOf = null, dueAt = null, noteDigest, attestations = [], comments = [] } = step;
  const by = step.byId ?? tx.actor.id;
  const digest = digestOf(
    canonicalJson({ noteId, number, state, ruleId, askedOf, dueAt: dueAt?.toString() ?? null, by, at: tx.now.toString(), noteDigest, attestations, comments }),
  );
  await sql`insert into charting.signature_step (note_id, number, patient_id, program_id, state, rule_id, asked_of, due_at, by_id, at, note_digest, attestations, digest)
    values (${noteId}, ${number}, ${patientId}, ${programId}, ${state}, ${ruleId}, ${askedOf}, ${dueAt}, ${by}, ${tx.now}, ${noteDigest}, ${JSON.stringify(attestations)}::jsonb, ${digest})`.execute(
    tx.db,
  );
  for (const { section, text } of comments) {
    await sql`insert into charting.signature_comment (note_id, number, patient_id, program_id, section, text)
      values (${noteId}, ${number}, ${patientId}, ${programId}, ${section}, ${text})`.execute(tx.db);
  }
}
