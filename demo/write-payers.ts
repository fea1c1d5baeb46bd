import type pg from 'pg';
import { copyRows } from './copy.ts';
import { payers } from './organisation.ts';
import type { Chance } from './random.ts';

const founded = Temporal.Instant.from('2025-01-06T17:00:00Z');
const firstDay = Temporal.PlainDate.from('2025-01-01');

/** What we charge, in cents, by procedure. */
const charges: Readonly<Record<string, number>> = {
  '90791': 24_000,
  '90792': 28_000,
  '90832': 11_000,
  '90834': 15_000,
  '90837': 18_500,
  '90846': 16_000,
  '90847': 17_500,
  '90853': 6_500,
  '99213': 14_500,
  '99214': 20_500,
  '90833': 9_500,
  '90836': 12_500,
  '90838': 16_500,
  '90839': 22_500,
  '90840': 11_500,
  H0004: 3_800,
  T1002: 3_200,
  T1016: 2_900,
  H0038: 2_600,
  H0011: 68_000,
  H0014: 34_000,
  H0015: 24_500,
  H0017: 49_000,
  H0018: 52_000,
  H0035: 36_000,
  H2034: 21_000,
  S9480: 23_500,
  S9485: 61_000,
};

/** What is charged for a procedure; zero when it is not on the list. */
export function chargeFor(code: string): number {
  return charges[code] ?? 0;
}

/** What a payer's contract allows of a charge, to the cent. */
export function allowedBy(payerKey: string, amount: number): number {
  const share = payers.find(({ key }) => key === payerKey)?.contractShare ?? 1;
  return Math.round(amount * share);
}

/** Writes payers with their rules, what we charge, and what each has agreed to allow; answers the identifier of each payer by its key. */
export async function writePayers(client: pg.Client, chance: Chance): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>(payers.map(({ key }) => [key, chance.uuid(founded)]));
  const idOf = (key: string) => ids.get(key) ?? '';
  await copyRows(
    client,
    'billing.payer',
    ['id', 'name', 'electronic_id', 'filing_indicator'],
    payers.map(({ key, name, electronicId, filingIndicator }) => [idOf(key), name, electronicId, filingIndicator]),
  );
  await copyRows(
    client,
    'billing.payer_rule',
    ['payer_id', 'valid_from', 'filing_days', 'video_modifier', 'audio_modifier', 'credential_modifiers', 'trainee_policy', 'source'],
    payers.map(({ key }) => [
      idOf(key),
      firstDay,
      key === 'medicare' ? 365 : 180,
      '95',
      '93',
      key === 'state-medicaid',
      key === 'medicare' ? 'not-billable' : 'supervising',
      'Invented for the demo; replace with the manual of the payer',
    ]),
  );
  await copyRows(
    client,
    'billing.fee',
    ['payer_id', 'code', 'amount_cents', 'valid_from'],
    [
      ...Object.entries(charges).map(([code, amount]) => [null, code, amount, firstDay] as const),
      ...payers.flatMap(({ key }) => Object.entries(charges).map(([code, amount]) => [idOf(key), code, allowedBy(key, amount), firstDay] as const)),
    ],
  );
  return ids;
}
