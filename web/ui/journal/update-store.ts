import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** One thing that was typed into a shared text and that the server has not said to hold. */
interface Unheld {
  readonly place: string;
  /** Only who wrote the words gets them back. */
  readonly owner: string;
  readonly content: Uint8Array;
}

interface Tables extends DBSchema {
  unheld: { key: number; value: Unheld; indexes: { place: string } };
}

let opened: Promise<IDBPDatabase<Tables>> | undefined;

function database(): Promise<IDBPDatabase<Tables>> {
  opened ??= openDB<Tables>('mooring-shared', 1, {
    upgrade(db) {
      db.createObjectStore('unheld', { autoIncrement: true }).createIndex('place', 'place');
    },
    terminated() {
      opened = undefined;
    },
  });
  return opened;
}

/** Keeps what was typed on this device; its number, to put it away by. */
export async function keepUnheld(unheld: Unheld): Promise<number> {
  const transaction = (await database()).transaction('unheld', 'readwrite', { durability: 'strict' });
  const key = await transaction.store.add(unheld);
  await transaction.done;
  return key;
}

/** What this person typed here before and the server may not hold, the oldest first. */
export async function recallUnheld(place: string, owner: string): Promise<{ key: number; content: Uint8Array }[]> {
  const found: { key: number; content: Uint8Array }[] = [];
  let cursor = await (await database()).transaction('unheld').store.index('place').openCursor(place);
  while (cursor) {
    if (cursor.value.owner === owner) found.push({ key: cursor.primaryKey, content: cursor.value.content });
    cursor = await cursor.continue();
  }
  return found;
}

/** The server holds these now. */
export async function putAway(keys: readonly number[]): Promise<void> {
  if (keys.length === 0) return;
  const transaction = (await database()).transaction('unheld', 'readwrite');
  for (const key of keys) await transaction.store.delete(key);
  await transaction.done;
}
