import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { simpleParser, type AddressObject, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail as it was taken in. */
export interface Mail {
  readonly id: string;
  readonly at: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly attachments: readonly { readonly name: string; readonly contentType: string; readonly size: number }[];
}

function addressesOf(found: AddressObject | AddressObject[] | undefined): string[] {
  return [found ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address ?? ''));
}

function mailOf(parsed: ParsedMail, recipients: readonly string[]): Mail {
  return {
    id: randomUUID(),
    at: new Date().toISOString(),
    from: addressesOf(parsed.from)[0] ?? '',
    // Whom it was delivered to, blind copies included.
    to: recipients.length > 0 ? recipients : addressesOf(parsed.to),
    subject: parsed.subject ?? '',
    text: parsed.text ?? '',
    ...(typeof parsed.html === 'string' && { html: parsed.html }),
    attachments: parsed.attachments.map(({ filename = 'attachment', contentType, size }) => ({ name: filename, contentType, size })),
  };
}

/** Takes every mail over SMTP and keeps it; nothing leaves the machine. */
export class MailSink {
  private readonly folder: string;
  private readonly server: SMTPServer;
  private mails: Mail[];

  constructor(folder: string) {
    this.folder = folder;
    mkdirSync(folder, { recursive: true });
    const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
    this.mails = names.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Mail).toSorted((one, other) => one.at.localeCompare(other.at));
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      size: 25_000_000,
      onAuth: (auth, _session, done) => done(null, { user: auth.username ?? '' }),
      onData: (stream, session, done) => {
        simpleParser(stream).then(
          (parsed) => {
            this.keep(
              mailOf(
                parsed,
                session.envelope.rcptTo.map(({ address }) => address),
              ),
            );
            done();
          },
          (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
        );
      },
    });
    // A client that hangs up in the middle is its own business.
    this.server.on('error', () => undefined);
  }

  /** Newest first. */
  all(): readonly Mail[] {
    return this.mails.toReversed();
  }

  one(id: string): Mail | undefined {
    return this.mails.find((mail) => mail.id === id);
  }

  clear(): void {
    for (const { id } of this.mails) rmSync(join(this.folder, `${id}.json`), { force: true });
    this.mails = [];
  }

  async start(host: string, port: number): Promise<number> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.server.once('error', reject);
    const listening = this.server.listen(port, host, resolve);
    await promise;
    return (listening.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.server.close(() => resolve());
    await promise;
  }

  private keep(mail: Mail): void {
    writeFileSync(join(this.folder, `${mail.id}.json`), JSON.stringify(mail));
    this.mails.push(mail);
  }
}
