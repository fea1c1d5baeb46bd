import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { corrected, takeBack } from './desk/decide.ts';
import { enqueue, type Correspondent } from './desk/answering.ts';
import { Ledger, type Answer, type Memory } from './desk/ledger.ts';
import { isMeant, type Order, type OrderOf } from './desk/orders.ts';
import { noteDecisions, receiveFile } from './desk/receive-file.ts';
import { settle } from './desk/settle.ts';
import { keyPair, type KeyPair } from './sftp/host-key.ts';
import { Mailbox } from './sftp/mailbox.ts';
import { SftpServer } from './sftp/sftp-server.ts';

/** The demo user of the SFTP connection. */
export const demoAccess = { user: 'harbor', password: 'calm-water-42' } as const;

/** Where the clearinghouse listens and keeps its files. */
export interface ClearinghouseSettings {
  readonly host: string;
  readonly port: number;
  readonly folder: string;
}

type Immediate = OrderOf<'reverse' | 'duplicate-remittance' | 'garbage' | 'slow' | 'down' | 'up'>;

function isImmediate(order: Order): order is Immediate {
  return ['reverse', 'duplicate-remittance', 'garbage', 'slow', 'down', 'up'].includes(order.kind);
}

/** A clearinghouse with payers behind it: takes files in over SFTP, answers into /outbound, and does as it is told. */
export class Clearinghouse {
  readonly ledger: Ledger;
  readonly hostKey: KeyPair;
  readonly clientKey: KeyPair;
  readonly sftp: SftpServer;
  readonly folder: string;
  private delay = 0;
  private reopening: NodeJS.Timeout | undefined;
  /** The last sender, to whom reversals and repeats go. */
  private to: Correspondent = { qualifier: 'ZZ', id: 'HARBOR', usage: 'T' };

  constructor({ host, port, folder }: ClearinghouseSettings) {
    this.folder = folder;
    for (const name of ['inbound', 'outbound']) mkdirSync(join(folder, name), { recursive: true });
    this.ledger = new Ledger(folder);
    this.hostKey = keyPair(folder, 'host-key');
    this.clientKey = keyPair(folder, 'client-key');
    this.sftp = new SftpServer({
      host,
      port,
      hostKey: this.hostKey.privateKey,
      access: { ...demoAccess, publicKey: this.clientKey.publicKey },
      mailbox: new Mailbox(folder),
      events: { delivered: (name, path) => this.take(name, path), beforeLook: () => this.deliver(), delayMilliseconds: () => this.delay },
    });
  }

  async start(): Promise<void> {
    // What came in just before a kill is still to be answered.
    for (const name of readdirSync(join(this.folder, 'inbound'))) if (!name.endsWith('.part')) this.take(name, join(this.folder, 'inbound', name));
    await this.sftp.open();
  }

  async stop(): Promise<void> {
    clearTimeout(this.reopening);
    await this.sftp.close();
  }

  /** Puts every answer that is due into /outbound. */
  deliver(): void {
    const { memory } = this.ledger;
    const now = this.ledger.now().toInstant();
    const isDue = ({ readyAt }: Answer) => Temporal.Instant.compare(Temporal.Instant.from(readyAt), now) <= 0;
    const due = memory.pending.filter(isDue);
    if (due.length === 0) return;
    for (const { name, text } of due) {
      const path = join(this.folder, 'outbound', name);
      writeFileSync(join(this.folder, `${name}.part`), text, 'latin1');
      renameSync(join(this.folder, `${name}.part`), path);
    }
    memory.pending = memory.pending.filter((answer) => !isDue(answer));
    this.ledger.save();
  }

  /** Carries an order out at once, or keeps it for the next file or claim that it fits. */
  async order(order: Order): Promise<void> {
    if (isImmediate(order)) await this.carryOut(order);
    else this.ledger.memory.orders.push(order);
    this.ledger.save();
    this.deliver();
  }

  /** Moves the virtual clock, or sets after how many virtual seconds each answer is ready. */
  adjust({
    advanceSeconds = 0,
    delays = {},
  }: {
    readonly advanceSeconds?: number | undefined;
    readonly delays?: { readonly [Key in keyof Memory['delays']]?: number | undefined } | undefined;
  }): void {
    const { memory } = this.ledger;
    memory.clockOffsetSeconds += advanceSeconds;
    const wanted = Object.entries(delays).filter(([, seconds]) => seconds !== undefined);
    memory.delays = { ...memory.delays, ...(Object.fromEntries(wanted) as Partial<Memory['delays']>) };
    this.ledger.save();
    this.deliver();
  }

  /** Forgets everything but its keys and the numbers given out, and empties both folders. */
  async reset(): Promise<void> {
    this.delay = 0;
    for (const folder of ['inbound', 'outbound']) for (const name of readdirSync(join(this.folder, folder))) rmSync(join(this.folder, folder, name), { force: true });
    this.ledger.reset();
    await this.reopen();
  }

  private take(name: string, path: string): void {
    const bytes = readFileSync(path);
    const text = bytes.toString('latin1');
    const sender = /^ISA.{28}.(?<qualifier>..).(?<id>.{15}).{52}(?<usage>[PT])/s.exec(text.trimStart())?.groups;
    if (sender !== undefined) this.to = { qualifier: sender['qualifier'] ?? 'ZZ', id: (sender['id'] ?? '').trim(), usage: sender['usage'] ?? 'T' };
    receiveFile(this.ledger, name, text, createHash('sha256').update(bytes).digest('hex'));
    this.deliver();
  }

  private async carryOut(order: Immediate): Promise<void> {
    if (order.kind === 'reverse') this.reverse(order);
    else if (order.kind === 'duplicate-remittance') this.repeat(order);
    else if (order.kind === 'garbage') enqueue(this.ledger, 'garbage', '<html><body>502 Bad Gateway</body></html>\n');
    else if (order.kind === 'slow') this.delay = order.milliseconds;
    else if (order.kind === 'up') await this.reopen();
    else await this.goDown(order);
  }

  private reverse({ match, correctToPercent }: OrderOf<'reverse'>): void {
    const { ledger } = this;
    const meant = Object.values(ledger.memory.decided).filter(({ claim }) => isMeant(claim, match));
    const decided = meant.flatMap(({ payerNumber }) => {
      const reversal = takeBack(ledger, payerNumber);
      if (reversal === undefined) return [];
      return correctToPercent === 0 ? [reversal] : [reversal, corrected(ledger, reversal, correctToPercent)];
    });
    settle(ledger, this.to, decided);
    noteDecisions(ledger, decided);
  }

  private repeat({ reissue }: OrderOf<'duplicate-remittance'>): void {
    const last = this.ledger.memory.lastRemittance;
    if (last === undefined) return;
    const control = String(this.ledger.nextControl());
    const text = reissue
      ? last.replace(/^(ISA(?:\*[^*]*){12}\*)\d{9}/, `$1${control.padStart(9, '0')}`).replace(/IEA\*1\*\d{9}/, `IEA*1*${control.padStart(9, '0')}`)
      : last;
    enqueue(this.ledger, '835', text);
  }

  private async goDown({ seconds }: OrderOf<'down'>): Promise<void> {
    clearTimeout(this.reopening);
    await this.sftp.close();
    if (seconds !== undefined) this.reopening = setTimeout(() => void this.reopen(), seconds * 1000).unref();
  }

  private async reopen(): Promise<void> {
    clearTimeout(this.reopening);
    await this.sftp.open();
  }
}
