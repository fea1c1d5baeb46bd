import { createServer } from 'node:net';
import { WrongSetting, type Config } from '#server/platform/config/config.ts';

async function refuseBusyPort(setting: string, port: number, host: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const probe = createServer();
  probe.once('error', reject);
  probe.listen(port, host, () => probe.close(() => resolve()));
  try {
    await promise;
  } catch (error) {
    throw wrongPort(setting, port, host, (error as NodeJS.ErrnoException).code);
  }
}

function wrongPort(setting: string, port: number, host: string, code: string | undefined): WrongSetting {
  if (code === 'EACCES') return new WrongSetting(setting, `${port} may only be used by root. Choose one from 1024 up, as in ${setting}=8080 npm start.`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return new WrongSetting('HOST', `${host} is no address of this machine.`);
  return new WrongSetting(
    setting,
    `${port} is in use, perhaps by a Mooring that runs already. Stop what uses it, or choose another, as in ${setting}=${port + 1} npm start.`,
  );
}

/** Refuses before anything is started when a port is taken, so that the message is the first and only one. Throws the setting that names it. */
export async function refuseBusyPorts(config: Config): Promise<void> {
  await refuseBusyPort('PORT', config.PORT, config.HOST);
  if (!config.demo) return;
  for (const setting of ['MOORING_SANDBOX_SFTP_PORT', 'MOORING_SANDBOX_HTTP_PORT', 'MOORING_SANDBOX_SMTP_PORT'] as const)
    await refuseBusyPort(setting, config[setting], '127.0.0.1');
}
