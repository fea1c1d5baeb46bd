import { permission, type Module } from '#server/platform/index.ts';

/** The context `audit`: who read or changed what, sealed into a chain. */
export const audit: Module = {
  name: 'audit',
  routes: [],
  jobs: [],
  permissions: [permission('audit.read', 'Read the audit')],
  events: [],
};
