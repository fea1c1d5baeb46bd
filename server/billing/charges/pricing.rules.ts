import { addCents, cents, type Cents } from '#server/platform/index.ts';
import type { ChargeLine, Hold } from './charge.ts';
import type { ProcedureRow, ProcedureTable } from './procedures.ts';

/** What was documented. Minutes are those of the session, without charting. */
export interface Documented {
  readonly service: string;
  readonly minutes: number;
  readonly modality: 'in-person' | 'video' | 'audio';
  readonly credential: string | null;
  /** Doses, tests or other things counted, where the service is billed by them. */
  readonly quantity?: number;
  /** The note says why communication was made difficult: 90785. */
  readonly isComplex?: boolean;
}

/** What the payer asks on the day of service; absent for self-pay. */
export interface PayerRule {
  readonly videoModifier: string | null;
  readonly audioModifier: string | null;
  readonly credentialModifiers: boolean;
}

/** Standard charge by code on the day of service. */
export type Fees = ReadonlyMap<string, Cents>;

type Priced = { readonly lines: readonly ChargeLine[]; readonly holds: readonly Hold[] };

/**
 * Units of 15 minutes by the 8-minute rule: 8 to 22 is one, 23 to 37 two, and so on.
 * Source: Medicare Claims Processing Manual chapter 5 section 20.2, taken up by most payers.
 */
export function timedUnits(minutes: number, unitMinutes: number): number {
  const whole = Math.floor(minutes / unitMinutes);
  return whole + (minutes - whole * unitMinutes >= 8 ? 1 : 0);
}

const fits = (row: { from: number; to?: number | undefined }, minutes: number) => minutes >= row.from && (row.to === undefined || minutes <= row.to);

function rowFor(table: ProcedureTable, { service, minutes }: Documented): ProcedureRow | Hold {
  const rows = table.procedures.filter((row) => row.service === service);
  const least = Math.min(...rows.map(({ from }) => from));
  if (rows.length === 0) return { code: 'charge.no-procedure', says: `No procedure is set up for the service "${service}".` };
  return (
    rows.find((row) => fits(row, minutes)) ?? {
      code: 'charge.too-short',
      says: `${minutes} minutes are documented; from ${least} minutes on this service can be billed.`,
    }
  );
}

/** Pricing modifiers first, credential second, telehealth last (billing facts 2.3). */
function modifiersFor(table: ProcedureTable, row: ProcedureRow, { modality, credential }: Documented, rule: PayerRule | undefined): string[] {
  const byCredential = rule?.credentialModifiers && credential ? table.credentialModifiers[credential] : undefined;
  const byModality = modality === 'video' ? rule?.videoModifier : modality === 'audio' ? rule?.audioModifier : undefined;
  return [...(row.modifiers ?? []), byCredential, byModality].filter((modifier) => modifier !== undefined && modifier !== null);
}

function addOnUnits({ from, each }: { from: number; each?: number | undefined }, minutes: number): number {
  // Each further period counts from its first minute past the last: 90840 from minute 75 (CPT time rule).
  return each ? Math.floor((minutes - from) / each) + 1 : 1;
}

function unitsOf(row: ProcedureRow, { minutes, quantity = 0 }: Documented): number {
  if (row.byQuantity) return quantity;
  return row.unitMinutes ? timedUnits(minutes, row.unitMinutes) : 1;
}

function codesOf(row: ProcedureRow, documented: Documented): { code: string; units: number }[] {
  const { minutes, isComplex = false } = documented;
  const addOns = (row.addOns ?? []).filter((addOn) => fits(addOn, minutes) && (addOn.when === undefined || isComplex));
  return [{ code: row.code, units: unitsOf(row, documented) }, ...addOns.map((addOn) => ({ code: addOn.code, units: addOnUnits(addOn, minutes) }))];
}

function credentialHold(row: ProcedureRow, { credential }: Documented): Hold[] {
  if (!row.credentials || row.credentials.includes(credential ?? '')) return [];
  return [
    {
      code: 'charge.credential',
      says: `${row.says} can be billed by ${row.credentials.join(', ')}; the note was signed by ${credential ?? 'someone without a credential on file'}.`,
    },
  ];
}

function quantityHold(row: ProcedureRow, { quantity = 0 }: Documented): Hold[] {
  if (!row.byQuantity || (Number.isInteger(quantity) && quantity > 0)) return [];
  return [{ code: 'charge.no-quantity', says: `${row.says} is billed by quantity, and the note counts none. Add it by an addendum.` }];
}

/** The procedures of a documented service with their standard charges, or everything that keeps it from being billed. */
export function pricedLines(table: ProcedureTable, documented: Documented, rule: PayerRule | undefined, fees: Fees): Priced {
  const row = rowFor(table, documented);
  if ('says' in row && !('service' in row)) return { lines: [], holds: [row] };
  const procedure = row as ProcedureRow;
  const holds = [...credentialHold(procedure, documented), ...quantityHold(procedure, documented)];
  if (holds.length > 0) return { lines: [], holds };
  const codes = codesOf(procedure, documented);
  const unpriced = codes.filter(({ code }) => !fees.has(code));
  if (unpriced.length > 0)
    return { lines: [], holds: unpriced.map(({ code }) => ({ code: 'charge.no-fee', says: `The fee schedule has no charge for ${code} on the day of service.` })) };
  const modifiers = modifiersFor(table, procedure, documented, rule);
  return { lines: codes.map(({ code, units }) => ({ code, modifiers, units, amount: cents((fees.get(code) ?? 0) * units) })), holds: [] };
}

/** The charge of all lines together. */
export function totalOf(lines: readonly ChargeLine[]): Cents {
  return addCents(...lines.map(({ amount }) => amount));
}
