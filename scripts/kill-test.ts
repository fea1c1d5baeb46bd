/**
 * `npm run kill-test -- --kills 20`: starts the real product with data of its own, puts it under load through its public API, kills it with
 * SIGKILL at random moments and starts it again. At the end every acknowledged write must be there, every posting balance, every signed
 * encounter have exactly one claim, and the audit hold. Exit code 1 on any breach; the same `--seed` kills at the same moments.
 */
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { runKillTest, type KillReport, type Round } from './kill-test/run.ts';

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '20' }, seed: { type: 'string', default: String(randomInt(1_000_000)) }, longest: { type: 'string', default: '5000' } },
});
const [kills, seed, longest] = [Number(values.kills), Number(values.seed), Number(values.longest)];
if (![kills, seed, longest].every((number) => Number.isInteger(number) && number >= 0)) {
  console.error('Whole numbers: npm run kill-test -- --kills 20 --seed 7 --longest 5000');
  process.exit(2);
}

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;
const cells = (...texts: (string | number)[]) => texts.map((text, index) => (index === 1 ? String(text).padEnd(28) : String(text).padStart(10))).join(' ');

function show({ number, target, duringStart, after, inFlight, acknowledged, restart, compared, breaches }: Round): void {
  const killed = `${target === 'both' ? 'application and database' : target}${duringStart ? ', and once more while starting' : ''}`;
  console.log(cells(number, killed, seconds(after), inFlight, acknowledged, seconds(restart), compared, breaches));
}

function tell({ acknowledged, claims, audit, breaches }: KillReport): void {
  const total = [...acknowledged.values()].reduce((sum, count) => sum + count, 0);
  console.log(`\n${total} acknowledged writes: ${[...acknowledged].map(([kind, count]) => `${count} ${kind}`).join(', ')}`);
  console.log(`${claims} claims at the clearinghouse. ${audit}`);
  for (const breach of breaches) console.error(`BREACH ${breach}`);
  console.log(breaches.length === 0 ? 'Nothing was lost, nothing was doubled.' : `${breaches.length} breaches`);
}

const begin = performance.now();
console.log(`Seed ${seed}\n${cells('kill', 'what', 'after', 'in flight', 'writes', 'restart', 'compared', 'breaches')}`);
const report = await runKillTest({ kills, seed, longest, onRound: show });
tell(report);
console.log(seconds(performance.now() - begin));
process.exitCode = report.breaches.length === 0 && report.rounds.length === kills ? 0 : 1;
