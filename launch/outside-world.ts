import { saveConnection } from '#server/billing/index.ts';
import type { Product } from '#server/main.ts';
import { newId, perform, systemActor, type Config } from '#server/platform/index.ts';
import { startSandbox, type Sandbox } from '#sandbox/main.ts';

/** Starts the demo's outside world on the ports of the settings. */
export function startOutsideWorld(config: Config): Promise<Sandbox> {
  return startSandbox({
    host: '127.0.0.1',
    sftpPort: config.MOORING_SANDBOX_SFTP_PORT,
    httpPort: config.MOORING_SANDBOX_HTTP_PORT,
    smtpPort: config.MOORING_SANDBOX_SMTP_PORT,
    dataDirectory: `${config.dataDirectory}/sandbox`,
  });
}

/** Tells the product how to reach the demo's clearinghouse: its host key and port may be new at each start. */
export async function connectClearinghouse({ workshop }: Product, { sftp }: Sandbox): Promise<void> {
  const circumstances = { actor: systemActor, purpose: 'SYSADMIN' as const, traceId: newId() };
  await perform(
    workshop,
    circumstances,
    {
      name: 'clearinghouse.keep-connection',
      options: {},
      within: (tx) =>
        saveConnection(tx, {
          host: sftp.host,
          port: sftp.port,
          username: sftp.user,
          password: sftp.password,
          hostKeySha256: sftp.hostKeyFingerprint,
          senderId: 'HARBOR',
          receiverId: 'SANDBOX',
          receiverName: 'SANDBOX CLEARINGHOUSE',
          inboundFolder: '/inbound',
          outboundFolder: '/outbound',
          usage: 'T',
        }),
    },
    undefined,
  );
}
