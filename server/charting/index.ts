import { permission, type Module } from '#server/platform/index.ts';
import { routes as cosignatures } from './cosignatures/cosignatures.routes.ts';
import { routes as designs } from './designs/designs.routes.ts';
import { routes as diagnoses } from './diagnoses/diagnoses.routes.ts';
import { routes as drafts } from './drafts/drafts.routes.ts';
import { chartingEvents } from './events.ts';
import { keepPage } from './notes/notes.jobs.ts';
import { routes as notes } from './notes/notes.routes.ts';
import { routes as queue } from './queue/queue.routes.ts';
import { routes as search } from './search/search.routes.ts';
import { routes as snippets } from './snippets/snippets.routes.ts';
import { routes as signatures } from './signatures/signatures.routes.ts';
import { routes as templates } from './templates/templates.routes.ts';
import { routes as vaultNotes } from './vault-notes/vault-notes.routes.ts';
import { noteTiles } from './queue/note-tiles.ts';

export type { ChartingViews } from './charting-tables.ts';
export { carryDiagnoses } from './carrying/carry-diagnoses.action.ts';
export { loadContent } from './load-content.action.ts';
export { askCosignature } from './cosignatures/cosign-note.action.ts';
export { openDraft } from './drafts/open-draft.action.ts';
export { readDraft } from './drafts/read-draft.action.ts';
export { saveDraft } from './drafts/save-draft.action.ts';
export type { SealedContent, SealedNote, SignedEncounter } from './notes/note.ts';
export { notesToCosign, notesToSign, visitsToWrite } from './queue/owed-notes.action.ts';
export { digestOf, digestOfNote } from './signatures/digest.ts';
export { listObstacles, signDraft } from './signatures/sign-draft.action.ts';
export { signerOf, type Signer } from './signatures/signer.store.ts';
export { canonicalJson, sealVersion } from './signatures/seal.rules.ts';

export const charting: Module = {
  name: 'charting',
  routes: [...drafts, ...signatures, ...cosignatures, ...queue, ...notes, ...search, ...templates, ...designs, ...diagnoses, ...snippets, ...vaultNotes],
  jobs: [keepPage],
  permissions: [
    permission('chart.read', 'Read clinical notes and diagnoses'),
    permission('chart.write', 'Write clinical notes'),
    permission('note.sign', 'Sign clinical notes'),
    permission('template.write', 'Design and publish note templates'),
    permission('diagnosis.write', 'Add and change diagnoses'),
    permission('vault.write', 'Keep private notes apart from the chart'),
  ],
  tiles: noteTiles,
  events: [...chartingEvents],
};
