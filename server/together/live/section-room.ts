import { Hocuspocus, type Connection, type Document } from '@hocuspocus/server';
import * as Y from 'yjs';
import { z } from 'zod';
import {
  listen,
  newId,
  NotFound,
  NotSignedIn,
  perform,
  type Action,
  type Actor,
  type Listening,
  type LiveParts,
  type LiveRoom,
  type LiveSocket,
  type Visitor,
} from '#server/platform/index.ts';
import { enterSection, keepUpdate, loadSection, loadUpdate, lookAgain } from './section-visits.action.ts';
import { channel, tell } from './updates.store.ts';

/** One browser at one section. */
interface Visit {
  readonly visitor: Visitor;
  readonly socket: LiveSocket;
  name?: string;
  staffId?: string;
  hasWritten?: boolean;
}

const lookAgainMs = 3000;
const goneMs = 60_000;
const syncStepOne = 0;
const syncStepTwo = 1;
const tryAgainLater = 1013;
const policyViolation = 1008;

/** The same words whether a section is hidden, absent, or its reader has signed out. */
const closed = { code: policyViolation, reason: 'closed' };

/** Where sections are written by several people at once. What is typed is committed before it is answered or shown to others. */
export class SectionRoom implements LiveRoom {
  readonly #parts: LiveParts;
  readonly #here = newId();
  readonly #hocuspocus: Hocuspocus<Visit>;
  readonly #rounds: NodeJS.Timeout;
  #listening: Listening | undefined;

  constructor(parts: LiveParts) {
    this.#parts = parts;
    this.#hocuspocus = new Hocuspocus<Visit>({
      quiet: true,
      timeout: goneMs,
      onAuthenticate: ({ documentName, context, connectionConfig }) => this.#admit(documentName, context, connectionConfig),
      onLoadDocument: ({ documentName, document, context }) => this.#load(documentName, document, context),
      beforeSync: ({ documentName, document, connection, context, type, payload }) => this.#before(documentName, document, context, { connection, type, payload }),
      beforeHandleAwareness: ({ states, context }) => {
        // Presence bears the name of the session, whatever the browser says.
        for (const state of states.values()) state['user'] = { ...(state['user'] as object | undefined), id: context?.staffId, name: context?.name };
        return Promise.resolve();
      },
    });
    this.#rounds = setInterval(() => void this.#lookAround(), lookAgainMs);
    this.#rounds.unref();
  }

  enter(socket: LiveSocket, visitor: Visitor): void {
    this.#listening ??= listen(
      this.#parts.workshop.database,
      channel,
      { hear: (message) => void this.#hear(message), missed: () => void this.#catchUp() },
      this.#parts.log,
    );
    const request = new Request(`http://localhost${visitor.url}`);
    const connection = this.#hocuspocus.handleConnection(socket as never, request, { visitor, socket });
    socket.on('message', (data: Buffer, isBinary) => {
      if (isBinary) connection.handleMessage(new Uint8Array(data));
      else socket.close(policyViolation);
    });
    socket.on('close', (code, reason) => connection.handleClose({ code, reason: reason.toString() }));
  }

  async close(): Promise<void> {
    clearInterval(this.#rounds);
    await this.#listening?.stop();
  }

  /** Runs an action as who sits at the other end now: session, second factor, roles and programs are asked each time. */
  async #as<Input, Output>({ visitor }: Visit, verb: Action<Input, Output>, input: Input, isActivity = true): Promise<{ actor: Actor; output: Output }> {
    const { workshop, resolveCaller } = this.#parts;
    const caller = await resolveCaller(workshop, isActivity ? visitor.headers : { ...visitor.headers, 'mooring-activity': 'none' });
    if (!caller || caller.owesSecondFactor || !caller.actor.permissions.has('chart.read')) throw new NotSignedIn();
    const circumstances = { actor: caller.actor, purpose: 'TREAT' as const, traceId: visitor.traceId, origin: visitor.origin };
    return { actor: caller.actor, output: await perform(workshop, circumstances, verb, input) };
  }

  /** Shuts out who may not be here; when something else failed, lets the browser come again, its words in hand. */
  #turnAway(visit: Visit, error: unknown): never {
    if (!(error instanceof NotFound || error instanceof NotSignedIn)) {
      this.#parts.log.warn({ trace: visit.visitor.traceId, error: error instanceof Error ? error.name : 'unknown' }, 'a section could not be kept or read');
      visit.socket.close(tryAgainLater);
    }
    // oxlint-disable-next-line typescript/only-throw-error -- Hocuspocus takes code and reason from a thrown object, and prints errors.
    throw closed;
  }

  async #admit(sectionId: string, visit: Visit, connection: { readOnly: boolean }): Promise<Partial<Visit>> {
    if (!z.uuid().safeParse(sectionId).success) this.#turnAway(visit, new NotFound('Section'));
    try {
      const { actor, output } = await this.#as(visit, enterSection, { sectionId });
      connection.readOnly = !output.mayWrite;
      return { name: actor.name, ...(actor.id === null ? {} : { staffId: actor.id }) };
    } catch (error) {
      return this.#turnAway(visit, error);
    }
  }

  async #load(sectionId: string, document: Document, visit: Visit): Promise<void> {
    const { output } = await this.#as(visit, loadSection, { sectionId }).catch((error: unknown) => this.#turnAway(visit, error));
    for (const { content } of output) Y.applyUpdate(document, content);
  }

  async #before(
    sectionId: string,
    document: Document,
    visit: Visit,
    { connection, type, payload }: { connection: { readOnly: boolean }; type: number; payload: Uint8Array },
  ): Promise<void> {
    const isOldNews = type === syncStepTwo && Y.snapshotContainsUpdate(Y.snapshot(document), payload);
    try {
      // What is no update would be kept for ever and never be read.
      if (type !== syncStepOne) Y.decodeUpdate(payload);
      if (type === syncStepOne || connection.readOnly || isOldNews) {
        const { output } = await this.#as(visit, lookAgain, { sectionId }, type !== syncStepOne);
        connection.readOnly = !output.mayWrite;
        // What was read-only and is not any more comes again with the next sync.
        if (type === syncStepOne || connection.readOnly || isOldNews) return;
      }
      const { output: id } = await this.#as(visit, keepUpdate, { sectionId, content: payload, isFirst: visit.hasWritten !== true });
      connection.readOnly = id === undefined;
      if (id === undefined) return;
      visit.hasWritten = true;
      void tell(this.#parts.workshop.database.kysely, `${this.#here} ${sectionId} ${id}`).catch(() => undefined);
    } catch (error) {
      this.#turnAway(visit, error);
    }
  }

  /** Another process has kept words for a section that is open here too. Read in the name of somebody who is at it. */
  async #hear(message: string): Promise<void> {
    const [from, sectionId = '', id = ''] = message.split(' ');
    const document = from === this.#here ? undefined : this.#hocuspocus.documents.get(sectionId);
    if (!document) return;
    for (const { context } of document.getConnections()) {
      const found = await this.#as(context as Visit, loadUpdate, { id }, false).catch(() => undefined);
      if (found?.output === undefined) continue;
      Y.applyUpdate(document, found.output, { source: 'local', skipStoreHooks: true });
      return;
    }
  }

  /** Reads all again after a time in which nobody listened. */
  async #catchUp(): Promise<void> {
    for (const [sectionId, document] of this.#hocuspocus.documents) {
      for (const { context } of document.getConnections()) {
        const found = await this.#as(context as Visit, loadSection, { sectionId }, false).catch(() => undefined);
        if (!found) continue;
        for (const { content } of found.output) Y.applyUpdate(document, content, { source: 'local', skipStoreHooks: true });
        break;
      }
    }
  }

  /** Every few seconds: who only reads must go too when the session ends or the section is out of sight; who may not write any more is told. */
  async #lookAround(): Promise<void> {
    for (const [sectionId, document] of this.#hocuspocus.documents) for (const connection of document.getConnections()) await this.#lookAt(sectionId, connection);
  }

  async #lookAt(sectionId: string, connection: Connection): Promise<void> {
    try {
      const { output } = await this.#as(connection.context as Visit, lookAgain, { sectionId }, false);
      connection.readOnly = !output.mayWrite;
    } catch (error) {
      if (error instanceof NotFound || error instanceof NotSignedIn) connection.close(closed);
    }
  }
}
