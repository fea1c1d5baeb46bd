import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  faultsOfBatch,
  printInterchanges,
  readInterchanges,
  readProfessionalFile,
  writeProfessionalFile,
  type Envelope,
  type ProfessionalBatch,
  type ProfessionalFile,
} from '../index.ts';
import { element, type Segment } from '../syntax/segment.ts';
import { arbitraryBatch } from '../testing/arbitrary-claims.ts';
import { plain } from '../testing/plain.ts';

const envelope: Envelope = {
  sender: { qualifier: 'ZZ', id: 'HARBOR' },
  receiver: { qualifier: '30', id: '841234567' },
  controlNumber: 17,
  groupControlNumber: 4,
  createdAt: Temporal.PlainDateTime.from('2026-11-01T12:00'),
  usage: 'T',
  wantsAcknowledgement: false,
};
const fileOf = (...batches: readonly ProfessionalBatch[]): ProfessionalFile => ({ envelope, batches });
const files = fc.array(arbitraryBatch, { minLength: 1, maxLength: 2 }).map((batches) => fileOf(...batches));

const bodiesOf = (text: string) => readInterchanges(text).flatMap(({ groups }) => groups.flatMap(({ transactions }) => transactions));
const named = (segments: readonly Segment[], id: string) => segments.filter((one) => one.id === id);

test('a claim read back is the claim that was written', () => {
  fc.assert(
    fc.property(files, (file) => {
      expect(plain(readProfessionalFile(writeProfessionalFile(file)))).toEqual(plain(file));
    }),
  );
});

test('a file we wrote comes back byte for byte, as segments and as claims', () => {
  fc.assert(
    fc.property(files, (file) => {
      const text = writeProfessionalFile(file);
      expect(printInterchanges(readInterchanges(text))).toBe(text);
      expect(writeProfessionalFile(readProfessionalFile(text))).toBe(text);
    }),
  );
});

test('claims the guide allows have no fault', () => {
  fc.assert(
    fc.property(arbitraryBatch, (batch) => {
      expect(faultsOfBatch(batch)).toEqual([]);
    }),
  );
});

test('each HL has the next number, a parent that is open, and says truly whether it has children', () => {
  fc.assert(
    fc.property(arbitraryBatch, (batch) => {
      const [transaction] = bodiesOf(writeProfessionalFile(fileOf(batch)));
      const levels = named(transaction?.body ?? [], 'HL');
      const parentLevel: Record<string, string> = { '22': '20', '23': '22' };
      levels.forEach((hl, place) => {
        expect(element(hl, 1)).toBe(String(place + 1));
        const parent = levels[Number(element(hl, 2)) - 1];
        expect(parent ? element(parent, 3) : undefined).toBe(parentLevel[element(hl, 3)]);
        expect(element(hl, 4)).toBe(levels.some((other) => element(other, 2) === element(hl, 1)) ? '1' : '0');
      });
    }),
  );
});

test('CLM02 is the sum of its SV102, in dollars with no superfluous zero', () => {
  fc.assert(
    fc.property(arbitraryBatch, (batch) => {
      const body = bodiesOf(writeProfessionalFile(fileOf(batch))).flatMap((transaction) => transaction.body);
      const inCents = (text: string) => Math.round(Number(text) * 100);
      const charged = named(body, 'CLM').reduce((sum, clm) => sum + inCents(element(clm, 2)), 0);
      expect(named(body, 'SV1').reduce((sum, sv1) => sum + inCents(element(sv1, 2)), 0)).toBe(charged);
      for (const clm of named(body, 'CLM')) expect(element(clm, 2)).not.toMatch(/^0\d|\.\d*0$|\.$/);
    }),
  );
});

test('no segment ends in an empty element, and none holds a lower-case or accented letter', () => {
  fc.assert(
    fc.property(files, fc.constantFrom('Núñez*de~la:Torre^', 'Ørsted “Søren”', 'Müßig'), (file, family) => {
      const batches = file.batches.map((batch) => ({ ...batch, submitter: { ...batch.submitter, name: family } }));
      const text = writeProfessionalFile({ ...file, batches });
      expect(text).toMatch(/^[\x20-\x60{-~\n]*$/);
      for (const line of text.split('\n').slice(1)) expect(line).not.toMatch(/[*:]~$|:\*/);
    }),
  );
});
