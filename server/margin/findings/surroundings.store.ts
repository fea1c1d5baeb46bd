import { sql } from 'kysely';
import type { Named } from '#server/groups/index.ts';
import type { SealedContent } from '#server/charting/index.ts';
import type { Tx } from '#server/platform/index.ts';
import type { NoteFacts, WrittenElsewhere } from './finding.ts';

/** Whose draft it is, as far as its surroundings are looked up by it. */
export interface Subject {
  readonly id: string;
  readonly patientId: string;
  readonly programId: string;
  readonly authorId: string;
}

/** The place and the people of a note. */
export interface Setting {
  readonly programKind: string | null;
  readonly timeZone: string;
  readonly credential: string | null;
  readonly supervisorId: string | null;
  readonly isOnRiskPathway: boolean;
  readonly givenName: string | null;
  readonly familyName: string | null;
}

/** The program, the author and the person, each as far as this actor may see them. */
export async function settingOf(tx: Tx, { patientId, programId, authorId }: Subject): Promise<Setting> {
  const { rows } = await sql<Setting>`
    select program.kind as program_kind, coalesce(site.time_zone, 'UTC') as time_zone, author.credential, author.supervisor_id, person.given_name, person.family_name,
      exists (select from assessments.open_risk risk where risk.patient_id = ${patientId}) as is_on_risk_pathway
    from (values (1)) one left join programs.program_name program on program.id = ${programId} left join identity.site_name site on site.id = program.site_id
      left join identity.staff_name author on author.id = ${authorId} left join patients.patient_name person on person.id = ${patientId}`.execute(tx.db);
  return rows[0] ?? { programKind: null, timeZone: 'UTC', credential: null, supervisorId: null, isOnRiskPathway: false, givenName: null, familyName: null };
}

/** What a signed note says. */
export async function contentOf(tx: Tx, noteId: string): Promise<SealedContent | undefined> {
  const { rows } = await sql<{ content: SealedContent }>`select content from charting.note_to_release where id = ${noteId}`.execute(tx.db);
  return rows[0]?.content;
}

/** What the author signed or is writing about other people since an instant. */
export async function writtenElsewhere(tx: Tx, { patientId, authorId }: Subject, since: Temporal.Instant): Promise<readonly WrittenElsewhere[]> {
  const { rows } = await sql<WrittenElsewhere>`
    select e.note_id, section ->> 'key' as key, section ->> 'text' as text
    from charting.signed_encounter e join charting.note_to_release n on n.id = e.note_id cross join lateral jsonb_array_elements(n.content -> 'sections') section
    where e.signed_at >= ${since} and e.clinician_id = ${authorId} and e.patient_id <> ${patientId}
    union all
    select draft_id, key, text from charting.draft_words where author_id = ${authorId} and patient_id <> ${patientId} and served_at >= ${since} and text <> ''
    limit 600`.execute(tx.db);
  return rows;
}

/** Earlier notes of the author about this person that wait for the signature. */
export async function unsignedBefore(tx: Tx, { id, patientId, authorId }: Subject): Promise<readonly { draftId: string; servedAt: Temporal.Instant }[]> {
  const { rows } = await sql<{ draftId: string; servedAt: Temporal.Instant }>`select distinct draft_id, served_at from charting.draft_words
    where author_id = ${authorId} and patient_id = ${patientId} and draft_id <> ${id} and text <> '' order by served_at`.execute(tx.db);
  return rows;
}

/** Completed assessments of a person since an instant, by instrument. */
export async function screensSince(tx: Tx, patientId: string, since: Temporal.Instant): Promise<readonly { instrument: string; completedAt: Temporal.Instant }[]> {
  const { rows } = await sql<{ instrument: string; completedAt: Temporal.Instant }>`select instrument_code as instrument, completed_at from assessments.score
    where patient_id = ${patientId} and completed_at >= ${since}`.execute(tx.db);
  return rows;
}

/** Others who are or were in a group with this person. */
export async function fellowsOf(tx: Tx, patientId: string): Promise<readonly Named[]> {
  const { rows } = await sql<Named>`select distinct p.display_name as name, p.given_name, p.family_name from groups.fellow_member f
    join patients.patient_name p on p.id = f.fellow_id where f.patient_id = ${patientId}`.execute(tx.db);
  return rows;
}

/** The appointment of a note: the times that happened, or else those planned. */
export async function appointmentOf(tx: Tx, appointmentId: string | null): Promise<NonNullable<NoteFacts['appointment']> | null> {
  const { rows } = await sql<NonNullable<NoteFacts['appointment']>>`select coalesce(started_at, starts_at) as starts_at,
      coalesce(ended_at, started_at + (ends_at - starts_at), ends_at) as ends_at, modality
    from scheduling.appointment_fact where id = ${appointmentId}::uuid`.execute(tx.db);
  return rows[0] ?? null;
}
