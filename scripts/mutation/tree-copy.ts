import { chmod, cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const left = new Set(['node_modules', '.git', '.data', 'dist']);

/** A copy of the whole tree to spoil, with the packages of this one. Gone afterwards. */
export async function withTreeCopy<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'mooring-mutants-'));
  // PostgreSQL runs as a user of its own when we are root, and must be able to walk in.
  await chmod(folder, 0o755);
  try {
    await cp(root, folder, { recursive: true, filter: (path) => !left.has(relative(root, path).split('/').at(-1) ?? '') });
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Changes one place of a file while the work lasts. Throws when the place is not there exactly once. */
export async function withChange<T>(path: string, { from, to }: { readonly from: string; readonly to: string }, work: () => Promise<T>): Promise<T> {
  const sound = await readFile(path, 'utf8');
  if (sound.split(from).length !== 2) throw new Error(`${path} does not hold once: ${from}`);
  await writeFile(
    path,
    sound.replace(from, () => to),
  );
  try {
    return await work();
  } finally {
    await writeFile(path, sound);
  }
}
