import type { Module } from '#server/platform/index.ts';
import { routes as arrangements } from './arrangements/arrangements.routes.ts';
import { routes as tiles } from './tiles/tiles.routes.ts';

/** The context `homes`: what needs whom now, today and this week. */
export const homes: Module = { name: 'homes', routes: [...tiles, ...arrangements], jobs: [], permissions: [], events: [] };
