import { mergeTexts, type DraftHeaderWire, type SaveDraft, type SavedDraft } from '#server/charting/drafts/drafts.contract.ts';

/** One section as this device knows it. `base` is the text on which device and server last agreed, as version `baseVersion`. */
export interface Section {
  readonly text: string;
  readonly base: string;
  readonly baseVersion: number;
  /** Number of the last sending from this device; the server takes each number once. */
  readonly sequence: number;
  /** What is on its way, until it is answered or lost. */
  readonly sent: string | null;
}

/** Why words have not reached the server. */
export type Hindrance = { readonly kind: 'offline' } | { readonly kind: 'signed-out' } | { readonly kind: 'refused'; readonly says: string };

type HeaderChange = Partial<DraftHeaderWire>;

/** Everything typed into one draft on one device. Changed only by the functions below. */
export interface Journal {
  readonly sections: Readonly<Record<string, Section>>;
  readonly header: DraftHeaderWire;
  /** Header fields changed here that the server does not have yet. */
  readonly headerChange: HeaderChange;
  readonly headerSent: HeaderChange | null;
  /** Counts changes, and how many of them the device's own store holds. */
  readonly edits: number;
  readonly storedEdits: number;
  readonly hindrance: Hindrance | null;
  readonly savedAt: string | null;
}

/** A section as the store of the device keeps it. */
export interface Kept {
  readonly key: string;
  readonly text: string;
  readonly base: string;
  readonly baseVersion: number;
  readonly sequence: number;
  /** Whether it was written by the device that opens the draft now; another tab has a count of its own. */
  readonly isOwn: boolean;
}

/** A kept line whose words the server holds by now: nothing of it is brought back, only its number still counts. */
export function takenUp<Line extends Pick<Kept, 'text' | 'base'>>(line: Line): Line {
  return { ...line, base: line.text };
}

interface ServerSection {
  readonly key: string;
  readonly text: string;
  readonly version: number;
}

/** Words of this device go back exactly as they were, with their own ground: the server knows what it took of them, and merges. */
function withOwn(section: Section, { text, base, baseVersion, sequence }: Kept): Section {
  return text === base ? { ...section, sequence } : { ...section, text, base, baseVersion, sequence };
}

/** Words that another tab left are merged in here, as if typed anew: the server would measure them by what this device sent last, which they never knew. */
function withFound(section: Section, { text, base }: Kept): Section {
  return text === base ? section : { ...section, text: mergeTexts(base, section.text, text).text };
}

function withKept(fresh: Section, kept: readonly Kept[]): Section {
  const [own, found] = [kept.filter(({ isOwn }) => isOwn), kept.filter(({ isOwn }) => !isOwn)];
  return found.reduce(withFound, own.reduce(withOwn, fresh));
}

/** A draft as it opens: what the server holds, and over it what this device kept and the server may not know. */
export function openJournal(server: readonly ServerSection[], header: DraftHeaderWire, kept: readonly Kept[] = [], headerChange: HeaderChange = {}): Journal {
  const sections = server.map(({ key, text, version }) => {
    const fresh: Section = { text, base: text, baseVersion: version, sequence: 0, sent: null };
    return [
      key,
      withKept(
        fresh,
        kept.filter((entry) => entry.key === key),
      ),
    ] as const;
  });
  return {
    sections: Object.fromEntries(sections),
    header: { ...header, ...headerChange },
    headerChange,
    headerSent: null,
    edits: 0,
    storedEdits: 0,
    hindrance: null,
    savedAt: null,
  };
}

/** Somebody typed: the section now reads `text`. */
export function typed(journal: Journal, key: string, text: string): Journal {
  const section = journal.sections[key];
  if (!section || section.text === text) return journal;
  return { ...journal, sections: { ...journal.sections, [key]: { ...section, text } }, edits: journal.edits + 1 };
}

/** Somebody changed times, place, risk or diagnoses. */
export function changedHeader(journal: Journal, change: HeaderChange): Journal {
  return { ...journal, header: { ...journal.header, ...change }, headerChange: { ...journal.headerChange, ...change }, edits: journal.edits + 1 };
}

/** The device's own store holds the first `edits` changes. */
export function stored(journal: Journal, edits: number): Journal {
  return edits <= journal.storedEdits ? journal : { ...journal, storedEdits: edits };
}

/** Whether something typed is not on the server yet. */
export function hasUnsaved(journal: Journal): boolean {
  return Object.keys(journal.headerChange).length > 0 || isSending(journal) || Object.values(journal.sections).some(({ text, base }) => text !== base);
}

/** Whether an answer is awaited. */
export function isSending(journal: Journal): boolean {
  return journal.headerSent !== null || Object.values(journal.sections).some(({ sent }) => sent !== null);
}

/** The next save to send, and the journal while it is on its way; undefined when there is nothing to send or one is on its way. */
export function nextSave(journal: Journal, deviceId: string): { journal: Journal; body: SaveDraft } | undefined {
  const dirty = Object.entries(journal.sections).filter(([, { text, base }]) => text !== base);
  const hasHeader = Object.keys(journal.headerChange).length > 0;
  if (isSending(journal) || (dirty.length === 0 && !hasHeader)) return undefined;
  const going = dirty.map(([key, section]) => [key, { ...section, sent: section.text, sequence: section.sequence + 1 }] as const);
  const writes = going.map(([key, { text, baseVersion, sequence }]) => [key, { text, baseVersion, sequence }] as const);
  return {
    journal: {
      ...journal,
      sections: { ...journal.sections, ...Object.fromEntries(going) },
      headerSent: hasHeader ? journal.headerChange : null,
      headerChange: {},
    },
    body: { deviceId, ...(writes.length > 0 ? { sections: Object.fromEntries(writes) } : {}), ...(hasHeader ? { header: journal.headerChange } : {}) },
  };
}

function settled(section: Section, reply: { text: string; version: number } | undefined): Section {
  if (section.sent === null) return section;
  if (!reply) return { ...section, sent: null };
  // What was typed while the save was on its way is carried over to the text that came back.
  const text = section.text === section.sent ? reply.text : mergeTexts(section.sent, reply.text, section.text).text;
  return { ...section, text, base: reply.text, baseVersion: reply.version, sent: null };
}

/** The server answered a save. */
export function answered(journal: Journal, reply: SavedDraft): Journal {
  const sections = Object.entries(journal.sections).map(([key, section]) => [key, settled(section, reply.sections[key])] as const);
  return {
    ...journal,
    sections: Object.fromEntries(sections),
    header: { ...reply.header, ...journal.headerChange },
    headerSent: null,
    hindrance: null,
    savedAt: reply.savedAt,
  };
}

/** No answer, or a no. The words stay and go again; whether the lost save arrived does not matter, the server finds out. */
export function unanswered(journal: Journal, hindrance: Hindrance): Journal {
  const sections = Object.entries(journal.sections).map(([key, section]) => [key, { ...section, sent: null }] as const);
  return {
    ...journal,
    sections: Object.fromEntries(sections),
    headerChange: { ...journal.headerSent, ...journal.headerChange },
    headerSent: null,
    hindrance,
  };
}

/**
 * Versions of the sections that a reader of `before` has seen, told once all is sent and the journal is `after`. Own words keep their meaning
 * in a newer version; a section that reads otherwise by now was changed by somebody else meanwhile and stays at the version that was read.
 */
export function versionsRead(before: Journal, after: Journal): Record<string, number> {
  const read = Object.entries(after.sections).map(([key, section]) => {
    const seen = before.sections[key];
    return [key, seen && seen.text !== section.text ? seen.baseVersion : section.baseVersion] as const;
  });
  return Object.fromEntries(read);
}

/** Where the words are, for the writer. */
export interface JournalStatus {
  readonly kind: 'saved' | 'saving' | 'kept' | 'offline' | 'signed-out' | 'refused';
  readonly says: string;
}

const hinderedWords: Readonly<Record<'offline' | 'signed-out', string>> = {
  offline: 'Offline: kept on this device',
  'signed-out': 'Signed out: kept on this device',
};

/** What to tell the writer about the safety of their words. */
export function statusOf(journal: Journal): JournalStatus {
  const { hindrance } = journal;
  if (hindrance?.kind === 'refused') return { kind: 'refused', says: hindrance.says };
  if (hindrance && hasUnsaved(journal)) return { kind: hindrance.kind, says: hinderedWords[hindrance.kind] };
  if (!hasUnsaved(journal)) return { kind: 'saved', says: 'Saved' };
  return journal.storedEdits >= journal.edits ? { kind: 'kept', says: 'Saved on this device' } : { kind: 'saving', says: 'Saving' };
}
