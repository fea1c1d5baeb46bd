import { sql } from 'kysely';
import { within, type Tx } from '#server/platform/index.ts';
import type { EmergencyBasis, EmergencyStatement, Verdict } from './emergency.ts';

interface EmergencyTables {
  'privacy.emergencyAccess': {
    id: string;
    patientId: string;
    staffId: string;
    staffName: string;
    basis: EmergencyBasis;
    recipientName: string;
    recipientAffiliation: string;
    discloserName: string;
    disclosedAt: Temporal.Instant;
    nature: string;
    toOutside: boolean;
    openedAt: Temporal.Instant;
    endsAt: Temporal.Instant;
  };
  'privacy.emergencyEnd': { emergencyId: string; endedAt: Temporal.Instant; endedBy: string };
  'privacy.emergencyRecord': {
    id: string;
    emergencyId: string;
    patientId: string;
    programId: string;
    recipientName: string;
    recipientAffiliation: string;
    discloserName: string;
    disclosedAt: Temporal.Instant;
    nature: string;
  };
  'privacy.emergencyReview': {
    emergencyId: string;
    dueAt: Temporal.Instant;
    verdict: Verdict | null;
    reason: string | null;
    reviewedAt: Temporal.Instant | null;
    reviewedBy: string | null;
    incidentId: string | null;
  };
  /** A view of patients; empty for those out of reach. */
  'patients.patientName': { id: string; displayName: string };
}

const emergencies = (tx: Tx) => within<EmergencyTables>(tx);

/** Opens the chart: emergency, grants, entries in the chart and the review, all or nothing. The database refuses it without the permission or with a blank fact. */
export async function openEmergency(tx: Tx, emergency: { id: string; patientId: string } & EmergencyStatement, recordIds: readonly string[]): Promise<void> {
  const entry = JSON.stringify({ ...emergency, staffName: tx.actor.name });
  await sql`select privacy.open_emergency(${entry}::jsonb, ${recordIds}::uuid[])`.execute(tx.db);
}

/** Closes it before its time. False when it is over already or not this actor's to end. */
export async function endEmergency(tx: Tx, emergencyId: string): Promise<boolean> {
  const { rows } = await sql<{ isEnded: boolean }>`select privacy.end_emergency(${emergencyId}::uuid) as is_ended`.execute(tx.db);
  return rows[0]?.isEnded === true;
}

/** The actor's own charts held open at this moment, the newest first. */
export function openEmergencies(tx: Tx) {
  return emergencies(tx)
    .selectFrom('privacy.emergencyAccess as opened')
    .leftJoin('privacy.emergencyEnd as ending', 'ending.emergencyId', 'opened.id')
    .select(['opened.id', 'opened.patientId', 'opened.openedAt', 'opened.endsAt'])
    .where('opened.staffId', '=', tx.actor.id ?? '')
    .where('opened.endsAt', '>', tx.now)
    .where('ending.endedAt', 'is', null)
    .orderBy('opened.openedAt', 'desc')
    .execute();
}

/** One emergency, as far as the actor may know of it. */
export function emergencyOf(tx: Tx, emergencyId: string) {
  return emergencies(tx).selectFrom('privacy.emergencyAccess').selectAll().where('id', '=', emergencyId).executeTakeFirst();
}

/** What the chart says of emergencies, in the programs whose records the actor may read; the newest first. */
export function recordsInChart(tx: Tx, patientId: string) {
  return emergencies(tx)
    .selectFrom('privacy.emergencyRecord')
    .select(['id', 'programId', 'recipientName', 'recipientAffiliation', 'discloserName', 'disclosedAt', 'nature'])
    .where('patientId', '=', patientId)
    .orderBy('disclosedAt', 'desc')
    .execute();
}

/** Emergencies with their reviews: those that wait, the most urgent first, or those that are done, the newest first. */
export function reviews(tx: Tx, state: 'waiting' | 'reviewed', limit: number) {
  const isWaiting = state === 'waiting';
  return emergencies(tx)
    .selectFrom('privacy.emergencyReview as review')
    .innerJoin('privacy.emergencyAccess as opened', 'opened.id', 'review.emergencyId')
    .leftJoin('privacy.emergencyEnd as ending', 'ending.emergencyId', 'opened.id')
    .leftJoin('patients.patientName as person', 'person.id', 'opened.patientId')
    .selectAll('opened')
    .select(['review.dueAt', 'review.verdict', 'review.reason', 'review.reviewedAt', 'review.reviewedBy', 'review.incidentId'])
    .select(['ending.endedAt', 'person.displayName as patientName'])
    .where('review.verdict', isWaiting ? 'is' : 'is not', null)
    .orderBy(isWaiting ? 'review.dueAt' : 'review.reviewedAt', isWaiting ? 'asc' : 'desc')
    .limit(limit)
    .execute();
}

/** One review, locked until the transaction ends, with who opened the chart; undefined when the actor may not know of it. */
export async function lockReview(tx: Tx, emergencyId: string): Promise<{ verdict: Verdict | null; staffId: string; patientId: string; nature: string } | undefined> {
  const opened = await emergencyOf(tx, emergencyId);
  // Locked alone: whoever may not write the review sees its state and is told by the rule why not.
  await sql`select pg_advisory_xact_lock(hashtextextended(${emergencyId}, 7011))`.execute(tx.db);
  const review = await emergencies(tx).selectFrom('privacy.emergencyReview').select('verdict').where('emergencyId', '=', emergencyId).executeTakeFirst();
  return opened && review ? { verdict: review.verdict, staffId: opened.staffId, patientId: opened.patientId, nature: opened.nature } : undefined;
}

/** Gives the verdict. */
export async function giveVerdict(tx: Tx, emergencyId: string, given: { verdict: Verdict; reason: string | null; incidentId: string | null }): Promise<void> {
  await emergencies(tx)
    .updateTable('privacy.emergencyReview')
    .set({ ...given, reviewedAt: tx.now, reviewedBy: tx.actor.id })
    .where('emergencyId', '=', emergencyId)
    .execute();
}
