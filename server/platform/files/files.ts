import { createHash } from 'node:crypto';
import type { Tx } from '../action/tx.ts';
import { within } from '../action/tx.ts';
import type { Config } from '../config/config.ts';
import { newId, type Id } from '../ids/id.ts';
import { NotFound } from '../refused/refused.ts';
import { newFileKey, seal, unseal } from './sealing.ts';
import { openStorage, type Storage } from './storage.ts';

interface FileTables {
  'platform.file': {
    id: string;
    patientId: string | null;
    programId: string | null;
    labels: string[];
    permission: string;
    name: string;
    contentType: string;
    size: number;
    sha256: Buffer;
    wrappedKey: Buffer;
    storageKey: string;
    createdAt: Temporal.Instant;
    createdBy: string | null;
  };
}

/** A file to keep: whose it is, where it came from, and the permission that reading it takes. */
export interface NewFile {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly contentType: string;
  readonly permission: string;
  readonly patientId?: string | undefined;
  readonly programId?: string | undefined;
  readonly labels?: readonly string[];
}

/** A kept file, decrypted. */
export interface StoredFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

const storages = new WeakMap<Config, Promise<Storage>>();

function storageOf(config: Config): Promise<Storage> {
  const known = storages.get(config) ?? openStorage(config);
  storages.set(config, known);
  return known;
}

async function put(tx: Tx, file: NewFile): Promise<Id<'File'>> {
  const id = newId<'File'>();
  const key = newFileKey();
  const storageKey = `${id.slice(-2)}/${id}`;
  // The bytes go first: a transaction that fails leaves sealed bytes nobody can open, never a row without its bytes.
  await (await storageOf(tx.config)).put(storageKey, seal(key, file.bytes));
  await within<FileTables>(tx)
    .insertInto('platform.file')
    .values({
      id,
      patientId: file.patientId ?? null,
      programId: file.programId ?? null,
      labels: [...(file.labels ?? [])],
      permission: file.permission,
      name: file.name,
      contentType: file.contentType,
      size: file.bytes.length,
      sha256: createHash('sha256').update(file.bytes).digest(),
      wrappedKey: seal(tx.config.masterKey, key),
      storageKey,
      createdAt: tx.now,
      createdBy: tx.actor.id,
    })
    .execute();
  return id;
}

async function get(tx: Tx, id: string): Promise<StoredFile> {
  const row = await within<FileTables>(tx)
    .selectFrom('platform.file')
    .select(['name', 'contentType', 'wrappedKey', 'storageKey', 'patientId', 'programId'])
    .where('id', '=', id)
    .executeTakeFirst();
  const sealed = row && (await (await storageOf(tx.config)).get(row.storageKey));
  if (!row || !sealed) throw new NotFound('File');
  tx.touch({ kind: 'file', id, patientId: row.patientId ?? [], programId: row.programId ?? undefined });
  return { name: row.name, contentType: row.contentType, bytes: unseal(unseal(tx.config.masterKey, row.wrappedKey), sealed) };
}

/** Files at rest. `get` throws `NotFound` for a file that is not there and for one that this actor may not see. */
export const files = { put, get };
