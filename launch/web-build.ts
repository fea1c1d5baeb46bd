import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compressAssets } from './compress-assets.ts';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'dist', 'web');
const stamp = join(folder, '.sources');

/** Everything the web app is built of: its own files, the contracts it shares, the data it shows, and the locked packages. */
function sourcesDigest(): string {
  const digest = createHash('sha256');
  const files = globSync(['web/**/*.{ts,tsx,css,html,svg,json}', 'server/**/*.contract.ts', 'server/**/*.rules.ts', 'content/**/*.json', 'package-lock.json'], {
    cwd: root,
  }).toSorted();
  for (const file of files) if (!file.includes('.test.')) digest.update(file).update(readFileSync(join(root, file)));
  return digest.digest('hex');
}

/** Builds the web app when its sources changed since the last build; answers the folder to serve. */
export async function ensureWebBuilt(): Promise<string> {
  const sources = sourcesDigest();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return folder;
  const { build } = await import('vite');
  await build({ configFile: join(root, 'web', 'vite.config.ts'), logLevel: 'error' });
  await compressAssets(folder);
  writeFileSync(stamp, sources);
  return folder;
}
