import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { takenUp } from './journal.ts';

/** One line of the journal: a section of a draft as it read at a moment. Lines are added, never changed. */
export interface Entry {
  readonly document: string;
  /** Only who wrote the words gets them back. */
  readonly owner: string;
  readonly device: string;
  readonly key: string;
  readonly text: string;
  readonly base: string;
  readonly baseVersion: number;
  readonly sequence: number;
}

interface Tables extends DBSchema {
  entry: { key: number; value: Entry; indexes: { document: string } };
}

let opened: Promise<IDBPDatabase<Tables>> | undefined;

function database(): Promise<IDBPDatabase<Tables>> {
  opened ??= openDB<Tables>('mooring-journal', 1, {
    upgrade(db) {
      db.createObjectStore('entry', { autoIncrement: true }).createIndex('document', 'document');
    },
    terminated() {
      opened = undefined;
    },
  });
  return opened;
}

/** Adds lines, durable when the promise resolves. Older lines of the same section and device go in the same transaction. */
export async function append(entries: readonly Entry[]): Promise<void> {
  if (entries.length === 0) return;
  const transaction = (await database()).transaction('entry', 'readwrite', { durability: 'strict' });
  const store = transaction.objectStore('entry');
  for (const entry of entries) {
    const added = await store.add(entry);
    for (const key of await store.index('document').getAllKeys(entry.document)) {
      const older = key < added ? await store.get(key) : undefined;
      if (older && older.key === entry.key && older.device === entry.device) await store.delete(key);
    }
  }
  await transaction.done;
}

/** A line and its number in the store. */
export interface Line extends Entry {
  readonly number: number;
}

/** The last line of each section and device, oldest first. */
export async function recall(document: string, owner: string): Promise<Line[]> {
  const found: Line[] = [];
  let cursor = await (await database()).transaction('entry').store.index('document').openCursor(document);
  while (cursor) {
    if (cursor.value.owner === owner) found.push({ ...cursor.value, number: cursor.primaryKey });
    cursor = await cursor.continue();
  }
  return found;
}

/** The server holds the words of these lines; what their device wrote since is another line and stays. */
export async function putAside(numbers: readonly number[]): Promise<void> {
  if (numbers.length === 0) return;
  const transaction = (await database()).transaction('entry', 'readwrite');
  for (const number of numbers) {
    const line = await transaction.store.get(number);
    if (line) await transaction.store.put(takenUp(line), number);
  }
  await transaction.done;
}

/** The words are safe elsewhere for good, or were put aside on purpose. */
export async function forget(document: string): Promise<void> {
  const transaction = (await database()).transaction('entry', 'readwrite');
  for (const key of await transaction.store.index('document').getAllKeys(document)) await transaction.store.delete(key);
  await transaction.done;
}
