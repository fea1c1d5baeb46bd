/** One claim of a remittance under test. Amounts in cents; adjustments as `[group, reason, cents]`. */
export interface RemittedClaim {
  readonly number: string;
  readonly charge: number;
  readonly paid: number;
  readonly status?: string;
  readonly payerNumber?: string;
  readonly adjustments?: readonly (readonly [group: string, reason: string, amount: number])[];
}

/** A remittance under test. The payment is what claims and provider adjustments make, unless another is given. */
export interface RemittanceUnderTest {
  readonly claims: readonly RemittedClaim[];
  readonly trace?: string;
  readonly control?: number;
  readonly payment?: number;
  readonly providerAdjustments?: readonly (readonly [reason: string, amount: number])[];
}

const money = (amount: number): string => (amount / 100).toString();

function claimSegments({ number, charge, paid, status = '1', payerNumber = `P${number}`, adjustments = [] }: RemittedClaim): string[] {
  const patient = adjustments.filter(([group]) => group === 'PR').reduce((sum, [, , amount]) => sum + amount, 0);
  return [
    `CLP*${number}*${status}*${money(charge)}*${money(paid)}*${money(patient)}*12*${payerNumber}*11*1`,
    'NM1*QC*1*DOE*JANE****MI*W1',
    `SVC*HC:90834*${money(charge)}*${money(paid)}**1`,
    'DTM*472*20261123',
    ...adjustments.map(([group, reason, amount]) => `CAS*${group}*${reason}*${money(amount)}`),
  ];
}

/** An 835 as a payer would write it, by hand and not by our own X12 layer. */
export function remittanceText({ claims, trace = 'T1', control = 1, payment, providerAdjustments = [] }: RemittanceUnderTest): string {
  const taken = providerAdjustments.reduce((sum, [, amount]) => sum + amount, 0);
  const paid = payment ?? claims.reduce((sum, claim) => sum + claim.paid, 0) - taken;
  const icn = String(control).padStart(9, '0');
  const body = [
    'ST*835*0001',
    `BPR*I*${money(paid)}*C*ACH*CCP*01*999999999*DA*1*1512345678**01*999988880*DA*2*20261125`,
    `TRN*1*${trace}*1512345678`,
    'DTM*405*20261125',
    'N1*PR*EVERGREEN HEALTH PLAN',
    'N3*1 PLAZA',
    'N4*SEATTLE*WA*98101',
    'REF*2U*60054',
    'PER*BL*HELP*TE*8005550100',
    'N1*PE*HARBOR BEHAVIORAL HEALTH*XX*1200000010',
    'REF*TJ*912345678',
    'LX*1',
    ...claims.flatMap(claimSegments),
    ...providerAdjustments.map(([reason, amount]) => `PLB*1200000010*20261231*${reason}:REF1*${money(amount)}`),
  ];
  return [
    `ISA*00*          *00*          *ZZ*PAYER          *ZZ*HARBOR         *261125*1200*^*00501*${icn}*0*T*:`,
    `GS*HP*PAYER*HARBOR*20261125*1200*${control}*X*005010X221A1`,
    ...body,
    `SE*${body.length + 1}*0001`,
    `GE*1*${control}`,
    `IEA*1*${icn}`,
    '',
  ]
    .join('~\n')
    .trimEnd();
}
