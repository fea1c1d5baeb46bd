// `node launch/run.mjs SCRIPT [ARGUMENTS]`: installs what is missing, then runs a script of ours on Node 26.
import { ensureInstalled, runOnNode26 } from './bootstrap.mjs';

const [script, ...args] = process.argv.slice(2);
ensureInstalled();
runOnNode26(script ?? 'launch/serve.ts', args);
