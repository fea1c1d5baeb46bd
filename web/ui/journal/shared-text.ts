import { HocuspocusProvider, type HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import * as Y from 'yjs';
import { keepUnheld, putAway, recallUnheld } from './update-store.ts';

/** Where the words of a shared text are. */
export type SharedStatus = 'opening' | 'saved' | 'saving' | 'offline' | 'closed';

/** Somebody who is at the text now. */
export interface Present {
  readonly id: string;
  readonly name: string;
  readonly isWriting: boolean;
}

/** A text that several people write at once, kept on this device until the server says that it holds it. */
export interface SharedText {
  readonly doc: Y.Doc;
  readonly provider: HocuspocusProvider;
  readonly status: () => SharedStatus;
  readonly mayWrite: () => boolean;
  readonly present: () => readonly Present[];
  readonly subscribe: (listener: () => void) => () => void;
  readonly close: () => void;
}

interface Work {
  readonly place: string;
  readonly owner: string;
  readonly doc: Y.Doc;
  /** Numbers on the device of what the server does not hold yet. */
  kept: Promise<number>[];
  isClosed: boolean;
  isOnline: boolean;
}

/** Notes each change of this browser before anything else happens to it. */
function noteChanges(work: Work): void {
  work.doc.on('update', (content: Uint8Array, origin: unknown) => {
    if (origin instanceof HocuspocusProvider || origin === 'recalled') return;
    // A device without room or with storage forbidden still sends.
    work.kept.push(keepUnheld({ place: work.place, owner: work.owner, content }).catch(() => -1));
  });
}

/** All that was noted until now is on the server. */
async function putAwayAll(work: Work): Promise<void> {
  const held = work.kept;
  work.kept = [];
  const keys = (await Promise.all(held)).filter((key) => key >= 0);
  await putAway(keys).catch(() => undefined);
}

function statusOf({ isClosed, isOnline }: Work, provider: HocuspocusProvider): SharedStatus {
  if (isClosed) return 'closed';
  if (!isOnline) return 'offline';
  if (!provider.isSynced) return 'opening';
  return provider.hasUnsyncedChanges ? 'saving' : 'saved';
}

function presentAt(provider: HocuspocusProvider): readonly Present[] {
  const states = [...(provider.awareness?.getStates().values() ?? [])] as { user?: { id?: string; name?: string }; isWriting?: boolean }[];
  const people = new Map<string, Present>();
  for (const { user, isWriting = false } of states) {
    if (!user?.id || !user.name) continue;
    people.set(user.id, { id: user.id, name: user.name, isWriting: isWriting || people.get(user.id)?.isWriting === true });
  }
  return [...people.values()];
}

function textOf(node: unknown): string {
  if (node instanceof Y.XmlText) return (node.toDelta() as { insert?: unknown }[]).map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('');
  return node instanceof Y.XmlElement ? node.toArray().map(textOf).join('') : '';
}

/** The words alone, a line a paragraph. */
export function plainText(doc: Y.Doc): string {
  return doc.getXmlFragment('default').toArray().map(textOf).join('\n');
}

/** Opens a shared text with what an earlier page, a crash or a lost network left of it on this device. */
export async function openSharedText(socket: HocuspocusProviderWebsocket, place: string, me: { id: string; name: string }): Promise<SharedText> {
  const doc = new Y.Doc();
  const work: Work = { place, owner: me.id, doc, kept: [], isClosed: false, isOnline: socket.status === 'connected' };
  for (const { key, content } of await recallUnheld(place, me.id).catch(() => [])) {
    Y.applyUpdate(doc, content, 'recalled');
    work.kept.push(Promise.resolve(key));
  }
  noteChanges(work);
  const listeners = new Set<() => void>();
  let isTold = false;
  // The editor tells of itself while it is being drawn; whoever listens draws only afterwards.
  const tell = () => {
    if (isTold) return;
    isTold = true;
    queueMicrotask(() => {
      isTold = false;
      for (const listener of listeners) listener();
    });
  };
  const provider = new HocuspocusProvider({ websocketProvider: socket, name: place, document: doc, token: 'session' });
  provider.on('unsyncedChanges', ({ number }: { number: number }) => {
    if (number === 0 && provider.isSynced) void putAwayAll(work);
    tell();
  });
  provider.on('authenticationFailed', () => {
    work.isClosed = true;
    tell();
  });
  provider.on('authenticated', () => {
    work.isClosed = false;
    tell();
  });
  provider.on('status', ({ status }: { status: string }) => {
    work.isOnline = status === 'connected';
    tell();
  });
  provider.on('close', ({ event }: { event: { reason?: string } }) => {
    // The server has shut this text to us, while the connection goes on.
    if (event.reason === 'closed') work.isClosed = true;
    tell();
  });
  provider.on('synced', tell);
  provider.on('awarenessChange', tell);
  provider.setAwarenessField('user', me);
  provider.attach();
  return {
    doc,
    provider,
    status: () => statusOf(work, provider),
    mayWrite: () => !work.isClosed && provider.authorizedScope !== 'readonly',
    present: () => presentAt(provider),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => provider.destroy(),
  };
}
