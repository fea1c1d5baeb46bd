/** A claim of ours as a payer has it before it. Amounts in cents. */
export interface ClaimToPay {
  readonly number: string;
  readonly amount: number;
  readonly lines: readonly { readonly number: string; readonly code: string; readonly units: number; readonly amountCents: number }[];
}

const dollars = (amount: number) => (amount / 100).toString();
/** Three quarters are allowed, of which the patient owes a tenth. */
const allowed = (amount: number) => Math.round(amount * 0.75);
const owedOf = (amount: number) => Math.round(amount * 0.075);
const paidOf = (amount: number) => allowed(amount) - owedOf(amount);
const sum = (claim: ClaimToPay, of: (amount: number) => number) => claim.lines.reduce((total, { amountCents }) => total + of(amountCents), 0);

function claimSegments(claim: ClaimToPay): string[] {
  return [
    `CLP*${claim.number}*1*${dollars(claim.amount)}*${dollars(sum(claim, paidOf))}*${dollars(sum(claim, owedOf))}*12*ICN${claim.number}*11*1`,
    'NM1*QC*1*DOE*JANE****MI*W1',
    ...claim.lines.flatMap(({ number, code, units, amountCents }) => [
      `SVC*HC:${code}*${dollars(amountCents)}*${dollars(paidOf(amountCents))}**${units}`,
      'DTM*472*20261101',
      `CAS*CO*45*${dollars(amountCents - allowed(amountCents))}`,
      `CAS*PR*2*${dollars(owedOf(amountCents))}`,
      `REF*6R*${number}`,
    ]),
  ];
}

/** One 835 that pays these claims, written by hand and not by the product's X12 layer. */
export function remittanceFile(claims: readonly ClaimToPay[], trace: string, control: number): string {
  const total = claims.reduce((paid, claim) => paid + sum(claim, paidOf), 0);
  const icn = String(control).padStart(9, '0');
  const body = [
    'ST*835*0001',
    `BPR*I*${dollars(total)}*C*ACH*CCP*01*999999999*DA*1*1512345678**01*999988880*DA*2*20261120`,
    `TRN*1*${trace}*1512345678`,
    'DTM*405*20261120',
    'N1*PR*EVERGREEN HEALTH PLAN',
    'N3*1 PLAZA',
    'N4*SEATTLE*WA*98101',
    'REF*2U*60054',
    'PER*BL*HELP*TE*8005550100',
    'N1*PE*HARBOR BEHAVIORAL HEALTH*XX*1200000010',
    'REF*TJ*912345678',
    'LX*1',
    ...claims.flatMap(claimSegments),
  ];
  return [
    `ISA*00*          *00*          *ZZ*${trace.slice(-15).padEnd(15)}*ZZ*HARBOR         *261120*1200*^*00501*${icn}*0*T*:`,
    `GS*HP*PAYER*HARBOR*20261120*1200*${control}*X*005010X221A1`,
    ...body,
    `SE*${body.length + 1}*0001`,
    `GE*1*${control}`,
    `IEA*1*${icn}`,
    '',
  ].join('~\n');
}
