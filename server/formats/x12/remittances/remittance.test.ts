import { expect, test } from 'vitest';
import { imbalances, patientResponsibility, readInboundFile, type Remittance } from '../index.ts';
import { remittanceText } from '../testing/example-remittance.ts';
import { plain } from '../testing/plain.ts';

const documentOf = (text: string) => readInboundFile(text)[0]?.documents[0];
function remittanceOf(text: string): Remittance {
  const inbound = documentOf(text);
  if (inbound?.kind !== 'remittance') throw new Error(JSON.stringify(inbound));
  return inbound.document;
}

const paid = [
  'LX*1',
  'TS3*1234567893*11*20261231*1*180',
  'CLP*HBH0000001*1*180*80*20*CI*ICN1*10*1',
  'NM1*QC*1*DOE*JANE*A***MI*W123456789',
  'NM1*74*1*DOE*JANET****C*W123456780',
  'NM1*TT*2*PINE STATE MEDICAID*****PI*SKME0',
  'MOA***MA01*N381',
  'REF*EA*MRN0001',
  'DTM*232*20261020',
  'DTM*050*20261101',
  'SVC*HC:90837:95*180*80**1*HC:90834',
  'DTM*472*20261020',
  'CAS*CO*45*80',
  'CAS*PR*3*20**253*0*1',
  'REF*6R*L0000001',
  'AMT*B6*100',
  'LQ*HE*N381',
  'ZZZ*1',
];

test('an 835 is read with its money, its claims, their lines and reasons', () => {
  const remittance = remittanceOf(remittanceText('80', paid, ['PLB*1234567893*20261231*WO:ICN0*-.2*L6:X*.2']));
  expect(plain(remittance)).toEqual({
    controlNumber: '0001',
    payment: { amount: 8000, direction: 'C', method: 'ACH', paidOn: '2026-11-05', trace: 'EFT0001', originator: '1841234567' },
    producedOn: '2026-11-04',
    payer: { name: 'ACME HEALTH', id: '60054' },
    payee: { name: 'HARBOR BEHAVIORAL HEALTH', id: '1234567893' },
    claims: [
      {
        at: 17,
        claimNumber: 'HBH0000001',
        status: '1',
        charge: 18_000,
        paid: 8000,
        patientResponsibility: 2000,
        filingIndicator: 'CI',
        payerClaimNumber: 'ICN1',
        facilityCode: '10',
        frequency: '1',
        statementFrom: '2026-10-20',
        receivedOn: '2026-11-01',
        adjustments: [],
        patient: { name: { family: 'DOE', given: 'JANE', middle: 'A' }, id: 'W123456789' },
        correctedInsured: { name: { family: 'DOE', given: 'JANET' }, id: 'W123456780' },
        forwardedTo: { name: 'PINE STATE MEDICAID', id: 'SKME0' },
        remarks: ['MA01', 'N381'],
        references: [{ qualifier: 'EA', value: 'MRN0001' }],
        amounts: [],
        lines: [
          {
            at: 25,
            procedure: { qualifier: 'HC', code: '90837', modifiers: ['95'] },
            submittedProcedure: { qualifier: 'HC', code: '90834', modifiers: [] },
            charge: 18_000,
            paid: 8000,
            units: 1,
            servedOn: '2026-10-20',
            adjustments: [
              { group: 'CO', reason: '45', amount: 8000 },
              { group: 'PR', reason: '3', amount: 2000 },
              { group: 'PR', reason: '253', amount: 0, quantity: 1 },
            ],
            lineNumber: 'L0000001',
            references: [{ qualifier: '6R', value: 'L0000001' }],
            amounts: [{ qualifier: 'B6', amount: 10_000 }],
            remarks: ['N381'],
          },
        ],
      },
    ],
    providerAdjustments: [
      { at: 33, providerId: '1234567893', fiscalPeriodEnd: '2026-12-31', reason: 'WO', reference: 'ICN0', amount: -20 },
      { at: 33, providerId: '1234567893', fiscalPeriodEnd: '2026-12-31', reason: 'L6', reference: 'X', amount: 20 },
    ],
    unread: [{ at: 32, text: 'ZZZ*1' }],
  });
  expect(imbalances(remittance)).toEqual([]);
  expect(remittance.claims.map(patientResponsibility)).toEqual([2000]);
});

test('a revenue line without a procedure is read as it stands', () => {
  const { claims } = remittanceOf(remittanceText('500', ['LX*1', 'CLP*HBH1*1*500*500', 'SVC*NU:0906*500*500*0906*2', 'SVC*HC:*0*0'], []));
  expect(claims[0]?.lines.map(({ procedure, revenueCode, units }) => [procedure.qualifier, procedure.code, revenueCode, units])).toEqual([
    ['NU', '0906', '0906', 2],
    ['HC', '', undefined, 1],
  ]);
});

test('a reversal and its correction, and money held back, balance', () => {
  const text = remittanceText(
    '30',
    [
      'LX*1',
      'CLP*HBH1*22*-180*-80*-20*CI*ICN1',
      'SVC*HC:90837*-180*-80',
      'CAS*CO*45*-80',
      'CAS*PR*3*-20',
      'CLP*HBH1*1*180*100*20*CI*ICN2',
      'SVC*HC:90837*180*100',
      'CAS*CO*45*60',
      'CAS*PR*3*20',
      'CLP*HBH2*4*90*0*0*CI*ICN3',
      'CAS*CO*197*90',
    ],
    ['PLB*1234567893*20261231*FB:NEXT*-10'],
  );
  expect(imbalances(remittanceOf(text))).toEqual([]);
});

test.each([
  ['a line', 'SVC*HC:90837:95*180*80', 'SVC*HC:90837:95*180*80.01', ['line claims.0.lines.0 8000 8001']],
  ['a claim', 'CLP*HBH0000001*1*180*80*', 'CLP*HBH0000001*1*180*79.99*', ['payment payment 7999 8000', 'claim claims.0 8000 7999']],
  ['the charges of the lines', 'CLP*HBH0000001*1*180*80*', 'CLP*HBH0000001*1*190*80*', ['claim claims.0 9000 8000', 'lines-total claims.0 18000 19000']],
  ['the payment', 'BPR*I*80*', 'BPR*I*81*', ['payment payment 8000 8100']],
])('%s that does not balance is named with both amounts', (_, from, to, found) => {
  const text = remittanceText('80', paid, []).replace(from, to);
  expect(imbalances(remittanceOf(text)).map(({ equation, at, computed, stated }) => `${equation} ${at} ${computed} ${stated}`)).toEqual(found);
});

test('what does not balance is said in dollars', () => {
  const [first] = imbalances(remittanceOf(remittanceText('81', paid, [])));
  expect(first?.says).toBe('Claims less provider adjustments make $80.00; the payer says $81.00.');
});

test.each([
  ['CAS*CO*45*80', 'CAS*CR*45*80', 'CAS01 "CR" is none of CO PR OA PI'],
  ['CAS*CO*45*80', 'CAS*CO*45*8O', 'CAS03 is no amount in cents: "8O"'],
  ['DTM*472*20261020', 'DTM*472*20261320', 'DTM02 is no date'],
])('%s read as %s makes the remittance unreadable, with the reason', (from, to, says) => {
  const inbound = documentOf(remittanceText('80', paid, []).replace(from, to));
  expect(inbound?.kind === 'unreadable' && inbound.fault.says).toContain(says);
});
