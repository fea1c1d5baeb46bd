import { BrokenFile, readInboundFile, type InboundDocument, type InboundInterchange } from '#server/formats/x12/index.ts';
import { action, files, NotFound, type Tx } from '#server/platform/index.ts';
import { hearClaims, hearGroup, hearInterchange } from '../acknowledgements/hear-acknowledgement.action.ts';
import { postRemittance } from '../remittances/post-remittance.action.ts';
import { remittanceById } from '../remittances/remittances.store.ts';
import { kindOf, textOf } from './document-kind.rules.ts';
import { claimInterchange, concludeInbound, inboundById, lockReceived } from './inbound-files.store.ts';

/** Why a document waits; undefined when it was worked. A quarantined payment shows its own reason and does not hold its file. */
async function workDocument(tx: Tx, one: InboundDocument, source: { inboundFileId: string; documentIndex: number }): Promise<string | undefined> {
  switch (one.kind) {
    case 'interchange-acknowledgement':
      return hearInterchange.within(tx, { acknowledgement: one.document, sourceFileId: source.inboundFileId });
    case 'implementation-acknowledgement':
      return hearGroup.within(tx, { acknowledgement: one.document, sourceFileId: source.inboundFileId });
    case 'claim-acknowledgement':
      return hearClaims.within(tx, { acknowledgement: one.document, sourceFileId: source.inboundFileId });
    case 'remittance':
      await postRemittance.within(tx, { ...source, remittance: one.document });
      return undefined;
    case 'unknown':
      return `It holds a document we do not read: ${one.code} ${one.version}.`;
    case 'unreadable':
      return `Document ${one.controlNumber} (${one.code}) cannot be read: ${one.fault.message}.`;
    default:
      return one satisfies never;
  }
}

function read(bytes: Uint8Array): InboundInterchange[] | BrokenFile {
  try {
    return readInboundFile(textOf(bytes));
  } catch (fault) {
    if (fault instanceof BrokenFile) return fault;
    throw fault;
  }
}

async function workInterchanges(tx: Tx, inboundFileId: string, interchanges: readonly InboundInterchange[]): Promise<string[]> {
  const reasons: string[] = [];
  let documentIndex = 0;
  for (const { sender, controlNumber, documents } of interchanges) {
    const before = await claimInterchange(tx, sender, controlNumber, inboundFileId);
    if (before !== undefined) reasons.push(`Interchange ${controlNumber} of ${sender} came before in ${before}, with other bytes. Nothing of it was worked.`);
    for (const document of documents) {
      const reason = before === undefined ? await workDocument(tx, document, { inboundFileId, documentIndex }) : undefined;
      if (reason !== undefined) reasons.push(reason);
      documentIndex += 1;
    }
  }
  return reasons;
}

/** Works a file that came, by its content and never by its name, in one transaction. What cannot be worked puts the file in quarantine with the reason. */
export const workFile = action('inbound-file.work', async (tx, { inboundFileId }: { inboundFileId: string }) => {
  const inbound = await lockReceived(tx, inboundFileId);
  if (!inbound) return;
  const interchanges = read((await files.get(tx, inbound.fileId)).bytes);
  tx.touch({ kind: 'inbound-file', id: inboundFileId });
  if (interchanges instanceof BrokenFile) {
    await concludeInbound(tx, inboundFileId, { state: 'quarantined', kind: 'unreadable', reason: `The file is damaged or incomplete. ${interchanges.message}.` });
    return;
  }
  const reasons = await workInterchanges(tx, inboundFileId, interchanges);
  await concludeInbound(tx, inboundFileId, {
    state: reasons.length > 0 ? 'quarantined' : 'processed',
    kind: kindOf(interchanges),
    reason: reasons.length > 0 ? reasons.join(' ') : null,
  });
});

/** Tries one quarantined payment again, from the file as it came. */
export const reworkRemittance = action('remittance.rework', async (tx, { remittanceId }: { remittanceId: string }) => {
  const remittance = await remittanceById(tx, remittanceId);
  const inbound = remittance && (await inboundById(tx, remittance.inboundFileId));
  const interchanges = inbound && read((await files.get(tx, inbound.fileId)).bytes);
  if (!interchanges || interchanges instanceof BrokenFile) throw new NotFound('Remittance');
  const one = interchanges.flatMap(({ documents }) => documents)[remittance.documentIndex];
  if (one?.kind !== 'remittance') throw new NotFound('Remittance');
  await postRemittance.within(tx, { inboundFileId: remittance.inboundFileId, documentIndex: remittance.documentIndex, remittance: one.document });
});
