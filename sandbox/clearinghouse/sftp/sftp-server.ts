import { timingSafeEqual } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import ssh2, { type AuthContext, type Connection, type ParsedKey } from 'ssh2';
import { announceRename } from './announce-rename.ts';
import { RequestDesk, type MailboxEvents } from './answer-requests.ts';
import type { Mailbox } from './mailbox.ts';

/** Who may come in: one demo user with a password and a key. */
export interface Access {
  readonly user: string;
  readonly password: string;
  readonly publicKey: string;
}

/** What the SFTP server needs. Port 0 takes a free one. */
export interface SftpSettings {
  readonly host: string;
  readonly port: number;
  readonly hostKey: string;
  readonly access: Access;
  readonly mailbox: Mailbox;
  readonly events: MailboxEvents;
}

function same(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}

function isAllowed(context: AuthContext, { user, password }: Access, key: ParsedKey): boolean {
  if (context.username !== user) return false;
  if (context.method === 'password') return same(Buffer.from(context.password), Buffer.from(password));
  if (context.method !== 'publickey' || context.key.algo !== key.type || !same(context.key.data, key.getPublicSSH())) return false;
  // Without a signature the client only asks whether it should sign.
  return context.signature === undefined || context.blob === undefined || key.verify(context.blob, context.signature, context.hashAlgo) === true;
}

function parsed(publicKey: string): ParsedKey {
  const key = ssh2.utils.parseKey(publicKey);
  if (key instanceof Error) throw key;
  return key;
}

/** An SFTP server over a mailbox that can be closed and opened again on the same port. */
export class SftpServer {
  private readonly settings: SftpSettings;
  private readonly connections = new Set<Connection>();
  private server: ssh2.Server | undefined;
  port: number;

  constructor(settings: SftpSettings) {
    this.settings = settings;
    this.port = settings.port;
  }

  get isUp(): boolean {
    return this.server !== undefined;
  }

  async open(): Promise<void> {
    if (this.server !== undefined) return;
    const server = new ssh2.Server({ hostKeys: [this.settings.hostKey], ident: 'sandbox-clearinghouse' }, (connection) => this.serve(connection));
    this.server = server;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    server.once('error', reject);
    server.listen(this.port, this.settings.host, resolve);
    await promise;
    this.port = (server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    const { server } = this;
    if (server === undefined) return;
    this.server = undefined;
    const { promise, resolve } = Promise.withResolvers<void>();
    server.close(() => resolve());
    for (const connection of this.connections) connection.end();
    this.connections.clear();
    await promise;
  }

  private serve(connection: Connection): void {
    const { access, mailbox, events } = this.settings;
    const key = parsed(access.publicKey);
    this.connections.add(connection);
    // Small packets wait for each other otherwise: 90 ms a request.
    (connection as Connection & { setNoDelay(on: boolean): unknown }).setNoDelay(true);
    // A client that goes away in the middle is its own business.
    connection.on('error', () => this.connections.delete(connection));
    connection.on('close', () => this.connections.delete(connection));
    connection.on('authentication', (context) => (isAllowed(context, access, key) ? context.accept() : context.reject(['password', 'publickey'])));
    connection.on('session', (accept) => {
      accept().on('sftp', (acceptSftp) => {
        const sftp = acceptSftp();
        announceRename(sftp);
        new RequestDesk(sftp, mailbox, events).start();
      });
    });
  }
}
