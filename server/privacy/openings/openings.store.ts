import { sql, type Generated } from 'kysely';
import { within, type Tx } from '#server/platform/index.ts';
import type { HeldKind, HeldOpen, Opening, PartInCare } from './opening.ts';

interface OpeningTables {
  'privacy.accessGrant': {
    id: Generated<string>;
    patientId: string;
    granteeStaffId: string;
    programId: string | null;
    labels: string[];
    purposes: string[];
    kind: string;
    reason: string;
    validFrom: Temporal.Instant;
    validTo: Temporal.Instant | null;
    grantedBy: string | null;
    consentId: string | null;
  };
  /** A view of programs. */
  'programs.programName': { id: string; name: string };
}

const tables = (tx: Tx) => within<OpeningTables>(tx);

/** Which kinds of record all programs hold of a patient. Refused by the database outside of the gate's full sight. */
export async function kindsOfRecords(tx: Tx, patientId: string): Promise<HeldKind[]> {
  const { rows } = await sql<HeldKind>`select source, program_id, labels from privacy.kinds_of_records(${patientId}::uuid) order by source, program_id, labels`.execute(
    tx.db,
  );
  return rows;
}

/** How the actor is joined to the patient's care: appointments and encounters of the last year and the next, stays, the primary clinician. */
export async function partInCare(tx: Tx, patientId: string): Promise<PartInCare> {
  const { id, programIds } = tx.actor;
  const { rows } = await sql<PartInCare>`
    select exists (select from scheduling.appointment_fact met where met.patient_id = ${patientId} and met.clinician_id = ${id}::uuid and met.status not in ('cancelled', 'no-show')
        and met.starts_at > ${tx.now}::timestamptz - interval '1 year' and met.starts_at < ${tx.now}::timestamptz + interval '1 year')
      or exists (select from charting.signed_encounter seen where seen.patient_id = ${patientId} and seen.clinician_id = ${id}::uuid and seen.signed_at > ${tx.now}::timestamptz - interval '1 year')
      or exists (select from programs.open_episode stay where stay.patient_id = ${patientId} and stay.primary_clinician_id = ${id}::uuid) as is_own,
      exists (select from programs.open_episode stay where stay.patient_id = ${patientId} and stay.state = 'admitted' and stay.program_id = any (${[...programIds]}::uuid[]))
      and exists (select from identity.staff_name person where person.id = ${id}::uuid and person.is_clinical) as is_of_unit`.execute(tx.db);
  return rows[0] ?? { isOwn: false, isOfUnit: false };
}

/** Names of these programs. */
export async function namesOfPrograms(tx: Tx, programIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (programIds.length === 0) return new Map();
  const rows = await tables(tx)
    .selectFrom('programs.programName')
    .select(['id', 'name'])
    .where('id', 'in', [...programIds])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** What the actor holds open of this patient on consents at this moment. */
export async function heldOpen(tx: Tx, patientId: string): Promise<HeldOpen[]> {
  const rows = await tables(tx)
    .selectFrom('privacy.accessGrant')
    .select(['programId', 'consentId', 'validTo'])
    .where('patientId', '=', patientId)
    .where('granteeStaffId', '=', tx.actor.id ?? '')
    .where('consentId', 'is not', null)
    .where('validFrom', '<=', tx.now)
    .where('validTo', '>', tx.now)
    .orderBy('validTo', 'desc')
    .execute();
  return rows.flatMap(({ programId, consentId, validTo }) => (programId && consentId && validTo ? [{ programId, consentId, endsAt: validTo }] : []));
}

/** Opens a program's part of the chart to the actor until a moment. */
export async function insertGrant(tx: Tx, patientId: string, { programId, consentId, labels }: Opening, endsAt: Temporal.Instant): Promise<void> {
  const actorId = tx.actor.id ?? '';
  await tables(tx)
    .insertInto('privacy.accessGrant')
    .values({
      patientId,
      granteeStaffId: actorId,
      programId,
      labels: [...labels],
      purposes: ['TREAT'],
      kind: 'consent',
      reason: 'Opened on the consent of the patient',
      validFrom: tx.now,
      validTo: endsAt,
      grantedBy: actorId,
      consentId,
    })
    .execute();
}

/** For how many minutes an opening lasts, as the organisation decided. */
export async function minutesOpen(tx: Tx): Promise<number> {
  const { rows } = await sql<{
    minutes: number;
  }>`select consent_access_minutes as minutes from privacy.oversight_policy where valid_from <= ${tx.now}::timestamptz order by valid_from desc limit 1`.execute(tx.db);
  return rows[0]?.minutes ?? 60;
}
