import { permission, type Module } from '#server/platform/index.ts';
import { routes as documentRoutes } from './documents/documents.routes.ts';
import { takeInFaxes } from './inbox/inbox.jobs.ts';
import { routes as inbox } from './inbox/inbox.routes.ts';
import { inboxTiles } from './inbox/inbox-tiles.store.ts';

export { receiptBases } from './documents/document.ts';

/** The context `documents`: what comes on paper, as a file or by fax. */
export const documents: Module = {
  name: 'documents',
  routes: [...documentRoutes, ...inbox],
  jobs: [takeInFaxes],
  permissions: [
    permission('document.read', 'Read documents of a chart; clinical ones with the right to read charts'),
    permission('document.write', 'File documents, and see those that came for nobody yet'),
  ],
  tiles: inboxTiles,
  events: [],
};
