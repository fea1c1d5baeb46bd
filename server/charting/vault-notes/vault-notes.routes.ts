import { del, get, patch, post } from '#server/platform/index.ts';
import { PatientPath } from '../drafts/drafts.contract.ts';
import { listVaultNotes } from './list-vault-notes.action.ts';
import { endVaultShare, shareVaultNote } from './share-vault-note.action.ts';
import { ChangeVaultNote, NewShare, NewVaultNote, NoteParams, ShareParams, VaultNote, VaultNotes } from './vault-notes.contract.ts';
import { changeVaultNote, writeVaultNote } from './write-vault-note.action.ts';

const may = 'vault.write';

export const routes = [
  get(
    '/patients/:patientId/vault-notes',
    { may, params: PatientPath, reply: VaultNotes, summary: 'Own private notes, and those that are shared with the reader' },
    listVaultNotes,
  ),
  post('/patients/:patientId/vault-notes', { may, params: PatientPath, body: NewVaultNote, reply: VaultNote, summary: 'Write a private note' }, writeVaultNote),
  patch('/vault-notes/:noteId', { may, params: NoteParams, body: ChangeVaultNote, reply: VaultNote, summary: 'Change an own private note' }, changeVaultNote),
  post('/vault-notes/:noteId/shares', { may, params: NoteParams, body: NewShare, summary: 'Show one private note to a colleague, on a listed ground' }, shareVaultNote),
  del('/vault-shares/:shareId', { may, params: ShareParams, summary: 'Stop showing a private note' }, endVaultShare),
];
