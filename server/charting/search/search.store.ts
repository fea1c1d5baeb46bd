import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import { foundMark } from './snippet.rules.ts';

/** A note with the words that were looked for; `snippet` has marks around them. */
export interface FoundNote {
  readonly id: string;
  readonly kind: 'note' | 'addendum';
  readonly title: string;
  readonly addendumTo: string | null;
  readonly patientId: string;
  readonly patientName: string;
  readonly programId: string;
  readonly programName: string;
  readonly signedAt: Temporal.Instant;
  readonly signedBy: string;
  readonly snippet: string;
}

const marks = `StartSel="${foundMark.start}", StopSel="${foundMark.stop}", MaxFragments=2, MinWords=6, MaxWords=18, FragmentDelimiter=" … "`;
const query = (words: string) => sql`websearch_to_tsquery('english', ${words})`;

async function foundAmong(tx: Tx, words: string, noteIds: RawBuilder<unknown>): Promise<readonly FoundNote[]> {
  const { rows } = await sql<FoundNote>`
    select n.id, n.kind, n.title, n.addendum_to, coalesce(p.person_id, n.patient_id) as patient_id, coalesce(p.display_name, '') as patient_name, n.program_id,
      coalesce(program.name, '') as program_name, n.signed_at, coalesce(s.display_name, '') as signed_by,
      ts_headline('english', charting.searchable_text(n.content), ${query(words)}, ${marks}) as snippet
    from charting.note n left join patients.patient_name p on p.id = n.patient_id
      left join programs.program_name program on program.id = n.program_id left join identity.staff_name s on s.id = n.signed_by
    where n.id = any (array(${noteIds})) order by n.signed_at desc, n.id desc`.execute(tx.db);
  return rows;
}

/** The latest notes of a person, merged records included, with these words. */
export function notesOfPatientWith(tx: Tx, patientId: string, words: string, limit: number): Promise<readonly FoundNote[]> {
  return foundAmong(
    tx,
    words,
    sql`select note_id from charting.note_search
      where patient_id = any (array(select record.patient_id from patients.person_record record where record.person_id = ${patientId})) and words @@ ${query(words)}
      order by signed_at desc, note_id desc limit ${limit}`,
  );
}

/** The latest notes of the actor's own programs with these words. */
export function notesWith(tx: Tx, words: string, limit: number): Promise<readonly FoundNote[]> {
  return foundAmong(tx, words, sql`select charting.notes_with_words(${query(words)}, ${limit}::integer)`);
}
