import type { Module } from '#server/platform/index.ts';
import { routes as findings } from './findings/findings.routes.ts';
import { routes as known } from './known/known.routes.ts';
import { routes as switches } from './switches/switches.routes.ts';

/** The context `margin`: what an auditor would find, told while the note is written. */
export const margin: Module = { name: 'margin', routes: [...findings, ...known, ...switches], jobs: [], permissions: [], events: [] };
