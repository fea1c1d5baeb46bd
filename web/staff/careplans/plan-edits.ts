import { mergeTexts, type CarePlan, type EntryKind, type EntryWrite, type PlanEntry } from '#server/careplans/plans/plans.contract.ts';

/** What was typed on this device and is not yet on the server, by entry. */
export type PlanEdits = Readonly<Record<string, EntryWrite>>;

type FieldName = keyof EntryWrite['fields'];

/** Somebody typed in a field: the first keystroke keeps the text it started from. */
export function typedIn(edits: PlanEdits, entry: PlanEntry, name: FieldName, text: string): PlanEdits {
  const write = edits[entry.id] ?? { id: entry.id, kind: entry.kind, parentId: entry.parentId, fields: {} };
  const base = write.fields[name]?.base ?? entry.fields[name] ?? '';
  return { ...edits, [entry.id]: { ...write, fields: { ...write.fields, [name]: { base, text } } } };
}

/** A new entry below another. */
export function added(edits: PlanEdits, id: string, kind: EntryKind, parentId: string | null): PlanEdits {
  return { ...edits, [id]: { id, kind, parentId, fields: {} } };
}

/** An entry put aside, or taken up again. */
export function putAside(edits: PlanEdits, entry: PlanEntry, removed: boolean): PlanEdits {
  const write = edits[entry.id] ?? { id: entry.id, kind: entry.kind, parentId: entry.parentId, fields: {} };
  return { ...edits, [entry.id]: { ...write, removed } };
}

/** The entries as they are seen here: what the server holds, with what was typed over it. */
export function withEdits(entries: readonly PlanEntry[], edits: PlanEdits): readonly PlanEntry[] {
  const known = new Set(entries.map(({ id }) => id));
  const fresh = Object.values(edits).filter(({ id }) => !known.has(id));
  const all = [...entries, ...fresh.map(({ id, kind, parentId }) => ({ id, kind, parentId, fields: {} }))];
  return all.filter(({ id }) => edits[id]?.removed !== true).map((entry) => ({ ...entry, fields: { ...entry.fields, ...textsOf(entry, edits[entry.id]) } }));
}

function textsOf(entry: PlanEntry, write: EntryWrite | undefined): Record<string, string> {
  const typed = Object.entries(write?.fields ?? {});
  return Object.fromEntries(typed.map(([name, field]) => [name, mergeTexts(field.base, entry.fields[name] ?? field.base, field.text).text]));
}

function restOf(write: EntryWrite, sent: EntryWrite, saved: PlanEntry | undefined): EntryWrite | undefined {
  const fields = Object.entries(write.fields).flatMap(([name, field]) => {
    const went = sent.fields[name as FieldName];
    if (went?.text === field.text) return [];
    // What was typed while the save was on its way goes on from the words that were sent.
    return [[name, { base: went?.text ?? saved?.fields[name] ?? field.base, text: field.text }]];
  });
  const isAside = write.removed !== sent.removed;
  if (fields.length === 0 && !isAside) return undefined;
  return { ...write, fields: Object.fromEntries(fields) as EntryWrite['fields'] };
}

/** What is still to be sent once `sent` was saved. */
export function afterSaving(edits: PlanEdits, sent: PlanEdits, saved: CarePlan): PlanEdits {
  return Object.fromEntries(
    Object.values(edits).flatMap((write) => {
      const went = sent[write.id];
      const rest = went
        ? restOf(
            write,
            went,
            saved.entries.find(({ id }) => id === write.id),
          )
        : write;
      return rest ? [[write.id, rest]] : [];
    }),
  );
}
