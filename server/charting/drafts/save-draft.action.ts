import { action, Invalid, NotFound, Refused, type Tx } from '#server/platform/index.ts';
import type { DraftSection } from './draft.ts';
import type { SaveDraft } from './drafts.contract.ts';
import { holdDraft, writeHeader, type Draft } from './drafts.store.ts';
import { changedHeader } from './header.rules.ts';
import { receive, type Received, type SentText } from './receive.rules.ts';
import { groundFor, lockSections, sectionVersions, writeSection } from './sections.store.ts';

type Writes = Readonly<Record<string, SentText>>;

async function heldForSaving(tx: Tx, input: SaveDraft & { draftId: string }): Promise<Draft> {
  const draft = await holdDraft(tx, input.draftId, input.header ? 'header' : 'sections');
  if (!draft) throw new NotFound('Draft');
  if (draft.state === 'signed') {
    throw new Refused(
      'draft.already-signed',
      { code: 'draft.already-signed', says: 'This note is signed. What you wrote since is still on this device: add it as an addendum.', at: 'state' },
      409,
    );
  }
  return draft;
}

function refuseUnknown(writes: Writes, sections: readonly DraftSection[]): void {
  const unknown = Object.keys(writes).filter((key) => !sections.some((section) => section.key === key));
  if (unknown.length > 0) throw new Invalid(unknown.map((key) => ({ at: `sections.${key}`, says: 'This form has no such section.' })));
}

async function takeIn(tx: Tx, draft: Draft, deviceId: string, writes: Writes): Promise<Record<string, Received>> {
  const sections = await lockSections(tx, draft.id, Object.keys(writes));
  refuseUnknown(writes, sections);
  const grounds = new Map((await groundFor(tx, draft.id, deviceId, writes)).map((ground) => [ground.key, ground]));
  const results: Record<string, Received> = {};
  for (const section of sections) {
    const [sent, ground] = [writes[section.key], grounds.get(section.key)];
    if (!sent) continue;
    const received = receive(section, sent, ground?.device, ground?.base);
    if (received.isTaken) await writeSection(tx, draft, deviceId, { key: section.key, sent, received });
    results[section.key] = received;
  }
  return results;
}

async function takeHeader(tx: Tx, draft: Draft, change: SaveDraft['header']): Promise<Pick<Draft, 'header' | 'headerVersion'>> {
  if (!change) return draft;
  const header = changedHeader(draft.header, change);
  if (JSON.stringify(header) === JSON.stringify(draft.header)) return draft;
  await writeHeader(tx, draft.id, header, draft.headerVersion + 1);
  return { header, headerVersion: draft.headerVersion + 1 };
}

/**
 * Takes what a device typed. Nobody is locked out and nothing is lost: each section is merged with what others wrote meanwhile.
 * Sent twice, it is taken once. A discarded draft still takes words; only a signed one does not, and says so.
 */
export const saveDraft = action('draft.save', async (tx, input: SaveDraft & { draftId: string }) => {
  const draft = await heldForSaving(tx, input);
  const writes = input.sections ?? {};
  const received = Object.keys(writes).length > 0 ? await takeIn(tx, draft, input.deviceId, writes) : {};
  const { header, headerVersion } = await takeHeader(tx, draft, input.header);
  tx.touch({ kind: 'draft', id: draft.id, patientId: draft.patientId, programId: draft.programId, fields: [...Object.keys(writes), ...Object.keys(input.header ?? {})] });
  const state: 'open' | 'discarded' = draft.state === 'discarded' ? 'discarded' : 'open';
  return { state, sections: received, versions: await sectionVersions(tx, draft.id), header, headerVersion, savedAt: tx.now };
});
