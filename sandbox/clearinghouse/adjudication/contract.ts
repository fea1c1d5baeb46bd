import { readFileSync } from 'node:fs';

/** What a payer has agreed: shares in percent, amounts in cents. */
export interface Contract {
  readonly name: string;
  readonly taxId: string;
  readonly share: number;
  readonly deductibleCents: number;
  readonly copayCents: number;
  readonly coinsurance: number;
  readonly filingDays: number;
  readonly remittanceFiling: string;
  readonly authorizationFor: readonly string[];
}

interface Contracts {
  readonly default: Contract;
  readonly payers: Readonly<Record<string, Contract>>;
}

const contracts = JSON.parse(readFileSync(new URL('./contracts.json', import.meta.url), 'utf8')) as Contracts;

/** The contract of a payer by its electronic id; strangers get the default. */
export function contractOf(payerId: string): Contract {
  return contracts.payers[payerId] ?? contracts.default;
}

/** Every payer with a contract of its own. */
export function knownPayers(): readonly (Contract & { readonly id: string })[] {
  return Object.entries(contracts.payers).map(([id, contract]) => ({ id, ...contract }));
}

/** A share in percent of an amount, half a cent rounded up. */
export function shareOf(cents: number, percent: number): number {
  return Math.floor((cents * percent + 50) / 100);
}
