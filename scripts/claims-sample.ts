/**
 * `npm run claims:sample -- --out DIR --count 200`: 837P files of many kinds of encounter, each from signed notes through billing's rules of
 * pricing, its claim facts and its mapping to the printed file; then each file beside the ledger, line by line. Exits 1 where anything differs.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { professionalClaim } from '#server/billing/index.ts';
import { printInterchanges, readInterchanges, readProfessionalFile, writeProfessionalFile, type ProfessionalFile } from '#server/formats/x12/index.ts';
import { comparisonsOf, printed, type Comparison } from './claims-sample/comparison.ts';
import { manifestEntry, manifestTotals } from './claims-sample/manifest.ts';
import { sampleRecords, type SampleRecord } from './claims-sample/records.ts';

const madeAt = Temporal.PlainDateTime.from('2026-11-02T08:15');
const submitter = { name: 'Harbor Behavioral Health', id: '741234567', contact: { name: 'Billing Office', phone: '2075550142', email: 'billing@harbor.example' } };
const receiver = { name: 'Sandbox Clearinghouse', id: 'SANDBOX' };
/** Every so many files one holds several claims, so that levels and numbers are counted over more than one. */
const everySoMany = 20;
const claimsInThose = 4;

function fileOf(records: readonly SampleRecord[], place: number): ProfessionalFile {
  const controlNumber = place + 1;
  const createdAt = madeAt.add({ minutes: place });
  const claims = records.map(({ claimNumber, facts }) => professionalClaim(claimNumber, facts));
  return {
    envelope: {
      sender: { qualifier: 'ZZ', id: 'HARBOR' },
      receiver: { qualifier: 'ZZ', id: receiver.id },
      controlNumber,
      groupControlNumber: controlNumber,
      createdAt,
      usage: 'T',
      wantsAcknowledgement: false,
    },
    batches: [{ reference: `B${String(controlNumber).padStart(7, '0')}`, createdAt, submitter, receiver, claims }],
  };
}

/** The text of a sample, after reading it back as segments and as claims gave the same bytes. */
function roundTripped(file: ProfessionalFile): string {
  const text = writeProfessionalFile(file);
  const again = [printInterchanges(readInterchanges(text)), writeProfessionalFile(readProfessionalFile(text))];
  if (again.some((other) => other !== text)) throw new Error(`Interchange ${file.envelope.controlNumber} does not come back byte for byte`);
  return text;
}

/** The records of each file. */
function filesOf(count: number): SampleRecord[][] {
  const holds = (place: number) => (place % everySoMany === everySoMany - 1 ? claimsInThose : 1);
  const sizes = Array.from({ length: count }, (_unused, place) => holds(place));
  const records = sampleRecords(sizes.reduce((sum, size) => sum + size, 0));
  return sizes.map((size) => records.splice(0, size));
}

async function writeSample(out: string, count: number): Promise<Comparison[]> {
  await mkdir(out, { recursive: true });
  const entries: ReturnType<typeof manifestEntry>[] = [];
  const comparisons: Comparison[] = [];
  const files = filesOf(count);
  for (const [place, records] of files.entries()) {
    const name = `${records[0]?.claimNumber ?? ''}.837P.x12`;
    const text = roundTripped(fileOf(records, place));
    await writeFile(join(out, name), text, 'latin1');
    comparisons.push(...comparisonsOf(text, records));
    entries.push(...records.map((record) => manifestEntry(name, record)));
  }
  const totals = manifestTotals(files.length, files.flat());
  await writeFile(join(out, 'manifest.json'), `${JSON.stringify({ guide: '005010X222A1', totals, claims: entries }, undefined, 2)}\n`);
  return comparisons;
}

const { values } = parseArgs({ options: { out: { type: 'string' }, count: { type: 'string', default: '200' } } });
const count = Number(values.count);
if (values.out === undefined || !Number.isInteger(count) || count < 1) {
  process.stderr.write('Say where and how many: npm run claims:sample -- --out DIR --count 200\n');
  process.exitCode = 2;
} else {
  const comparisons = await writeSample(values.out, count);
  const differing = comparisons.filter(({ differences }) => differences.length > 0);
  const total = (amount: (one: Comparison) => number) => (comparisons.reduce((sum, one) => sum + amount(one), 0) / 100).toFixed(2);
  process.stdout.write(`${comparisons.map(printed).join('\n')}\n`);
  process.stdout.write(`${count} files with ${comparisons.length} claims and manifest.json are in ${values.out}; each came back byte for byte.\n`);
  process.stdout.write(
    `CLM02 ${total(({ claimCents }) => claimCents)}, SV1 ${total(({ linesCents }) => linesCents)}, ledger ${total(({ ledgerCents }) => ledgerCents)}; ${differing.length} claims differ.\n`,
  );
  if (differing.length > 0) process.exitCode = 1;
}
