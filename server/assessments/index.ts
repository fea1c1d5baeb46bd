import { permission, type Module } from '#server/platform/index.ts';
import { routes as instruments } from './instruments/instruments.routes.ts';

export { loadContent } from './load-content.action.ts';

/** The context `assessments`: instruments as data, what people answered, and the pathway that a sign of suicide risk opens. */
export const assessments: Module = {
  name: 'assessments',
  routes: [...instruments],
  jobs: [],
  permissions: [
    permission('assessment.read', 'See assessments and the suicide-risk pathway'),
    permission('assessment.write', 'Ask assessments and work the suicide-risk pathway'),
    permission('instrument.write', 'Set up instruments, cadences and on-call'),
  ],
  events: [],
};
