import { createHash } from 'node:crypto';
import { action, files, newId } from '#server/platform/index.ts';
import { kindOf } from '../documents/file-kind.rules.ts';
import type { FolderFile, InboundState } from './inbound.ts';
import { firstOfBytes, insertInbound, isSeen, markSeen, waitForSameBytes } from './inbox.store.ts';

interface FileThatCame {
  readonly file: FolderFile;
  readonly bytes: Uint8Array;
}

/** Keeps a file of the folder, once. The same bytes again are noted as a duplicate; what cannot be shown stands in quarantine with the reason. */
export const takeIn = action('inbound-document.take-in', async (tx, { file, bytes }: FileThatCame): Promise<void> => {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await waitForSameBytes(tx, sha256);
  // Another process may have taken it in since the folder was read.
  if (await isSeen(tx, file)) return;
  const found = kindOf(bytes);
  const first = await firstOfBytes(tx, sha256);
  const contentType = 'kind' in found ? found.kind : 'application/octet-stream';
  const fileId = first?.fileId ?? (await files.put(tx, { bytes, name: file.name, contentType, permission: 'document.write' }));
  const state: InboundState = first ? 'duplicate' : 'kind' in found ? 'waiting' : 'quarantined';
  const reason = first ? `The same file came before as ${first.name}.` : 'unreadable' in found ? found.unreadable : '';
  const id = newId<'Inbound'>();
  const nobodyYet = { documentId: null, workedAt: null, workedBy: null };
  await insertInbound(tx, { id, name: file.name, sha256, size: bytes.length, contentType, fileId, state, reason, receivedAt: tx.now, ...nobodyYet });
  await markSeen(tx, file, id);
  tx.touch({ kind: 'inbound-document', id, fields: [state] });
});
