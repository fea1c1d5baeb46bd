import type { z } from 'zod';
import { action, files, NotFound, Refused, type Tx } from '#server/platform/index.ts';
import type { FileInbound } from '../documents/documents.contract.ts';
import { factsOf, fileIn } from '../documents/file-document.action.ts';
import type { Inbound } from './inbound.ts';
import type { PutAside } from './inbox.contract.ts';
import { conclude, lockInbound, waiting } from './inbox.store.ts';

/** What came and waits for somebody. */
export const listInbox = action(
  'inbound-document.list',
  async (tx) => {
    const items = await waiting(tx);
    tx.touch({ kind: 'inbound-document', details: { waiting: items.length } });
    return { hasFolder: tx.config.MOORING_FAX_INBOX !== undefined, items };
  },
  { audit: 'touched' },
);

/** The pages of what waits. Once filed they are pages of a chart, and for its readers alone, the double that came beside them too. */
export const showInbound = action('inbound-document.show-content', async (tx, { inboundId }: { inboundId: string }) => {
  const inbound = await lockInbound(tx, inboundId);
  if (inbound.state !== 'waiting' && inbound.state !== 'quarantined') throw new NotFound('Document');
  const { bytes } = await files.get(tx, inbound.fileId);
  tx.touch({ kind: 'inbound-document', id: inboundId, fields: ['content'] });
  // What is of no known kind is never shown in the page.
  return { contentType: inbound.contentType, fileName: inbound.name, body: bytes, inline: inbound.state !== 'quarantined' };
});

async function lockWaiting(tx: Tx, inboundId: string, states: readonly Inbound['state'][]): Promise<Inbound> {
  const inbound = await lockInbound(tx, inboundId);
  if (!states.includes(inbound.state))
    throw new Refused(
      'inbound.not-waiting',
      { code: 'inbound.not-waiting', says: 'Somebody has worked this meanwhile, or it cannot be read. Look at the list again.' },
      409,
    );
  return inbound;
}

/** Files what came in the chart of the patient to whom it belongs; its pages go there and no longer stand here. */
export const fileInbound = action(
  'inbound-document.file',
  async (tx, { inboundId, patientId, programId, isMeant, ...said }: z.output<typeof FileInbound> & { inboundId: string }) => {
    const inbound = await lockWaiting(tx, inboundId, ['waiting']);
    const { bytes } = await files.get(tx, inbound.fileId);
    const filed = await fileIn(tx, { patientId, programId, isMeant, facts: factsOf(said), bytes, receivedAt: inbound.receivedAt });
    await conclude(tx, inboundId, { state: 'filed', reason: '', documentId: filed.id });
    tx.touch({ kind: 'inbound-document', id: inboundId, fields: ['filed'] });
    return filed;
  },
);

/** Puts aside what belongs in no chart, or cannot be read. It stays on record. */
export const putAside = action('inbound-document.put-aside', async (tx, { inboundId, reason }: z.output<typeof PutAside> & { inboundId: string }) => {
  await lockWaiting(tx, inboundId, ['waiting', 'quarantined']);
  await conclude(tx, inboundId, { state: 'put-aside', reason, documentId: null });
  tx.touch({ kind: 'inbound-document', id: inboundId, fields: ['put-aside'] });
});
