import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import type { Plan, PlanEntry, PlanSignature, SealedPlan } from './plan.ts';

const plan = sql`select p.id, p.patient_id, p.program_id, coalesce(program.name, '') as program_name, coalesce(program.level_of_care, '') as level_of_care,
    coalesce(site.time_zone, 'UTC') as time_zone, p.version, p.opened_on, p.saved_at,
    (select max(e.admitted_on) from programs.open_episode e where e.patient_id = p.patient_id and e.program_id = p.program_id) as admitted_on
  from careplans.plan p left join programs.program_name program on program.id = p.program_id left join identity.site_name site on site.id = program.site_id`;

/** Plans of a person, merged records included. */
export async function plansOf(tx: Tx, patientId: string): Promise<readonly Plan[]> {
  const { rows } = await sql<Plan>`${plan}
    where p.patient_id = any (array(select record.patient_id from patients.person_record record where record.person_id = ${patientId})) order by p.saved_at desc`.execute(
    tx.db,
  );
  return rows;
}

/** One plan. */
export async function planById(tx: Tx, planId: string): Promise<Plan | undefined> {
  const { rows } = await sql<Plan>`${plan} where p.id = ${planId}`.execute(tx.db);
  return rows[0];
}

/** The plan of a patient in a program. */
export async function planIn(tx: Tx, patientId: string, programId: string): Promise<Plan | undefined> {
  const { rows } = await sql<Plan>`${plan} where p.patient_id = ${patientId} and p.program_id = ${programId}`.execute(tx.db);
  return rows[0];
}

/** Since when, and at which level, a person is in care in a program; undefined when they are not. */
export async function careOf(tx: Tx, patientId: string, programId: string): Promise<{ admittedOn: Temporal.PlainDate; levelOfCare: string } | undefined> {
  const { rows } = await sql<{ admittedOn: Temporal.PlainDate; levelOfCare: string }>`
    select e.admitted_on, coalesce(program.level_of_care, '') as level_of_care from programs.open_episode e left join programs.program_name program on program.id = e.program_id
    where e.patient_id = ${patientId} and e.program_id = ${programId} and e.admitted_on is not null order by e.admitted_on desc limit 1`.execute(tx.db);
  return rows[0];
}

/** A plan that should have been signed or reviewed by now. */
export interface OverduePlan {
  readonly patientId: string;
  readonly patientName: string;
  readonly programId: string;
  readonly programName: string;
  readonly clinicianId: string | null;
  readonly clinicianName: string | null;
  readonly due: Temporal.PlainDate;
  /** Whether a plan was signed before: then it is its review that is due. */
  readonly isSigned: boolean;
}

/** Within how many days of admission the first plan is due, by level of care. */
export interface FirstPlans {
  readonly byLevel: readonly { readonly levelOfCare: string; readonly planDays: number }[];
  readonly otherwise: number;
}

/** Plans of stays that go on whose day is over where they are kept; of one primary clinician, or of everybody in the programs of the reader. The rule is `planDue`. */
export async function plansOverdue(tx: Tx, clinicianId: string | null, { byLevel, otherwise }: FirstPlans): Promise<readonly OverduePlan[]> {
  const clocks = JSON.stringify(byLevel.map(({ levelOfCare, planDays }) => ({ level_of_care: levelOfCare, plan_days: planDays })));
  const { rows } = await sql<OverduePlan>`
    with clock as (select * from jsonb_to_recordset(${clocks}::jsonb) as line (level_of_care text, plan_days integer)),
    stay as (
      select e.patient_id, e.program_id, e.primary_clinician_id, (${tx.now}::timestamptz at time zone coalesce(site.time_zone, 'UTC'))::date as today,
        coalesce(program.name, '') as program_name, coalesce(signed.review_due, e.admitted_on + coalesce(clock.plan_days, ${otherwise}::integer)) as due, signed.review_due is not null as is_signed
      from programs.open_episode e left join programs.program_name program on program.id = e.program_id left join identity.site_name site on site.id = program.site_id
        left join clock on clock.level_of_care = program.level_of_care
        left join lateral (select s.review_due from careplans.sealed_plan s where s.patient_id = e.patient_id and s.program_id = e.program_id order by s.signed_at desc limit 1) signed on true
      where e.state = 'admitted' and e.admitted_on is not null and (${clinicianId}::uuid is null or e.primary_clinician_id = ${clinicianId}))
    select stay.patient_id, coalesce(p.display_name, '') as patient_name, stay.program_id, stay.program_name, stay.primary_clinician_id as clinician_id,
      clinician.display_name as clinician_name, stay.due, stay.is_signed
    from stay left join patients.patient_name p on p.id = stay.patient_id left join identity.staff_name clinician on clinician.id = stay.primary_clinician_id
    where stay.due < stay.today order by stay.due limit 5000`.execute(tx.db);
  return rows;
}

/** Locks a plan until the transaction ends, so that savings come one after the other. */
export async function lockPlan(tx: Tx, planId: string): Promise<void> {
  await sql`select id from careplans.plan where id = ${planId} for update`.execute(tx.db);
}

/** Opens a plan; does nothing when the patient has one in this program. */
export async function insertPlan(tx: Tx, patientId: string, programId: string): Promise<void> {
  await sql`insert into careplans.plan (patient_id, program_id, opened_on, saved_at) values (${patientId}, ${programId}, ${tx.now.toZonedDateTimeISO('UTC').toPlainDate()}, ${tx.now})
    on conflict do nothing`.execute(tx.db);
}

/** Entries that stand, the oldest first; with those put aside when asked. */
export async function entriesOf(tx: Tx, planId: string, removedToo = false): Promise<readonly (PlanEntry & { removed: boolean })[]> {
  const { rows } = await sql<PlanEntry & { removed: boolean }>`select id, kind, parent_id, fields, removed from careplans.plan_entry
    where plan_id = ${planId} and (${removedToo} or not removed) order by made_at, id`.execute(tx.db);
  return rows;
}

/** Writes one entry as it now stands. */
export async function writeEntry(tx: Tx, of: Plan, entry: PlanEntry & { removed: boolean }): Promise<void> {
  await sql`insert into careplans.plan_entry (id, plan_id, patient_id, program_id, kind, parent_id, fields, removed, made_at)
    values (${entry.id}, ${of.id}, ${of.patientId}, ${of.programId}, ${entry.kind}, ${entry.parentId}, ${JSON.stringify(entry.fields)}::jsonb, ${entry.removed}, ${tx.now})
    on conflict (id) do update set fields = excluded.fields, removed = excluded.removed where plan_entry.plan_id = excluded.plan_id`.execute(tx.db);
}

/** Counts a change of the plan. */
export async function countChange(tx: Tx, planId: string): Promise<void> {
  await sql`update careplans.plan set version = version + 1, saved_at = ${tx.now} where id = ${planId}`.execute(tx.db);
}

/** Signed versions, the latest first. */
export async function sealedOf(tx: Tx, planId: string): Promise<readonly SealedPlan[]> {
  const { rows } =
    await sql<SealedPlan>`select s.id, s.number, s.content, s.digest, s.review_due, s.signed_by as signed_by_id, coalesce(n.display_name, '') as signed_by, s.signed_at
    from careplans.sealed_plan s left join identity.staff_name n on n.id = s.signed_by where s.plan_id = ${planId} order by s.number desc`.execute(tx.db);
  return rows;
}

/** Writes a signed version. */
export async function insertSealed(tx: Tx, of: Plan, sealed: Omit<SealedPlan, 'id' | 'signedBy'>): Promise<void> {
  await sql`insert into careplans.sealed_plan (plan_id, patient_id, program_id, number, content, digest, review_due, signed_by, signed_at)
    values (${of.id}, ${of.patientId}, ${of.programId}, ${sealed.number}, ${JSON.stringify(sealed.content)}::jsonb, ${sealed.digest}, ${sealed.reviewDue}, ${sealed.signedById},
      ${sealed.signedAt})`.execute(tx.db);
}

/** Signatures under the signed versions of a plan, the oldest first. */
export async function signaturesOf(tx: Tx, planId: string): Promise<readonly PlanSignature[]> {
  const { rows } = await sql<PlanSignature>`select g.id, g.sealed_plan_id, g.role, g.outcome, g.name, g.reason, g.signed_at
    from careplans.plan_signature g join careplans.sealed_plan s on s.id = g.sealed_plan_id where s.plan_id = ${planId} order by g.signed_at`.execute(tx.db);
  return rows;
}

/** Writes a signature under the version with that digest. */
export async function insertSignature(tx: Tx, of: Plan, signature: Omit<PlanSignature, 'id'> & { digest: string; takenBy: string }): Promise<void> {
  await sql`insert into careplans.plan_signature (sealed_plan_id, patient_id, program_id, role, outcome, name, reason, digest, taken_by, signed_at)
    values (${signature.sealedPlanId}, ${of.patientId}, ${of.programId}, ${signature.role}, ${signature.outcome}, ${signature.name}, ${signature.reason}, ${signature.digest},
      ${signature.takenBy}, ${signature.signedAt})`.execute(tx.db);
}

/** A signed note that worked on an objective. */
export interface ServedBy {
  readonly objectiveId: string;
  readonly id: string;
  readonly title: string;
  readonly signedAt: Temporal.Instant;
}

/** Signed notes by the objective they worked on, the latest first. */
export async function notesServing(tx: Tx, objectiveIds: readonly string[]): Promise<readonly ServedBy[]> {
  const { rows } =
    await sql<ServedBy>`select w.objective_id, n.id, n.title, n.signed_at from careplans.worked_on w join charting.written_note n on n.draft_id = w.draft_id
    where w.objective_id = any (${objectiveIds}::uuid[]) order by n.signed_at desc`.execute(tx.db);
  return rows;
}

/** Signed notes since an instant that worked on nothing in the plan, the latest first. */
export async function notesWithoutGoal(tx: Tx, of: Plan, since: Temporal.Instant): Promise<readonly { id: string; title: string; signedAt: Temporal.Instant }[]> {
  const { rows } = await sql<{ id: string; title: string; signedAt: Temporal.Instant }>`select n.id, n.title, n.signed_at from charting.written_note n
    where n.patient_id = ${of.patientId} and n.program_id = ${of.programId} and n.signed_at > ${since} and n.started_at is not null
      and not exists (select from careplans.worked_on w where w.draft_id = n.draft_id) order by n.signed_at desc limit 50`.execute(tx.db);
  return rows;
}

/** Scores of a patient in these instruments, the oldest first. */
export async function scoresOf(
  tx: Tx,
  patientId: string,
  instruments: readonly string[],
): Promise<readonly { instrument: string; score: number; says: string; at: Temporal.Instant }[]> {
  const { rows } = await sql<{ instrument: string; score: number; says: string; at: Temporal.Instant }>`
    select instrument_code as instrument, score::float8 as score, coalesce(says, '') as says, completed_at as at from assessments.completed_score
    where patient_id = ${patientId} and instrument_code = any (${instruments}::text[]) order by completed_at`.execute(tx.db);
  return rows;
}

/** Open diagnoses of the patient made in the program: what a plan begins with. */
export async function diagnosesIn(tx: Tx, patientId: string, programId: string): Promise<readonly { code: string; description: string }[]> {
  const { rows } = await sql<{ code: string; description: string }>`select code, description from charting.diagnosis_on_list
    where patient_id = ${patientId} and program_id = ${programId} order by rank`.execute(tx.db);
  return rows;
}
