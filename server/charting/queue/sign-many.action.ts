import { proveIdentity } from '#server/identity/index.ts';
import { action, Invalid, NotFound, refuseIf, type Obstacle, type Tx } from '#server/platform/index.ts';
import { cosignNote, obstaclesToThisCosignature } from '../cosignatures/cosign-note.action.ts';
import { holdDraft } from '../drafts/drafts.store.ts';
import { sectionsOf } from '../drafts/sections.store.ts';
import { listObstacles, signDraft } from '../signatures/sign-draft.action.ts';
import { changedSinceRead, unreadSections } from '../signatures/signing.rules.ts';

interface Ceremony {
  readonly password: string;
  readonly drafts: readonly { readonly draftId: string; readonly versions: Readonly<Record<string, number>>; readonly attested?: readonly string[] | undefined }[];
  readonly cosignatures: readonly { readonly noteId: string; readonly digest: string; readonly attested: readonly string[] }[];
}

function under(place: string, obstacles: readonly Obstacle[]): Obstacle[] {
  return obstacles.map((obstacle) => ({ ...obstacle, at: place }));
}

async function obstaclesOfDraft(tx: Tx, { draftId, versions }: Ceremony['drafts'][number]): Promise<Obstacle[]> {
  const draft = await holdDraft(tx, draftId, 'signature');
  if (!draft) throw new NotFound('Draft');
  if (draft.state === 'signed') return [];
  const sections = await sectionsOf(tx, draftId);
  const { items } = await listObstacles.within(tx, { draftId });
  return under(`drafts.${draftId}`, [...unreadSections(sections, versions), ...changedSinceRead(sections, versions), ...items]);
}

/**
 * One ceremony for many: each was opened and read (its versions or its digest come along), one password, all are signed or none. Throws `Refused`
 * with everything in the way, by note.
 */
export const signMany = action('note.sign-many', async (tx, { password, drafts, cosignatures }: Ceremony) => {
  if (drafts.length + cosignatures.length === 0) throw new Invalid([{ at: 'drafts', says: 'Choose one note at least.' }]);
  if (!(await proveIdentity.within(tx, { password }))) return { signed: 0, cosigned: 0 };
  const inTheWay: Obstacle[] = [];
  for (const draft of drafts) inTheWay.push(...(await obstaclesOfDraft(tx, draft)));
  for (const each of cosignatures) inTheWay.push(...under(`cosignatures.${each.noteId}`, await obstaclesToThisCosignature.within(tx, each)));
  refuseIf(inTheWay);
  for (const { draftId, versions, attested } of drafts) await signDraft.within(tx, { draftId, versions, attested });
  for (const each of cosignatures) await cosignNote.within(tx, each);
  return { signed: drafts.length, cosigned: cosignatures.length };
});
