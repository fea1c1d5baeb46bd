import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MailSink, type Mail } from '#sandbox/mail/mail-sink.ts';
import type { Clinic } from './clinic.ts';

/** A mail server at which this clinic's letters arrive; read them with `letters`, the oldest first. */
export async function openMailbox(clinic: Clinic): Promise<{ letters(): readonly Mail[]; close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'mooring-mailbox-'));
  const sink = new MailSink(folder);
  const port = await sink.start('127.0.0.1', 0);
  Object.assign(clinic.config, { SMTP_URL: `smtp://127.0.0.1:${port}` });
  return {
    letters: () => sink.all().toReversed(),
    async close() {
      await sink.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
