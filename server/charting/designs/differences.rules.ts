import { canonicalJson } from '../signatures/seal.rules.ts';
import type { DesignedForm } from './design.rules.ts';

function parts(form: DesignedForm): ReadonlyMap<string, { readonly label: string; readonly text: string }> {
  const all = form.sections.flatMap(({ fields, ...section }) => [section, ...fields]);
  return new Map(all.map((part) => [part.key, { label: part.label, text: canonicalJson(part) }]));
}

/** What a form adds, takes away and changes against the one before, in words; moved parts are told together. */
export function differences(before: DesignedForm, after: DesignedForm): readonly string[] {
  const [old, now] = [parts(before), parts(after)];
  const added = [...now].filter(([key]) => !old.has(key)).map(([, { label }]) => `Added: ${label}`);
  const removed = [...old].filter(([key]) => !now.has(key)).map(([, { label }]) => `Removed: ${label}`);
  const changed = [...now].filter(([key, { text }]) => old.has(key) && old.get(key)?.text !== text).map(([, { label }]) => `Changed: ${label}`);
  const order = (own: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>) => [...own.keys()].filter((key) => other.has(key)).join(' ');
  const moved = order(old, now) === order(now, old) ? [] : ['The order changed'];
  const head = ({ sections: _sections, ...rest }: DesignedForm) => canonicalJson(rest);
  return [...added, ...removed, ...changed, ...moved, ...(head(before) === head(after) ? [] : ['Changed: settings of the form'])];
}
