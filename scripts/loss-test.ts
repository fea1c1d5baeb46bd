/**
 * `npm run loss-test -- --kills 1000`: types into a note draft and a document written together, through the real web app in a real browser, while
 * server, database, page, browser and network die at random moments. Every character that was older than a second must be there afterwards.
 * Exit code 1 on any loss; the same `--seed` dies in the same order.
 */
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { runLossTest, type LossRound } from './loss-test/run.ts';

const { values } = parseArgs({ options: { kills: { type: 'string', default: '20' }, seed: { type: 'string', default: String(randomInt(1_000_000)) } } });
const [kills, seed] = [Number(values.kills), Number(values.seed)];
if (![kills, seed].every((number) => Number.isInteger(number) && number >= 0)) {
  console.error('Whole numbers: npm run loss-test -- --kills 1000 --seed 7');
  process.exit(2);
}

function show({ number, death, promised, missing }: LossRound): void {
  console.log(
    `${String(number).padStart(5)} ${death.padEnd(9)} ${promised} words promised, ${missing.length} missing${missing.length > 0 ? `: ${missing.join(' ')}` : ''}`,
  );
}

console.log(`Seed ${seed}`);
const rounds = await runLossTest({ kills, seed, onRound: show });
const lost = rounds.reduce((sum, { missing }) => sum + missing.length, 0);
const byDeath = Map.groupBy(rounds, ({ death }) => death);
console.log(`${rounds.length} deaths: ${[...byDeath].map(([death, those]) => `${those.length} ${death}`).join(', ')}. Words older than a second lost: ${lost}`);
process.exitCode = lost === 0 && rounds.length === kills ? 0 : 1;
