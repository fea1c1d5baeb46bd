import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AdjudicatedClaim } from '../adjudication/adjudicated.ts';
import type { Order } from './orders.ts';

/** The kinds of file that go out. */
export type AnswerKind = 'TA1' | '999' | '277CA' | '835' | 'report' | 'garbage';

/** A file that goes to /outbound when its moment has come. */
export interface Answer {
  readonly name: string;
  readonly kind: AnswerKind;
  readonly text: string;
  /** ISO instant of the sandbox's own clock. */
  readonly readyAt: string;
}

/** A file as it was received and judged. */
export interface ReceivedFile {
  readonly name: string;
  readonly digest: string;
  readonly at: string;
  readonly verdict: string;
  readonly findings: readonly string[];
}

/** Where a claim stands, for the page. */
export interface ClaimSeen {
  readonly number: string;
  readonly patient: string;
  readonly payerId: string;
  readonly chargedCents: number;
  readonly state: string;
  readonly paidCents?: number;
  readonly payerNumber?: string;
}

/** Everything the clearinghouse remembers. Kept as one JSON file. */
export interface Memory {
  /** Last control number and last serial given out; a reset keeps them, so that they stay unique. */
  control: number;
  serial: number;
  clockOffsetSeconds: number;
  delays: Record<'TA1' | '999' | '277CA' | '835', number>;
  interchanges: string[];
  claimNumbers: string[];
  files: ReceivedFile[];
  claims: ClaimSeen[];
  /** Decided claims by the payer's number, so that they can be reversed. */
  decided: Record<string, AdjudicatedClaim>;
  /** The payer's number of the claim that stands, by what makes two claims the same. */
  standing: Record<string, string>;
  /** Deductible used, by payer, member and year, in cents. */
  deductibleUsed: Record<string, number>;
  /** What a provider still owes a payer after a reversal, in cents, by payer and NPI. */
  forward: Record<string, number>;
  orders: Order[];
  pending: Answer[];
  lastRemittance?: string;
}

const empty = (): Memory => ({
  control: 0,
  serial: 0,
  clockOffsetSeconds: 0,
  delays: { TA1: 0, '999': 0, '277CA': 0, '835': 0 },
  interchanges: [],
  claimNumbers: [],
  files: [],
  claims: [],
  decided: {},
  standing: {},
  deductibleUsed: {},
  forward: {},
  orders: [],
  pending: [],
});

function readMemory(path: string): Memory {
  try {
    return { ...empty(), ...(JSON.parse(readFileSync(path, 'utf8')) as Partial<Memory>) };
  } catch {
    return empty();
  }
}

/** The memory of the clearinghouse on disk: a killed sandbox goes on where it was. */
export class Ledger {
  memory: Memory;
  private readonly path: string;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.path = join(folder, 'memory.json');
    this.memory = readMemory(this.path);
  }

  save(): void {
    writeFileSync(`${this.path}.part`, JSON.stringify(this.memory));
    renameSync(`${this.path}.part`, this.path);
  }

  /** Forgets everything but the numbers already given out. */
  reset(): void {
    const { control, serial } = this.memory;
    this.memory = { ...empty(), control, serial };
    this.save();
  }

  /** The sandbox's own moment: the machine's clock moved by what was asked for. */
  now(): Temporal.ZonedDateTime {
    return Temporal.Now.zonedDateTimeISO('UTC').add({ seconds: this.memory.clockOffsetSeconds });
  }

  nextControl(): number {
    this.memory.control += 1;
    return this.memory.control;
  }

  nextSerial(): string {
    this.memory.serial += 1;
    return String(this.memory.serial).padStart(7, '0');
  }

  /** Takes the first waiting order of a kind that suits, and counts it down. */
  take<Kind extends Order['kind']>(kind: Kind, suits: (order: Extract<Order, { kind: Kind }>) => boolean = () => true): Extract<Order, { kind: Kind }> | undefined {
    const isOfKind = (order: Order): order is Extract<Order, { kind: Kind }> => order.kind === kind;
    const found = this.memory.orders.filter(isOfKind).find(suits);
    if (found === undefined) return undefined;
    const left = 'count' in found ? found.count - 1 : 0;
    if (left < 0) return found;
    this.memory.orders =
      left === 0 ? this.memory.orders.filter((order) => order !== found) : this.memory.orders.map((order) => (order === found ? { ...found, count: left } : order));
    return found;
  }
}
