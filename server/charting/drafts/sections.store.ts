import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import type { DraftSection } from './draft.ts';
import type { Draft } from './drafts.store.ts';
import type { DeviceMemory, Received, SentText } from './receive.rules.ts';

/** Earlier texts that are always kept as common ground for a device that was away. */
const keptRevisions = 200;

/** A section with when and by whom it was last changed. */
export interface WrittenSection extends DraftSection {
  readonly savedAt: Temporal.Instant;
  readonly savedBy: string | null;
}

/** All sections of a draft. */
export async function sectionsOf(tx: Tx, draftId: string): Promise<readonly WrittenSection[]> {
  const { rows } = await sql<WrittenSection>`select w.key, w.text, w.version, w.saved_at, s.display_name as saved_by
    from charting.draft_section w left join identity.staff_name s on s.id = w.saved_by where w.draft_id = ${draftId}`.execute(tx.db);
  return rows;
}

/** Those sections, each locked until the transaction ends, in one order for everybody. */
export async function lockSections(tx: Tx, draftId: string, keys: readonly string[]): Promise<readonly DraftSection[]> {
  const { rows } = await sql<DraftSection>`select key, text, version from charting.draft_section
    where draft_id = ${draftId} and key = any (${keys}::text[]) order by key for update`.execute(tx.db);
  return rows;
}

/** What is needed to take a device's text: what it sent before, and the text from which it started. */
export interface Ground {
  readonly key: string;
  readonly device: DeviceMemory | undefined;
  readonly base: string | undefined;
}

/** Asked after the sections are locked: only then is what another save of the same device left behind certain to be seen. */
export async function groundFor(tx: Tx, draftId: string, deviceId: string, writes: Readonly<Record<string, SentText>>): Promise<readonly Ground[]> {
  const { rows } = await sql<{ key: string; base: string | null; sequence: number | null; sentText: string | null; resultVersion: number | null }>`
    select sent.key, revision.text as base, device.sequence, device.sent_text, device.result_version
    from unnest(${Object.keys(writes)}::text[], ${Object.values(writes).map((write) => write.baseVersion)}::integer[]) sent (key, base_version)
      left join charting.draft_revision revision on revision.draft_id = ${draftId} and revision.key = sent.key and revision.version = sent.base_version
      left join charting.draft_device device on device.draft_id = ${draftId} and device.key = sent.key and device.device_id = ${deviceId}`.execute(tx.db);
  return rows.map(({ key, base, sequence, sentText, resultVersion }) => ({
    key,
    base: base ?? undefined,
    device: sequence === null || sentText === null || resultVersion === null ? undefined : { sequence, sentText, resultVersion },
  }));
}

/** Stores one section after a save: what the device sent, and the new text when there is one. Two round trips at most. */
export async function writeSection(tx: Tx, draft: Draft, deviceId: string, write: { key: string; sent: SentText; received: Received }): Promise<void> {
  const { key, sent, received } = write;
  if (received.isNew) {
    await sql`with kept as (
        insert into charting.draft_revision (draft_id, key, version, patient_id, program_id, labels, text, saved_at, saved_by)
        values (${draft.id}, ${key}, ${received.version}, ${draft.patientId}, ${draft.programId}, ${draft.labels}, ${received.text}, ${tx.now}, ${tx.actor.id})),
      thinned as (
        delete from charting.draft_revision where draft_id = ${draft.id} and key = ${key} and version < ${received.version - keptRevisions})
      update charting.draft_section set text = ${received.text}, version = ${received.version}, saved_at = ${tx.now}, saved_by = ${tx.actor.id}
      where draft_id = ${draft.id} and key = ${key}`.execute(tx.db);
  }
  await sql`insert into charting.draft_device (draft_id, key, device_id, patient_id, program_id, labels, sequence, sent_text, result_version, at)
    values (${draft.id}, ${key}, ${deviceId}, ${draft.patientId}, ${draft.programId}, ${draft.labels}, ${sent.sequence}, ${sent.text}, ${received.version}, ${tx.now})
    on conflict (draft_id, key, device_id) do update set sequence = excluded.sequence, sent_text = excluded.sent_text, result_version = excluded.result_version, at = excluded.at`.execute(
    tx.db,
  );
}

/** Drops the earlier texts of a draft: once signed, the sealed note is the record and its making is nobody's business. */
export async function dropRevisions(tx: Tx, draftId: string): Promise<void> {
  await sql`delete from charting.draft_revision where draft_id = ${draftId}`.execute(tx.db);
}

/** The present version of each section, so that an editor learns where others wrote. */
export async function sectionVersions(tx: Tx, draftId: string): Promise<Record<string, number>> {
  const { rows } = await sql<{ key: string; version: number }>`select key, version from charting.draft_section where draft_id = ${draftId}`.execute(tx.db);
  return Object.fromEntries(rows.map(({ key, version }) => [key, version]));
}
