import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import type { ActorFacts, RecordFacts } from '../decision/request.ts';

/** A record as a simulation knows it: what decides over it, and nothing of what it says. */
export interface KnownRecord {
  readonly facts: RecordFacts;
  readonly programName: string;
}

interface Row {
  readonly id: string;
  readonly class: 'progress-note' | 'diagnosis' | 'assessment' | 'care-plan' | 'schedule';
  readonly programId: string;
  readonly programName: string;
  readonly labels: string[];
  readonly originatorId: string | null;
  readonly day: Temporal.PlainDate | null;
}

/** Records of a patient in the views that the contexts above offer, the newest first. The vaults are not among them: not even a simulation reads those. */
export async function recordsOf(tx: Tx, patientId: string): Promise<KnownRecord[]> {
  const { rows } = await sql<Row>`
    select told.id, told.class, told.program_id, p.name as program_name, told.labels, told.originator_id, (told.at at time zone o.time_zone)::date as day
    from (
      select id, 'progress-note' as class, program_id, labels, signed_by as originator_id, signed_at as at from charting.note_to_release where patient_id = ${patientId}
      union all select id, 'diagnosis', program_id, labels, noted_by, noted_at from charting.diagnosis_to_release where patient_id = ${patientId}
      union all select id, 'assessment', program_id, labels, completed_by, completed_at from assessments.result_to_release where patient_id = ${patientId}
      union all select id, 'care-plan', program_id, labels, signed_by, signed_at from careplans.plan_to_release where patient_id = ${patientId}
      union all select id, 'schedule', program_id, labels, clinician_id, starts_at from scheduling.appointment_fact where patient_id = ${patientId}) told
    join programs.program_name p on p.id = told.program_id cross join identity.billing_provider o order by told.at desc, told.id limit 200`.execute(tx.db);
  return rows.map(({ id, class: recordClass, programId, programName, labels, originatorId, day }) => ({
    programName,
    facts: {
      id,
      class: recordClass,
      programId,
      part2: labels.includes('part2') ? 'yes' : 'no',
      labels,
      originatorId,
      date: day,
      origin: { kind: 'made-here' },
      encounterId: recordClass === 'progress-note' ? id : null,
      deidentified: false,
      minorConsentedAlone: false,
      references: [],
    },
  }));
}

/** Somebody of the staff, for a decision about a patient at a moment. */
export interface KnownStaff {
  readonly name: string;
  readonly programNames: readonly string[];
  readonly facts: ActorFacts;
}

/** Roles, programs and part in the care of somebody who works here; undefined for nobody. */
export async function staffAbout(tx: Tx, staffId: string, patientId: string, at: Temporal.Instant): Promise<KnownStaff | undefined> {
  interface Told {
    readonly name: string;
    readonly roles: string[];
    readonly programIds: string[];
    readonly programNames: string[];
    readonly need: { readonly narrowed: string[]; readonly hasPart: boolean };
  }
  const { rows } = await sql<Told>`
    select person.display_name as name, array(select role_code from identity.staff_role_held held where held.staff_id = person.id order by 1) as roles,
      array(select program_id::text from identity.staff_membership works where works.staff_id = person.id order by 1) as program_ids,
      array(select p.name from identity.staff_membership works join programs.program_name p on p.id = works.program_id where works.staff_id = person.id order by 1) as program_names,
      privacy.facts_of_need(person.id, ${patientId}::uuid, ${at}::timestamptz, true) as need
    from identity.staff_name person where person.id = ${staffId} and person.active`.execute(tx.db);
  const [found] = rows;
  if (!found) return undefined;
  const { name, roles, programIds, programNames, need } = found;
  const nobodyElse = { administers: [], onCareTeam: false, supervises: [], identityVerified: true, relation: null, authorityInForce: false };
  return {
    name,
    programNames,
    facts: {
      kind: 'staff',
      id: staffId,
      roles,
      programs: programIds,
      treating: need.hasPart,
      needsAllOf: programIds.filter((id) => !need.narrowed.includes(id)),
      ...nobodyElse,
    },
  };
}
