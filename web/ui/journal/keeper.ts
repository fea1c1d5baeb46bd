import type { DraftHeaderWire, SaveDraft, SavedDraft } from '#server/charting/drafts/drafts.contract.ts';
import { Problem } from '../api/problem.ts';
import { claimDevice } from './device.ts';
import { append, forget, recall, type Entry } from './journal-store.ts';
import { answered, changedHeader, nextSave, openJournal, statusOf, stored, typed, unanswered, hasUnsaved, type Hindrance, type Journal, type JournalStatus } from './journal.ts';

/** A draft as the server opens it, as far as the journal needs it. */
export interface OpenedDraft {
  readonly id: string;
  readonly sections: readonly { readonly key: string; readonly text: string; readonly version: number }[];
  readonly header: DraftHeaderWire;
}

/** Keeps one draft safe: notes each change on the device, sends it on, and tells those who listen. */
export interface Keeper {
  readonly current: () => Journal;
  readonly status: () => JournalStatus;
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

/** Opens the journal of a draft for its writer, with what an earlier page, a crash or a lost network left on this device. */
export async function openKeeper(draft: OpenedDraft, owner: string, save: (body: SaveDraft) => Promise<SavedDraft>): Promise<Keeper> {
  const { deviceId, release } = await claimDevice(draft.id);
  const lines = await recall(draft.id, owner);
  const kept = lines.filter(({ key }) => key !== headerKey).map((line) => ({ ...line, isOwn: line.device === deviceId }));
  const headerLine = lines.findLast(({ key }) => key === headerKey);
  const who = { document: draft.id, owner, device: deviceId };
  const listeners = new Set<() => void>();
  let journal = openJournal(draft.sections, draft.header, kept, headerLine ? (JSON.parse(headerLine.text) as Partial<DraftHeaderWire>) : {});
  let storedJournal = openJournal(draft.sections, draft.header);
  let storeTimer: ReturnType<typeof setTimeout> | undefined;
  let sendTimer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let isOpen = true;
  let onItsWay: Promise<void> = Promise.resolve();

  const become = (next: Journal) => {
    journal = next;
    for (const listener of listeners) listener();
  };
  const store = async () => {
    clearTimeout(storeTimer);
    storeTimer = undefined;
    const now = journal;
    await append(entriesOf(now, who, storedJournal));
    storedJournal = now;
    become(stored(journal, now.edits));
  };
  // A device without room or with storage forbidden still sends; the status then stays at "Saving" until the server answers.
  const storeQuietly = () => void store().catch(() => undefined);
  const planStore = () => (storeTimer ??= setTimeout(storeQuietly, storeWithinMs));
  const planSend = (delay: number) => {
    clearTimeout(sendTimer);
    if (isOpen) sendTimer = setTimeout(() => void send(), delay);
  };
  const sendOnce = async () => {
    const next = nextSave(journal, deviceId);
    if (!next) return;
    become(next.journal);
    // The number of the sending is on the device before it leaves, so that it is never used twice.
    await store().catch(() => undefined);
    try {
      become(answered(journal, await save(next.body)));
      failures = 0;
    } catch (error) {
      become(unanswered(journal, hindranceOf(error)));
      failures += 1;
    }
    storeQuietly();
  };
  const send = () => {
    clearTimeout(sendTimer);
    onItsWay = onItsWay.then(sendOnce).then(() => {
      if (!hasUnsaved(journal) || journal.hindrance?.kind === 'refused') return;
      planSend(journal.hindrance ? (retryMs[Math.min(failures, retryMs.length) - 1] ?? 30_000) : sendAfterMs);
    });
    return onItsWay;
  };
  const changed = (next: Journal) => {
    if (next === journal) return;
    become(next);
    planStore();
    if (!journal.hindrance) planSend(sendAfterMs);
  };
  const leave = () => {
    if (document.visibilityState === 'hidden') storeQuietly();
  };
  const retry = () => void send();
  window.addEventListener('online', retry);
  window.addEventListener('pagehide', storeQuietly);
  document.addEventListener('visibilitychange', leave);
  if (hasUnsaved(journal)) planSend(0);

  return {
    current: () => journal,
    status: () => statusOf(journal),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    type: (key, text) => changed(typed(journal, key, text)),
    setHeader: (change) => changed(changedHeader(journal, change)),
    flush: async () => {
      await send();
      if (hasUnsaved(journal) && !journal.hindrance) await send();
      return !hasUnsaved(journal);
    },
    forget: () => forget(draft.id),
    close: () => {
      isOpen = false;
      storeQuietly();
      void send();
      window.removeEventListener('online', retry);
      window.removeEventListener('pagehide', storeQuietly);
      document.removeEventListener('visibilitychange', leave);
      release();
    },
  };
}
