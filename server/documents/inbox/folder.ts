import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { kindOf } from '../documents/file-kind.rules.ts';
import type { FolderFile } from './inbound.ts';

/** Files still being written carry such endings by custom. */
const unfinished = /\.(part|tmp|filepart|crdownload)$/i;
// A fax service writes page after page; what is not whole after this long will never be.
const patienceMs = 120_000;

async function found(folder: string, name: string): Promise<FolderFile | undefined> {
  const file = await stat(join(folder, name)).catch(() => undefined);
  return file?.isFile() ? { name, size: file.size, modifiedAt: Math.trunc(file.mtimeMs) } : undefined;
}

/** The files of a folder, the oldest first. Throws when it cannot be read. */
export async function filesIn(folder: string): Promise<FolderFile[]> {
  const names = (await readdir(folder)).filter((name) => !name.startsWith('.') && !unfinished.test(name));
  const all = await Promise.all(names.map((name) => found(folder, name)));
  return all.filter((file) => file !== undefined).toSorted((one, other) => one.modifiedAt - other.modifiedAt || one.name.localeCompare(other.name));
}

/** The bytes of a file that keeps still; undefined while it grows, so that the next round looks again. `now` in milliseconds since 1970, by the clock of the folder. */
export async function wholeFile(folder: string, file: FolderFile, now: number): Promise<Buffer | undefined> {
  const bytes = await readFile(join(folder, file.name)).catch(() => undefined);
  const after = await found(folder, file.name);
  if (!bytes || bytes.length !== file.size || after?.size !== file.size || after.modifiedAt !== file.modifiedAt) return undefined;
  return 'kind' in kindOf(bytes) || now - file.modifiedAt > patienceMs ? bytes : undefined;
}

/** Removes a file that is safe with us. */
export function removeFile(folder: string, { name }: FolderFile): Promise<void> {
  return rm(join(folder, name), { force: true });
}
