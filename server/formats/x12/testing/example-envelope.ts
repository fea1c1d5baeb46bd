/** ST to SE with true counts. Without a version there is no ST03, as in an 835. */
export function transactionText(code: string, controlNumber: string, version: string, body: readonly string[]): string {
  const header = version === '' ? `ST*${code}*${controlNumber}` : `ST*${code}*${controlNumber}*${version}`;
  return [header, ...body, `SE*${body.length + 2}*${controlNumber}`].map((segment) => `${segment}~\n`).join('');
}

/** ISA to IEA around such transactions, as a payer would send them. */
export function envelopeText(transactions: readonly string[], group = 'FA', version = '005010X231A1', beforeGroups = ''): string {
  const isa = 'ISA*00*          *00*          *ZZ*PAYER          *ZZ*HARBOR         *261102*0930*^*00501*000000042*0*T*:~\n';
  return `${isa}${beforeGroups}GS*${group}*PAYER*HARBOR*20261102*0930*7*X*${version}~\n${transactions.join('')}GE*${transactions.length}*7~\nIEA*1*000000042~\n`;
}
