/** What a 277CA says of one claim: `status` as STC01, such as `A7:562:85` for a return or `A2:20` for acceptance. */
export interface AcknowledgedUnderTest {
  readonly number: string;
  readonly status: string;
  readonly payerNumber?: string;
}

/** A 277CA of a payer, written by hand and not by our own X12 layer. */
export function claimAcknowledgementText(claims: readonly AcknowledgedUnderTest[], control = 1): string {
  const icn = String(control).padStart(9, '0');
  const action = (status: string) => (/^A[0-2]/.test(status) ? 'WQ' : 'U');
  const body = [
    'ST*277*0001*005010X214',
    `BHT*0085*08*ACK${control}*20261125*0930*TH`,
    'HL*1**20*1',
    'NM1*PR*2*EVERGREEN HEALTH PLAN*****PI*60054',
    'TRN*1*T1',
    'DTP*050*D8*20261125',
    'DTP*009*D8*20261125',
    'HL*2*1*21*1',
    'NM1*41*2*HARBOR*****46*HARBOR',
    'TRN*2*B00000001',
    'STC*A1:19:PR*20261125*WQ*150',
    ...claims.flatMap(({ number, status, payerNumber }, place) => [
      `HL*${place + 3}*2*PT`,
      'NM1*QC*1*DOE*JANE****MI*W1',
      `TRN*2*${number}`,
      `STC*${status}*20261125*${action(status)}*150`,
      ...(payerNumber ? [`REF*1K*${payerNumber}`] : []),
      'DTP*472*D8*20261123',
    ]),
  ];
  return [
    `ISA*00*          *00*          *ZZ*PAYER          *ZZ*HARBOR         *261125*1200*^*00501*${icn}*0*T*:`,
    `GS*HN*PAYER*HARBOR*20261125*1200*${control}*X*005010X214`,
    ...body,
    `SE*${body.length + 1}*0001`,
    `GE*1*${control}`,
    `IEA*1*${icn}`,
    '',
  ]
    .join('~\n')
    .trimEnd();
}
