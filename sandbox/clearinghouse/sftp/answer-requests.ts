import { closeSync, existsSync, fstatSync, openSync, readdirSync, readSync, renameSync, statSync, unlinkSync, writeSync, type Stats } from 'node:fs';
import { join, posix } from 'node:path';
import ssh2, { type SFTPWrapper } from 'ssh2';
import type { Mailbox } from './mailbox.ts';

const { STATUS_CODE: status, OPEN_MODE: mode } = ssh2.utils.sftp;

/** What the mailbox tells the clearinghouse, and how slow it is to be. */
export interface MailboxEvents {
  /** A file in /inbound is complete. The path is on disk. */
  delivered(name: string, path: string): void;
  /** Somebody is about to look: answers that are due should be there. */
  beforeLook(): void;
  delayMilliseconds(): number;
}

type OpenThing =
  | { readonly kind: 'file'; readonly descriptor: number; readonly path: string; readonly isWritten: boolean }
  | { readonly kind: 'folder'; readonly path: string; isListed: boolean };

function attributes(stats: Stats) {
  return { mode: stats.mode, uid: 0, gid: 0, size: stats.size, atime: Math.floor(stats.atimeMs / 1000), mtime: Math.floor(stats.mtimeMs / 1000) };
}

function codeOf(error: unknown): number {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' ? status.NO_SUCH_FILE : code === 'EACCES' ? status.PERMISSION_DENIED : status.FAILURE;
}

/** Thrown to answer a request with a status. */
class Answered extends Error {
  readonly code: number;
  constructor(code: number) {
    super(`SFTP status ${code}`);
    this.code = code;
  }
}

/** Answers the requests of one SFTP channel from a mailbox on disk. */
export class RequestDesk {
  private readonly open = new Map<number, OpenThing>();
  private last = 0;
  private readonly sftp: SFTPWrapper;
  private readonly mailbox: Mailbox;
  private readonly events: MailboxEvents;

  constructor(sftp: SFTPWrapper, mailbox: Mailbox, events: MailboxEvents) {
    this.sftp = sftp;
    this.mailbox = mailbox;
    this.events = events;
  }

  start(): void {
    const { sftp } = this;
    sftp.on('REALPATH', (id, path) => this.answer(id, () => sftp.name(id, [{ filename: this.mailbox.normal(path), longname: '', attrs: {} as never }])));
    sftp.on('OPENDIR', (id, path) => this.answer(id, () => this.openFolder(id, path)));
    sftp.on('READDIR', (id, handle) => this.answer(id, () => this.list(id, handle)));
    sftp.on('OPEN', (id, path, flags) => this.answer(id, () => this.openFile(id, path, flags)));
    sftp.on('READ', (id, handle, offset, length) => this.answer(id, () => this.read(id, handle, offset, length)));
    sftp.on('WRITE', (id, handle, offset, data) => this.answer(id, () => this.write(id, handle, offset, data)));
    sftp.on('CLOSE', (id, handle) => this.answer(id, () => this.close(id, handle)));
    sftp.on('FSTAT', (id, handle) => this.answer(id, () => sftp.attrs(id, attributes(fstatSync(this.file(handle).descriptor)))));
    for (const name of ['STAT', 'LSTAT'] as const) sftp.on(name, (id: number, path: string) => this.answer(id, () => this.stat(id, path)));
    sftp.on('SETSTAT', (id) => this.answer(id, () => sftp.status(id, status.OK)));
    sftp.on('FSETSTAT', (id) => this.answer(id, () => sftp.status(id, status.OK)));
    sftp.on('REMOVE', (id, path) => this.answer(id, () => this.remove(id, path)));
    sftp.on('RENAME', (id, from, to) => this.answer(id, () => this.rename(id, from, to, false)));
    sftp.on('EXTENDED', (id, name, data) => this.answer(id, () => this.extended(id, name, data)));
    for (const name of ['MKDIR', 'RMDIR'] as const) sftp.on(name, (id: number) => this.answer(id, () => sftp.status(id, status.PERMISSION_DENIED)));
    for (const name of ['READLINK', 'SYMLINK'] as const) sftp.on(name, (id: number) => this.answer(id, () => sftp.status(id, status.OP_UNSUPPORTED)));
    sftp.on('close', () => this.letGo());
  }

  private answer(id: number, work: () => unknown): void {
    const run = () => {
      try {
        work();
      } catch (error) {
        this.sftp.status(id, error instanceof Answered ? error.code : codeOf(error));
      }
    };
    const delay = this.events.delayMilliseconds();
    if (delay > 0) setTimeout(run, delay);
    else run();
  }

  private keep(thing: OpenThing): Buffer {
    this.last += 1;
    this.open.set(this.last, thing);
    const handle = Buffer.alloc(4);
    handle.writeUInt32BE(this.last);
    return handle;
  }

  private thing(handle: Buffer): OpenThing {
    const found = handle.length === 4 ? this.open.get(handle.readUInt32BE()) : undefined;
    if (found === undefined) throw new Answered(status.FAILURE);
    return found;
  }

  private file(handle: Buffer): OpenThing & { readonly kind: 'file' } {
    const found = this.thing(handle);
    if (found.kind !== 'file') throw new Answered(status.FAILURE);
    return found;
  }

  private onDisk(path: string, isFile = false): string {
    const found = this.mailbox.onDisk(path);
    if (found === undefined || (isFile && !this.mailbox.isFile(path))) throw new Answered(status.PERMISSION_DENIED);
    return found;
  }

  private openFolder(id: number, path: string): void {
    this.events.beforeLook();
    const folder = this.onDisk(path);
    if (!statSync(folder).isDirectory()) throw new Answered(status.FAILURE);
    this.sftp.handle(id, this.keep({ kind: 'folder', path: folder, isListed: false }));
  }

  private list(id: number, handle: Buffer): void {
    const folder = this.thing(handle);
    if (folder.kind !== 'folder') throw new Answered(status.FAILURE);
    const names = folder.isListed ? [] : readdirSync(folder.path).filter((name) => folder.path !== this.mailbox.root || ['inbound', 'outbound'].includes(name));
    folder.isListed = true;
    if (names.length === 0) throw new Answered(status.EOF);
    this.sftp.name(
      id,
      names.filter((name) => existsSync(join(folder.path, name))).map((name) => listed(join(folder.path, name), name)),
    );
  }

  private openFile(id: number, path: string, flags: number): void {
    this.events.beforeLook();
    const onDisk = this.onDisk(path, true);
    const isWritten = (flags & mode.WRITE) !== 0;
    const descriptor = openSync(onDisk, ssh2.utils.sftp.flagsToString(flags) ?? (isWritten ? 'w' : 'r'));
    this.sftp.handle(id, this.keep({ kind: 'file', descriptor, path: this.mailbox.normal(path), isWritten }));
  }

  private read(id: number, handle: Buffer, offset: number, length: number): void {
    const data = Buffer.alloc(Math.min(length, 1 << 18));
    const count = readSync(this.file(handle).descriptor, data, 0, data.length, offset);
    if (count === 0) throw new Answered(status.EOF);
    this.sftp.data(id, data.subarray(0, count));
  }

  private write(id: number, handle: Buffer, offset: number, data: Buffer): void {
    writeSync(this.file(handle).descriptor, data, 0, data.length, offset);
    this.sftp.status(id, status.OK);
  }

  private close(id: number, handle: Buffer): void {
    const thing = this.thing(handle);
    this.open.delete(handle.readUInt32BE());
    if (thing.kind === 'file') closeSync(thing.descriptor);
    this.sftp.status(id, status.OK);
    if (thing.kind === 'file' && thing.isWritten) this.announce(thing.path);
  }

  private stat(id: number, path: string): void {
    this.events.beforeLook();
    this.sftp.attrs(id, attributes(statSync(this.onDisk(path))));
  }

  private remove(id: number, path: string): void {
    unlinkSync(this.onDisk(path, true));
    this.sftp.status(id, status.OK);
  }

  private rename(id: number, from: string, to: string, mayReplace: boolean): void {
    const target = this.onDisk(to, true);
    // The plain request of version 3 refuses an existing target; posix-rename replaces it.
    if (!mayReplace && existsSync(target)) throw new Answered(status.FAILURE);
    renameSync(this.onDisk(from, true), target);
    this.sftp.status(id, status.OK);
    this.announce(to);
  }

  private extended(id: number, name: string, data: Buffer): void {
    if (name !== 'posix-rename@openssh.com') throw new Answered(status.OP_UNSUPPORTED);
    const length = data.readUInt32BE(0);
    this.rename(id, data.toString('utf8', 4, 4 + length), data.toString('utf8', 8 + length), true);
  }

  private announce(path: string): void {
    const onDisk = this.mailbox.onDisk(path);
    if (onDisk !== undefined && this.mailbox.isDelivery(path)) this.events.delivered(posix.basename(this.mailbox.normal(path)), onDisk);
  }

  /** A connection that broke: what it was writing is not delivered. */
  private letGo(): void {
    for (const thing of this.open.values()) if (thing.kind === 'file') closeSync(thing.descriptor);
    this.open.clear();
  }
}

function listed(path: string, name: string) {
  const stats = statSync(path);
  const date = stats.mtime.toUTCString().slice(5, 16);
  return { filename: name, longname: `${stats.isDirectory() ? 'd' : '-'}rw-r--r-- 1 harbor harbor ${stats.size} ${date} ${name}`, attrs: attributes(stats) };
}
