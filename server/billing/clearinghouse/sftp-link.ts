import { createHash, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createConnection, type Socket } from 'node:net';
import SftpClient from 'ssh2-sftp-client';
import { Unavailable } from '#server/platform/index.ts';

/** What it takes to reach an SFTP server. */
export interface SftpAddress {
  readonly host: string;
  readonly port: number;
  readonly username: string;
  readonly password: string;
  /** SHA-256 of the host key in base64, with or without `SHA256:` and padding. Any other key is refused. */
  readonly hostKeySha256: string;
}

/** A file lying on the other side. */
export interface RemoteFile {
  readonly name: string;
  readonly size: number;
  /** Milliseconds since 1970, as the server says. */
  readonly modifiedAt: number;
}

/** An open connection: the five things we do over it. Paths are whole. */
export interface SftpLink {
  list(folder: string): Promise<RemoteFile[]>;
  /** Undefined when there is no such file. */
  find(path: string): Promise<RemoteFile | undefined>;
  read(path: string): Promise<Buffer>;
  write(path: string, bytes: Buffer): Promise<void>;
  /** Renames in one step, replacing nothing. */
  rename(from: string, to: string): Promise<void>;
}

const helloMilliseconds = 10_000;
/** A server that accepts and then hangs must not hold a worker for ever. */
const wholeMilliseconds = 120_000;
const bareFingerprint = (text: string): string => text.replace(/^SHA256:/, '').replace(/=+$/, '');

/** Whether a host key is the pinned one. */
export function isPinned(key: Buffer, pinned: string): boolean {
  const found = Buffer.from(bareFingerprint(createHash('sha256').update(key).digest('base64')));
  const wanted = Buffer.from(bareFingerprint(pinned));
  return found.length === wanted.length && timingSafeEqual(found, wanted);
}

/** The clearinghouse did not do as asked; for what the other side failed at, and only for that. */
export function clearinghouseFailed(says: string): Unavailable {
  return new Unavailable('clearinghouse', `The clearinghouse could not be reached or did not do as asked: ${says}. It is tried again by itself.`);
}

/** One question to the other side. What it throws is the other side's failure; what happens between questions is ours. */
async function asked<T>(question: Promise<T>): Promise<T> {
  try {
    return await question;
  } catch (error) {
    throw clearinghouseFailed(error instanceof Error ? error.message : 'unknown');
  }
}

function linkOf(client: SftpClient): SftpLink {
  return {
    async list(folder) {
      const entries = await asked(client.list(folder));
      return entries.filter(({ type }) => type === '-').map(({ name, size, modifyTime }) => ({ name, size, modifiedAt: modifyTime }));
    },
    async find(path) {
      if ((await asked(client.exists(path))) === false) return undefined;
      const { size, modifyTime } = await asked(client.stat(path));
      return { name: path.slice(path.lastIndexOf('/') + 1), size, modifiedAt: modifyTime };
    },
    async read(path) {
      return (await asked(client.get(path))) as Buffer;
    },
    async write(path, bytes) {
      await asked(client.put(bytes, path));
    },
    async rename(from, to) {
      await asked(client.rename(from, to));
    },
  };
}

/** SFTP is many small packets each way: gathering them, as TCP does by default, would cost a tenth of a second a question. */
async function promptSocket(host: string, port: number): Promise<Socket> {
  const socket = createConnection({ host, port, noDelay: true, timeout: helloMilliseconds });
  socket.once('timeout', () => socket.destroy(new Error('no answer')));
  await once(socket, 'connect');
  socket.setTimeout(0);
  return socket;
}

/** Throws `Unavailable` when the server cannot be reached or is not the one we know. */
async function connect(client: SftpClient, address: SftpAddress): Promise<void> {
  let wrongKey = false;
  const { host, port, username, password } = address;
  const hostVerifier = (key: Buffer): boolean => {
    wrongKey = !isPinned(key, address.hostKeySha256);
    return !wrongKey;
  };
  try {
    await client.connect({ sock: await promptSocket(host, port), username, password, readyTimeout: helloMilliseconds, retries: 0, hostVerifier });
  } catch (error) {
    if (wrongKey)
      throw new Unavailable(
        'clearinghouse',
        'The server shows another host key than the one on file. Nothing was sent; ask the clearinghouse whether it changed its key.',
      );
    throw clearinghouseFailed(error instanceof Error ? error.message : 'unknown');
  }
}

async function working<T>(client: SftpClient, address: SftpAddress, work: (link: SftpLink) => Promise<T>): Promise<T> {
  await connect(client, address);
  return work(linkOf(client));
}

/** Opens a connection, works over it, closes it. Throws `Unavailable` when the server is down, too slow, refuses, or is not the one we know; whatever else `work` throws passes as it is. */
export async function overSftp<T>(address: SftpAddress, work: (link: SftpLink) => Promise<T>): Promise<T> {
  const client = new SftpClient('mooring', { error: () => undefined, end: () => undefined, close: () => undefined });
  const { promise: tooLate, reject } = Promise.withResolvers<never>();
  const deadline = setTimeout(() => reject(new Unavailable('clearinghouse', 'The clearinghouse answers too slowly. It is tried again by itself.')), wholeMilliseconds);
  try {
    return await Promise.race([working(client, address, work), tooLate]);
  } finally {
    clearTimeout(deadline);
    await client.end().catch(() => undefined);
  }
}
