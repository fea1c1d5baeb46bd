import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { validate837, validateFiles } from './validate-837.ts';
import { findingKinds } from './validation/finding-kinds.ts';

function fixture(name: string): string {
  return readFileSync(new URL(`./fixtures/${name}.x12`, import.meta.url), 'latin1');
}

/** Rewrites SE01 after a mutation that added or removed segments, so that a mutant is wrong in one way only. */
function recounted(text: string): string {
  const lines = text.trim().split('\n');
  const length = lines.findIndex((line) => line.startsWith('SE*')) - lines.findIndex((line) => line.startsWith('ST*')) + 1;
  return `${lines.join('\n').replace(/SE\*\d+\*/, `SE*${length}*`)}\n`;
}

const good = ['subscriber-is-patient', 'dependent-telehealth', 'secondary'] as const;

test.each(good)('a claim file by the guide has no finding: %s', (name) => {
  expect(validate837(fixture(name)).allFindings).toEqual([]);
});

test('separators are read from the ISA, and line ends are only layout', () => {
  const other = fixture('subscriber-is-patient').replaceAll('\n', '').replaceAll('*', '|').replaceAll(':', '>').replaceAll('^', '!').replaceAll('~', "'\r\n");
  expect(validate837(other).allFindings).toEqual([]);
});

type Mutant = readonly [expected: string, fixture: (typeof good)[number], from: string | RegExp, to: string];

const envelopeMutants: readonly Mutant[] = [
  ['interchange.version', 'secondary', '*00501*', '*00401*'],
  ['interchange.control-mismatch', 'secondary', 'IEA*1*000000103', 'IEA*1*000000104'],
  ['interchange.group-count', 'secondary', 'IEA*1*', 'IEA*2*'],
  ['interchange.usage', 'secondary', '*0*T*:', '*0*X*:'],
  ['interchange.acknowledgement', 'secondary', '*0*T*:', '*2*T*:'],
  ['interchange.date', 'secondary', '*261101*1200*^', '*261301*1200*^'],
  ['interchange.time', 'secondary', '*261101*1200*^', '*261101*2500*^'],
  ['interchange.control-number', 'secondary', '*000000103*0', '*000000000*0'],
  ['interchange.qualifier', 'secondary', '*ZZ*HARBOR ', '*XX*HARBOR '],
  ['interchange.security', 'secondary', 'ISA*00*', 'ISA*07*'],
  ['interchange.separators', 'secondary', '*^*00501', '*:*00501'],
  ['interchange.trailer-missing', 'secondary', /IEA.*\n/, ''],
  ['interchange.stray', 'secondary', 'GS*HC', 'REF*EA*1~\nGS*HC'],
  ['interchange.party', 'secondary', '*ZZ*HARBOR         ', '*ZZ*               '],
  ['interchange.empty', 'secondary', /GS\*[^]*GE.*\n/, ''],
  ['set.duplicate', 'secondary', /(ST\*[^]*)(GE\*1)/, '$1$1GE*2'],
  ['group.duplicate', 'secondary', /(GS\*[^]*)(IEA\*1)/, '$1$1IEA*2'],
  ['interchange.cut-off', 'secondary', /CLM[^]*/, 'CLM*HBH'],
  ['interchange.not-x12', 'secondary', /^[^]*$/, '<html>502</html>'],
  ['interchange.not-x12', 'secondary', /^[^]*$/, ''],
  ['group.functional-code', 'secondary', 'GS*HC', 'GS*HP'],
  ['group.version', 'secondary', 'X*005010X222A1', 'X*005010X222'],
  ['group.header', 'secondary', '*20261101*1200*103*X', '*20261131*1200*103*X'],
  ['group.control-mismatch', 'secondary', 'GE*1*103', 'GE*1*104'],
  ['group.set-count', 'secondary', 'GE*1*', 'GE*2*'],
  ['group.trailer-missing', 'secondary', /GE\*.*\n/, ''],
  ['set.segment-count', 'secondary', 'SE*39', 'SE*38'],
  ['set.control-mismatch', 'secondary', 'SE*39*0001', 'SE*39*0002'],
  ['set.control-number', 'secondary', /\*0001([*~])/g, '*01$1'],
  ['set.trailer-missing', 'secondary', /SE\*39.*\n/, ''],
];

const structureMutants: readonly Mutant[] = [
  ['segment.unknown', 'secondary', 'OI***', 'QQQ*1~\nOI***'],
  ['segment.unexpected', 'secondary', 'HL*1**20*1~', 'LX*1~\nHL*1**20*1~'],
  ['segment.not-used', 'subscriber-is-patient', 'REF*EA*MRN0001', 'REF*ZZ*MRN0001'],
  ['segment.missing', 'secondary', /N4\*SEATTLE\*WA\*981010001~\n/, ''],
  ['segment.missing', 'secondary', /DTP\*472.*\n/, ''],
  ['segment.missing', 'secondary', /HI\*ABK.*\n/, ''],
  ['segment.missing', 'secondary', /OI\*.*\n/, ''],
  ['segment.missing', 'secondary', 'REF*EI*741234567~', 'REF*1G*741234567~'],
  ['segment.too-many', 'subscriber-is-patient', 'REF*EA*MRN0001~', 'REF*EA*MRN0001~\nREF*EA*MRN0002~'],
  ['segment.out-of-sequence', 'subscriber-is-patient', /(N3\*410.*\n)(N4\*.*\n)/, '$2$1'],
  ['segment.out-of-sequence', 'subscriber-is-patient', /(NM1\*82.*\nPRV\*PE.*\n)(NM1\*DQ.*\n)/, '$2$1'],
  ['segment.trailing-separator', 'secondary', 'CLM*HBH0000004*180***11:B:1*Y*A*Y*Y~', 'CLM*HBH0000004*180***11:B:1*Y*A*Y*Y*~'],
  ['loop.missing', 'secondary', /NM1\*40.*\n/, ''],
  ['loop.missing', 'secondary', /NM1\*PR\*2\*STATE.*\n/, ''],
  ['segment.empty', 'secondary', 'HI*ABK', 'K3~\nHI*ABK'],
  ['loop.too-many', 'subscriber-is-patient', /(NM1\*DQ.*\n)/, '$1$1'],
  ['hierarchy.number', 'dependent-telehealth', 'HL*4*1*22', 'HL*5*1*22'],
  ['hierarchy.parent', 'dependent-telehealth', 'HL*3*2*23', 'HL*3*1*23'],
  ['hierarchy.children', 'dependent-telehealth', 'HL*2*1*22*1', 'HL*2*1*22*0'],
  ['line.number', 'subscriber-is-patient', 'LX*2', 'LX*3'],
];

const elementMutants: readonly Mutant[] = [
  ['element.missing', 'secondary', '180***11:B:1*Y*A', '180***11:B:1**A'],
  ['element.missing', 'secondary', 'SV1*HC:90834*', 'SV1*HC*'],
  ['element.dependent-missing', 'secondary', 'NM1*82*1*RIVERA*ANA****XX*1679576722', 'NM1*82*1*RIVERA*ANA****XX'],
  ['element.too-many', 'secondary', 'N3*410 PIER STREET', 'N3*410 PIER STREET*A*B'],
  ['element.too-many', 'secondary', '11:B:1*Y', '11:B:1:9*Y'],
  ['element.too-short', 'secondary', 'N4*SEATTLE*WA*981010001', 'N4*S*WA*981010001'],
  ['element.too-long', 'secondary', 'CLM*HBH0000004', 'CLM*HBH000000400000000000000'],
  ['element.characters', 'secondary', 'DOE*JANE', 'DOE*JAÑE'],
  ['element.characters', 'secondary', 'NM1*IL*1*DOE*JANE', 'NM1*IL*1* DOE*JANE'],
  ['element.characters', 'secondary', 'SVD*60054*80', 'SVD*60054*8O'],
  ['element.lower-case', 'secondary', 'N3*410 PIER STREET', 'N3*410 Pier STREET'],
  ['element.code', 'secondary', 'DMG*D8*19900214*F', 'DMG*D8*19900214*X'],
  ['element.code', 'secondary', 'BHT*0019*00', 'BHT*0019*01'],
  ['element.date', 'secondary', 'DTP*472*D8*20261020', 'DTP*472*D8*20261032'],
  ['element.date', 'dependent-telehealth', '20261012-20261018', '20261018-20261012'],
  ['element.date', 'secondary', 'DMG*D8*19900214', 'DMG*D8*19900230'],
  ['element.time', 'secondary', 'B0003*20261101*1200', 'B0003*20261101*1260'],
  ['element.not-used', 'secondary', 'CLM*HBH0000004*180***', 'CLM*HBH0000004*180*MC**'],
  ['element.exclusive', 'secondary', '981010001', '981010001*CA***ON'],
  ['element.trailing-separator', 'secondary', 'SV1*HC:90834*', 'SV1*HC:90834:*'],
];

const claimMutants: readonly Mutant[] = [
  ['npi.check-digit', 'secondary', '1234567893', '1234567890'],
  ['npi.missing', 'secondary', '*****XX*1234567893', ''],
  ['taxonomy.format', 'secondary', '101YM0800X', '101YM0800Y'],
  ['tax-id.format', 'secondary', 'REF*EI*741234567', 'REF*EI*74-123456'],
  ['address.zip9', 'secondary', '981010001', '98101'],
  ['address.zip', 'secondary', 'SEATTLE*WA*98101~\nDMG', 'SEATTLE*WA*9810~\nDMG'],
  ['address.state', 'secondary', 'SEATTLE*WA*98101~\nDMG', 'SEATTLE*XX*98101~\nDMG'],
  ['address.post-office-box', 'secondary', '410 PIER STREET', 'P.O. BOX 410'],
  ['person.given-name', 'subscriber-is-patient', 'NM1*DQ*1*CHEN*WEI', 'NM1*DQ*1*CHEN*'],
  ['subscriber.group', 'dependent-telehealth', 'SBR*P**GRP100*', 'SBR*P**GRP100*SCHOOLS'],
  ['filing-indicator', 'secondary', 'SBR*P*01*******CI', 'SBR*P*01'],
  ['subscriber.relationship', 'secondary', 'SBR*P*01*******CI', 'SBR*P*01***12****CI'],
  ['claim.contact-twice', 'secondary', 'REF*EI*741234567~', 'REF*EI*741234567~\nPER*IC*DESK*TE*2065550142~'],
  ['claim.address-twice', 'dependent-telehealth', 'N3*9 DOCK STREET~\nN4*SEATTLE*WA*981090002', 'N3*410 PIER STREET~\nN4*SEATTLE*WA*981010001'],
  ['claim.address-twice', 'dependent-telehealth', 'N3*PO BOX 900~\nN4*SEATTLE*WA*981110900', 'N3*410 PIER STREET~\nN4*SEATTLE*WA*981010001'],
  ['claim.provider-twice', 'subscriber-is-patient', '1245319599', '1679576722'],
  ['claim.admission-date', 'secondary', '11:B:1', '61:B:1'],
  ['diagnosis.principal', 'secondary', 'ABK:F331', 'ABK:X838XXA'],
  ['line.description', 'secondary', 'SV1*HC:90834', 'SV1*HC:90899'],
  ['line.place-twice', 'secondary', '180*UN*1***1', '180*UN*1*11**1'],
  ['line.modifier', 'dependent-telehealth', '90834:95', '90834:95:93'],
  ['other-payer.liability', 'secondary', 'AMT*D*80~', 'AMT*D*80~\nAMT*EAF*20~'],
  ['other-payer.adjustment', 'secondary', 'CAS*PR*3*20', 'CAS*PR*3*20**1*0'],
  ['other-payer.adjustment', 'secondary', 'CAS*CO*45*80', 'CAS*CO*45*50**45*30'],
  ['other-payer.date', 'secondary', '573*D8*20261028', '573*D8*20261102'],
  ['other-payer.date', 'secondary', '573*D8*20261028', '573*D8*20261019'],
  ['other-payer.order', 'secondary', 'SBR*S*18', 'SBR*T*18'],
  ['other-payer.order', 'secondary', /SBR\*S\*18(.*[^]*)SBR\*P\*01/, 'SBR*P*18$1SBR*S*01'],
  ['person.name', 'secondary', 'HARBOR BEHAVIORAL HEALTH*****XX', 'HARBOR BEHAVIORAL HEALTH*PAT****XX'],
  ['claim.patient-paid', 'secondary', 'HI*ABK', 'AMT*F5*180.01~\nHI*ABK'],
  ['address.country', 'secondary', '981010001', '981010001*1A'],
  ['person.social-security', 'secondary', 'NM1*PR*2*STATE', 'REF*SY*12345678~\nNM1*PR*2*STATE'],
  ['other-payer.remark', 'secondary', 'OI***Y***Y~', 'OI***Y***Y~\nMOA***X9~'],
  ['date.order', 'secondary', 'HI*ABK', 'DTP*435*D8*20261020~\nDTP*096*D8*20261019~\nHI*ABK'],
  ['line.drug', 'secondary', 'SV1*HC:90834', 'SV1*HC:J2315'],
  ['person.birth-date', 'secondary', '19900214', '20270214'],
  ['person.member-number', 'secondary', 'NM1*IL*1*DOE*JANE****MI*MCD998877', 'NM1*IL*1*DOE*JANE'],
  ['subscriber.relationship', 'secondary', 'SBR*S*18*', 'SBR*S**'],
  ['subscriber.relationship', 'dependent-telehealth', 'SBR*P**GRP100', 'SBR*P*18*GRP100'],
  ['subscriber.address', 'dependent-telehealth', /N3\*5 QUAY STREET~\nN4\*SEATTLE\*WA\*98109~\n/, ''],
  ['subscriber.details', 'dependent-telehealth', /DMG\*D8\*19750630.*\n/, ''],
  ['filing-indicator', 'secondary', 'SBR*S*18*******MC', 'SBR*S*18'],
  ['claim.total', 'subscriber-is-patient', 'HBH0000001*200', 'HBH0000001*200.01'],
  ['claim.duplicate', 'dependent-telehealth', 'HBH0000003', 'HBH0000002'],
  ['claim.none', 'dependent-telehealth', /CLM\*HBH0000003[^]*?(?=SE\*)/, ''],
  ['claim.frequency', 'dependent-telehealth', '57:B:7', '57:B:1'],
  ['claim.original-number', 'dependent-telehealth', /REF\*F8.*\n/, ''],
  ['claim.place-of-service', 'secondary', '11:B:1', '98:B:1'],
  ['claim.accident', 'secondary', '11:B:1*Y*A*Y*Y', '11:B:1*Y*A*Y*Y**AA:::WA'],
  ['claim.admission-date', 'secondary', '11:B:1', '51:B:1'],
  ['claim.attachment', 'secondary', 'HI*ABK', 'PWK*OZ*EL~\nHI*ABK'],
  ['claim.clia', 'secondary', /90834/g, '80305'],
  ['claim.provider-twice', 'secondary', '1679576722', '1234567893'],
  ['diagnosis.code', 'secondary', 'ABK:F331', 'ABK:F33.1'],
  ['diagnosis.code', 'secondary', 'ABK:F331', 'ABK:F33'],
  ['diagnosis.twice', 'subscriber-is-patient', 'ABF:F411', 'ABF:F331'],
  ['diagnosis.gap', 'subscriber-is-patient', 'ABK:F331*ABF:F411', 'ABK:F331**ABF:F411'],
  ['line.pointer', 'secondary', 'UN*1***1~', 'UN*1***2~'],
  ['line.procedure', 'secondary', 'SV1*HC:90834', 'SV1*HC:9083'],
  ['line.modifier', 'dependent-telehealth', '90834:95', '90834:95:95'],
  ['line.modifier', 'dependent-telehealth', '90834:95', '90834:9'],
  ['line.units', 'secondary', 'UN*1***1~', 'UN*0***1~'],
  ['line.service-date', 'secondary', '472*D8*20261020', '472*D8*20261102'],
  ['line.service-date', 'secondary', '472*D8*20261020', '472*D8*19891231'],
  ['line.control-number', 'subscriber-is-patient', 'L0000002', 'L0000001'],
  ['money.format', 'dependent-telehealth', /150\.5/g, '150.500'],
  ['money.format', 'secondary', 'AMT*EAF*20', 'AMT*EAF*20.001'],
  ['other-payer.balance', 'secondary', 'AMT*D*80', 'AMT*D*81'],
  ['other-payer.balance', 'secondary', 'CAS*PR*3*20', 'CAS*PR*3*25'],
  ['other-payer.reason', 'secondary', 'CAS*CO*45', 'CAS*CO*999'],
  ['other-payer.unknown', 'secondary', 'SVD*60054', 'SVD*60055'],
  ['other-payer.date', 'secondary', 'REF*F8*ICN55501', 'DTP*573*D8*20261028~\nREF*F8*ICN55501'],
  ['other-payer.order', 'secondary', 'SBR*P*01', 'SBR*S*01'],
];

describe.each([
  ['envelope', envelopeMutants, false],
  ['structure', structureMutants, true],
  ['element', elementMutants, true],
  ['claim', claimMutants, true],
] as const)('one change in the %s is found', (_kind, mutants, mayRecount) => {
  test.each(mutants)('%s in %s: %s', (expected, name, from, to) => {
    const text = fixture(name);
    const mutant = text.replace(from, to);
    expect(mutant).not.toBe(text);
    const codes = validate837(mayRecount ? recounted(mutant) : mutant).allFindings.map(({ code }) => code);
    expect(codes).toContain(expected);
  });
});

test('every kind of finding has a mutant that is found', () => {
  const tried = new Set([...envelopeMutants, ...structureMutants, ...elementMutants, ...claimMutants].map(([code]) => code));
  const elsewhere = ['interchange.duplicate'];
  expect(Object.keys(findingKinds).filter((code) => !tried.has(code) && !elsewhere.includes(code))).toEqual([]);
});

test('an interchange or a claim that was received before is found', () => {
  const received = { interchanges: new Set(['ZZ:HARBOR|000000103']), claims: new Set(['ZZ:HARBOR|HBH0000004']) };
  expect(validate837(fixture('secondary'), received).allFindings.map(({ code }) => code)).toEqual(['interchange.duplicate', 'claim.duplicate']);
});

test('losing any one segment of a good file is found', () => {
  // What the guide leaves to the sender: a second street or contact, references, providers' details.
  const optional = /^(REF\*(6R|EA|G1|F8)|PRV|NM1\*(82|DQ|PER)|AMT\*EAF|LX\*2|SV1\*HC:90785|N3\*PO BOX)/;
  for (const name of good) {
    const lines = fixture(name).trim().split('\n');
    for (const [index, line] of lines.entries()) {
      if (optional.test(line)) continue;
      const without = recounted(lines.toSpliced(index, 1).join('\n'));
      expect(validate837(without).allFindings, `${name} without ${line}`).not.toEqual([]);
    }
  }
});

test('the command prints a line for each finding and tells by its exit code', async () => {
  const path = (name: string) => new URL(`./fixtures/${name}.x12`, import.meta.url).pathname;
  const lines: string[] = [];
  expect(await validateFiles(good.map(path), (line) => lines.push(line))).toBe(0);
  expect(lines).toEqual([]);
  expect(await validateFiles([path('broken')], (line) => lines.push(line))).toBe(1);
  expect(lines).toEqual(['broken.x12: segment 20 CLM02 (loop 2300, claim HBH0000009): error claim.total: The claim charges 181, its lines 180.']);
  expect(await validateFiles([path('absent')], (line) => lines.push(line))).toBe(2);
});
