import type { DraftHeaderWire, SaveDraft, SavedDraft } from '#server/charting/drafts/drafts.contract.ts';
import { Problem } from '../api/problem.ts';
import { claimDevice } from './device.ts';
import { append, forget, putAside, recall, type Entry } from './journal-store.ts';
import { answered, changedHeader, nextSave, openJournal, stored, typed, unanswered, hasUnsaved, type Hindrance, type Journal } from './journal.ts';

/** A draft as the server opens it, as far as the journal needs it. */
export interface OpenedDraft {
  readonly id: string;
  readonly sections: readonly { readonly key: string; readonly text: string; readonly version: number }[];
  readonly header: DraftHeaderWire;
}

/** Keeps one draft safe: notes each change on the device, sends it on, and tells those who listen. */
export interface Keeper {
  readonly current: () => Journal;
  readonly subscribe: (listener: () => void) => () => void;
  readonly type: (key: string, text: string) => void;
  readonly setHeader: (change: Partial<DraftHeaderWire>) => void;
  /** Sends what is not sent, and waits until the server has it. False when it could not be reached. */
  readonly flush: () => Promise<boolean>;
  /** The draft is signed: the device forgets the words. */
  readonly forget: () => Promise<void>;
  readonly close: () => void;
}

const storeWithinMs = 200;
const sendAfterMs = 900;
const retryMs = [2_000, 5_000, 10_000, 30_000] as const;
const headerKey = '#header';

function hindranceOf(error: unknown): Hindrance {
  if (!(error instanceof Problem) || error.status >= 500 || error.status === 429) return { kind: 'offline' };
  if (error.status === 401) return { kind: 'signed-out' };
  return { kind: 'refused', says: error.obstacles[0]?.says ?? error.message };
}

function entriesOf(journal: Journal, who: Pick<Entry, 'document' | 'owner' | 'device'>, before: Journal): Entry[] {
  const changed = Object.entries(journal.sections).filter(([key, section]) => section !== before.sections[key]);
  const lines = changed.map(([key, { text, base, baseVersion, sequence }]) => ({ ...who, key, text, base, baseVersion, sequence }));
  const header = { ...journal.headerSent, ...journal.headerChange };
  const headerBefore = { ...before.headerSent, ...before.headerChange };
  if (JSON.stringify(header) === JSON.stringify(headerBefore)) return lines;
  return [...lines, { ...who, key: headerKey, text: JSON.stringify(header), base: '', baseVersion: 0, sequence: 0 }];
}

/** What is going on for one open draft. */
interface Work {
  readonly who: Pick<Entry, 'document' | 'owner' | 'device'>;
  readonly save: (body: SaveDraft) => Promise<SavedDraft>;
  readonly listeners: Set<() => void>;
  journal: Journal;
  storedJournal: Journal;
  storeTimer: ReturnType<typeof setTimeout> | undefined;
  sendTimer: ReturnType<typeof setTimeout> | undefined;
  failures: number;
  isOpen: boolean;
  /** Lines of other tabs whose words were brought back here and are not on the server yet. */
  found: readonly number[];
  onItsWay: Promise<void>;
}

function become(work: Work, next: Journal): void {
  work.journal = next;
  for (const listener of work.listeners) listener();
}

async function store(work: Work): Promise<void> {
  clearTimeout(work.storeTimer);
  work.storeTimer = undefined;
  const now = work.journal;
  // A device without room or with storage forbidden still sends; the status then stays at "Saving" until the server answers.
  const isKept = await append(entriesOf(now, work.who, work.storedJournal)).then(
    () => true,
    () => false,
  );
  if (!isKept) return;
  work.storedJournal = now;
  become(work, stored(work.journal, now.edits));
}

/** What other tabs left is on the server now, or was there before. Left lying, it would be brought back each time over newer words. */
async function putAsideFound(work: Work): Promise<void> {
  const { found } = work;
  work.found = [];
  // Kept once more is only merged once more.
  await putAside(found).catch(() => undefined);
}

async function sendOnce(work: Work): Promise<void> {
  const next = nextSave(work.journal, work.who.device);
  if (!next) return;
  become(work, next.journal);
  // The number of the sending is on the device before it leaves, so that it is never used twice.
  await store(work);
  try {
    const reply = await work.save(next.body);
    // Not before the answer: the journal has gone on with what was typed meanwhile.
    become(work, answered(work.journal, reply));
    work.failures = 0;
    await putAsideFound(work);
  } catch (error) {
    become(work, unanswered(work.journal, hindranceOf(error)));
    work.failures += 1;
  }
  void store(work);
}

function planSend(work: Work, delay: number): void {
  clearTimeout(work.sendTimer);
  if (work.isOpen) work.sendTimer = setTimeout(() => void send(work), delay);
}

function send(work: Work): Promise<void> {
  clearTimeout(work.sendTimer);
  work.onItsWay = work.onItsWay
    .then(() => sendOnce(work))
    .then(() => {
      const { hindrance } = work.journal;
      if (!hasUnsaved(work.journal) || hindrance?.kind === 'refused') return;
      planSend(work, hindrance ? (retryMs[Math.min(work.failures, retryMs.length) - 1] ?? 30_000) : sendAfterMs);
    });
  return work.onItsWay;
}

function changed(work: Work, next: Journal): void {
  if (next === work.journal) return;
  become(work, next);
  work.storeTimer ??= setTimeout(() => void store(work), storeWithinMs);
  if (!next.hindrance) planSend(work, sendAfterMs);
}

/** Sends when the network is back; stores at once when the page may go away. Answers how to stop listening. */
function watchPage(work: Work): () => void {
  const retry = () => void send(work);
  const keep = () => void store(work);
  const leave = () => document.visibilityState === 'hidden' && keep();
  window.addEventListener('online', retry);
  window.addEventListener('pagehide', keep);
  document.addEventListener('visibilitychange', leave);
  return () => {
    window.removeEventListener('online', retry);
    window.removeEventListener('pagehide', keep);
    document.removeEventListener('visibilitychange', leave);
  };
}

async function flush(work: Work): Promise<boolean> {
  await send(work);
  if (hasUnsaved(work.journal) && !work.journal.hindrance) await send(work);
  return !hasUnsaved(work.journal);
}

async function begin(draft: OpenedDraft, owner: string, device: string, save: Work['save']): Promise<Work> {
  const lines = await recall(draft.id, owner);
  const kept = lines.filter(({ key }) => key !== headerKey).map((line) => ({ ...line, isOwn: line.device === device }));
  const header = lines.findLast(({ key }) => key === headerKey);
  return {
    who: { document: draft.id, owner, device },
    save,
    listeners: new Set(),
    journal: openJournal(draft.sections, draft.header, kept, header ? (JSON.parse(header.text) as Partial<DraftHeaderWire>) : {}),
    storedJournal: openJournal(draft.sections, draft.header),
    storeTimer: undefined,
    sendTimer: undefined,
    failures: 0,
    isOpen: true,
    found: kept.filter(({ isOwn }) => !isOwn).map(({ number }) => number),
    onItsWay: Promise.resolve(),
  };
}

/** Opens the journal of a draft for its writer, with what an earlier page, a crash or a lost network left on this device. */
export async function openKeeper(draft: OpenedDraft, owner: string, save: (body: SaveDraft) => Promise<SavedDraft>): Promise<Keeper> {
  const { deviceId, release } = await claimDevice(draft.id);
  const work = await begin(draft, owner, deviceId, save);
  const unwatch = watchPage(work);
  if (hasUnsaved(work.journal)) planSend(work, 0);
  else await putAsideFound(work);
  return {
    current: () => work.journal,
    subscribe: (listener) => {
      work.listeners.add(listener);
      return () => work.listeners.delete(listener);
    },
    type: (key, text) => changed(work, typed(work.journal, key, text)),
    setHeader: (change) => changed(work, changedHeader(work.journal, change)),
    flush: () => flush(work),
    forget: () => forget(draft.id),
    close: () => {
      work.isOpen = false;
      unwatch();
      // Whoever opens the draft next counts under this name only when its last number is on the device.
      void Promise.all([store(work), send(work)]).finally(release);
    },
  };
}
