import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import type { Verdict } from './review.rules.ts';

/** A review with how its items stand. */
export interface Review {
  readonly id: string;
  readonly patientId: string;
  readonly patientName: string;
  readonly programId: string;
  readonly programName: string;
  readonly checklist: string;
  readonly checklistVersion: number;
  readonly aboutStaffId: string | null;
  readonly aboutName: string | null;
  readonly openedAt: Temporal.Instant;
  readonly openedBy: string;
  readonly closedAt: Temporal.Instant | null;
  readonly drawnSeed: number | null;
  readonly drawnOf: number | null;
  readonly summary: string;
  readonly met: number;
  readonly notMet: number;
  readonly notApplicable: number;
}

const review = sql`select r.id, r.patient_id, coalesce(p.display_name, '') as patient_name, r.program_id, coalesce(program.name, '') as program_name, r.checklist, r.checklist_version,
    r.about_staff_id, about.display_name as about_name, r.opened_at, coalesce(opener.display_name, '') as opened_by, r.closed_at, r.drawn_seed, r.drawn_of, r.summary,
    stand.met, stand.not_met, stand.not_applicable
  from reviews.review r left join patients.patient_name p on p.id = r.patient_id left join programs.program_name program on program.id = r.program_id
    left join identity.staff_name about on about.id = r.about_staff_id left join identity.staff_name opener on opener.id = r.opened_by
    cross join lateral (select (count(*) filter (where a.says = 'met'))::integer as met, (count(*) filter (where a.says = 'not-met'))::integer as not_met,
      (count(*) filter (where a.says = 'not-applicable'))::integer as not_applicable from reviews.answer a where a.review_id = r.id) stand`;

/** Reviews within reach, those that are open first, then the latest. */
export async function reviewsWithinReach(tx: Tx): Promise<readonly Review[]> {
  const { rows } = await sql<Review>`${review} order by r.closed_at is not null, r.opened_at desc limit 500`.execute(tx.db);
  return rows;
}

/** These reviews, in the order in which they were opened. */
export async function reviewsById(tx: Tx, reviewIds: readonly string[]): Promise<readonly Review[]> {
  const { rows } = await sql<Review>`${review} where r.id = any (${reviewIds}::uuid[]) order by r.opened_at, r.id`.execute(tx.db);
  return rows;
}

/** A stay that may be drawn. */
export interface StayToReview {
  readonly patientId: string;
  readonly programId: string;
  readonly clinicianId: string | null;
}

/** Which stays are meant: those that touch the days, of these programs, clinician and level where they are named. */
export interface StaysWanted {
  readonly from: string;
  readonly to: string;
  readonly programId: string | null;
  readonly staffId: string | null;
  readonly levelOfCare: string | null;
}

/** The stays that are meant, each person once a program. */
export async function staysToReview(tx: Tx, { from, to, programId, staffId, levelOfCare }: StaysWanted): Promise<readonly StayToReview[]> {
  const { rows } = await sql<StayToReview>`
    select distinct on (s.patient_id, s.program_id) s.patient_id, s.program_id, s.primary_clinician_id as clinician_id
    from programs.stay_with_clinician s join programs.program_name program on program.id = s.program_id
    where s.admitted_on <= ${to}::date and (s.ended_on is null or s.ended_on >= ${from}::date) and (${programId}::uuid is null or s.program_id = ${programId})
      and (${staffId}::uuid is null or s.primary_clinician_id = ${staffId}) and (${levelOfCare}::text is null or program.level_of_care = ${levelOfCare})
    order by s.patient_id, s.program_id, s.admitted_on desc`.execute(tx.db);
  return rows;
}

/** The primary clinician of the last stay of a person in a program; null when there is none. */
export async function clinicianOf(tx: Tx, patientId: string, programId: string): Promise<string | null> {
  const { rows } = await sql<{ clinicianId: string | null }>`select primary_clinician_id as clinician_id from programs.stay_with_clinician
    where patient_id = ${patientId} and program_id = ${programId} order by admitted_on desc limit 1`.execute(tx.db);
  return rows[0]?.clinicianId ?? null;
}

/** A review to be opened. */
export interface NewReview {
  readonly id: string;
  readonly patientId: string;
  readonly programId: string;
  readonly checklist: string;
  readonly version: number;
  readonly aboutStaffId: string | null;
  readonly drawn: { readonly seed: number; readonly of: number } | null;
}

/** Opens a review; does nothing when it is open already. */
export async function insertReview(tx: Tx, { id, patientId, programId, checklist, version, aboutStaffId, drawn }: NewReview): Promise<void> {
  await sql`insert into reviews.review (id, patient_id, program_id, checklist, checklist_version, about_staff_id, drawn_seed, drawn_of, opened_at, opened_by)
    values (${id}, ${patientId}, ${programId}, ${checklist}, ${version}, ${aboutStaffId}, ${drawn?.seed ?? null}, ${drawn?.of ?? null}, ${tx.now}, ${tx.actor.id}::uuid)
    on conflict (id) do nothing`.execute(tx.db);
}

/** What was found for one item. */
export interface Answer {
  readonly item: string;
  readonly says: Verdict;
  readonly comment: string;
  readonly noteId: string | null;
  readonly answeredAt: Temporal.Instant;
  readonly answeredBy: string;
}

/** The answers of a review. */
export async function answersOf(tx: Tx, reviewId: string): Promise<readonly Answer[]> {
  const { rows } = await sql<Answer>`select a.item, a.says, a.comment, a.note_id, a.answered_at, coalesce(s.display_name, '') as answered_by
    from reviews.answer a left join identity.staff_name s on s.id = a.answered_by where a.review_id = ${reviewId}`.execute(tx.db);
  return rows;
}

/** Writes what was found for one item, in place of what was found before. */
export async function writeAnswer(
  tx: Tx,
  { id, patientId, programId }: Review,
  { item, says, comment, noteId }: Pick<Answer, 'item' | 'says' | 'comment' | 'noteId'>,
): Promise<void> {
  await sql`insert into reviews.answer (review_id, item, patient_id, program_id, says, comment, note_id, answered_at, answered_by)
    values (${id}, ${item}, ${patientId}, ${programId}, ${says}, ${comment}, ${noteId}, ${tx.now}, ${tx.actor.id}::uuid)
    on conflict (review_id, item) do update set says = excluded.says, comment = excluded.comment, note_id = excluded.note_id, answered_at = excluded.answered_at,
      answered_by = excluded.answered_by`.execute(tx.db);
}

/** Locks a review until the transaction ends. */
export async function lockReview(tx: Tx, reviewId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('reviews.review ' || ${reviewId}, 0))`.execute(tx.db);
}

/** Closes a review. */
export async function closeReviewRow(tx: Tx, reviewId: string, summary: string): Promise<void> {
  await sql`update reviews.review set closed_at = ${tx.now}, closed_by = ${tx.actor.id}::uuid, summary = ${summary} where id = ${reviewId}`.execute(tx.db);
}
