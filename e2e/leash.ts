/**
 * The product on a leash: it works in a folder of its own, and ends in order and takes the folder away when its standard input closes.
 * That happens when the tests stop it, and also when they are killed: no database stays behind.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = await mkdtemp(join(tmpdir(), 'mooring-e2e-'));
// PostgreSQL runs as a user of its own when we are root, and must be able to walk in.
await chmod(folder, 0o755);
process.env['MOORING_DATA'] = folder;
process.stdin.resume().once('close', () => process.emit('SIGTERM', 'SIGTERM'));
await import('#launch/serve.ts');
await rm(folder, { recursive: true, force: true });
process.exit();
