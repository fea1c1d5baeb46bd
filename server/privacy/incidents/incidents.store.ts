import { sql, type Generated, type Insertable, type Selectable, type Updateable } from 'kysely';
import { NotFound, within, type Tx } from '#server/platform/index.ts';
import type { BreachException, Conclusion, IncidentRole, IncidentSource, IncidentState, Risk } from './incident.ts';

interface IncidentTable {
  id: string;
  number: Generated<number>;
  title: string;
  whatHappened: string;
  happenedOn: Temporal.PlainDate | null;
  discoveredOn: Temporal.PlainDate;
  reportedBy: string | null;
  role: IncidentRole;
  involvesPart2: boolean;
  isUnsecured: boolean;
  residents: Record<string, number>;
  individuals: number;
  delayedUntil: Generated<Temporal.PlainDate | null>;
  delayGround: Generated<string | null>;
  sourceKind: IncidentSource;
  sourceId: string | null;
  openedAt: Temporal.Instant;
  openedBy: string;
  state: Generated<IncidentState>;
  closedAt: Generated<Temporal.Instant | null>;
  closedBy: Generated<string | null>;
  closingNote: Generated<string | null>;
  version: Generated<number>;
}

interface AssessmentTable {
  id: string;
  incidentId: string;
  natureOfRecords: string;
  natureRisk: Risk;
  unauthorizedPerson: string;
  personRisk: Risk;
  acquiredOrViewed: string;
  viewedRisk: Risk;
  mitigation: string;
  mitigationRisk: Risk;
  exception: BreachException | null;
  conclusion: Conclusion;
  rationale: string;
  assessedAt: Temporal.Instant;
  assessedBy: string;
}

interface IncidentTables {
  'privacy.incident': IncidentTable;
  'privacy.incidentAssessment': AssessmentTable;
  'privacy.incidentStep': { id: string; incidentId: string; duty: string; doneAt: Temporal.Instant; doneBy: string; says: string };
  'privacy.incidentPatient': {
    incidentId: string;
    patientId: string;
    stateCode: string | null;
    notifiedAt: Generated<Temporal.Instant | null>;
    notifiedHow: Generated<string | null>;
    notifiedBy: Generated<string | null>;
  };
  /** A view of patients; empty for those out of reach. */
  'patients.claimSubject': {
    id: string;
    givenName: string;
    familyName: string;
    addressLine1: string | null;
    addressLine2: string | null;
    city: string | null;
    state: string | null;
    zip: string | null;
  };
}

export type IncidentRow = Selectable<IncidentTable>;

const incidents = (tx: Tx) => within<IncidentTables>(tx);

/** Adds an incident and those whose records it touched; answers its number. */
export async function insertIncident(tx: Tx, row: Insertable<IncidentTable>, patientIds: readonly string[]): Promise<number> {
  const { number } = await incidents(tx).insertInto('privacy.incident').values(row).returning('number').executeTakeFirstOrThrow();
  if (patientIds.length === 0) return number;
  await sql`insert into privacy.incident_patient (incident_id, patient_id, state_code)
    select ${row.id}::uuid, wanted, person.state from unnest(${[...new Set(patientIds)]}::uuid[]) wanted left join patients.claim_subject person on person.id = wanted`.execute(
    tx.db,
  );
  return number;
}

/** Incidents by state, the earliest discovered first. */
export function incidentsIn(tx: Tx, state: 'open' | 'closed' | 'all'): Promise<IncidentRow[]> {
  const all = incidents(tx).selectFrom('privacy.incident').selectAll().orderBy('discoveredOn').orderBy('number').limit(500);
  return (state === 'all' ? all : all.where('state', state === 'closed' ? '=' : '<>', 'closed')).execute();
}

/** One incident. Throws NotFound for none and for those who do not keep the register. */
export function incidentOf(tx: Tx, incidentId: string): Promise<IncidentRow> {
  return incidents(tx)
    .selectFrom('privacy.incident')
    .selectAll()
    .where('id', '=', incidentId)
    .executeTakeFirstOrThrow(() => new NotFound('Incident'));
}

/** One incident, locked until the transaction ends. */
export function lockIncident(tx: Tx, incidentId: string): Promise<IncidentRow> {
  return incidents(tx)
    .selectFrom('privacy.incident')
    .selectAll()
    .where('id', '=', incidentId)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound('Incident'));
}

/** Changes an incident and counts its version up. */
export async function updateIncident(tx: Tx, incidentId: string, change: Updateable<IncidentTable>): Promise<void> {
  await incidents(tx)
    .updateTable('privacy.incident')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', incidentId)
    .execute();
}

/** The newest assessment of each of these incidents. */
export function assessmentsOf(tx: Tx, incidentIds: readonly string[]): Promise<Selectable<AssessmentTable>[]> {
  return incidents(tx)
    .selectFrom('privacy.incidentAssessment')
    .distinctOn('incidentId')
    .selectAll()
    .where('incidentId', 'in', [...incidentIds, '00000000-0000-0000-0000-000000000000'])
    .orderBy('incidentId')
    .orderBy('assessedAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

export async function insertAssessment(tx: Tx, row: Insertable<AssessmentTable>): Promise<void> {
  await incidents(tx).insertInto('privacy.incidentAssessment').values(row).execute();
}

/** Duties that were met, of these incidents, the latest word on each last. */
export function stepsOf(tx: Tx, incidentIds: readonly string[]) {
  return incidents(tx)
    .selectFrom('privacy.incidentStep')
    .select(['incidentId', 'duty', 'doneAt', 'says'])
    .where('incidentId', 'in', [...incidentIds, '00000000-0000-0000-0000-000000000000'])
    .orderBy('doneAt')
    .execute();
}

export async function insertStep(tx: Tx, row: { id: string; incidentId: string; duty: string; doneAt: Temporal.Instant; doneBy: string; says: string }): Promise<void> {
  await incidents(tx).insertInto('privacy.incidentStep').values(row).execute();
}

/** Whose records it touched, with the address for the letter, as far as the actor reaches it. */
export async function lettersOf(tx: Tx, incidentId: string) {
  const rows = await incidents(tx)
    .selectFrom('privacy.incidentPatient as affected')
    .leftJoin('patients.claimSubject as person', 'person.id', 'affected.patientId')
    .select(['affected.patientId', 'affected.stateCode', 'affected.notifiedAt', 'affected.notifiedHow'])
    .select(['person.givenName', 'person.familyName', 'person.addressLine1', 'person.addressLine2', 'person.city', 'person.state', 'person.zip'])
    .where('affected.incidentId', '=', incidentId)
    .orderBy('person.familyName')
    .orderBy('affected.patientId')
    .execute();
  return rows.map(({ patientId, stateCode, notifiedAt, notifiedHow, givenName, familyName, addressLine1, addressLine2, city, state, zip }) => ({
    patientId,
    name: familyName ? `${givenName ?? ''} ${familyName}` : null,
    address: addressLine1 ? [addressLine1, addressLine2, `${city ?? ''}, ${state ?? ''} ${zip ?? ''}`].filter(Boolean).join(', ') : null,
    state: stateCode,
    notifiedAt,
    notifiedHow,
  }));
}

/** Notes that somebody was told. False when nobody like that is in the list. */
export async function markNotified(tx: Tx, incidentId: string, patientId: string, how: string): Promise<boolean> {
  const result = await incidents(tx)
    .updateTable('privacy.incidentPatient')
    .set({ notifiedAt: tx.now, notifiedHow: how, notifiedBy: tx.actor.id })
    .where('incidentId', '=', incidentId)
    .where('patientId', '=', patientId)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** The day it is for the organisation. */
export async function today(tx: Tx): Promise<Temporal.PlainDate> {
  const { rows } = await sql<{ today: Temporal.PlainDate }>`select identity.today() as today`.execute(tx.db);
  return rows[0]?.today ?? tx.now.toZonedDateTimeISO('UTC').toPlainDate();
}
