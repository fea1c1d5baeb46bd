import websocket, { type WebSocket } from '@fastify/websocket';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Origin } from '../action/tx.ts';
import type { Workshop } from '../database/workshop.ts';
import { Forbidden, NotSignedIn } from '../refused/refused.ts';
import type { ResolveCaller } from './handler.ts';

export type LiveSocket = WebSocket;

/** Who came in, by what their browser sent; who they are is asked anew whenever it matters. */
export interface Visitor {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly origin: Origin;
  readonly traceId: string;
}

/** What a room is made of. */
export interface LiveParts {
  readonly workshop: Workshop;
  readonly resolveCaller: ResolveCaller;
  readonly log: Logger;
}

/** Where connections stay (WebSocket). */
export interface LiveRoom {
  enter(socket: LiveSocket, visitor: Visitor): void;
  close(): Promise<void>;
}

/** A door to a room: its address and the permission, as with a route. The room itself asks again at every message. */
export interface LiveDoor {
  readonly path: string;
  readonly may: string;
  open(parts: LiveParts): LiveRoom;
}

const largestMessage = 1024 * 1024;
const restarting = 1012;
const lastWordsMs = 500;

/** Browsers name the page that opens a socket and no page can lie about it: a foreign one, or none, stays outside (RFC 6455, 10.2). */
function refuseForeignPage({ headers: { origin, host } }: FastifyRequest): void {
  if (!origin || !URL.canParse(origin) || new URL(origin).host !== host) throw new Forbidden('same-origin');
}

function visitorOf(request: FastifyRequest): Visitor {
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  return { url: request.url, headers, origin: { address: request.ip, device: headers['user-agent']?.slice(0, 300) ?? null, headers }, traceId: request.id };
}

/** Opens the doors on the server's own port: same session, same origin, same log. */
export async function serveLive(app: FastifyInstance, doors: readonly LiveDoor[], parts: LiveParts): Promise<void> {
  if (doors.length === 0) return;
  await app.register(websocket, {
    options: { maxPayload: largestMessage },
    preClose(done) {
      for (const client of app.websocketServer.clients) {
        client.close(restarting);
        setTimeout(() => client.terminate(), lastWordsMs).unref();
      }
      app.websocketServer.close(() => done());
    },
  });
  for (const door of doors) {
    const room = door.open(parts);
    app.addHook('onClose', () => room.close());
    const preValidation = async (request: FastifyRequest) => {
      refuseForeignPage(request);
      const caller = await parts.resolveCaller(parts.workshop, visitorOf(request).headers);
      if (!caller || caller.owesSecondFactor) throw new NotSignedIn();
      if (!caller.actor.permissions.has(door.may)) throw new Forbidden(door.may);
    };
    app.get(`/api${door.path}`, { websocket: true, preValidation }, (socket, request) => room.enter(socket, visitorOf(request)));
  }
}
