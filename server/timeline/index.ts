import type { Module } from '#server/platform/index.ts';
import { routes } from './entries/entries.routes.ts';

/** The context `timeline`: the story of a chart, read from what the others keep. */
export const timeline: Module = { name: 'timeline', routes, jobs: [], permissions: [], events: [] };
