/** `npm run seed -- --patients 1000000`: makes the demo organisation large, for benches and demonstrations of scale. */
import { parseArgs } from 'node:util';
import { loadDemo } from '#demo/load-demo.ts';
import { loadPeople } from '#demo/load-large.ts';
import { readConfig } from '#server/platform/index.ts';
import { openReadyDatabase } from '#launch/database.ts';

const { values } = parseArgs({ options: { patients: { type: 'string', default: '10000' } } });
const patients = Number(values.patients);
if (!Number.isInteger(patients) || patients < 400) {
  console.error('Say how many, from 400 up: npm run seed -- --patients 1000000');
  process.exit(2);
}
const database = await openReadyDatabase(readConfig(process.env));
try {
  await loadDemo(database.ownerUrl);
  const start = performance.now();
  await loadPeople(database.ownerUrl, patients, ({ done, of }) => process.stdout.write(`\r${done.toLocaleString('en-US')} of ${of.toLocaleString('en-US')} people`));
  console.log(`\nDone in ${Math.round((performance.now() - start) / 1000)} s.`);
} finally {
  await database.stop();
}
