/** `npm run audit:verify`: recomputes the chain of the audit and compares it with its anchors. Exit code 1 when it does not hold. */
import { parseArgs } from 'node:util';
import { atDatabase } from '#launch/database.ts';
import { anchorFile, verifyChain, type Verdict } from '#server/audit/index.ts';
import { openDatabase, readConfig, WrongSetting } from '#server/platform/index.ts';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });

function tell({ blocks, entries, waiting, anchors, faults }: Verdict, seconds: number): void {
  const summary = `${entries.toLocaleString('en-US')} entries in ${blocks.toLocaleString('en-US')} blocks, ${anchors.toLocaleString('en-US')} anchors, ${waiting} entries waiting; ${seconds.toFixed(1)} s`;
  if (faults.length === 0) {
    console.log(`The audit holds: ${summary}`);
    return;
  }
  console.error(`The audit does NOT hold: ${summary}`);
  for (const { block, says } of faults.slice(0, 20)) console.error(block === null ? `  outside of blocks: ${says}` : `  block ${block}: ${says}`);
  if (faults.length > 20) console.error(`  and ${faults.length - 20} more`);
}

try {
  const config = readConfig(process.env);
  await atDatabase(config, async (url) => {
    const database = openDatabase(url, { size: 2, onError: () => undefined });
    const start = performance.now();
    const verdict = await verifyChain(database, anchorFile(config.dataDirectory));
    const seconds = (performance.now() - start) / 1000;
    if (values.json) console.log(JSON.stringify({ ...verdict, seconds }));
    else tell(verdict, seconds);
    process.exitCode = verdict.faults.length === 0 ? 0 : 1;
    await database.close();
  });
} catch (error) {
  console.error(error instanceof WrongSetting ? error.message : error);
  process.exitCode = 2;
}
