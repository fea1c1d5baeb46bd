import { sql } from 'kysely';
import { within, type Id, type Tx } from '#server/platform/index.ts';
import type { ChartingTables } from '../charting-tables.ts';
import type { DraftHeader, DraftId, DraftState } from './draft.ts';

/** A draft without its text. */
export interface Draft {
  readonly id: DraftId;
  readonly patientId: Id<'Patient'>;
  readonly programId: Id<'Program'>;
  readonly labels: readonly string[];
  readonly appointmentId: string | null;
  readonly templateId: string;
  readonly templateCode: string;
  readonly authorId: string;
  readonly service: string;
  readonly header: DraftHeader;
  readonly headerVersion: number;
  readonly state: DraftState;
  readonly openedAt: Temporal.Instant;
}

/** How firmly a draft is held: while sections are saved others may save too; changing its header or signing keeps others waiting. */
export type Hold = 'nothing' | 'sections' | 'header' | 'signature';

const holds = { nothing: sql``, sections: sql`for key share`, header: sql`for no key update`, signature: sql`for update` } as const;
const columns = sql`id, patient_id, program_id, labels, appointment_id, template_id, template_code, author_id, service, header, header_version, state, opened_at`;

/** The draft, held until the transaction ends; undefined when there is none that this actor may see. */
export async function holdDraft(tx: Tx, draftId: string, hold: Hold): Promise<Draft | undefined> {
  const { rows } = await sql<Draft>`select ${columns} from charting.draft where id = ${draftId} ${holds[hold]}`.execute(tx.db);
  return rows[0];
}

/** The draft of this appointment and template that is not signed, the open one before a discarded one; with `orAny` also an open one in another form. */
export async function draftOfAppointment(tx: Tx, appointmentId: string, templateCode: string, orAny = false): Promise<Draft | undefined> {
  const { rows } = await sql<Draft>`select ${columns} from charting.draft
    where appointment_id = ${appointmentId} and state <> 'signed' and (template_code = ${templateCode} or (${orAny} and state = 'open'))
    order by state = 'open' desc, template_code = ${templateCode} desc, opened_at desc limit 1`.execute(tx.db);
  return rows[0];
}

/** Writes a new draft with its empty sections; false when another one was opened for the same appointment at the same moment. */
export async function insertDraft(
  tx: Tx,
  draft: Omit<Draft, 'labels' | 'headerVersion' | 'state' | 'openedAt'>,
  answers: Readonly<Record<string, string>>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await within<ChartingTables>(tx)
    .insertInto('charting.draft')
    .values({ ...draft, header: JSON.stringify(draft.header), openedAt: tx.now, savedAt: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) return false;
  await openSections(tx, draft, answers);
  return true;
}

/** Gives a draft the sections that it does not have yet, each with what it opens with. */
export async function openSections(tx: Tx, draft: Pick<Draft, 'id' | 'patientId' | 'programId'>, answers: Readonly<Record<string, string>>): Promise<void> {
  const [keys, texts] = [Object.keys(answers), Object.values(answers)];
  await sql`with opened as (
      insert into charting.draft_section (draft_id, key, patient_id, program_id, text, version, saved_at)
      select ${draft.id}, key, ${draft.patientId}, ${draft.programId}, text, 1, ${tx.now} from unnest(${keys}::text[], ${texts}::text[]) opening (key, text)
      on conflict do nothing returning key, text)
    insert into charting.draft_revision (draft_id, key, version, patient_id, program_id, text, saved_at)
    select ${draft.id}, key, 1, ${draft.patientId}, ${draft.programId}, text, ${tx.now} from opened`.execute(tx.db);
}

/** Puts another form under a draft. */
export async function setTemplate(tx: Tx, draftId: string, template: { readonly id: string; readonly code: string }): Promise<void> {
  await sql`update charting.draft set template_id = ${template.id}, template_code = ${template.code} where id = ${draftId}`.execute(tx.db);
}

/** Opens, discards or closes a draft. */
export async function setDraftState(tx: Tx, draftId: string, state: DraftState): Promise<void> {
  const isDiscarded = state === 'discarded';
  await sql`update charting.draft set state = ${state}, discarded_at = ${isDiscarded ? tx.now : null}::timestamptz, discarded_by = ${isDiscarded ? tx.actor.id : null}::uuid
    where id = ${draftId}`.execute(tx.db);
}

/** Writes the header with its new version. */
export async function writeHeader(tx: Tx, draftId: string, header: DraftHeader, version: number): Promise<void> {
  await sql`update charting.draft set header = ${JSON.stringify(header)}::jsonb, header_version = ${version}, saved_at = ${tx.now} where id = ${draftId}`.execute(tx.db);
}

/** A draft in a list. */
export interface DraftLine {
  readonly id: DraftId;
  readonly state: DraftState;
  readonly patientId: Id<'Patient'>;
  readonly patientName: string;
  readonly programId: Id<'Program'>;
  readonly appointmentId: string | null;
  readonly templateName: string;
  readonly authorId: string;
  readonly authorName: string;
  readonly openedAt: Temporal.Instant;
  readonly savedAt: Temporal.Instant;
}

const lines = sql`select d.id, d.state, d.patient_id, coalesce(p.display_name, '') as patient_name, d.program_id, d.appointment_id, t.name as template_name,
    d.author_id, coalesce(s.display_name, '') as author_name, d.opened_at, greatest(d.saved_at, written.at) as saved_at
  from charting.draft d join charting.template_version t on t.id = d.template_id
    left join identity.staff_name s on s.id = d.author_id left join patients.patient_name p on p.id = d.patient_id
    cross join lateral (select max(saved_at) as at from charting.draft_section where draft_id = d.id) written`;

/** Open drafts of one author, the oldest first: they wait the longest. */
export async function openDraftsOf(tx: Tx, authorId: string): Promise<readonly DraftLine[]> {
  const { rows } = await sql<DraftLine>`${lines} where d.author_id = ${authorId} and d.state = 'open' order by d.opened_at limit 200`.execute(tx.db);
  return rows;
}

/** Drafts of a person that are not signed, discarded ones included, the latest first. */
export async function draftsOfPatient(tx: Tx, patientId: string): Promise<readonly DraftLine[]> {
  const { rows } = await sql<DraftLine>`${lines}
    where d.patient_id = any (array(select record.patient_id from patients.person_record record where record.person_id = ${patientId}))
      and d.state <> 'signed' order by d.opened_at desc limit 200`.execute(tx.db);
  return rows;
}
