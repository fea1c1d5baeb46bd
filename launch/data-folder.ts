import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { WrongSetting } from '#server/platform/index.ts';

/** That a data folder is ours alone, as long as we live: the hold ends with the process, however it ends. */
export interface Hold {
  /** Resolves when the database behind it ended without being asked. */
  readonly lost: Promise<void>;
  release(): Promise<void>;
}

// One advisory lock of the maintenance database for the whole data folder.
const folderLock = 7_002;

/** A killed process's connection may be noticed a moment late. */
async function isOurs(client: pg.Client): Promise<boolean> {
  for (let tries = 0; tries < 20; tries += 1) {
    const { rows } = await client.query<{ ours: boolean }>('select pg_try_advisory_lock($1, 0) as ours', [folderLock]);
    if (rows[0]?.ours) return true;
    await pause(100);
  }
  return false;
}

/** Holds a data folder by its embedded server. Throws `WrongSetting` when another process of ours has it. */
export async function holdDataFolder(serverUrl: string, folder: string): Promise<Hold> {
  const client = new pg.Client({ connectionString: serverUrl, application_name: 'mooring-folder', keepAlive: true });
  const { promise: lost, resolve } = Promise.withResolvers<void>();
  await client.connect();
  if (!(await isOurs(client))) {
    await client.end();
    throw new WrongSetting('MOORING_DATA', `${folder} is in use by another Mooring. Stop that one first, or choose another folder.`);
  }
  let released = false;
  client.on('error', () => undefined);
  client.on('end', () => {
    if (!released) resolve();
  });
  return {
    lost,
    async release() {
      released = true;
      await client.end().catch(() => undefined);
    },
  };
}
