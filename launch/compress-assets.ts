import { globSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Below this a compressed answer saves no packet. */
const worthBytes = 1400;

/** Lays a compressed copy beside each text of the built web app, so that the server sends it as it lies and spends nothing on it. */
export async function compressAssets(folder: string): Promise<void> {
  const files = globSync('**/*.{js,css,html,svg,json}', { cwd: folder });
  await Promise.all(
    files.map(async (file) => {
      const content = await readFile(join(folder, file));
      if (content.byteLength < worthBytes) return;
      const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };
      await Promise.all([
        brotli(content, quality).then((small) => writeFile(join(folder, `${file}.br`), small)),
        zip(content).then((small) => writeFile(join(folder, `${file}.gz`), small)),
      ]);
    }),
  );
}
