/**
 * The product in a process of its own, as it runs in a clinic: who measures shares neither its memory nor its turn. Started by `bench-server.ts`
 * with its settings and the address of the database; tells its parent the port.
 */
import { assemble } from '#server/main.ts';
import { openLog, readConfig } from '#server/platform/index.ts';

const [settings = '{}', databaseUrl = ''] = process.argv.slice(2);
const product = await assemble({ config: readConfig(JSON.parse(settings) as Record<string, string>), databaseUrl, log: openLog('error') });
const address = await product.http.listen({ port: 0, host: '127.0.0.1' });
process.send?.(Number(new URL(address).port));
process.once('disconnect', () => void product.stop());
