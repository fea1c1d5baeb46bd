import { printInterchange, type GroupToPrint, type SegmentText } from '../x12/print.ts';
import type { AnswerKind, Ledger } from './ledger.ts';

/** To whom an answer goes: the sender of the file, with qualifier and usage of its ISA. */
export interface Correspondent {
  readonly qualifier: string;
  readonly id: string;
  readonly usage: string;
}

/** The id under which the clearinghouse writes. */
export const clearinghouseId = 'SANDBOXCH';

function nameOf(ledger: Ledger, kind: AnswerKind): string {
  const stamp = ledger.now().toString().replace(/\D/g, '').slice(0, 14);
  return `${stamp}_${ledger.nextSerial()}_${kind}.${kind === 'report' || kind === 'garbage' ? 'txt' : 'x12'}`;
}

/** Puts a text into the queue for /outbound, after the virtual delay of its kind, as orders demand: whole, half or never. */
export function enqueue(ledger: Ledger, kind: AnswerKind, text: string): void {
  const { memory } = ledger;
  if (ledger.take('withhold', ({ answer }) => answer === kind) !== undefined) return;
  const delay = kind === 'report' || kind === 'garbage' ? 0 : memory.delays[kind];
  const ready = ledger.now().add({ seconds: delay });
  const name = nameOf(ledger, kind);
  if (kind === '835') memory.lastRemittance = text;
  const half = ledger.take('half-file', ({ answer }) => answer === kind);
  if (half === undefined) {
    memory.pending.push({ name, kind, text, readyAt: ready.toInstant().toString() });
    return;
  }
  memory.pending.push({ name, kind, text: text.slice(0, Math.floor(text.length / 2)), readyAt: ready.toInstant().toString() });
  if (half.afterSeconds !== undefined) memory.pending.push({ name, kind, text, readyAt: ready.add({ seconds: half.afterSeconds }).toInstant().toString() });
}

/** Prints an answer in an envelope of its own and queues it. */
export function answer(ledger: Ledger, to: Correspondent, kind: AnswerKind, content: GroupToPrint | readonly SegmentText[]): void {
  const envelope = { sender: clearinghouseId, receiver: { qualifier: to.qualifier, id: to.id }, control: ledger.nextControl(), at: ledger.now(), usage: to.usage };
  enqueue(ledger, kind, printInterchange(envelope, content));
}
