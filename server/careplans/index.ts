import type { Module } from '#server/platform/index.ts';
import { routes as plans } from './plans/plans.routes.ts';

/** The context `careplans`: what is planned with the patient, which objectives notes worked on, and what is missing while one writes. */
export const careplans: Module = { name: 'careplans', routes: [...plans], jobs: [], permissions: [], events: [] };
