import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BrokenFile, printInterchanges, readInterchanges } from '../index.ts';
import { envelopeText, transactionText } from '../testing/example-envelope.ts';

const one = envelopeText([transactionText('999', '0001', '005010X231A1', ['AK1*HC*1', 'AK9*A*1*1*1'])]);

test('a byte order mark, blank lines and any line breaks around segments are nothing', () => {
  const [plain] = readInterchanges(one);
  for (const dressed of [`\uFEFF${one}`, `\n\r\n${one}\n\n`, one.replaceAll('\n', ''), one.replaceAll('\n', '\r\n')]) {
    expect(printInterchanges(readInterchanges(dressed))).toBe(printInterchanges(plain ? [plain] : []));
  }
});

test('separators are those of the ISA, even when two interchanges differ', () => {
  const other = one.replaceAll('*', '|').replaceAll('~', '!').replace('|:!', '|>!').replace('|^|', '|#|');
  const [first, second] = readInterchanges(one + other);
  expect(first?.separators).toEqual({ element: '*', repetition: '^', component: ':', segment: '~' });
  expect(second?.separators).toEqual({ element: '|', repetition: '#', component: '>', segment: '!' });
  expect(second?.groups[0]?.transactions[0]?.body.map(({ elements }) => elements.join('*'))).toEqual(['AK1*HC*1', 'AK9*A*1*1*1']);
});

test('many transactions in many groups in many interchanges are all read', () => {
  const transactions = ['0001', '0002', '0003'].map((number) => transactionText('835', number, '', ['BPR*I*0*C*NON', 'TRN*1*T*1']));
  const read = readInterchanges(envelopeText(transactions) + envelopeText(transactions.slice(0, 2)));
  expect(read.map(({ groups }) => groups.map(({ transactions: inside }) => inside.map(({ controlNumber }) => controlNumber)))).toEqual([
    [['0001', '0002', '0003']],
    [['0001', '0002']],
  ]);
  expect(read[0]?.groups[0]?.transactions[0]?.version).toBe('005010X231A1');
});

test('half a file is never taken for a whole one', () => {
  const whole = one.trimEnd().length;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: whole - 1 }), (length) => {
      expect(() => readInterchanges(one.slice(0, length))).toThrow(BrokenFile);
    }),
    { numRuns: 400 },
  );
});

test('garbage is refused in words, never with another error', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string().map((tail) => one + tail + '!'),
        fc.string({ minLength: 1 }).map((tail) => one.replace('AK9*', `${tail}~`)),
      ),
      (text) => {
        try {
          readInterchanges(text);
        } catch (fault) {
          expect(fault).toBeInstanceOf(BrokenFile);
        }
      },
    ),
  );
});

describe('a fault names its segment and what is wrong', () => {
  const changed = (from: string, to: string) => () => readInterchanges(one.replace(from, to));
  test.each([
    ['a wrong count of segments', changed('SE*4*', 'SE*5*'), 'Segment 6: SE01 says 5 but there are 4 segments from ST to SE'],
    ['another number closed', changed('SE*4*0001', 'SE*4*0002'), 'Segment 6: SE02 closes 0002 but 0001 is open'],
    ['a wrong count of transactions', changed('GE*1*', 'GE*2*'), 'Segment 7: GE01 says 2 but there are 1 transactions in the group'],
    ['another interchange closed', changed('IEA*1*000000042', 'IEA*1*000000043'), 'Segment 8: IEA02 closes 000000043 but 000000042 is open'],
    ['a missing SE', changed('SE*4*0001~\n', ''), 'Segment 6: GE stands inside ST 0001, which has no SE'],
    ['a missing GE', changed('GE*1*7~\n', ''), 'Segment 7: expected GE in the interchange, found IEA*1'],
    ['a short ISA', changed('ZZ*PAYER          ', 'ZZ*PAYER'), 'Segment 1: expected an ISA of 106 characters, found "ISA*00*     "'],
    ['an answer in HTML', () => readInterchanges('<html>Service unavailable</html>'), 'Segment 1: expected an ISA of 106 characters, found "<html>Servic"'],
    ['an empty file', () => readInterchanges(' \n'), 'Segment 1: the file is empty'],
  ])('%s', (_, read, says) => {
    expect(read).toThrow(says);
  });
});
