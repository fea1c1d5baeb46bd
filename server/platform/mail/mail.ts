import { createTransport } from 'nodemailer';
import { z } from 'zod';
import type { Config } from '../config/config.ts';
import { within, type Tx } from '../action/tx.ts';
import { longJob } from '../jobs/job.ts';
import { newId } from '../ids/id.ts';

interface MailTables {
  'platform.outgoingMail': {
    id: string;
    recipient: string;
    subject: string;
    body: string;
    queuedAt: Temporal.Instant;
    sentAt: Temporal.Instant | null;
  };
}

/** A letter in plain text. Its wording must reveal no clinic, program or patient to whoever glances at the inbox. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

async function send(tx: Tx, letter: Letter): Promise<void> {
  const id = newId<'Mail'>();
  await within<MailTables>(tx)
    .insertInto('platform.outgoingMail')
    .values({ id, recipient: letter.to, subject: letter.subject, body: letter.text, queuedAt: tx.now, sentAt: null })
    .execute();
  await tx.enqueue('mail.deliver', { id });
}

/** A letter that is handed over now, under an id that stays the same when it is tried again. */
export interface LetterToHandOver extends Letter {
  readonly id: string;
  readonly attachments?: readonly { readonly name: string; readonly contentType: string; readonly bytes: Uint8Array }[];
}

// A packet keeps its consents locked while it is handed over: a mail server that hangs must not keep a revocation waiting for long.
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** Hands one letter to the mail server, and throws when it does not take it. */
export async function handOver(config: Config, { id, to, subject, text, attachments = [] }: LetterToHandOver): Promise<void> {
  if (!config.SMTP_URL) throw new Error('No SMTP_URL is set: mail waits');
  await createTransport({ url: config.SMTP_URL, ...patience }).sendMail({
    messageId: `<${id}@mooring>`,
    from: config.MAIL_FROM,
    to,
    subject,
    text,
    attachments: attachments.map(({ name, contentType, bytes }) => ({ filename: name, contentType, content: Buffer.from(bytes) })),
  });
}

/** Sends one letter of the queue. The message id is ours and fixed, so that a repeat after a crash is known as one by mail servers. */
const deliver = longJob('mail.deliver', { payload: z.object({ id: z.uuid() }), maxAttempts: 20 }, async (outside, { id }) => {
  const { config } = outside.workshop;
  const letter = await outside.transaction('mail.read', (tx) =>
    within<MailTables>(tx).selectFrom('platform.outgoingMail').selectAll().where('id', '=', id).where('sentAt', 'is', null).executeTakeFirst(),
  );
  if (!letter) return;
  await handOver(config, { id, to: letter.recipient, subject: letter.subject, text: letter.body });
  await outside.transaction('mail.sent', (tx) =>
    within<MailTables>(tx).updateTable('platform.outgoingMail').set({ sentAt: tx.now, body: '' }).where('id', '=', id).execute(),
  );
});

/** Outgoing mail, queued with the data that caused it. */
export const mail = { send, jobs: [deliver] };
