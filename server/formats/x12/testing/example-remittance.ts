import { envelopeText, transactionText } from './example-envelope.ts';

/** An 835 of one payment in dollars, with these claim segments and PLBs. */
export function remittanceText(payment: string, claims: readonly string[], plbs: readonly string[]): string {
  const body = [
    `BPR*I*${payment}*C*ACH*CCP*01*111000025*DA*123456*1841234567**01*211000025*DA*654321*20261105`,
    'TRN*1*EFT0001*1841234567',
    'REF*EV*HARBOR',
    'DTM*405*20261104',
    'N1*PR*ACME HEALTH',
    'N3*1 PAYER WAY',
    'N4*LEXINGTON*KY*40512',
    'REF*2U*60054',
    'PER*BL*HELP DESK*TE*8005550100',
    'N1*PE*HARBOR BEHAVIORAL HEALTH*XX*1234567893',
    'REF*TJ*741234567',
    ...claims,
    ...plbs,
  ];
  return envelopeText([transactionText('835', '0001', '', body)], 'HP', '005010X221A1');
}
