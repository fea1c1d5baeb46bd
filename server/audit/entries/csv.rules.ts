import type { EntryLine } from './entry-line.ts';

const head = ['at', 'who', 'roles', 'action', 'outcome', 'purpose', 'patients', 'subject', 'reason', 'fields', 'address', 'session', 'trace', 'entry'] as const;

/** One cell: quoted, and never taken for a formula by a spreadsheet (OWASP: CSV injection). */
export function csvCell(value: string): string {
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${harmless.replaceAll('"', '""')}"`;
}

/** Entries as lines of comma-separated values (RFC 4180). */
export function entriesAsCsv(entries: readonly EntryLine[]): string {
  const lines = entries.map((entry) => [
    entry.at.toString(),
    entry.actor.name,
    entry.actor.roles.join(' '),
    entry.action,
    entry.outcome,
    entry.purpose,
    entry.patientIds.join(' '),
    entry.subject ? `${entry.subject.kind} ${entry.subject.id ?? ''}`.trim() : '',
    entry.reason ?? '',
    entry.fields.join(' '),
    entry.address ?? '',
    entry.sessionId ?? '',
    entry.traceId ?? '',
    entry.id,
  ]);
  return [head, ...lines].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}
