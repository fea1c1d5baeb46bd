import type { Module } from '#server/platform/index.ts';
import { weekRoutes } from './weeks/weeks.routes.ts';

export { dayRuleFor, daysThatBill } from './weeks/claim-effect.rules.ts';
export { minutesByDay } from './weeks/coach.rules.ts';
export { stretchIn } from './weeks/stretch.rules.ts';
export type { DayRule } from './weeks/week.ts';

/** The context `attendance`: weeks of day programs, and how to make up what is missing. */
export const attendance: Module = { name: 'attendance', routes: weekRoutes, jobs: [], permissions: [], events: [] };
