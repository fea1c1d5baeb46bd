import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import WebSocket from 'ws';
import * as Y from 'yjs';
import { sectionText } from '#server/together/documents/section-text.rules.ts';

/** A socket that brings the session and the page it was opened from, as a browser does by itself. */
function socketWith(cookie: string, origin: string) {
  return class extends WebSocket {
    constructor(address: string) {
      super(address, { headers: { cookie }, origin });
    }
  };
}

/** Somebody at sections of documents, through the real door and protocol, without a screen. */
export class SectionVisitor {
  readonly #socket: HocuspocusProviderWebsocket;
  readonly #providers: HocuspocusProvider[] = [];

  constructor(serverUrl: string, cookie: string) {
    const url = `${serverUrl.replace('http', 'ws')}/api/live/sections`;
    this.#socket = new HocuspocusProviderWebsocket({ url, WebSocketPolyfill: socketWith(cookie, serverUrl), delay: 50, minDelay: 20, maxDelay: 200 });
  }

  /** Goes to a section with an empty document, or with what was typed elsewhere. */
  goTo(sectionId: string, doc = new Y.Doc()): SectionAtWork {
    const provider = new HocuspocusProvider({ websocketProvider: this.#socket, name: sectionId, document: doc, token: 'session' });
    provider.attach();
    this.#providers.push(provider);
    return new SectionAtWork(provider);
  }

  leave(): void {
    for (const provider of this.#providers) provider.destroy();
    this.#socket.destroy();
  }
}

/** One section as one visitor has it. */
export class SectionAtWork {
  readonly provider: HocuspocusProvider;

  constructor(provider: HocuspocusProvider) {
    this.provider = provider;
  }

  get doc(): Y.Doc {
    return this.provider.document;
  }

  get text(): string {
    return sectionText(this.doc);
  }

  /** Adds a paragraph, as an editor would. */
  write(line: string): void {
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText(line)]);
    const words = this.doc.getXmlFragment('default');
    words.insert(words.length, [paragraph]);
  }

  /** Until these words are here. */
  sees(words: string): Promise<void> {
    return this.#when('update', () => this.text.includes(words));
  }

  /** Until the server has answered that all typed here is kept. */
  async kept(): Promise<void> {
    const { provider } = this;
    if (provider.isSynced && !provider.hasUnsyncedChanges) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const look = () => provider.isSynced && !provider.hasUnsyncedChanges && resolve();
    provider.on('unsyncedChanges', look);
    provider.on('synced', look);
    await promise;
  }

  /** The word with which the server shuts out. */
  async shutOut(): Promise<string> {
    const { promise, resolve } = Promise.withResolvers<string>();
    this.provider.on('authenticationFailed', ({ reason }: { reason: string }) => resolve(reason));
    this.provider.on('close', ({ event }: { event: { reason: string } }) => resolve(event.reason));
    return promise;
  }

  async #when(event: 'update', holds: () => boolean): Promise<void> {
    if (holds()) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const look = () => holds() && resolve();
    this.doc.on(event, look);
    await promise;
    this.doc.off(event, look);
  }
}
