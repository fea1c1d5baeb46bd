import type { Module } from '#server/platform/index.ts';
import { sendQueuedPacket, stopOnRevocation } from './packets/packets.jobs.ts';
import { packetRoutes } from './packets/packets.routes.ts';
import { requestRoutes } from './requests/requests.routes.ts';
import { requestTiles } from './requests/request-tiles.store.ts';

/** The context `disclosures`: what is released to somebody outside, and what patients ask for about their records. */
export const disclosures: Module = {
  name: 'disclosures',
  routes: [...packetRoutes, ...requestRoutes],
  jobs: [sendQueuedPacket, stopOnRevocation],
  permissions: [],
  tiles: requestTiles,
  events: [],
};
