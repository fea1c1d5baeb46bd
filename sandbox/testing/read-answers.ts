/** Cuts an answer into segments of elements. Written apart from the clearinghouse's own X12 code, so that each checks the other. */
export function segmentsOf(text: string): readonly (readonly string[])[] {
  const element = text.charAt(3);
  const end = text.charAt(105);
  return text
    .split(end)
    .map((segment) => segment.trim().split(element))
    .filter(([id]) => id !== '');
}

function cents(amount: string | undefined): number {
  const value = Math.round(Number(amount ?? '0') * 100);
  if (!Number.isSafeInteger(value)) throw new Error(`"${amount ?? ''}" is no amount.`);
  return value;
}

function casTotal(cas: readonly string[]): number {
  return [3, 6, 9, 12, 15, 18].reduce((total, place) => total + cents(cas[place] === '' ? '0' : cas[place]), 0);
}

interface Sums {
  readonly name: string;
  readonly charged: number;
  readonly paid: number;
  adjusted: number;
  lineCharges: number;
  linePayments: number;
}

function imbalanceOf({ name, charged, paid, adjusted, lineCharges, linePayments }: Sums): string[] {
  const wrong: string[] = [];
  if (charged - adjusted !== paid) wrong.push(`claim ${name}: ${charged} - ${adjusted} is not ${paid}`);
  if (lineCharges !== charged) wrong.push(`claim ${name}: lines charge ${lineCharges}, not ${charged}`);
  if (linePayments !== paid) wrong.push(`claim ${name}: lines pay ${linePayments}, not ${paid}`);
  return wrong;
}

/** Adds up an 835 as it is read: the payment, provider adjustments, claims, and the line that is open. */
class Adding {
  readonly wrong: string[] = [];
  readonly claims: Sums[] = [];
  payment = 0;
  providerAdjustments = 0;
  private line: { readonly code: string; open: number } | undefined;

  take(segment: readonly string[]): void {
    const [id = ''] = segment;
    if (['CLP', 'SVC', 'PLB', 'SE'].includes(id)) this.closeLine();
    if (id === 'BPR') this.payment = cents(segment[2]);
    if (id === 'CLP') this.claims.push({ name: segment[1] ?? '', charged: cents(segment[3]), paid: cents(segment[4]), adjusted: 0, lineCharges: 0, linePayments: 0 });
    if (id === 'SVC') this.openLine(segment);
    if (id === 'CAS') this.adjust(casTotal(segment));
    if (id === 'PLB') for (let place = 4; place < segment.length; place += 2) this.providerAdjustments += cents(segment[place]);
  }

  private openLine([, code = '', charged, paid]: readonly string[]): void {
    const claim = this.claims.at(-1);
    if (claim === undefined) return;
    this.line = { code, open: cents(charged) - cents(paid) };
    claim.lineCharges += cents(charged);
    claim.linePayments += cents(paid);
  }

  private adjust(total: number): void {
    const claim = this.claims.at(-1);
    if (claim !== undefined) claim.adjusted += total;
    if (this.line !== undefined) this.line.open -= total;
  }

  private closeLine(): void {
    if (this.line !== undefined && this.line.open !== 0) this.wrong.push(`line ${this.line.code}: off by ${this.line.open}`);
    this.line = undefined;
  }
}

/** What does not balance in an 835: lines, claims and the payment. Cents throughout. 005010X221A1, section 1.10.2. */
export function imbalancesOf(text: string): readonly string[] {
  const adding = new Adding();
  for (const segment of segmentsOf(text)) adding.take(segment);
  const { wrong, claims, payment, providerAdjustments } = adding;
  for (const claim of claims) wrong.push(...imbalanceOf(claim));
  const paid = claims.reduce((total, claim) => total + claim.paid, 0);
  if (payment !== paid - providerAdjustments) wrong.push(`payment ${payment} is not ${paid} - ${providerAdjustments}`);
  return wrong;
}
