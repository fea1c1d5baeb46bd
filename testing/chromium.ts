import { existsSync } from 'node:fs';
import chromium from '@sparticuz/chromium';

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** A Chromium to test with: that of the system, else the one that comes through npm with the libraries it needs. */
export async function chromiumToTestWith(): Promise<{ executablePath: string; args: string[] }> {
  const found = installed.find((path) => existsSync(path));
  const quiet = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  if (found) return { executablePath: found, args: quiet };
  return {
    executablePath: await chromium.executablePath(),
    args: [...new Set([...chromium.args.filter((flag) => !flag.startsWith('--headless') && flag !== '--single-process'), ...quiet])],
  };
}
