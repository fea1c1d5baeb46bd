import { pino, type Logger } from 'pino';

/**
 * The log of one process: one JSON object a line. It names routes by their pattern and records by their id, never a person,
 * a query string, a body or a header: what is not passed here cannot leak from here.
 */
export function openLog(level: string): Logger {
  return pino({ level, base: null, timestamp: () => `,"at":"${Temporal.Now.instant().toString()}"`, formatters: { level: (label) => ({ level: label }) } });
}
