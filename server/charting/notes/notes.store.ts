import { sql } from 'kysely';
import { within, type Tx } from '#server/platform/index.ts';
import type { ChartingTables } from '../charting-tables.ts';
import type { NoteId } from '../drafts/draft.ts';
import type { NoteKind, SealedNote, SignedEncounter } from './note.ts';

/** A stored note with its digest and the names that a reader sees. */
export interface StoredNote extends SealedNote {
  readonly digest: string;
  readonly labels: readonly string[];
  readonly patientName: string;
  readonly programName: string;
}

// What was entered in error stands for nothing: it is not looked back at, and its appointment may have a note anew.
const stands = sql`not exists (select from charting.note mark where mark.addendum_to = n.id and mark.kind = 'error')`;

const stored = sql`select n.id, n.patient_id, n.program_id, n.kind, n.addendum_to, n.draft_id, n.appointment_id, n.template_id, n.title, n.content, n.signed_by, n.signed_at,
    n.seal_version, n.digest, n.labels, coalesce(p.display_name, '') as patient_name, coalesce(program.name, '') as program_name
  from charting.note n left join patients.patient_name p on p.id = n.patient_id left join programs.program_name program on program.id = n.program_id`;

/** Writes a sealed note or addendum with the labels that its content adds; false when one with its id is already there. */
export async function insertNote(tx: Tx, note: SealedNote, digest: string, labels: readonly string[] = []): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await within<ChartingTables>(tx)
    .insertInto('charting.note')
    .values({ ...note, content: JSON.stringify(note.content), digest, labels: [...labels] })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Writes the facts of an encounter beside its note. */
export async function insertEncounter(tx: Tx, encounter: SignedEncounter): Promise<void> {
  await within<ChartingTables>(tx).insertInto('charting.encounter').values(encounter).execute();
}

/** A note or addendum. */
export async function noteById(tx: Tx, noteId: string): Promise<StoredNote | undefined> {
  const { rows } = await sql<StoredNote>`${stored} where n.id = ${noteId}`.execute(tx.db);
  return rows[0];
}

/** Layers over a note: addenda, amendments, the mark of error; the oldest first. */
export async function layersOf(tx: Tx, noteId: string): Promise<readonly StoredNote[]> {
  const { rows } = await sql<StoredNote>`${stored} where n.addendum_to = ${noteId} order by n.signed_at, n.id`.execute(tx.db);
  return rows;
}

/** A note in a list. */
export interface NoteLine {
  readonly id: NoteId;
  readonly kind: NoteKind;
  readonly title: string;
  readonly programId: string;
  readonly programName: string;
  readonly appointmentId: string | null;
  readonly addendumTo: string | null;
  readonly startedAt: Temporal.Instant | null;
  readonly minutes: number | null;
  readonly signedAt: Temporal.Instant;
  readonly signedById: string;
  readonly signedBy: string;
  readonly addenda: number;
  readonly isAmended: boolean;
  readonly isInError: boolean;
}

/** Signed notes of a person, merged records included, the latest first, without their text. */
export async function notesOfPatient(tx: Tx, patientId: string, before: Temporal.Instant | undefined, limit: number): Promise<readonly NoteLine[]> {
  const { rows } = await sql<NoteLine>`
    select n.id, n.kind, n.title, n.program_id, coalesce(program.name, '') as program_name, n.appointment_id, n.addendum_to, e.started_at, e.minutes,
      n.signed_at, n.signed_by as signed_by_id, coalesce(s.display_name, '') as signed_by,
      (select count(*)::integer from charting.note a where a.addendum_to = n.id and a.kind = 'addendum') as addenda,
      exists (select from charting.note a where a.addendum_to = n.id and a.kind = 'amendment') as is_amended,
      exists (select from charting.note a where a.addendum_to = n.id and a.kind = 'error') as is_in_error
    from charting.note n left join charting.encounter e on e.note_id = n.id
      left join programs.program_name program on program.id = n.program_id left join identity.staff_name s on s.id = n.signed_by
    where n.patient_id = any (array(select record.patient_id from patients.person_record record where record.person_id = ${patientId}))
      and n.kind = 'note' and (${before ?? null}::timestamptz is null or n.signed_at < ${before ?? null}::timestamptz)
    order by n.signed_at desc limit ${limit}`.execute(tx.db);
  return rows;
}

/** A note that a writer looks back at. */
export interface NoteBefore {
  readonly id: NoteId;
  readonly title: string;
  readonly signedAt: Temporal.Instant;
  readonly signedBy: string;
}

/** The latest note of the patient in the program, and the latest in that form, from which answers may come along. */
export async function notesBefore(
  tx: Tx,
  { patientId, programId }: { readonly patientId: string; readonly programId: string },
  templateCode: string,
): Promise<{ readonly lastNote: NoteBefore | null; readonly lastInForm: NoteBefore | null }> {
  const latest = (inForm: boolean) => sql`(select n.id, n.title, n.signed_at, coalesce(s.display_name, '') as signed_by, ${inForm}::boolean as in_form
    from charting.note n left join identity.staff_name s on s.id = n.signed_by
    where n.patient_id = ${patientId} and n.program_id = ${programId} and n.kind = 'note' and ${stands}
      and (${!inForm} or n.template_id = any (array(select v.id from charting.template_version v where v.code = ${templateCode})))
    order by n.signed_at desc limit 1)`;
  const { rows } = await sql<NoteBefore & { inForm: boolean }>`${latest(false)} union all ${latest(true)}`.execute(tx.db);
  const found = (isInForm: boolean): NoteBefore | null => rows.find(({ inForm }) => inForm === isInForm) ?? null;
  return { lastNote: found(false), lastInForm: found(true) };
}

/** The note that a draft became. */
export async function noteOfDraft(tx: Tx, draftId: string): Promise<NoteId | undefined> {
  const { rows } = await sql<{ id: NoteId }>`select id from charting.note where draft_id = ${draftId}`.execute(tx.db);
  return rows[0]?.id;
}

/** The signed note of an appointment that was written with that template. */
export async function noteOfAppointment(tx: Tx, appointmentId: string, templateCode: string, orAny = false): Promise<NoteId | undefined> {
  const { rows } = await sql<{ id: NoteId }>`select n.id from charting.note n join charting.template_version t on t.id = n.template_id
    where n.appointment_id = ${appointmentId} and ${stands} and (t.code = ${templateCode} or (${orAny} and t.form -> 'aboutAbsence' is distinct from 'true'))
    order by t.code = ${templateCode} desc limit 1`.execute(tx.db);
  return rows[0]?.id;
}

/** Where the note of an appointment stands. */
export interface NoteState {
  readonly appointmentId: string;
  readonly patientId: string;
  readonly state: 'open' | 'discarded' | 'signed';
  readonly draftId: string | null;
  readonly noteId: string | null;
}

/** The state of the note of each appointment that has one: signed before open before discarded. */
export async function noteStates(tx: Tx, appointmentIds: readonly string[]): Promise<readonly NoteState[]> {
  const { rows } = await sql<NoteState>`
    select distinct on (d.appointment_id) d.appointment_id, d.patient_id, d.state, d.id as draft_id, n.id as note_id
    from charting.draft d left join charting.note n on n.draft_id = d.id
    where d.appointment_id = any (${appointmentIds}::uuid[])
    order by d.appointment_id, array_position(array['signed', 'open', 'discarded'], d.state), d.opened_at desc`.execute(tx.db);
  return rows;
}
