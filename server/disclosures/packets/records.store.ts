import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import type { SealedContent } from '#server/charting/index.ts';
import { documents } from './filed-records.store.ts';
import { assessments, carePlans } from './further-records.store.ts';
import { allergies, results, vitalSets } from './observed-records.store.ts';
import type { CoverFacts, PacketClass, PacketRecord } from './packet.ts';
import { factsOf, within, type Provenance, type Wanted } from './provenance.store.ts';
import { writtenDay, writtenMoment } from './written-words.rules.ts';

async function diagnoses(tx: Tx, wanted: Wanted): Promise<(PacketRecord & { code: string })[]> {
  const { rows } = await sql<
    Provenance & { code: string; description: string; certainty: string; onset: Temporal.PlainDate | null; resolved: Temporal.PlainDate | null; notedBy: string }
  >`
    select d.id, d.program_id, p.name as program_name, d.labels, o.time_zone, (d.noted_at at time zone o.time_zone)::date as day, d.code, d.description, d.certainty, d.onset, d.resolved, d.noted_by
    from charting.diagnosis_to_release d join programs.program_name p on p.id = d.program_id cross join identity.billing_provider o
    where d.patient_id = ${wanted.patientId} and ${within(wanted, sql`(d.noted_at at time zone o.time_zone)::date`, sql`d.id`)} order by d.rank, d.id`.execute(tx.db);
  return rows.map((row) => ({
    code: row.code,
    facts: factsOf(row, 'diagnosis', row.notedBy, []),
    title: `${row.code} ${row.description}`,
    day: row.day?.toString() ?? '',
    about: [
      `${row.programName}, ${row.certainty}`,
      ...(row.onset ? [`Onset ${writtenDay(row.onset.toString())}`] : []),
      ...(row.resolved ? [`Resolved ${writtenDay(row.resolved.toString())}`] : []),
    ],
    sections: [],
    mentions: [],
  }));
}

interface NoteRow extends Provenance {
  readonly addendumTo: string | null;
  readonly title: string;
  readonly content: SealedContent;
  readonly signedBy: string;
  readonly signedAt: Temporal.Instant;
  readonly digest: string;
}

async function notes(tx: Tx, wanted: Wanted): Promise<PacketRecord[]> {
  const listed = await diagnoses(tx, { patientId: wanted.patientId, classes: ['diagnosis'], from: null, to: null });
  const { rows } = await sql<NoteRow>`
    select n.id, n.program_id, p.name as program_name, n.labels, o.time_zone, (n.signed_at at time zone o.time_zone)::date as day, n.addendum_to, n.title, n.content, n.signed_by, n.signed_at, n.digest
    from charting.note_to_release n join programs.program_name p on p.id = n.program_id cross join identity.billing_provider o
    where n.patient_id = ${wanted.patientId} and ${within(wanted, sql`(n.signed_at at time zone o.time_zone)::date`, sql`n.id`)} order by n.signed_at, n.id`.execute(
    tx.db,
  );
  return rows.map((row) => {
    const mentions = row.content.diagnoses.map(({ code, description }) => ({
      recordId: listed.find((one) => one.code === code && one.facts.programId === row.programId)?.facts.id ?? row.id,
      text: `${code} ${description}`,
    }));
    const told = mentions.filter(({ recordId }) => recordId !== row.id).map(({ recordId }) => ({ recordId, part: 'reference' as const }));
    const { form, signer, supervisor, sections } = row.content;
    return {
      facts: factsOf(row, 'progress-note', row.signedBy, [...told, ...(row.addendumTo ? [{ recordId: row.addendumTo, part: 'reference' as const }] : [])]),
      title: row.title,
      day: row.day?.toString() ?? '',
      about: [
        `${row.programName}; signed by ${signer.name}${signer.credential ? `, ${signer.credential}` : ''} on ${writtenMoment(row.signedAt, row.timeZone)}${supervisor ? `; supervised by ${supervisor.name}` : ''}`,
        `${form ? `Form ${form.name}, version ${form.version}; ` : 'Addendum; '}SHA-256 ${row.digest}`,
      ],
      sections: sections.map(({ label, text }) => ({ label, text: text.trim() || 'Nothing written.' })),
      mentions,
    };
  });
}

async function appointments(tx: Tx, wanted: Wanted): Promise<PacketRecord[]> {
  const { rows } = await sql<Provenance & { typeName: string; startsAt: Temporal.Instant; status: string; modality: string; clinicianName: string; clinicianId: string }>`
    select a.id, a.program_id, p.name as program_name, a.labels, o.time_zone, (a.starts_at at time zone o.time_zone)::date as day, a.type_name, a.starts_at, a.status, a.modality, s.display_name as clinician_name, a.clinician_id
    from scheduling.appointment_fact a join programs.program_name p on p.id = a.program_id join identity.staff_name s on s.id = a.clinician_id cross join identity.billing_provider o
    where a.patient_id = ${wanted.patientId} and ${within(wanted, sql`(a.starts_at at time zone o.time_zone)::date`, sql`a.id`)} order by a.starts_at, a.id`.execute(
    tx.db,
  );
  return rows.map((row) => ({
    facts: factsOf(row, 'schedule', row.clinicianId, []),
    title: `${row.typeName} with ${row.clinicianName}`,
    day: row.day?.toString() ?? '',
    about: [`${row.programName}, ${writtenMoment(row.startsAt, row.timeZone)}, ${row.modality}, ${row.status}`],
    sections: [],
    mentions: [],
  }));
}

/** The records that a packet is about, as far as the actor reaches them, in the order of the packet. */
export async function recordsFor(tx: Tx, wanted: Wanted): Promise<PacketRecord[]> {
  const has = (one: PacketClass) => wanted.classes.includes(one);
  return [
    ...(has('diagnosis') ? await diagnoses(tx, wanted) : []),
    ...(has('progress-note') ? await notes(tx, wanted) : []),
    ...(has('assessment') ? await assessments(tx, wanted) : []),
    ...(has('care-plan') ? await carePlans(tx, wanted, await diagnoses(tx, { patientId: wanted.patientId, classes: ['diagnosis'], from: null, to: null })) : []),
    ...(has('allergy') ? await allergies(tx, wanted) : []),
    ...(has('vital-signs') ? await vitalSets(tx, wanted) : []),
    ...(has('laboratory') ? await results(tx, wanted) : []),
    ...(has('document') ? await documents(tx, wanted) : []),
    ...(has('schedule') ? await appointments(tx, wanted) : []),
  ];
}

/** Sender and patient for the cover; undefined for somebody whom the actor does not know. */
export async function coverOf(tx: Tx, patientId: string): Promise<CoverFacts | undefined> {
  const { rows } =
    await sql<CoverFacts>`select o.name as organisation, concat_ws(', ', o.address_line1, o.city, o.state || ' ' || regexp_replace(o.zip, '^([0-9]{5})([0-9]{4})$', '\\1-\\2')) as organisation_address, o.phone,
      s.given_name || ' ' || s.family_name as patient, s.birth_date, s.mrn, o.time_zone
    from patients.claim_subject s cross join identity.billing_provider o where s.id = ${patientId}`.execute(tx.db);
  return rows[0];
}

/** Statements of disagreement about records of these programs: they go along with what is disclosed (45 CFR 164.526(d)(5)). */
export async function disagreementsOf(tx: Tx, patientId: string, programIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{
    disagreement: string;
  }>`select disagreement from disclosures.patient_request where patient_id = ${patientId} and program_id = any (${[...programIds]}::uuid[]) and disagreement is not null order by received_on, id`.execute(
    tx.db,
  );
  return rows.map(({ disagreement }) => disagreement);
}
