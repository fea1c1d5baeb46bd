import type { Module } from '#server/platform/index.ts';
import { routes } from './documents/documents.routes.ts';
import { SectionRoom } from './live/section-room.ts';
import { documentTiles } from './documents/document-tiles.store.ts';

/** The context `together`: documents that several disciplines write at the same time. */
export const together: Module = {
  name: 'together',
  routes,
  jobs: [],
  live: [{ path: '/live/sections', may: 'chart.read', open: (parts) => new SectionRoom(parts) }],
  permissions: [],
  tiles: documentTiles,
  events: [],
};
