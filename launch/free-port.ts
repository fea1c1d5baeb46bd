import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

// Below those from which a system takes the near end of its own connections: one of these is not taken again before it is used.
const [lowest, highest] = [20_000, 32_000];

function isFree(port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const server = createServer();
  server.once('error', () => resolve(false));
  server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  return promise;
}

/** A port that is free at this moment, and likely to stay so until it is listened on. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(lowest, highest);
    if (await isFree(port)) return port;
  }
}
