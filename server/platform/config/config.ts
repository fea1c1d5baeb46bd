import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';

/** A setting that cannot be used. Its message is the one line the operator sees. */
export class WrongSetting extends Error {
  constructor(setting: string, says: string) {
    super(`${setting}: ${says}`);
    this.name = 'WrongSetting';
  }
}

const port = (otherwise: number) =>
  z.coerce.number('must be a number').int('must be a whole number').min(0, 'must be between 0 and 65535').max(65535, 'must be between 0 and 65535').default(otherwise);
const url = (...protocols: string[]) => z.string().refine((text) => protocols.some((p) => text.startsWith(`${p}://`)), `must start with ${protocols.join(':// or ')}://`);

/** Every setting of the product, with what it means; nothing else reads the environment. */
export const settings = {
  PORT: port(8080).describe('Port of the web server'),
  HOST: z.string().default('127.0.0.1').describe('Address to listen on; 0.0.0.0 for all'),
  MOORING_DATA: z.string().default('.data').describe('Folder for the database, files and keys'),
  MOORING_DEMO: z.enum(['on', 'off'], 'must be on or off').default('on').describe('Demo organisation, persona sign-in and sandbox outside world'),
  MOORING_PUBLIC_URL: url('http', 'https').optional().describe('Address under which people reach the server; default http://localhost:PORT'),
  MOORING_MASTER_KEY: z
    .string()
    .regex(/^[0-9a-fA-F]{64}$/, 'must be 64 hexadecimal digits (openssl rand -hex 32)')
    .optional()
    .describe('Key that wraps all file keys; default: made once and kept in MOORING_DATA/master.key'),
  DATABASE_URL: url('postgres', 'postgresql')
    .optional()
    .describe('An existing PostgreSQL 18 database, whose user owns it and may create roles (CREATEROLE; no superuser is needed); default: one under MOORING_DATA'),
  DATABASE_POOL: z.coerce.number().int().min(2, 'must be at least 2').max(200).default(12).describe('Connections of one server process'),
  SMTP_URL: url('smtp', 'smtps').optional().describe('Where mail is handed over; default: the sandbox in demo mode, else mail waits'),
  MAIL_FROM: z.string().default('no-reply@localhost').describe('Sender of all mail; reveals no kind of clinic'),
  MOORING_FAX_DOMAIN: z.string().default('fax.localhost').describe('A fax goes as mail to its number at this domain, as mail-to-fax services take it; over SMTP_URL'),
  MOORING_FAX_INBOX: z
    .string()
    .optional()
    .describe('Folder into which a fax service or scanner puts files; each is taken in once, then removed from there. Without it none is watched'),
  MOORING_TEXT_DOMAIN: z
    .string()
    .default('text.localhost')
    .describe('A text message goes as mail to its number at this domain, as mail-to-text services take it; over SMTP_URL'),
  MOORING_VOICE_DOMAIN: z
    .string()
    .default('voice.localhost')
    .describe('A spoken message goes as mail to its number at this domain, as mail-to-voice services take it; over SMTP_URL'),
  MOORING_STORAGE: z
    .union([z.literal('folder'), url('s3')])
    .default('folder')
    .describe('folder, or s3://bucket/prefix (credentials from AWS_*)'),
  MOORING_S3_ENDPOINT: url('http', 'https').optional().describe('Endpoint of an S3-compatible store other than AWS'),
  MOORING_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info').describe('Least level that is logged'),
  MOORING_METRICS_TOKEN: z
    .string()
    .min(16, 'must have at least 16 characters')
    .optional()
    .describe('Bearer token for /metrics from other machines; without it only this machine may read them'),
  MOORING_BUSY_AFTER_MS: z.coerce.number().int().min(100).default(2000).describe('Milliseconds for which the server may be held up before it answers 503'),
  MOORING_RATE_LIMIT: z.coerce.number().int().min(10).default(1200).describe('Requests a minute and address before 429'),
  MOORING_JOBS: z.enum(['on', 'off']).default('on').describe('Whether this process also works jobs'),
  MOORING_SANDBOX_SFTP_PORT: port(2290).describe('Demo clearinghouse: SFTP port'),
  MOORING_SANDBOX_HTTP_PORT: port(8091).describe('Demo outside world: page to steer the clearinghouse and read mail'),
  MOORING_SANDBOX_SMTP_PORT: port(2525).describe('Demo mail sink: SMTP port'),
} as const;

const schema = z.object(settings);
type Settings = z.output<typeof schema>;

/** The settings of one process, checked. */
export interface Config extends Settings {
  readonly dataDirectory: string;
  readonly demo: boolean;
  readonly publicUrl: string;
  readonly masterKey: Buffer;
}

function keptMasterKey(dataDirectory: string): Buffer {
  const file = join(dataDirectory, 'master.key');
  if (!existsSync(file)) {
    mkdirSync(dataDirectory, { recursive: true });
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  }
  return Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
}

/** Reads and checks every setting. Throws `WrongSetting`, naming the first wrong one and the remedy. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([name, value]) => name in settings && value !== ''));
  for (const name of Object.keys(environment)) {
    if (name.startsWith('MOORING_') && !(name in settings)) throw new WrongSetting(name, 'is not a setting of Mooring; see docs/reference/settings.md');
  }
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new WrongSetting(String(issue?.path[0] ?? 'settings'), issue?.message ?? 'cannot be read');
  }
  const dataDirectory = resolve(parsed.data.MOORING_DATA);
  return {
    ...parsed.data,
    dataDirectory,
    demo: parsed.data.MOORING_DEMO === 'on',
    publicUrl: parsed.data.MOORING_PUBLIC_URL ?? `http://localhost:${parsed.data.PORT}`,
    masterKey: parsed.data.MOORING_MASTER_KEY ? Buffer.from(parsed.data.MOORING_MASTER_KEY, 'hex') : keptMasterKey(dataDirectory),
  };
}
