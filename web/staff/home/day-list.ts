import type { Schedule } from '../scheduling/schedule.ts';

type Entry = Extract<Schedule['entries'][number], { kind: 'appointment' }>;

/** Where the note of an appointment stands. */
export type NoteState = { readonly state: 'open' | 'discarded' | 'signed'; readonly draftId: string | null; readonly noteId: string | null } | undefined;

/** The day's appointments in their order, without what was called off. */
export function dayList(entries: Schedule['entries']): Entry[] {
  return entries
    .filter((entry): entry is Entry => entry.kind === 'appointment' && entry.status !== 'cancelled')
    .toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
}

/** The session that ended or began last of those that want their note: most likely the one that somebody sits down to write about. */
export function noteToWrite(rows: readonly Entry[], notes: ReadonlyMap<string, NoteState>, now: number): Entry | undefined {
  return rows.findLast((row) => ['write', 'finish'].includes(noteWish(row, notes.get(row.id), now) ?? ''));
}

/** What the note of an appointment wants; nothing before the session and after an absence. */
export function noteWish(appointment: Entry, note: NoteState, now: number): 'write' | 'finish' | 'signed' | undefined {
  if (note?.state === 'signed') return 'signed';
  if (note?.state === 'open') return 'finish';
  if (appointment.status === 'no-show') return undefined;
  return Date.parse(appointment.startsAt) <= now ? 'write' : undefined;
}
