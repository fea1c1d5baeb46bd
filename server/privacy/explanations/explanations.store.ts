import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import type { HeldGrant } from './explain.rules.ts';

/** A member of the staff with what decides over their sight. */
export interface StaffFacts {
  readonly staffId: string;
  readonly name: string;
  readonly permissions: string[];
  readonly programIds: string[];
  /** Own programs that keep charts for those with a part in the care, and whether they have one in this patient's. */
  readonly need: { readonly narrowed: string[]; readonly hasPart: boolean };
}

/** A record as an explanation knows it. `signedBy` and `supervisorId` only where it has them. */
export interface RecordAsked {
  readonly patientId: string;
  readonly programId: string;
  readonly labels: string[];
  readonly signedBy: string | null;
  readonly supervisorId?: string | null;
}

/** Everybody who works here today, or one of them, with what decides over their sight of this patient. */
export async function staffFacts(tx: Tx, patientId: string, staffId: string | null): Promise<StaffFacts[]> {
  const { rows } = await sql<StaffFacts>`select person.id as staff_id, person.display_name as name,
      array(select permission_code from identity.staff_permission held where held.staff_id = person.id) as permissions,
      array(select program_id::text from identity.staff_membership works where works.staff_id = person.id) as program_ids,
      privacy.facts_of_need(person.id, ${patientId}::uuid, ${tx.now}::timestamptz, false) as need
    from identity.staff_name person where person.active and (${staffId}::uuid is null or person.id = ${staffId}) order by person.display_name`.execute(tx.db);
  return rows;
}

/** Patient, program and labels of a record; undefined for none. Refused by the database without privacy.review. */
export async function factsOfRecord(tx: Tx, table: string, recordId: string): Promise<RecordAsked | undefined> {
  const { rows } = await sql<{
    facts: RecordAsked | null;
  }>`select privacy.facts_of_record(${table}, ${recordId}::uuid) as facts`.execute(tx.db);
  return rows[0]?.facts ?? undefined;
}

/** Which programs know a person, and who holds grants to them. */
export async function factsOfReach(tx: Tx, patientId: string): Promise<{ knownTo: string[]; grants: (HeldGrant & { granteeId: string })[] }> {
  interface Told extends Omit<HeldGrant, 'validFrom' | 'validTo'> {
    readonly granteeId: string;
    readonly validFrom: string;
    readonly validTo: string | null;
  }
  const { rows } = await sql<{ facts: { knownTo: string[]; grants: Told[] } }>`select privacy.facts_of_reach(${patientId}::uuid) as facts`.execute(tx.db);
  const { knownTo, grants } = rows[0]?.facts ?? { knownTo: [], grants: [] };
  return {
    knownTo,
    grants: grants.map((grant) => ({
      ...grant,
      validFrom: Temporal.Instant.from(grant.validFrom),
      validTo: grant.validTo ? Temporal.Instant.from(grant.validTo) : null,
    })),
  };
}

/** Programs of the actor that know a person, by name. Row-level security hides the others, and that there are any. */
export async function ownProgramsKnowing(tx: Tx, patientId: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select place.name from privacy.patient_program known join programs.program_name place on place.id = known.program_id
    where known.patient_id = ${patientId} order by place.name`.execute(tx.db);
  return rows.map(({ name }) => name);
}
