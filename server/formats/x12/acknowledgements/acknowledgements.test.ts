import { expect, test } from 'vitest';
import { readInboundFile } from '../index.ts';
import { envelopeText, transactionText } from '../testing/example-envelope.ts';
import { plain } from '../testing/plain.ts';

const documentsOf = (text: string) => readInboundFile(text).flatMap(({ documents }) => documents);

test('a TA1 stands without any group', () => {
  const text = envelopeText([], 'FA', '005010X231A1', 'TA1*000000017*261101*1200*R*024~\n')
    .replace(/GS\*[^~]*~\nGE\*[^~]*~\n/, '')
    .replace('IEA*1*', 'IEA*0*');
  expect(plain(documentsOf(text))).toEqual([{ kind: 'interchange-acknowledgement', document: { controlNumber: 17, sentOn: '2026-11-01', outcome: 'R', note: '024' } }]);
});

const implementation = transactionText('999', '0001', '005010X231A1', [
  'AK1*HC*4*005010X222A1',
  'AK2*837*0001*005010X222A1',
  'IK5*A',
  'AK2*837*0002*005010X222A1',
  'IK3*NM1*12*2010*8',
  'CTX*SITUATIONAL TRIGGER*NM1*12',
  'CTX*CLM01:HBH0000009',
  'IK4*9*67*7*12345',
  'IK4*3:2**1',
  'IK3*N3*13**3',
  'IK5*R*5',
  'AK9*P*2*2*1',
]);

test('a 999 tells for each transaction what is wrong, where, and in which claim', () => {
  expect(documentsOf(envelopeText([implementation]))).toEqual([
    {
      kind: 'implementation-acknowledgement',
      document: {
        groupCode: 'HC',
        groupControlNumber: 4,
        version: '005010X222A1',
        outcome: 'P',
        included: 2,
        received: 2,
        accepted: 1,
        reasons: [],
        transactions: [
          { code: '837', controlNumber: '0001', version: '005010X222A1', outcome: 'A', reasons: [], errors: [] },
          {
            code: '837',
            controlNumber: '0002',
            version: '005010X222A1',
            outcome: 'R',
            reasons: ['5'],
            errors: [
              {
                segment: 'NM1',
                position: 12,
                loop: '2010',
                code: '8',
                claimNumber: 'HBH0000009',
                elements: [
                  { element: 9, code: '7', value: '12345' },
                  { element: 3, part: 2, code: '1' },
                ],
              },
              { segment: 'N3', position: 13, code: '3', elements: [] },
            ],
          },
        ],
      },
    },
  ]);
});

const statusBody = [
  'BHT*0085*08*ACK1*20261102*0930*TH',
  'HL*1**20*1',
  'NM1*AY*2*SANDBOX*****46*SANDBOX',
  'TRN*1*T1',
  'DTP*050*D8*20261102',
  'DTP*009*D8*20261102',
  'HL*2*1*21*1',
  'NM1*41*2*HARBOR*****46*741234567',
  'TRN*2*B0001',
  'STC*A1:19:PR*20261102*WQ*300',
  'QTY*90*1',
  'QTY*AA*1',
  'AMT*YU*180',
  'AMT*YY*120.5',
  'HL*3*2*19*1',
  'NM1*85*2*HARBOR*****XX*1234567893',
  'TRN*1*0',
  'STC*A1:19:PR**WQ*300',
  'HL*4*3*PT',
  'NM1*QC*1*DOE*JANE****MI*W123456789',
  'TRN*2*HBH0000001',
  'STC*A2:20:PR*20261102*WQ*180',
  'REF*1K*ICN1',
  'REF*D9*CH1',
  'DTP*472*RD8*20261020-20261021',
  'HL*5*3*PT',
  'NM1*QC*1*ROE*RICHARD****MI*W2',
  'TRN*2*HBH0000002',
  'STC*A7:562:85*20261102*U*120.5******A7:128**NPI IS NOT KNOWN',
  'DTP*472*D8*20261020',
  'SVC*HC:90837:95*120.5',
  'STC*A7:454**U',
  'REF*FJ*L2',
];

test('a 277CA tells of each claim whether it stands, of all claims how many', () => {
  const [inbound] = documentsOf(envelopeText([transactionText('277', '0001', '005010X214', statusBody)], 'HN', '005010X214'));
  expect(plain(inbound)).toEqual({
    kind: 'claim-acknowledgement',
    document: {
      reference: 'ACK1',
      source: { kind: 'clearinghouse', name: 'SANDBOX', id: 'SANDBOX' },
      receiver: { name: 'HARBOR', id: '741234567' },
      batchReference: 'B0001',
      statuses: [{ codes: [{ category: 'A1', code: '19', entity: 'PR' }], action: 'accept', effectiveOn: '2026-11-02', charge: 30_000 }],
      totals: { acceptedClaims: 1, rejectedClaims: 1, acceptedCharge: 18_000, rejectedCharge: 12_050 },
      claims: [
        {
          claimNumber: 'HBH0000001',
          standing: 'accepted',
          patient: { family: 'DOE', given: 'JANE' },
          memberId: 'W123456789',
          payerClaimNumber: 'ICN1',
          clearinghouseNumber: 'CH1',
          servedOn: '2026-10-20',
          lines: [],
          statuses: [{ codes: [{ category: 'A2', code: '20', entity: 'PR' }], action: 'accept', effectiveOn: '2026-11-02', charge: 18_000 }],
        },
        {
          claimNumber: 'HBH0000002',
          standing: 'rejected',
          patient: { family: 'ROE', given: 'RICHARD' },
          memberId: 'W2',
          servedOn: '2026-10-20',
          statuses: [
            {
              codes: [
                { category: 'A7', code: '562', entity: '85' },
                { category: 'A7', code: '128' },
              ],
              action: 'reject',
              effectiveOn: '2026-11-02',
              charge: 12_050,
              message: 'NPI IS NOT KNOWN',
            },
          ],
          lines: [
            {
              procedure: { code: '90837', modifiers: ['95'] },
              charge: 12_050,
              lineNumber: 'L2',
              statuses: [{ codes: [{ category: 'A7', code: '454' }], action: 'reject' }],
            },
          ],
        },
      ],
    },
  });
});

test('a 277CA is read without its provider level', () => {
  const body = statusBody.filter((_, place) => place < 14 || place > 17);
  const [inbound] = documentsOf(envelopeText([transactionText('277', '0001', '005010X214', body)], 'HN', '005010X214'));
  expect(inbound?.kind === 'claim-acknowledgement' && inbound.document.claims.map(({ standing }) => standing)).toEqual(['accepted', 'rejected']);
});

test('a transaction of another kind is named, and one that breaks off leaves its neighbour readable', () => {
  const text = envelopeText([
    transactionText('271', '0001', '005010X279A1', ['BHT*0022*11*1*20261102*0930']),
    transactionText('999', '0002', '005010X231A1', ['AK1*HC*4', 'AK2*837*0001']),
    implementation.replaceAll('0001~', '0003~').replace('ST*999*0001', 'ST*999*0003'),
  ]);
  expect(documentsOf(text).map((one) => (one.kind === 'unreadable' ? one.fault.message : one.kind))).toEqual([
    'unknown',
    'Segment 9: 999 0002 ends where IK5 should follow',
    'implementation-acknowledgement',
  ]);
});
