/** Cuts an answer into segments of elements. Written apart from the clearinghouse's own X12 code, so that each checks the other. */
export function segmentsOf(text: string): readonly (readonly string[])[] {
  const element = text.charAt(3);
  const end = text.charAt(105);
  return text.split(end).map((segment) => segment.trim().split(element)).filter(([id]) => id !== '');
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

/** What does not balance in an 835: lines, claims and the payment. Cents throughout. 005010X221A1, section 1.10.2. */
export function imbalancesOf(text: string): readonly string[] {
  const wrong: string[] = [];
  const claims: Sums[] = [];
  let line: { code: string; open: number } | undefined;
  let payment = 0;
  let plb = 0;
  const closeLine = () => {
    if (line !== undefined && line.open !== 0) wrong.push(`line ${line.code}: off by ${line.open}`);
    line = undefined;
  };
  for (const segment of segmentsOf(text)) {
    const claim = claims.at(-1);
    if (['CLP', 'SVC', 'PLB', 'SE'].includes(segment[0] ?? '')) closeLine();
    if (segment[0] === 'BPR') payment = cents(segment[2]);
    if (segment[0] === 'CLP') claims.push({ name: segment[1] ?? '', charged: cents(segment[3]), paid: cents(segment[4]), adjusted: 0, lineCharges: 0, linePayments: 0 });
    if (segment[0] === 'SVC' && claim !== undefined) {
      line = { code: segment[1] ?? '', open: cents(segment[2]) - cents(segment[3]) };
      claim.lineCharges += cents(segment[2]);
      claim.linePayments += cents(segment[3]);
    }
    if (segment[0] === 'CAS' && claim !== undefined) {
      claim.adjusted += casTotal(segment);
      if (line !== undefined) line.open -= casTotal(segment);
    }
    if (segment[0] === 'PLB') for (let place = 4; place < segment.length; place += 2) plb += cents(segment[place]);
  }
  for (const claim of claims) wrong.push(...imbalanceOf(claim));
  const paid = claims.reduce((total, claim) => total + claim.paid, 0);
  if (payment !== paid - plb) wrong.push(`payment ${payment} is not ${paid} - ${plb}`);
  return wrong;
}
