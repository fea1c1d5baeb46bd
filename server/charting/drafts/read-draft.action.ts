import { action, NotFound, type Tx } from '#server/platform/index.ts';
import { diagnosesForNote } from '../diagnoses/diagnoses.store.ts';
import { notesBefore, noteOfDraft } from '../notes/notes.store.ts';
import { answerKeys } from '../templates/form.rules.ts';
import { templateById } from '../templates/templates.store.ts';
import { draftsOfPatient, holdDraft, openDraftsOf, type Draft } from './drafts.store.ts';
import { sectionsOf } from './sections.store.ts';
import { namesAround } from './session.store.ts';

/** A draft as an editor opens it: header, sections in the order of the form, diagnoses to choose from, the note before. */
export async function openedDraft(tx: Tx, draft: Draft) {
  const template = await templateById(tx, draft.templateId);
  if (!template) throw new NotFound('Template');
  const names = await namesAround(tx, draft);
  const written = await sectionsOf(tx, draft.id);
  const known = answerKeys(template.form);
  // Words of a form that was left stay in sight until they are moved or cleared.
  const leftOver = written.filter((section) => !known.includes(section.key) && section.text.trim() !== '').toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const sections = [...known.flatMap((key) => written.filter((section) => section.key === key)), ...leftOver];
  const latest = sections
    .map((section) => section.savedAt)
    .toSorted(Temporal.Instant.compare)
    .at(-1);
  const { labels: _labels, templateId: _templateId, templateCode: _code, ...told } = draft;
  tx.touch({ kind: 'draft', id: draft.id, patientId: draft.patientId, programId: draft.programId });
  return {
    ...told,
    patientName: names.patientName ?? '',
    birthDate: names.birthDate?.toString() ?? '',
    mrn: names.mrn ?? '',
    programName: names.programName ?? '',
    authorName: names.authorName ?? '',
    template,
    sections,
    diagnoses: await diagnosesForNote(tx, draft.patientId, draft.labels),
    ...(await notesBefore(tx, draft, template.code)),
    noteId: draft.state === 'signed' ? ((await noteOfDraft(tx, draft.id)) ?? null) : null,
    openedAt: draft.openedAt,
    savedAt: latest ?? draft.openedAt,
  };
}

/** A draft, whoever of the program writes it. */
export const readDraft = action('draft.read', async (tx, { draftId }: { draftId: string }) => {
  const draft = await holdDraft(tx, draftId, 'nothing');
  if (!draft) throw new NotFound('Draft');
  return openedDraft(tx, draft);
});

/** One's own open drafts: the notes still to be written. */
export const listMyDrafts = action('draft.list-own', async (tx) => {
  const items = tx.actor.id === null ? [] : await openDraftsOf(tx, tx.actor.id);
  tx.touch({ kind: 'draft', patientId: items.map((item) => item.patientId) });
  return { items };
});

/** Drafts of a person, discarded ones included. */
export const listPatientDrafts = action('draft.list', async (tx, { patientId }: { patientId: string }) => {
  tx.touch({ kind: 'draft', patientId });
  return { items: await draftsOfPatient(tx, patientId) };
});
