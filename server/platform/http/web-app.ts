import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { NotFound } from '../refused/refused.ts';

/** Serves the built web app: files under /assets for ever, every other page the same entry, which routes by itself. */
export async function serveWeb(app: FastifyInstance, folder: string | undefined): Promise<void> {
  if (!folder || !existsSync(join(folder, 'index.html'))) {
    app.setNotFoundHandler(() => {
      throw new NotFound('Page');
    });
    return;
  }
  await app.register(fastifyStatic, {
    root: folder,
    index: 'index.html',
    // The build lays compressed copies beside the files.
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => void reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'),
  });
  app.setNotFoundHandler((request, reply) => {
    if (request.method !== 'GET' || request.url.startsWith('/api/') || request.url.startsWith('/assets/')) throw new NotFound('Page');
    return reply.header('cache-control', 'no-cache').sendFile('index.html');
  });
}
