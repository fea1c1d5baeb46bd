import type { Module } from '#server/platform/index.ts';
import { permission } from '#server/platform/index.ts';

export { knownTo, makeKnown, makeUnknown, part2Among, recordStatus, statusesOf, type ProgramStatus } from './access/access.store.ts';
export {
  consentKinds,
  obligations,
  outcomes,
  purposes,
  recordClasses,
  type ConsentFacts,
  type ConsentKind,
  type ConsentRecipient,
  type Expiry,
  type Obligation,
  type Outcome,
  type PurposeOfUse,
  type RecordClass,
} from './decision/facts.ts';
export { part2Label, vaultLabels } from './access/labels.ts';
export { endShare, liveShares, ownShare, share, type Share, type ShareGround } from './vaults/shares.store.ts';

/** The context `privacy`: who may see what. Its guarantees live in the database; see migrations. */
export const privacy: Module = {
  name: 'privacy',
  routes: [],
  jobs: [],
  permissions: [permission('privacy.review', 'Review access, grant and end it')],
  events: [],
};
