import { sql, type Generated } from 'kysely';
import { NotFound, within, type Tx } from '#server/platform/index.ts';
import { organisationToday } from '../agreements/agreements.store.ts';
import type { PurposeOfUse, RecordClass } from '../decision/facts.ts';
import type { RestrictionFacts } from '../decision/request.ts';
import { restrictionFacts, type Answerer } from './restricting.rules.ts';
import type { Restriction, RestrictionAnswer, RestrictionEnd } from './restriction.ts';

type Row = Omit<Restriction, 'purposes' | 'partyIds' | 'classes' | 'encounterIds'> & {
  purposes: PurposeOfUse[];
  partyIds: string[] | null;
  classes: RecordClass[] | null;
  encounterIds: string[] | null;
  labels: Generated<string[]>;
};

const restrictions = (tx: Tx) => within<{ 'privacy.restriction': Row }>(tx);

/** What a person asked for, as far as the actor's programs were asked; the latest first. */
export function restrictionsOfPerson(tx: Tx, patientId: string): Promise<Restriction[]> {
  return restrictions(tx).selectFrom('privacy.restriction').selectAll().where('patientId', '=', patientId).orderBy('askedAt', 'desc').orderBy('id').execute();
}

/** One request, locked until the transaction ends: a release that depends on it waits, and the other way round. Throws NotFound. */
export function lockRestriction(tx: Tx, restrictionId: string): Promise<Restriction> {
  return restrictions(tx)
    .selectFrom('privacy.restriction')
    .selectAll()
    .where('id', '=', restrictionId)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound('Restriction'));
}

/** Keeps what a patient asks for. */
export async function insertRestriction(tx: Tx, row: Restriction): Promise<void> {
  const copied = { purposes: [...row.purposes], partyIds: row.partyIds && [...row.partyIds], classes: row.classes && [...row.classes] };
  await restrictions(tx)
    .insertInto('privacy.restriction')
    .values({ ...row, ...copied, encounterIds: row.encounterIds && [...row.encounterIds] })
    .execute();
}

/** Keeps our answer. */
export async function keepAnswer(tx: Tx, restrictionId: string, { agreed, reason, paidOn }: RestrictionAnswer): Promise<void> {
  await restrictions(tx)
    .updateTable('privacy.restriction')
    .set({ state: agreed ? 'agreed' : 'refused', agreed, reason, paidOn, answeredAt: tx.now, answeredBy: tx.actor.id })
    .where('id', '=', restrictionId)
    .execute();
}

/** Keeps its end. */
export async function keepEnd(tx: Tx, restrictionId: string, { by, how, words }: RestrictionEnd): Promise<void> {
  await restrictions(tx)
    .updateTable('privacy.restriction')
    .set({ state: 'ended', endedAt: tx.now, endedBy: by, endedHow: how, endedWords: words, endedRecordedBy: tx.actor.id })
    .where('id', '=', restrictionId)
    .execute();
}

function factsByPatient(rows: readonly Restriction[]): ReadonlyMap<string, readonly RestrictionFacts[]> {
  const grouped = Map.groupBy(rows, ({ patientId }) => patientId);
  return new Map([...grouped].map(([patientId, kept]) => [patientId, kept.map(restrictionFacts)]));
}

/** Restrictions of these patients as the decision sees them; locked against answers and ends until the transaction ends when it is about to release. */
export async function restrictionsOf(tx: Tx, patientIds: readonly string[], options: { lock?: boolean } = {}): Promise<ReadonlyMap<string, readonly RestrictionFacts[]>> {
  const all = restrictions(tx)
    .selectFrom('privacy.restriction')
    .selectAll()
    .where('patientId', '=', sql<string>`any (${[...patientIds]}::uuid[])`)
    .orderBy('patientId')
    .orderBy('askedAt');
  const rows = await (options.lock ? all.forShare() : all).execute();
  return factsByPatient(rows);
}

/** The actor as one who answers requests. */
export async function answererOf(tx: Tx): Promise<Answerer> {
  const { permissions } = tx.actor;
  return { mayBind: permissions.has('disclosure.release') || permissions.has('privacy.review'), today: await organisationToday(tx) };
}
