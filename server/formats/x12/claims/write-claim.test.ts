import { expect, test } from 'vitest';
import { cents } from '#server/platform/index.ts';
import { readProfessionalFile, writeProfessionalFile, type ProfessionalClaim } from '../index.ts';
import { claimFile, coordinated, dependent, individualSession } from '../testing/example-claims.ts';

const segmentsOf = (...claims: readonly ProfessionalClaim[]) =>
  writeProfessionalFile(claimFile(...claims))
    .split('\n')
    .filter(Boolean);

test('a session becomes the segments of the guide, in its order', () => {
  expect(segmentsOf(individualSession)).toEqual([
    'ISA*00*          *00*          *ZZ*HARBOR         *ZZ*SANDBOX        *261101*1200*^*00501*000000001*0*T*:~',
    'GS*HC*HARBOR*SANDBOX*20261101*1200*1*X*005010X222A1~',
    'ST*837*0001*005010X222A1~',
    'BHT*0019*00*B0001*20261101*1200*CH~',
    'NM1*41*2*HARBOR BEHAVIORAL HEALTH*****46*741234567~',
    'PER*IC*BILLING OFFICE*TE*2075550142~',
    'NM1*40*2*SANDBOX*****46*SANDBOX~',
    'HL*1**20*1~',
    'PRV*BI*PXC*261QM0801X~',
    'NM1*85*2*HARBOR BEHAVIORAL HEALTH*****XX*1234567893~',
    'N3*12 HARBOR STREET~',
    'N4*PORTLAND*ME*041014022~',
    'REF*EI*741234567~',
    'HL*2*1*22*0~',
    'SBR*P*18*******CI~',
    'NM1*IL*1*DOE*JANE*A***MI*W123456789~',
    'N3*4 ELM STREET~',
    'N4*PORTLAND*ME*04102~',
    'DMG*D8*19900214*F~',
    'NM1*PR*2*ACME HEALTH*****PI*60054~',
    'CLM*HBH0000001*180***10:B:1*Y*A*Y*Y~',
    'REF*G1*AUTH12345~',
    'REF*EA*MRN0001~',
    'HI*ABK:F331*ABF:F411~',
    'NM1*82*1*RIVERA*ANA****XX*1679576722~',
    'PRV*PE*PXC*101YM0800X~',
    'NM1*DQ*1*CHEN*WEI****XX*1245319599~',
    'LX*1~',
    'SV1*HC:90837:95:HO*180*UN*1***1:2~',
    'DTP*472*D8*20261020~',
    'REF*6R*L0000001~',
    'SE*30*0001~',
    'GE*1*1~',
    'IEA*1*000000001~',
  ]);
});

test('a dependent stands below a subscriber whose SBR02 is empty', () => {
  const segments = segmentsOf(dependent);
  expect(segments.filter((one) => /^(HL|SBR|PAT|NM1\*(IL|QC))/.test(one))).toEqual([
    'HL*1**20*1~',
    'HL*2*1*22*1~',
    'SBR*P********CI~',
    'NM1*IL*1*DOE*JOHN****MI*W987654321~',
    'HL*3*2*23*0~',
    'PAT*19~',
    'NM1*QC*1*DOE*ROBIN~',
  ]);
});

test('two claims of one subscriber share the HL', () => {
  const second = { ...individualSession, claimNumber: 'HBH0000002' };
  expect(segmentsOf(individualSession, second).filter((one) => one.startsWith('HL'))).toEqual(['HL*1**20*1~', 'HL*2*1*22*0~']);
});

test('what an earlier payer did follows the claim and its lines', () => {
  const segments = segmentsOf(coordinated);
  const from = segments.indexOf('SBR*P*01*******CI~');
  expect(segments.slice(from, from + 15)).toEqual([
    'SBR*P*01*******CI~',
    'AMT*D*80~',
    'OI***Y***Y~',
    'NM1*IL*1*DOE*JOHN****MI*X99887766~',
    'NM1*PR*2*ACME HEALTH*****PI*60054~',
    'REF*F8*ICN55501~',
    'LX*1~',
    'SV1*HC:90834*180*UN*1***1~',
    'DTP*472*D8*20261020~',
    'REF*6R*L1~',
    'SVD*60054*80*HC:90834**1~',
    'CAS*CO*45*80~',
    'CAS*PR*3*20~',
    'DTP*573*D8*20261028~',
    'AMT*EAF*20~',
  ]);
});

test('a name too long for its element is cut, an accent and a separator never leave', () => {
  const subscriber = { ...individualSession.subject.subscriber, name: { family: 'Núñez*de~la:Torre^'.repeat(5), given: 'Zoë' } };
  const [nm1] = segmentsOf({ ...individualSession, subject: { ...individualSession.subject, subscriber } }).filter((one) => one.startsWith('NM1*IL'));
  expect(nm1).toMatch(/^NM1\*IL\*1\*NUNEZ DE LA TORRE NUNEZ [A-Z ]{1,50}\*ZOE\*/);
});

test('a claim with faults is refused with all of them, and nothing is written', () => {
  const wrong = { ...individualSession, charge: cents(1), diagnoses: [], frequency: '7' as const };
  expect(() => writeProfessionalFile(claimFile(wrong))).toThrow(
    expect.objectContaining({
      name: 'Refused',
      obstacles: expect.arrayContaining(
        ['x12.charge-total', 'x12.diagnosis-count', 'x12.payer-claim-number', 'x12.pointer'].map((code) => expect.objectContaining({ code })),
      ),
    }),
  );
});

test('a segment that we never write stops the reading and names its place', () => {
  const text = writeProfessionalFile(claimFile(individualSession)).replace('SE*30*', 'SE*31*').replace('LX*1~', 'LX*1~\nHCP*00*1~');
  expect(() => readProfessionalFile(text)).toThrow('Segment 29: expected SV1 in ST 0001, found HCP*00');
});
