import type { z } from 'zod';
import { action, Refused, seal, unseal, type Tx } from '#server/platform/index.ts';
import type { KeepConnection } from './clearinghouse.contract.ts';
import { connection, recentBatches, replaceConnection, type Connection } from './clearinghouse.store.ts';
import type { SftpAddress } from './sftp-link.ts';

type ConnectionToKeep = Omit<z.output<typeof KeepConnection>, 'password'> & { readonly password?: string | undefined };

const batchesShown = 50;

/** Where to connect, with the password opened. */
export function addressOf(tx: Tx, { host, port, username, sealedPassword, hostKeySha256 }: Connection): SftpAddress {
  return { host, port, username, password: unseal(tx.config.masterKey, sealedPassword).toString('utf8'), hostKeySha256 };
}

/** Writes how the clearinghouse is reached. Without a password the one on file stays; throws `Refused` when there is none yet. */
export async function saveConnection(tx: Tx, { password, ...rest }: ConnectionToKeep): Promise<void> {
  const sealedPassword = password === undefined ? (await connection(tx))?.sealedPassword : seal(tx.config.masterKey, Buffer.from(password, 'utf8'));
  if (!sealedPassword)
    throw new Refused('clearinghouse.password-missing', {
      code: 'clearinghouse.password-missing',
      says: 'Enter the password of the clearinghouse account.',
      at: 'password',
    });
  await replaceConnection(tx, { ...rest, sealedPassword });
  tx.touch({ kind: 'clearinghouse', fields: [...Object.keys(rest), ...(password === undefined ? [] : ['password'])] });
}

function shown(kept: Connection | undefined) {
  if (!kept) return null;
  const { sealedPassword: _never, ...rest } = kept;
  return rest;
}

/** How the clearinghouse is reached, how the last try went, and what is on its way. The password never leaves. */
export const readClearinghouse = action(
  'clearinghouse.read',
  async (tx) => ({ connection: shown(await connection(tx)), batches: await recentBatches(tx, batchesShown) }),
  { purpose: 'HPAYMT' },
);

/** Sets up the connection. */
export const keepConnection = action(
  'clearinghouse.keep-connection',
  async (tx, input: ConnectionToKeep) => {
    await saveConnection(tx, input);
    return { connection: shown(await connection(tx)), batches: await recentBatches(tx, batchesShown) };
  },
  { purpose: 'HOPERAT' },
);

/** Looks at once for answers, and tries again to send what waits. */
export const requestPoll = action(
  'clearinghouse.poll',
  async (tx) => {
    if (!(await connection(tx)))
      throw new Refused('clearinghouse.not-set-up', {
        code: 'clearinghouse.not-set-up',
        says: 'No clearinghouse is set up yet. An administrator sets it up under Billing.',
      });
    await tx.enqueue('clearinghouse.poll', {}, { key: 'clearinghouse-poll' });
    return { queued: true as const };
  },
  { purpose: 'HPAYMT' },
);
