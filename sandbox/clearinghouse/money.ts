/** An X12 amount in integer cents; undefined when it is not one with at most two decimals. */
export function centsOf(text: string): number | undefined {
  const match = /^(?<sign>-?)(?<whole>\d*)(?:\.(?<part>\d{0,2}))?$/.exec(text);
  if (match?.groups === undefined || !/\d/.test(text)) return undefined;
  const { sign, whole = '', part = '' } = match.groups;
  const cents = Number(whole || '0') * 100 + Number(part.padEnd(2, '0'));
  return sign === '-' ? -cents : cents;
}

/** Integer cents as an X12 amount: no trailing zeros after the point. */
export function amountOf(cents: number): string {
  const whole = Math.trunc(Math.abs(cents) / 100);
  const part = String(Math.abs(cents) % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return `${cents < 0 ? '-' : ''}${whole}${part === '' ? '' : `.${part}`}`;
}

/** The sum of amounts in cents; what is no amount counts as nothing and is found elsewhere. */
export function sumOf(texts: Iterable<string>): number {
  let total = 0;
  for (const text of texts) total += centsOf(text) ?? 0;
  return total;
}
