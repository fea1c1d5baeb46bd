import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import type { Section, SectionSeal, TeamDocument } from './document.ts';

const document = sql`select d.id, d.patient_id, coalesce(p.display_name, '') as patient_name, d.program_id, coalesce(program.name, '') as program_name, d.template_code,
    d.template_version, d.name, d.lead_id, coalesce(lead.display_name, '') as lead_name, d.opened_at, d.closed_at, d.note_id
  from together.document d left join patients.patient_name p on p.id = d.patient_id left join programs.program_name program on program.id = d.program_id
    left join identity.staff_name lead on lead.id = d.lead_id`;

/** One document; undefined when there is none that this actor may see. */
export async function documentById(tx: Tx, documentId: string): Promise<TeamDocument | undefined> {
  const { rows } = await sql<TeamDocument>`${document} where d.id = ${documentId}`.execute(tx.db);
  return rows[0];
}

/** A document in a list, with how many of its sections there are and are signed, of those within sight. */
export interface DocumentLine extends TeamDocument {
  readonly sections: number;
  readonly signed: number;
}

/** Documents of a person, merged records included, the latest first. */
export async function documentsOf(tx: Tx, patientId: string): Promise<readonly DocumentLine[]> {
  const { rows } = await sql<DocumentLine>`select listed.*,
      (select count(*)::int from together.section s where s.document_id = listed.id) as sections,
      (select count(*)::int from together.section s where s.document_id = listed.id and s.signed_at is not null) as signed
    from (${document} where d.patient_id = any (array(select record.patient_id from patients.person_record record where record.person_id = ${patientId}))) listed
    order by listed.opened_at desc limit 200`.execute(tx.db);
  return rows;
}

/** A document to be opened. */
export interface NewDocument {
  readonly id: string;
  readonly patientId: string;
  readonly programId: string;
  readonly templateCode: string;
  readonly templateVersion: number;
  readonly name: string;
  readonly sectionKeys: readonly string[];
}

/** Whether this actor knows the person. */
export async function isKnown(tx: Tx, patientId: string): Promise<boolean> {
  const { rows } = await sql`select id from patients.patient_name where id = ${patientId}`.execute(tx.db);
  return rows.length > 0;
}

/** Writes a new document with its sections; nothing when it is there already. */
export async function insertDocument(tx: Tx, made: NewDocument): Promise<void> {
  const { rows } = await sql`insert into together.document (id, patient_id, program_id, template_code, template_version, name, lead_id, opened_at)
    values (${made.id}, ${made.patientId}, ${made.programId}, ${made.templateCode}, ${made.templateVersion}, ${made.name}, ${tx.actor.id}, ${tx.now})
    on conflict (id) do nothing returning id`.execute(tx.db);
  if (rows.length === 0) return;
  await sql`insert into together.section (document_id, patient_id, program_id, key, place)
    select ${made.id}, ${made.patientId}, ${made.programId}, key, place from unnest(${made.sectionKeys}::text[]) with ordinality as of_form (key, place)`.execute(tx.db);
}

const section = sql`select s.id, s.document_id, s.patient_id, s.program_id, s.key, s.place, s.signed_at, s.seal, s.digest from together.section s`;

/** Sections of a document within sight, in the order of the form. */
export async function sectionsOf(tx: Tx, documentId: string): Promise<readonly Section[]> {
  const { rows } = await sql<Section>`${section} where s.document_id = ${documentId} order by s.place`.execute(tx.db);
  return rows;
}

/** Waits for what is being typed and keeps others from the section until the transaction ends; undefined when this actor sees none. */
export async function lockSection(tx: Tx, documentId: string, sectionId: string): Promise<Section | undefined> {
  const { rows } = await sql<Section>`${section} where s.id = ${sectionId} and s.document_id = ${documentId} for update`.execute(tx.db);
  return rows[0];
}

/** Keeps others from closing the document, and from signing a section of it, until the transaction ends. */
export async function lockDocument(tx: Tx, documentId: string): Promise<void> {
  await sql`select id from together.document where id = ${documentId} for update`.execute(tx.db);
  await sql`select id from together.section where document_id = ${documentId} order by id for update`.execute(tx.db);
}

/** Seals a section. From here on the database refuses any change. */
export async function sealSection(tx: Tx, { sectionId, ...rest }: SectionSeal, digest: string): Promise<void> {
  const seal = JSON.stringify({ sectionId, ...rest });
  await sql`update together.section set signed_at = ${rest.signedAt}::timestamptz, signed_by = ${rest.signer.id}, seal = ${seal}::jsonb, digest = ${digest}
    where id = ${sectionId}`.execute(tx.db);
}

/** Points a document at the note that it became. */
export async function closeWithNote(tx: Tx, documentId: string, noteId: string): Promise<void> {
  await sql`update together.document set closed_at = ${tx.now}, closed_by = ${tx.actor.id}, note_id = ${noteId} where id = ${documentId}`.execute(tx.db);
}
