import { mergeTexts, SaveSession, type SeatReply, type SeatWrite, type SessionReply } from '#server/groups/sessions/sessions.contract.ts';

/** What was marked and typed on this device and is not yet on the server. */
export interface SessionEdits {
  readonly shared: Readonly<Partial<Record<'topic' | 'narrative', Typed>>>;
  readonly seats: Readonly<Record<string, SeatWrite>>;
}

interface Typed {
  readonly base: string;
  readonly text: string;
}

type SeatText = 'line' | 'riskNote';
export type Marks = Omit<SeatWrite, 'patientId' | SeatText>;

export const noEdits: SessionEdits = { shared: {}, seats: {} };

/** Whether everything is on the server. */
export function isSaved({ shared, seats }: SessionEdits): boolean {
  return Object.keys(shared).length === 0 && Object.keys(seats).length === 0;
}

/** Somebody typed in the shared part: the first keystroke keeps the text it started from. */
export function sharedTyped(edits: SessionEdits, held: SessionReply, name: 'topic' | 'narrative', text: string): SessionEdits {
  return { ...edits, shared: { ...edits.shared, [name]: { base: edits.shared[name]?.base ?? held[name], text } } };
}

/** Somebody typed in the part of one member. */
export function seatTyped(edits: SessionEdits, held: SeatReply, name: SeatText, text: string): SessionEdits {
  const write = edits.seats[held.patientId] ?? { patientId: held.patientId };
  return { ...edits, seats: { ...edits.seats, [held.patientId]: { ...write, [name]: { base: write[name]?.base ?? held[name], text } } } };
}

/** Marks of one member: there or not, times, reason, chips, risk. */
export function marked(edits: SessionEdits, patientId: string, marks: Marks): SessionEdits {
  return { ...edits, seats: { ...edits.seats, [patientId]: { ...edits.seats[patientId], patientId, ...marks } } };
}

function textSeen(held: string, typed: Typed | undefined): string {
  return typed === undefined ? held : mergeTexts(typed.base, held, typed.text).text;
}

/** The session as it is seen here: what the server holds, with what was marked and typed over it. */
export function withEdits(session: SessionReply, { shared, seats }: SessionEdits): SessionReply {
  return {
    ...session,
    topic: textSeen(session.topic, shared.topic),
    narrative: textSeen(session.narrative, shared.narrative),
    seats: session.seats.map((seat) => {
      const write = seats[seat.patientId];
      // The same object where nothing changed, so that its tile is not drawn again at each keystroke in another.
      if (write === undefined) return seat;
      const { line, riskNote, patientId: _patient, ...marks } = write;
      const told = Object.fromEntries(Object.entries(marks).filter(([, value]) => value !== undefined));
      return { ...seat, ...told, line: textSeen(seat.line, line), riskNote: textSeen(seat.riskNote, riskNote) };
    }),
  };
}

/** The body of a save. */
export function toSend({ shared, seats }: SessionEdits): SaveSession {
  return SaveSession.parse({ ...shared, seats: Object.values(seats) });
}

function textLeft(now: Typed | undefined, sent: Typed | undefined): Typed | undefined {
  if (now === undefined || now.text === sent?.text) return undefined;
  // What was typed while the save was on its way goes on from the words that were sent.
  return sent === undefined ? now : { base: sent.text, text: now.text };
}

function seatLeft(now: SeatWrite, sent: SeatWrite | undefined): SeatWrite | undefined {
  if (now === sent) return undefined;
  const { line, riskNote, ...marks } = now;
  const texts = { line: textLeft(line, sent?.line), riskNote: textLeft(riskNote, sent?.riskNote) };
  return { ...marks, ...Object.fromEntries(Object.entries(texts).filter(([, typed]) => typed !== undefined)) };
}

/** What is still to be sent once `sent` was saved. */
export function afterSaving(now: SessionEdits, sent: SessionEdits): SessionEdits {
  const shared = { topic: textLeft(now.shared.topic, sent.shared.topic), narrative: textLeft(now.shared.narrative, sent.shared.narrative) };
  const seats = Object.values(now.seats).flatMap((write) => {
    const left = seatLeft(write, sent.seats[write.patientId]);
    return left ? [[left.patientId, left] as const] : [];
  });
  return { shared: Object.fromEntries(Object.entries(shared).filter(([, typed]) => typed !== undefined)), seats: Object.fromEntries(seats) };
}
