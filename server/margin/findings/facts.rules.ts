import { procedureTable } from '#server/billing/index.ts';
import type { SealedContent } from '#server/charting/index.ts';
import {
  carriedKey,
  cellsOf,
  staleLines,
  visibleSections,
  type Answers,
  type FieldOf,
  type KnownLine,
  type Template,
} from '#server/charting/templates/templates.contract.ts';
import type { NoteFacts, OtherNote, WrittenElsewhere, WrittenField } from './finding.ts';

function shownFields(form: Template['form'], answers: Answers) {
  return visibleSections(form, answers).flatMap(({ fields }) => fields);
}

/** The prose of a draft, field by field, each with what was carried forward into it. */
export function writtenFields(form: Template['form'], answers: Answers): WrittenField[] {
  const carried = cellsOf(answers[carriedKey] ?? '');
  return shownFields(form, answers)
    .filter(({ kind }) => kind === 'narrative' || kind === 'text')
    .map(({ key, label }) => ({ key, label, text: answers[key] ?? '', carried: carried[key] ?? null }));
}

/** Fields for a signature that are shown and empty. */
export function emptySignatures(form: Template['form'], answers: Answers): NoteFacts['emptySignatures'] {
  return shownFields(form, answers)
    .filter(({ kind, key }) => kind === 'signature' && Object.keys(cellsOf(answers[key] ?? '')).length === 0)
    .map(({ key, label }) => ({ key, label }));
}

/** What the chart knows, by the source from which a field pulls. */
export type KnownBySource = { readonly [Source in FieldOf<'pull'>['source']]: readonly KnownLine[] };

function pullFields(form: Template['form'], answers: Answers): FieldOf<'pull'>[] {
  return shownFields(form, answers).flatMap((field) => (field.kind === 'pull' && (answers[field.key] ?? '') !== '' ? [field] : []));
}

/** Whether anything was pulled in, so that it is worth asking what the chart knows now. */
export function hasPulled(form: Template['form'], answers: Answers): boolean {
  return pullFields(form, answers).length > 0;
}

/** Fields into which something was pulled that the chart says otherwise by now. */
export function stalePulls(form: Template['form'], answers: Answers, known: KnownBySource): NoteFacts['stalePulls'] {
  return pullFields(form, answers)
    .map(({ key, label, source }) => ({ key, label, lines: staleLines(answers[key] ?? '', known[source]) }))
    .filter(({ lines }) => lines.length > 0);
}

/** A signed note as it is compared with: its prose, part by part where it has parts. */
export function comparable({ sections }: SealedContent, says: string): OtherNote {
  return { says, fields: sections.flatMap(({ key, text, parts }) => parts?.map((part) => ({ key: part.key, text: part.text })) ?? [{ key, text }]) };
}

/** What the author wrote about others, note by note. */
export function comparedWith(written: readonly WrittenElsewhere[]): OtherNote[] {
  return [...Map.groupBy(written, ({ noteId }) => noteId).values()].map((fields) => ({ says: 'in another note of today', fields }));
}

/** From how many minutes on the service is billed, and in which units; null where nothing is set up for it. */
export function billingOf(service: string): Pick<NoteFacts, 'billedFrom' | 'unitMinutes'> {
  const rows = procedureTable.procedures.filter((row) => row.service === service);
  return { billedFrom: rows.length === 0 ? null : Math.min(...rows.map(({ from }) => from)), unitMinutes: rows[0]?.unitMinutes ?? null };
}
