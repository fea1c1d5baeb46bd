/** `npm run claims:sample -- --out DIR --count 200`: one 837P file for each of many kinds of encounter, and what each should say. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  printInterchanges,
  readInterchanges,
  readProfessionalFile,
  writeProfessionalFile,
  type ProfessionalClaim,
  type ProfessionalFile,
} from '#server/formats/x12/index.ts';
import { claimThroughBilling } from './claims-sample/billing-facts.ts';
import { sampleClaims } from './claims-sample/claims.ts';
import { manifestEntry, manifestTotals } from './claims-sample/manifest.ts';

const madeAt = Temporal.PlainDateTime.from('2026-11-02T08:15');
const submitter = { name: 'Harbor Behavioral Health', id: '741234567', contact: { name: 'Billing Office', phone: '2075550142', email: 'billing@harbor.example' } };
const receiver = { name: 'Sandbox Clearinghouse', id: 'SANDBOX' };

function fileOf(claim: ProfessionalClaim, place: number): ProfessionalFile {
  const controlNumber = place + 1;
  return {
    envelope: {
      sender: { qualifier: 'ZZ', id: 'HARBOR' },
      receiver: { qualifier: 'ZZ', id: receiver.id },
      controlNumber,
      groupControlNumber: controlNumber,
      createdAt: madeAt.add({ minutes: place }),
      usage: 'T',
      wantsAcknowledgement: false,
    },
    batches: [{ reference: `B${String(controlNumber).padStart(7, '0')}`, createdAt: madeAt.add({ minutes: place }), submitter, receiver, claims: [claim] }],
  };
}

/** The text of a sample, after reading it back as segments and as claims gave the same bytes. */
function roundTripped(file: ProfessionalFile): string {
  const text = writeProfessionalFile(file);
  const again = [printInterchanges(readInterchanges(text)), writeProfessionalFile(readProfessionalFile(text))];
  if (again.some((other) => other !== text)) throw new Error(`Interchange ${file.envelope.controlNumber} does not come back byte for byte`);
  return text;
}

async function writeSample(out: string, count: number): Promise<void> {
  await mkdir(out, { recursive: true });
  const samples = sampleClaims(count);
  const files: (ReturnType<typeof manifestEntry> & { mappedBy: 'billing' | 'sample' })[] = [];
  for (const [place, sample] of samples.entries()) {
    const name = `${sample.claim.claimNumber}.837P.x12`;
    const mapped = claimThroughBilling(sample.claim);
    await writeFile(join(out, name), roundTripped(fileOf(mapped ?? sample.claim, place)), 'latin1');
    // The manifest tells what was asked for, not what came of it: it can catch a mapping that loses something.
    files.push({ ...manifestEntry(name, sample), mappedBy: mapped ? 'billing' : 'sample' });
  }
  await writeFile(join(out, 'manifest.json'), `${JSON.stringify({ guide: '005010X222A1', totals: manifestTotals(samples), files }, undefined, 2)}\n`);
}

const { values } = parseArgs({ options: { out: { type: 'string' }, count: { type: 'string', default: '200' } } });
const count = Number(values.count);
if (values.out === undefined || !Number.isInteger(count) || count < 1) {
  process.stderr.write('Say where and how many: npm run claims:sample -- --out DIR --count 200\n');
  process.exitCode = 2;
} else {
  await writeSample(values.out, count);
  process.stdout.write(`${count} files and manifest.json are in ${values.out}\n`);
}
