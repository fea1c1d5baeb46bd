import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import Fastify from 'fastify';
import { expect, onTestFinished, test } from 'vitest';
import { serveWeb } from '#server/platform/http/web-app.ts';
import { compressAssets } from './compress-assets.ts';

test('a browser that understands it is sent the compressed copy, for ever; a small file goes as it is', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mooring-assets-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const text = 'export const words = "the same words again and again";\n'.repeat(200);
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'assets', 'words-1.js'), text);
  await writeFile(join(folder, 'assets', 'small-1.js'), 'export {};');
  await writeFile(join(folder, 'index.html'), '<!doctype html>');
  await compressAssets(folder);
  const app = Fastify();
  await serveWeb(app, folder);
  const asked = (url: string, encoding: string) => app.inject({ url, headers: { 'accept-encoding': encoding } });

  const compressed = await asked('/assets/words-1.js', 'gzip, br');
  expect(compressed.headers).toMatchObject({ 'content-encoding': 'br', 'cache-control': 'public, max-age=31536000, immutable' });
  expect(compressed.headers['content-type']).toContain('javascript');
  expect(brotliDecompressSync(compressed.rawPayload).toString()).toBe(text);
  expect((await asked('/assets/words-1.js', 'gzip')).headers['content-encoding']).toBe('gzip');
  expect((await asked('/assets/words-1.js', 'identity')).body).toBe(text);
  expect((await asked('/assets/small-1.js', 'br')).headers['content-encoding']).toBeUndefined();
  expect((await asked('/patients/somebody', 'br')).body).toContain('<!doctype html>');
});
