import type { Outside } from '#server/platform/index.ts';
import { receiveFile } from '../inbound/receive-file.action.ts';
import { unseenAmong } from '../inbound/inbound-files.store.ts';
import { connection, noteContact, queuedBatches, type Connection } from './clearinghouse.store.ts';
import { addressOf } from './keep-connection.action.ts';
import { overSftp, type RemoteFile, type SftpAddress, type SftpLink } from './sftp-link.ts';

/** Files still being written carry such endings by custom. */
const unfinished = /\.(part|tmp|filepart)$/i;

const isSame = (one: RemoteFile, other: RemoteFile | undefined): boolean => other !== undefined && one.size === other.size && one.modifiedAt === other.modifiedAt;

/** Fetches a file that keeps still; undefined when it grew or vanished meanwhile, so that the next round looks again. */
async function fetchWhole(link: SftpLink, folder: string, file: RemoteFile): Promise<Buffer | undefined> {
  const path = `${folder}/${file.name}`;
  const bytes = await link.read(path);
  return bytes.length === file.size && isSame(file, await link.find(path)) ? bytes : undefined;
}

interface Setting {
  readonly link: Connection;
  readonly address: SftpAddress;
}

async function fetchNew(outside: Outside, { link, address }: Setting): Promise<void> {
  await overSftp(address, async (open) => {
    const present = (await open.list(link.outboundFolder)).filter(({ name }) => !unfinished.test(name));
    const unseen = await outside.transaction('clearinghouse.look', (tx) => unseenAmong(tx, present));
    for (const file of unseen.toSorted((one, other) => one.modifiedAt - other.modifiedAt || one.name.localeCompare(other.name))) {
      const bytes = await fetchWhole(open, link.outboundFolder, file);
      if (bytes) await outside.transaction('inbound-file.receive', (tx) => receiveFile.within(tx, { bytes, remote: file }));
    }
  });
}

/** Looks for new answers and keeps each as it came; working them is queued in the same transaction. Files that wait to be sent are queued again. */
export async function fetchAnswers(outside: Outside): Promise<void> {
  const setting = await outside.transaction('clearinghouse.prepare', async (tx): Promise<Setting | undefined> => {
    for (const { id } of await queuedBatches(tx)) await tx.enqueue('clearinghouse.send', { batchId: id }, { key: `send-${id}` });
    const link = await connection(tx);
    return link && { link, address: addressOf(tx, link) };
  });
  if (!setting) return;
  await fetchNew(outside, setting);
  await outside.transaction('clearinghouse.contact', (tx) => noteContact(tx, null));
}
