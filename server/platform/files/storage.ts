import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Config } from '../config/config.ts';

/** Where sealed bytes lie. Keys are ours (`ab/abcdef...`), never a name a person gave. */
export interface Storage {
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** The bytes, or undefined when there are none under that key. */
  get(key: string): Promise<Uint8Array | undefined>;
  remove(key: string): Promise<void>;
}

function folderStorage(root: string): Storage {
  return {
    async put(key, bytes) {
      const path = join(root, key);
      await mkdir(dirname(path), { recursive: true });
      // Written aside, forced to disk, then renamed: a crash leaves a whole file or none.
      const file = await open(`${path}.part`, 'w', 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(`${path}.part`, path);
    },
    get: (key) => readFile(join(root, key)).catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? undefined : Promise.reject(error))),
    remove: (key) => rm(join(root, key), { force: true }),
  };
}

async function s3Storage(address: string, endpoint: string | undefined): Promise<Storage> {
  // Loaded only where it is used: the SDK is large and most installations keep a folder.
  const { S3Client, PutObjectCommand, GetObjectCommand, DeleteObjectCommand, NoSuchKey } = await import('@aws-sdk/client-s3');
  const { hostname: bucket, pathname } = new URL(address);
  const prefix = pathname.replace(/^\/|\/$/g, '');
  const client = new S3Client(endpoint ? { endpoint, forcePathStyle: true } : {});
  const place = (key: string) => ({ Bucket: bucket, Key: prefix ? `${prefix}/${key}` : key });
  return {
    async put(key, bytes) {
      await client.send(new PutObjectCommand({ ...place(key), Body: bytes }));
    },
    async get(key) {
      try {
        return await (await client.send(new GetObjectCommand(place(key)))).Body?.transformToByteArray();
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
    async remove(key) {
      await client.send(new DeleteObjectCommand(place(key)));
    },
  };
}

/** The file store that the settings name: a folder under the data directory, or an S3-compatible bucket. */
export function openStorage(config: Pick<Config, 'MOORING_STORAGE' | 'MOORING_S3_ENDPOINT' | 'dataDirectory'>): Promise<Storage> {
  if (config.MOORING_STORAGE === 'folder') return Promise.resolve(folderStorage(join(config.dataDirectory, 'files')));
  return s3Storage(config.MOORING_STORAGE, config.MOORING_S3_ENDPOINT);
}
