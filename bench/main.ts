/**
 * `npm run bench [-- --quick] [--only name,name] [--folder DIR]`: the figures that the product promises, each beside the raw limit measured in the same run.
 * Making a million people takes long: with `--folder` they are kept there, and found again by the next run.
 */
import { parseArgs } from 'node:util';
import { auditVerify } from './audit-verify.ts';
import { bedBoard } from './bed-board.ts';
import { startBenchServer, type BenchServer } from './bench-server.ts';
import { claimsBuild } from './claims-build.ts';
import { oneDecision } from './decision.ts';
import { explanation } from './explanation.ts';
import { row, type Row } from './measure.ts';
import { missingDocumentation } from './missing.ts';
import { chartOpen, emptyCall, patientSearch, scheduleWeek, seriesPreview } from './reading.ts';
import { remittancePost } from './remittance-post.ts';
import { table, writeResults } from './report.ts';
import { rowLevelSecurity } from './row-level-security.ts';
import { findingTimes } from './scheduling.ts';
import { signIn } from './signing-in.ts';
import { startUp } from './start-up.ts';
import { chartTimeline, noteSearch } from './story.ts';
import { togetherSync } from './together.ts';
import { noteAutosave, noteSign } from './writing.ts';

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false }, only: { type: 'string' }, folder: { type: 'string' } } });
const [few, many] = values.quick ? [2_000, 10_000] : [10_000, 1_000_000];
const only = values.only?.split(',');
const rows: Row[] = [];

type Measurement = (server: BenchServer) => Promise<Row[]>;

/** Rows about one patient: they must not slow down as the organisation grows. */
const ofOnePatient: Readonly<Record<string, Measurement>> = { chart: chartOpen, autosave: noteAutosave, sign: noteSign };
const once: Readonly<Record<string, Measurement>> = {
  decision: oneDecision,
  explanation,
  search: patientSearch,
  week: scheduleWeek,
  series: seriesPreview,
  beds: bedBoard,
  'smart-find': findingTimes,
  rls: rowLevelSecurity,
  empty: emptyCall,
  'sign-in': signIn,
  claims: claimsBuild,
  remittance: remittancePost,
  'audit-verify': auditVerify,
  timeline: chartTimeline,
  together: togetherSync(values.quick ? 10 : 60),
  'note-search': noteSearch(values.quick ? 10_000 : 100_000),
};

/** Measures one after the other. One that fails is told and fails the run at its end, the others keep their figures. */
async function run(measurements: Readonly<Record<string, Measurement>>, server: BenchServer): Promise<Row[]> {
  const found: Row[] = [];
  for (const [name, measure] of Object.entries(measurements)) {
    if (only && !only.includes(name)) continue;
    process.stderr.write(`\r\u001B[K${name}`);
    const measured = await measure(server).catch((error: unknown) => {
      console.error(`\n${name} could not be measured:`, error);
      process.exitCode = 1;
      return [];
    });
    for (const { name: what, value, unit } of measured) console.error(`\r\u001B[K${what}: ${value} ${unit}`);
    found.push(...measured);
  }
  return found;
}

/** How many times slower each row became between the two sizes; at most 1.5 is promised. */
function growth(before: readonly Row[], after: readonly Row[]): Row[] {
  return after.flatMap((late) => {
    const early = before.find(({ name }) => name === late.name);
    return early ? [row(`${late.name}: ${many} patients over ${few}`, late.value / early.value, null, { unit: 'times', target: 1.5 })] : [];
  });
}

const tell = ({ done, of }: { done: number; of: number }) => process.stderr.write(`\r\u001B[K${done} of ${of} people`);

/** Measures in an organisation of that size. */
async function among(people: number, measurements: Readonly<Record<string, Measurement>>): Promise<Row[]> {
  const server = await startBenchServer({ people, rounds: values.quick ? 120 : 300, folder: values.folder, tell });
  try {
    return await run(measurements, server);
  } finally {
    await server.stop();
  }
}

const wants = (name: string) => !only || only.includes(name);
if (wants('missing')) rows.push(...(await among(0, { missing: missingDocumentation(false) })), ...(await among(10_000, { missing: missingDocumentation(true) })));
const measuresMore = !only || only.some((name) => name !== 'missing');
const early = measuresMore ? await among(few, ofOnePatient) : [];
const late = measuresMore ? await among(many, { ...ofOnePatient, ...once }) : [];
rows.push(...late, ...growth(early, late), row('bench memory', process.memoryUsage().rss / 1024 / 1024, null, { unit: 'MB' }));
if (wants('start-up')) rows.push(...(await startUp()));
console.log(`\n${many.toLocaleString('en-US')} patients\n${table(rows)}\nWritten to ${await writeResults(rows)}`);
