import type { Module } from '#server/platform/index.ts';
import { weekRoutes } from './weeks/weeks.routes.ts';

/** The context `attendance`: weeks of day programs, and how to make up what is missing. */
export const attendance: Module = { name: 'attendance', routes: weekRoutes, jobs: [], permissions: [], events: [] };
